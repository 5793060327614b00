"""How an answer comes out, in one sentence: what stops help, whose doing it is, where and when."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from foedus.answers.check import Beat, PropertyAnswer
from foedus.present.choices import under
from foedus.present.naming import Parties, capital, names, whom
from foedus.present.titles import article, articles, on_day, plain, title, titles


def answer_line(answer: PropertyAnswer, parties: Parties = (), *, reading: bool = True) -> str:
    """One sentence that answers a property.

    Parameters
    ----------
    answer : PropertyAnswer
    parties : pairs of id and name
    reading : bool
        Whether an answer that depends names the choices under which its story runs.
    """
    reason = f"{capital(plain(answer.reason, parties))}." if answer.reason else ""
    if answer.verdict == "holds":
        return f"True in every reading. {reason}".strip()
    if answer.verdict == "not_applicable":
        return reason or "The question does not arise."
    line = reason or "Not true in any reading."
    if answer.name in STUCK:
        line = STUCK[answer.name]
    elif answer.story:
        line = outcome_line(answer.story, parties, answer.sense)
    if reading and answer.verdict == "depends" and answer.fails_when:
        return f"{line[:-1]}, when {under(answer.fails_when[0], parties)}."
    return line


STUCK = {"no-dead-end": "The procedure can stop where nobody can do anything more."}
"""Properties that fail not for want of help but by how the procedure ends."""


def outcome_line(story: Sequence[Beat], parties: Parties = (), sense: str | None = None) -> str:
    """How a story ends: the beat that decides it, with its article and its day.

    Examples
    --------
    >>> path = "5/guarantee/steps/decide"
    >>> story = [Beat(0, "no", ("A",), "5", path), Beat(0, "refused", (), "5", path)]
    >>> outcome_line(story, [("A", "Astrania")])
    'Blocked by Astrania, under article 5, on day 0.'
    """
    last = _decisive(story)
    said = ENDS.get(last.what, _nothing)(story, last, parties)
    if last.what == "untimed":
        said = f"Help is {STANDS.get(sense, STANDS[None])}, but no time is set for it"
    where = f", under {article(last.article)}" if last.article else ""
    when = ""
    if last.what in DATED:
        when = f", {on_day(last.hour)}"
    return f"{said}{where}{when}."


STANDS: Mapping[str | None, str] = {None: "owed", "promise": "promised", "permission": "allowed"}
"""What help is in law where nothing stops it."""

DATED = ("refused", "lapsed", "free", "void")


def _decisive(story: Sequence[Beat]) -> Beat:
    """The beat that decides: help without a time, or else the last that ends a way to help."""
    untimed = [beat for beat in story if beat.what == "untimed"]
    ends = [beat for beat in story if beat.what in ENDS]
    return (untimed or ends[-1:] or [story[-1]])[0]


def _nothing(story: Sequence[Beat], last: Beat, parties: Parties) -> str:
    return "No duty to help arises"


def _refused(story: Sequence[Beat], last: Beat, parties: Parties) -> str:
    by, how = list(last.by), "Blocked by"
    if by and any(beat.what == "close" for beat in story):
        how = "Blocked by the absence of"
    if not by:
        by = [w for b in story if b.what in ("no", "deny") and b.path == last.path for w in b.by]
    return f"{how} {whom(by, parties)[0]}" if by else "Blocked"


def _lapsed(story: Sequence[Beat], last: Beat, parties: Parties) -> str:
    if not last.by:
        return "The procedure lapses"
    return f"Blocked by the absence of {whom(last.by, parties)[0]}"


def _waits(story: Sequence[Beat], last: Beat, parties: Parties) -> str:
    return f"Left waiting for {whom(last.by, parties)[0] or 'others'} without a deadline"


def _awaits(story: Sequence[Beat], last: Beat, parties: Parties) -> str:
    by = f" by {names(last.by, parties)}" if last.by else ""
    return f"Left waiting for an event{by} ({title(last.act)})"


def _dormant(story: Sequence[Beat], last: Beat, parties: Parties) -> str:
    if not (last.act and last.by):
        return "Not called into force"
    return f"Not called into force while {names(last.by, parties)} withholds “{title(last.act)}”"


ENDS: Mapping[str, Callable[[Sequence[Beat], Beat, Parties], str]] = {
    "refused": _refused,
    "lapsed": _lapsed,
    "free": lambda story, last, parties: "Nobody owes help any more, each may choose",
    "waits": _waits,
    "awaits": _awaits,
    "dormant": _dormant,
    "untimed": lambda story, last, parties: "Help is owed, but no time is set for it",
    "allowed": lambda story, last, parties: "Help is allowed, but nobody owes it",
    "void": lambda story, last, parties: f"Declared void by {names(last.by, parties)}",
}
"""What decides a story, and how that is said before the article and the day."""


def blocks_sentence(answer: PropertyAnswer) -> str:
    """Which acts are not owed, and which are not even permitted, on the run that is shown."""
    owed, barred = answer.blocks_duty, answer.blocks_permission
    if not owed or any(beat.what == "owed" for beat in answer.story):
        return ""
    said = f"Help by {titles(owed)} is not owed then"
    if not barred:
        return f"{said}; it stays permitted outside the text."
    where = articles(answer.permission_lost_under)
    if set(owed) == set(barred):
        return f"{said}, and not permitted either, under {where}."
    also = f"help by {titles(barred)} is not permitted either, under {where}"
    return f"{said}; {also}; the rest stays permitted outside the text."
