"""Whether a condition holds in a state."""

from __future__ import annotations

from foedus.machine.family import blocks
from foedus.machine.machine import Guard, Machine
from foedus.machine.state import State, marked


def holds(machine: Machine, state: State, guard: Guard) -> bool:
    """Whether a condition holds now.

    Examples
    --------
    >>> from foedus.machine.machine import TRUE
    >>> holds(None, None, TRUE)
    True
    """
    kind = guard.kind
    if kind == "true":
        return True
    if kind == "all":
        return all(holds(machine, state, part) for part in guard.parts)
    if kind == "any":
        return any(holds(machine, state, part) for part in guard.parts)
    if kind == "watch":
        return watched(machine, state, guard.at[0])
    if kind == "finding":
        yes, _ = state.found[guard.at[0]]
        return machine.findings[guard.at[0]].family.wins(yes)
    if kind == "route":
        return any(help_open(machine, state, r) for r in guard.at)
    if kind == "step":
        r, k = guard.at
        return bool(state.routes[r].steps[k].passed)
    if kind == "blocked":
        return any(
            step.body & guard.who and now.dead
            for route, rs in zip(machine.routes, state.routes, strict=True)
            for step, now in zip(route.steps, rs.steps, strict=True)
        )
    return False


def never_more(machine: Machine, state: State, guard: Guard) -> bool:
    """Whether a condition that does not hold can no longer come to hold.

    A body that has decided can no longer be blocked; a finding that was refused stays refused.
    """
    if guard.kind == "all":
        return any(never_more(machine, state, part) for part in guard.parts)
    if guard.kind == "any":
        return all(never_more(machine, state, part) for part in guard.parts)
    if guard.kind == "finding":
        return blocks(machine.findings[guard.at[0]].family, state.found[guard.at[0]][1])
    if guard.kind == "blocked":
        steps = [
            here
            for route, now in zip(machine.routes, state.routes, strict=True)
            for at, here in zip(route.steps, now.steps, strict=True)
            if at.body & guard.who and at.can_be_refused
        ]
        return bool(steps) and all(here.passed and not here.dead for here in steps)
    return guard.kind == "never"


def has_finder(guard: Guard) -> bool:
    """Whether a condition is reserved to someone's finding."""
    return guard.kind == "finding" or any(has_finder(part) for part in guard.parts)


def watched(machine: Machine, state: State, place: int) -> bool:
    """Whether a watched event has happened, by enough of those whose doing counts."""
    watch = machine.watches[place]
    done = state.facts[place]
    if watch.word == "assistance":
        for _, _, by, _, _ in state.given:
            done |= by
    return bool(done) if watch.by is None else watch.by.wins(done)


def help_open(machine: Machine, state: State, r: int) -> bool:
    """Whether a route has opened help for anyone."""
    pairs = zip(machine.routes[r].steps, state.routes[r].steps, strict=True)
    return any(step.kind == "assist" and now.opened for step, now in pairs)


def movers(machine: Machine, state: State, place: int) -> int:
    """Mask of the parties that can still bring a watched event about by their own move."""
    watch = machine.watches[place]
    return 0 if watch.granted else watch.movers & ~state.facts[place]


def open_tracks(state: State, r: int, k: int) -> int:
    """Tracks that wait at a step now."""
    now = state.routes[r].steps[k]
    return marked(now.opened) & ~marked(now.passed) & ~now.dead


def silent(deciders: int, yes: int, no: int) -> int:
    """Deciders that have not moved.

    Examples
    --------
    >>> [bit for bit in bits(silent(0b111, 0b001, 0b100))]
    [2]
    """
    return deciders & ~(yes | no)
