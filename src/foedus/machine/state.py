"""The state of a procedure: small, frozen, comparable."""

from typing import NamedTuple

Marks = tuple[tuple[int, int], ...]
"""(mask of guarantors, hour) pairs: whose track, since when."""


class StepState(NamedTuple):
    """Where one step stands.

    Attributes
    ----------
    opened, passed : Marks
        Which guarantors' tracks reached it and went beyond it, and when.
    yes, no : int
        Who has done it and who has refused.
    dead : int
        Tracks that ended here: refused or lapsed.
    lapsed : bool
        Whether a track ended here because time ran out.
    """

    opened: Marks = ()
    passed: Marks = ()
    yes: int = 0
    no: int = 0
    dead: int = 0
    lapsed: bool = False


class RouteState(NamedTuple):
    """Where one route stands.

    The hour its trigger held (-1: dormant), its steps, and whether a deadline has freed each
    guarantor to choose.
    """

    since: int
    steps: tuple[StepState, ...]
    free: bool = False


class State(NamedTuple):
    """Where the whole procedure stands.

    Attributes
    ----------
    hour : int
    routes : tuple of RouteState
    facts : tuple of int
        For each watched event, mask of the parties that have brought it about.
    found : tuple of (yes, no)
        For each finding the text reserves to someone, who has found and who has denied it.
    void : int
        Mask of guarantees declared void.
    given : frozenset of (route, step, party, act, hour)
        Help actually given, and reports made.
    """

    hour: int
    routes: tuple[RouteState, ...]
    facts: tuple[int, ...]
    found: tuple[tuple[int, int], ...]
    void: int = 0
    given: frozenset[tuple[int, int, int, str, int]] = frozenset()


def marked(marks: Marks) -> int:
    """Everyone in the marks.

    Examples
    --------
    >>> marked(((0b01, 0), (0b10, 72)))
    3
    """
    mask = 0
    for one, _ in marks:
        mask |= one
    return mask
