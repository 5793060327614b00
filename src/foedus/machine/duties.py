"""What is owed, and what is only allowed, in a state."""

from collections.abc import Iterator
from typing import NamedTuple

from foedus.machine.family import bits
from foedus.machine.guard import holds
from foedus.machine.machine import Machine
from foedus.machine.state import State

RANK = {
    "none": 0,
    "political": 1,
    "may": 2,
    "constitutional_processes": 3,
    "as_deemed_necessary": 4,
    "shall": 5,
    "full": 6,
}
OWED = 3
"""From this rank on the word creates a duty."""


class OpenDuty(NamedTuple):
    """One guarantor's word, open since an hour: how strong it is now.

    Attributes
    ----------
    route, step, by : int
    since : int
        Hour.
    acts : tuple of (act, word)
    strength : int
        Rank of the strongest word that binds now.
    """

    route: int
    step: int
    by: int
    since: int
    acts: tuple[tuple[str, str], ...]
    strength: int


def open_duties(machine: Machine, state: State) -> Iterator[OpenDuty]:
    """Every guarantor whose help is open now, in the order of the text."""
    for r, (route, now) in enumerate(zip(machine.routes, state.routes, strict=True)):
        if now.since < 0 or state.void >> route.guarantee & 1:
            continue
        for k, (at, here) in enumerate(zip(route.steps, now.steps, strict=True)):
            if at.kind != "assist" or not here.opened or holds(machine, state, at.until):
                continue
            ready = now.free or at.family is None or at.family.wins(at.deciders & ~here.no)
            cap = RANK["full"] if ready and not now.free else RANK["may"]
            acts = tuple((act, word if RANK[word] <= cap else "may") for act, word in at.duty)
            strength = max((RANK[word] for _, word in acts), default=0)
            for tracks, hour in here.opened:
                for by in bits(at.given_by & tracks & ~here.no):
                    yield OpenDuty(r, k, by, hour, acts, strength)


def strongest(machine: Machine, state: State, helpers: int) -> int:
    """Rank of the strongest word open now from any of `helpers`; -1 if none is."""
    ranks = (duty.strength for duty in open_duties(machine, state) if duty.by & helpers)
    return max(ranks, default=-1)
