"""Events: what can happen, and who does it."""

from typing import Literal, NamedTuple

Word = Literal[
    "occur",
    "appeal",
    "attend",
    "find",
    "vote",
    "assist",
    "report",
    "declare_void",
    "tick",
    "wait",
    "close",
]


class Event(NamedTuple):
    """One thing that happens.

    Attributes
    ----------
    by : int
        Mask of those who do it, at once if they are several; 0 for time.
    word : str
        `occur` (an event word of the text), `appeal`, `attend`, `find`, `vote`, `assist`,
        `report`, `declare_void`, `tick` (the next deadline passes), `wait` (time goes on to the
        next deadline, which has not passed yet) or `close` (a vote without deadline ends with
        those who came).
    yes : bool
        The answer, for `find` and `vote`.
    at : tuple of int
        (route, step) of the procedure it belongs to; (watch,) for `occur`.
    act : str
        What is given, for `assist`.
    """

    by: int
    word: Word
    yes: bool = True
    at: tuple[int, ...] = ()
    act: str = ""


TICK = Event(0, "tick")
WAIT = Event(0, "wait")
CLOSE = Event(0, "close")
