"""One answer about one case under one reading, and the run that shows it."""

from typing import NamedTuple

from foedus.machine.event import Event
from foedus.machine.machine import Machine


class Judgement(NamedTuple):
    """Whether a property is true; None where the question does not arise.

    `sense` says *permission* or *promise* where nothing is owed in law; `reason` why the
    question does not arise, or why the answer is what it is. `hour`: the last hour at which help
    is due, infinite without a bound.
    """

    value: bool | None
    sense: str | None = None
    reason: str = ""
    hour: float | None = None


LEFT_OUT = Judgement(None, reason="no help is promised here by anyone else")


class Account(NamedTuple):
    """The run on which a property fails.

    Attributes
    ----------
    machine : Machine
    events : tuple of Event
        From the start; replaying them leads to the failing state.
    strength : int
        Rank of the word asked for.
    besides : tuple of str
        Parties that work against help together with the accused.
    """

    machine: Machine
    events: tuple[Event, ...]
    strength: int = 0
    besides: tuple[str, ...] = ()
