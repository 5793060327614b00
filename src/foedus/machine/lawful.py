"""Runs inside the text: how soon and how late help is due, and whether a wait ever ends.

Everyone but the accused keeps the text; voting, finding and attending are free moves. These are
walks over the same ordered graph that `explore` plays on.
"""

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from foedus.machine.deadline import pending
from foedus.machine.duties import OWED, RANK, OpenDuty, open_duties
from foedus.machine.event import WAIT
from foedus.machine.explore import Arena, Branch, Path, apart, not_too_large, word_given
from foedus.machine.guard import open_tracks
from foedus.machine.machine import Guard, Machine, Step
from foedus.machine.state import State, marked
from foedus.machine.step import start, step


class Bound(NamedTuple):
    """The latest hour at which help is due over lawful runs; infinite where there is no bound.

    `measured` is False for *at once*; `path` is a run with that hour, or without a bound, of
    `machine`.
    """

    hour: float
    measured: bool
    path: Path
    machine: Machine | None = None


def slowest_help(machine: Machine, helpers: int, strength: int) -> Bound:
    """How late help can be due, over every run inside the text.

    The hour a duty opens plus its own time; of several routes and helpers, the first. A run
    refused by a lawful vote is left out (minus infinity if all are). Voting, finding and
    attending are free moves, so waiting without a deadline counts as no bound, unless a lawful
    party has a duty to move.
    """
    parts = apart(machine)
    if parts[1:]:
        return _first_of([(part, slowest_help(part, helpers, strength)) for part in parts])
    return _slowest(machine, helpers, strength)._replace(machine=machine)


def _slowest(machine: Machine, helpers: int, strength: int) -> Bound:
    arena, lawful = _lawful_arena(machine, helpers, strength)
    known: dict[State, Bound] = {}

    def bound(state: State) -> Bound:
        if state not in known:
            not_too_large(len(known))
            latest = Bound(-inf, True, ())
            for option in options(state):
                if option.hour > latest.hour:
                    latest = option
                if latest.hour == inf:
                    break
            known[state] = latest
        return known[state]

    def options(state: State) -> Iterator[Bound]:
        if arena.goal(machine, state):
            yield _due(machine, state, helpers, strength)
            return
        if not (
            _bound_to_end(machine, state)
            or _must_move(machine, state, lawful)
            or _refused(machine, state)
        ):
            yield Bound(inf, True, ())
        for branch in _continued(arena, state, lawful):
            after = bound(branch.state)
            yield after._replace(path=branch.events + after.path)

    return bound(start(machine))


def _first_of(bounds: list[tuple[Machine, Bound]]) -> Bound:
    """How late the first help of several separate routes can be.

    A route that may be refused brings no help in the worst run; a run in which all are refused is
    left out, so then the latest of them counts.
    """
    sure = [bound for part, bound in bounds if not _may_be_refused(part)]
    if sure:
        return min(sure, key=lambda bound: bound.hour)
    return max((bound for _, bound in bounds), key=lambda bound: bound.hour)


def _may_be_refused(machine: Machine) -> bool:
    arena, lawful = _lawful_arena(machine, 0, 0)
    return any(_refused(machine, state) for _, state in _runs(arena, lawful))


def fastest_help(machine: Machine, helpers: int, strength: int) -> float:
    """The earliest hour at which help can be owed over the same runs; infinite if it never is."""
    parts = apart(machine)
    if parts[1:]:
        return min(fastest_help(part, helpers, strength) for part in parts)
    arena, lawful = _lawful_arena(machine, helpers, strength)
    now, seen = [start(machine)], set()
    while now:
        later: list[State] = []
        for state in now:
            if arena.goal(machine, state):
                return state.hour
            for side in (lawful, machine.accused):
                for branch in arena.branches(state, side):
                    if branch.state not in seen:
                        seen.add(branch.state)
                        now.append(branch.state)
            later.append(state)
        # Time passes only where nothing faster is left, so deadlines are asked about last.
        passed = (arena.time_passes(state) for state in later)
        now = [branch.state for branch in passed if branch and branch.state not in seen]
        now.sort(key=lambda state: state.hour)
        seen.update(now)
    return inf


