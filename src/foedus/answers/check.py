"""What a check found: properties, decisions, timing, coverage. Frozen; printed elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from foedus.answers.verdict import Choice, Word

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Beat:
    """One line of a story, without words: what happened, by whom, when, under which article.

    `what` is one of: `trigger` (by: the accused; act: event words), `appeal`, `attend`, `find`,
    `deny`, `yes`, `no` (votes), `occur` (act: event word), `give` (act), `report`, `void`;
    `close` (a vote ends with those who came), `deadline` (its time is over and it counts as done;
    by: who had not moved), `free` (its time is over and each may choose), `refused` and `lapsed`
    (the step ends there; by: those absent); and at the end `owed` (by: who owes; act: means),
    `untimed` (help is owed, no time is set for it), `allowed` (only permitted), `waits` (for whom,
    without a deadline), `awaits` (an event, act; by: whose), `dormant` (the trigger's further
    condition, act, is withheld by), `end` (nothing obliges anyone).
    """

    hour: int
    what: str
    by: tuple[str, ...] = ()
    article: str = ""
    path: str = ""
    act: str = ""


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One event of a counterexample, as it can be replayed: who, what, where, the answer."""

    by: tuple[str, ...]
    word: str
    yes: bool = True
    path: str = ""
    act: str = ""
    hour: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """The verdict for one victim and one accused; `alike` pairs the text treats the same.

    `route`: the one route asked about, or nothing for the whole procedure.
    """

    article: str
    victim: str
    accused: str
    verdict: Word
    alike: int = 1
    route: str | None = None


@dataclass(frozen=True, slots=True)
class PropertyAnswer:
    """One property of one text.

    Attributes
    ----------
    name, asks : str
    verdict : Word
    sense : str or None
        `promise` or `permission` where nothing is owed in law.
    fails_when : tuple of tuples of Choice
        Smallest sets of choices under which it fails; at most six.
    pairs : tuple of Pair
    routes : tuple of Pair
        The same for each route alone, where a guarantee has several.
    reason : str
        Why, in one sentence, where the machine has one to give.
    articles : tuple of str
    shown : Pair or None
        Whom the story is about.
    shown_under : tuple of Choice
        The choices that make it fail in the story.
    replay_under : tuple of Choice
        Every choice made on the way, so that the story can be played again.
    story : tuple of Beat
    counterexample : tuple of EventRecord
    besides : tuple of str
        Those who work against help together with the accused in the story.
    blocks_duty, blocks_permission : tuple of str
        Acts that lose their duty, and those that lose their permission, when it fails.
    permission_lost_under : tuple of str
        The articles that take the permission away.
    """

    name: str
    asks: str
    verdict: Word
    sense: str | None = None
    fails_when: tuple[tuple[Choice, ...], ...] = ()
    pairs: tuple[Pair, ...] = ()
    routes: tuple[Pair, ...] = ()
    reason: str = ""
    articles: tuple[str, ...] = ()
    shown: Pair | None = None
    shown_under: tuple[Choice, ...] = ()
    replay_under: tuple[Choice, ...] = ()
    story: tuple[Beat, ...] = ()
    counterexample: tuple[EventRecord, ...] = ()
    besides: tuple[str, ...] = ()
    blocks_duty: tuple[str, ...] = ()
    blocks_permission: tuple[str, ...] = ()
    permission_lost_under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sets:
    """A family of smallest sets: listed, or in short where the list would be long.

    Attributes
    ----------
    sets : tuple of tuples of str, or None
        The sets one by one (up to 200).
    at_least : int or None
        Otherwise: how many of `of`.
    of, with_, without : tuple of str
    every, either : tuple of Sets
        Several keys; alternative keys.
    """

    sets: tuple[tuple[str, ...], ...] | None = None
    at_least: int | None = None
    of: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    every: tuple[Sets, ...] = ()
    either: tuple[Sets, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One joint step under one reading: who suffices and who can stop it.

    `power` maps each decider to its Shapley–Shubik and Banzhaf indices, or is empty where they
    are not computed.
    """

    article: str
    step: str
    route: str
    kind: str
    reading: tuple[Choice, ...]
    rule: str
    deciders: tuple[str, ...]
    accused: str | None
    minimal_winning: Sets
    minimal_blocking: Sets
    accused_blocks: bool | None
    power: tuple[tuple[str, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class TimingUnder:
    """Fastest and slowest lawful hour under some choices; None: no bound, or never."""

    under: tuple[Choice, ...]
    fastest_hours: float | None
    slowest_hours: float | None
    unmeasured: bool


@dataclass(frozen=True, slots=True)
class Timing:
    """When help is due: over all readings, and under each choice that changes it."""

    fastest_hours: float | None
    slowest_hours: float | None
    unmeasured: bool
    by_reading: tuple[TimingUnder, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleCoverage:
    """How much of one article is understood: `full`, `part` or `none`."""

    article: str
    covered: Literal["full", "part", "none"]
    clauses: tuple[str, ...]
    not_encoded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault found in a text, as a linter says it."""

    rule: str
    question: int | None
    severity: Literal["error", "warning", "note"]
    article: str
    line: int
    message: str
    why: str
    mend: tuple[str, ...] = ()
    accepted: tuple[str, str, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """Everything a check says about one text.

    Attributes
    ----------
    treaty, title, dated, status : str
    parties : tuple of (id, name)
        Parties and bodies.
    fixed : tuple of (question, label)
        Readings chosen beforehand, by a variant or by whoever asked.
    accused : str or None
        The one accused that was kept, if any.
    articles_say : tuple of (article, paraphrase)
    places : tuple of (article, file, line, column)
        Where each article stands.
    called : str
        How the text and its options were typed, to be repeated in what to do next.
    """

    treaty: str
    title: str
    dated: str
    status: str
    parties: tuple[tuple[str, str], ...]
    fixed: tuple[tuple[str, str], ...] = ()
    accused: str | None = None
    findings: tuple[Finding, ...] = ()
    properties: tuple[PropertyAnswer, ...] = ()
    decisions: tuple[Decision, ...] = ()
    timing: Timing | None = None
    coverage: tuple[ArticleCoverage, ...] = ()
    articles_say: tuple[tuple[str, str], ...] = ()
    sources: tuple[tuple[str, str, str | None], ...] = ()
    places: tuple[tuple[str, str, int, int], ...] = ()
    called: str = ""
    schema: int = field(default=SCHEMA)

    def property(self, name: str) -> PropertyAnswer:
        """The answer of one property, by its name in kebab-case."""
        return next(answer for answer in self.properties if answer.name == name)
