"""What an incident does to a text: runs under each reading, the life of each duty, the outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedus.answers.check import Beat
from foedus.answers.verdict import Choice

Status = Literal["pending", "discharged", "overdue", "blocked", "void", "ended", "not_called"]
Help = Literal["owed", "permitted", "given", "blocked", "void", "not_called", "nothing_owed"]


@dataclass(frozen=True, slots=True)
class Happened:
    """One event of the incident as the procedure took it.

    `accepted` is False where the text gives the event no effect; `because` then says why.
    """

    hour: int
    by: tuple[str, ...]
    what: str
    path: str = ""
    accepted: bool = True
    because: str = ""


@dataclass(frozen=True, slots=True)
class Obligation:
    """One duty and its life: who owes what to whom, since when, until when, and how it stands."""

    by: str
    to: tuple[str, ...]
    what: str
    article: str
    since: int | None
    due: int | None
    status: Status
    duty: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the call for help.

    Attributes
    ----------
    help : Help
    hour : int or None
        When help was first owed, given, blocked or void.
    blocked_by : tuple of str
        Who refused or stayed away, where help was blocked.
    permitted_outside : tuple of str
        Acts the text neither owes nor bars: still lawful outside it.
    article : str
    """

    help: Help
    hour: int | None
    blocked_by: tuple[str, ...] = ()
    permitted_outside: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    article: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One course of the incident, with every choice of reading that leads to it."""

    reading: tuple[tuple[Choice, ...], ...]
    events: tuple[Happened, ...]
    obligations: tuple[Obligation, ...]
    outcome: Outcome
    story: tuple[Beat, ...]


@dataclass(frozen=True, slots=True)
class Divergence:
    """The first event after which two readings give some party different duties."""

    event: int
    hour: int
    what: str
    question: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What really followed, with its sources, and the runs that agree with it."""

    help: Help
    says: str
    sources: tuple[str, ...]
    agrees: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """An incident run through a text, over all its readings.

    `called`: how the text and its options were typed, to be repeated in what to do next.
    `moves` lists, per run, what each party may lawfully do next.
    """

    treaty: str
    incident: str
    title: str
    victim: str
    accused: str
    parties: tuple[tuple[str, str], ...]
    runs: tuple[Run, ...]
    diverges_at: Divergence | None = None
    moves: tuple[tuple[tuple[str, tuple[str, ...]], ...], ...] = ()
    record: Recorded | None = None
    hypothetical: bool = True
    called: str = ""
    schema: int = 1