def _lawful_arena(machine: Machine, helpers: int, strength: int) -> tuple[Arena, int]:
    lawful = (1 << len(machine.parties)) - 1 & ~machine.accused
    return Arena(machine, lawful, machine.accused, word_given(machine, helpers, strength)), lawful


def _continued(arena: Arena, state: State, lawful: int) -> Iterator[Branch]:
    for side in (lawful, arena.machine.accused):
        yield from arena.branches(state, side)
    # A move may be made at once, or at the last hour before a deadline, or not at all.
    waited = step(arena.machine, state, WAIT)
    if waited != state:
        yield Branch((WAIT,), waited)
    later = arena.time_passes(state)
    if later is not None:
        yield later


def _due(machine: Machine, state: State, helpers: int, strength: int) -> Bound:
    """When the help that is owed now must have been given."""
    dues: list[tuple[float, bool]] = []
    for duty in open_duties(machine, state):
        if duty.by & helpers and duty.strength >= strength:
            at = machine.routes[duty.route].steps[duty.step]
            dues.append((inf if at.within is None else duty.since + at.within, at.measured))
    return Bound(*min(dues), ())


def _bound_to_end(machine: Machine, state: State) -> bool:
    """Whether some deadline lies ahead, so that the wait has an end."""
    return next(pending(machine, state), None) is not None


def _must_move(machine: Machine, state: State, lawful: int) -> bool:
    """Whether a lawful party owes a move that is open now, and keeps the text."""
    return not machine.breach and any(
        RANK[at.owes] >= OWED and at.deciders & lawful & ~now.yes and open_tracks(state, r, k)
        for r, route in enumerate(machine.routes)
        for k, (at, now) in enumerate(zip(route.steps, state.routes[r].steps, strict=True))
    )


def alive(machine: Machine, state: State, r: int) -> bool:
    """Whether a route that began still waits for something."""
    route, now = machine.routes[r], state.routes[r]
    if now.since < 0 or state.void >> route.guarantee & 1:
        return False
    reach = route.tracks
    for here in now.steps:
        if reach & ~marked(here.passed) & ~here.dead:
            return True
        reach = marked(here.passed)
    return False


def _refused(machine: Machine, state: State) -> bool:
    """Whether every route that began has ended, one at least in a refusal, none by time."""
    routes = range(len(machine.routes))
    begun = [r for r in routes if state.routes[r].since >= 0]
    if not begun or any(alive(machine, state, r) for r in begun):
        return False
    ends = [here for r in begun for here in state.routes[r].steps if here.dead]
    return bool(ends) and not any(here.lapsed for here in ends)


class Wait(NamedTuple):
    """A run of a machine that ends in waiting."""

    machine: Machine
    path: Path


def endless_wait(machine: Machine, helpers: int, strength: int) -> Wait | None:
    """A lawful run on which a route that began waits for ever, or None."""
    parts = apart(machine)
    if parts[1:]:
        found = [endless_wait(part, helpers, strength) for part in parts]
        idle = [
            wait is not None or _ends_without_help(part, helpers, strength)
            for part, wait in zip(parts, found, strict=True)
        ]
        return next(filter(None, found), None) if all(idle) else None
    steps = (at for route in machine.routes for at in route.steps)
    if all(_ends_by_itself(machine, at) for at in steps):
        return None
    arena, lawful = _lawful_arena(machine, helpers, strength)
    for path, state in _runs(arena, lawful):
        waits = any(alive(machine, state, r) for r in range(len(machine.routes)))
        ends = _bound_to_end(machine, state) or _must_move(machine, state, lawful)
        if waits and not ends and not arena.goal(machine, state):
            return Wait(machine, path)
    return None


