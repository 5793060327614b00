"""Legal moves: who may do what now. Anything else is refused with its article."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.machine.deadline import family_now, pending
from foedus.machine.event import CLOSE, TICK, Event
from foedus.machine.family import bits
from foedus.machine.guard import has_finder, holds, movers, open_tracks, silent
from foedus.machine.machine import Machine, Step
from foedus.machine.state import State, marked
from foedus.machine.step import DONE_BY, closing


def moves_at(machine: Machine, state: State, side: int) -> Iterator[tuple[int, Event]]:
    """Kinds of move open to a side: the mask of its members that can make it, and the move.

    The event carries no party yet: whoever plays puts in one, or all at once.
    """
    for place in range(len(machine.watches)):
        if who := movers(machine, state, place) & side:
            yield who, Event(0, "occur", at=(place,))
    for place, finding in enumerate(machine.findings):
        yes, no = state.found[place]
        if who := silent(finding.family.deciders, yes, no) & side:
            yield who, Event(0, "find", True, (place,))
            yield who, Event(0, "find", False, (place,))
    for r, route in enumerate(machine.routes):
        if state.void >> route.guarantee & 1:
            continue
        for k, at in enumerate(route.steps):
            yield from _at_step(state, side, r, k, at)


def _at_step(state: State, side: int, r: int, k: int, at: Step) -> Iterator[tuple[int, Event]]:
    route, now = state.routes[r], state.routes[r].steps[k]
    who = silent(at.deciders, now.yes, now.no) & side
    if at.kind == "assist":
        if who and marked(now.opened) and family_now(at, route) is not None:
            yield who, Event(0, "vote", False, (r, k))
        return
    if not who or at.kind == "report" or not open_tracks(state, r, k):
        return
    if at.kind == "decide" and family_now(at, route) is None:
        return
    word = DONE_BY[at.kind]
    yield who, Event(0, word, True, (r, k))  # type: ignore[arg-type]
    if at.can_be_refused:
        yield who, Event(0, word, False, (r, k))  # type: ignore[arg-type]


def legal(machine: Machine, state: State) -> tuple[Event, ...]:
    """Every single event that may happen now, help and the passing of time included."""
    everyone = (1 << len(machine.parties)) - 1
    out = [
        move._replace(by=bit)
        for who, move in moves_at(machine, state, everyone)
        for bit in bits(who)
    ]
    for r, route in enumerate(machine.routes):
        for k, at in enumerate(route.steps):
            if state.void >> route.guarantee & 1 or holds(machine, state, at.until):
                continue
            if at.kind in ("assist", "report") and state.routes[r].steps[k].opened:
                done = {row[:4] for row in state.given}
                acts = [act for act, _ in at.duty] or [""]
                out += [
                    Event(by, at.kind, True, (r, k), act)
                    for by in bits(at.given_by)
                    for act in (acts if at.kind == "assist" else [""])
                    if (r, k, by, act) not in done
                ]
    out += [
        Event(by, "declare_void", at=(g,))
        for g, ground in enumerate(machine.voids)
        if ground.kind != "never" and not has_finder(ground) and not state.void >> g & 1
        for by in bits((1 << len(machine.parties)) - 1)
    ]
    if next(pending(machine, state), None) is not None:
        out.append(TICK)
    if closing(machine, state):
        out.append(CLOSE)
    return tuple(out)