def _ends_without_help(machine: Machine, helpers: int, strength: int) -> bool:
    """Whether some lawful run ends in a refusal, a lapse or a mere permission."""
    arena, lawful = _lawful_arena(machine, helpers, strength)
    return any(
        not alive(machine, state, 0) and not arena.goal(machine, state)
        for _, state in _runs(arena, lawful)
    )


def _ends_by_itself(machine: Machine, at: Step) -> bool:
    """Whether a step cannot wait for ever: it does not wait, or time ends it."""
    if at.when.kind != "true":
        return False
    if at.kind in ("assist", "report") or (at.kind == "decide" and at.family is None):
        return True
    if at.kind == "appeal" and at.family is not None and at.family.wins(machine.victim):
        return machine.prompt
    return at.within is not None and at.measured


def dead_end(machine: Machine, helpers: int, strength: int) -> Path | None:
    """A run to a state where something is waited for and nobody can do anything, or None.

    Only a condition that no party can bring about, or a step that belongs to nobody, can leave a
    step to nobody: an open vote, finding, talk or appeal always has a party that has not moved.
    """
    steps = [at for route in machine.routes for at in route.steps]
    if all(_can_be_brought_about(machine, at.when) and at.deciders for at in steps):
        return None
    arena, lawful = _lawful_arena(machine, helpers, strength)
    for path, state in _runs(arena, lawful):
        waits = any(alive(machine, state, r) for r in range(len(machine.routes)))
        ends = _bound_to_end(machine, state) or arena.goal(machine, state)
        if waits and not ends and next(_continued(arena, state, lawful), None) is None:
            return path
    return None


def _can_be_brought_about(machine: Machine, guard: Guard) -> bool:
    """Whether some party's own move can always make a condition hold."""
    if guard.kind in ("all", "any"):
        return all(_can_be_brought_about(machine, part) for part in guard.parts)
    if guard.kind == "watch":
        watch = machine.watches[guard.at[0]]
        return watch.granted or bool(watch.movers)
    return guard.kind == "true"


def _runs(arena: Arena, lawful: int) -> Iterator[tuple[Path, State]]:
    """Every reachable state before help is owed, with a shortest run to it."""
    first = start(arena.machine)
    todo: list[tuple[Path, State]] = [((), first)]
    seen = {first}
    for path, state in todo:
        yield path, state
        not_too_large(len(seen))
        if arena.goal(arena.machine, state):
            continue
        for branch in _continued(arena, state, lawful):
            if branch.state not in seen:
                seen.add(branch.state)
                todo.append((path + branch.events, branch.state))


def at_its_fullest(machine: Machine) -> tuple[OpenDuty, ...]:
    """Every duty that opens when everyone does all that is asked, the accused included.

    Refusals are tried too where a step waits for one: a fallback opens only then.
    """
    parts = apart(machine)
    if parts[1:]:
        pairs = ((r, duty) for r, part in enumerate(parts) for duty in at_its_fullest(part))
        return tuple(duty._replace(route=r) for r, duty in pairs)
    arena, lawful = _lawful_arena(machine, 0, 0)
    refusals = any(_waits_for_a_refusal(at.when) for r in machine.routes for at in r.steps)
    found: dict[tuple[int, int, int], OpenDuty] = {}
    todo = [start(machine)]
    seen = set(todo)
    for state in todo:
        for duty in open_duties(machine, state):
            key = (duty.route, duty.step, duty.by)
            if key not in found or found[key].strength < duty.strength:
                found[key] = duty
        for branch in _continued(arena, state, lawful):
            if branch.state not in seen and (refusals or branch.events[0].yes):
                seen.add(branch.state)
                todo.append(branch.state)
    return tuple(found[key] for key in sorted(found))


def _waits_for_a_refusal(guard: Guard) -> bool:
    return guard.kind == "blocked" or any(_waits_for_a_refusal(part) for part in guard.parts)
