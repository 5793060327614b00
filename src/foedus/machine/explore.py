"""The ordered graph: what a side can force, and how long help can take.

Time passes only from one deadline to the next, so every move and every tick adds something that
is never taken back: the graph has no cycles but waiting, and one pass backward decides it. A wait
without a deadline is a run that stays where it is. Since families are up-closed, the deciders of
one side at one step move together: all yes, all no, or wait.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from math import inf
from typing import NamedTuple

from foedus.machine.deadline import pending
from foedus.machine.duties import OWED, RANK, OpenDuty, open_duties
from foedus.machine.event import CLOSE, TICK, WAIT, Event
from foedus.machine.guard import open_tracks
from foedus.machine.machine import Machine
from foedus.machine.moves import moves_at
from foedus.machine.state import State, marked
from foedus.machine.step import start, step

Goal = Callable[[Machine, State], bool]
Path = tuple[Event, ...]


class Branch(NamedTuple):
    """One joint move and where it leads."""

    events: Path
    state: State


@dataclass
class Arena:
    """A machine split into those who ask, and everyone who may work against them.

    Attributes
    ----------
    machine : Machine
    asking, against : int
        Masks. Whoever is in neither makes no move at all.
    goal : Goal
        Reached for good when it holds after the other side has answered.
    """

    machine: Machine
    asking: int
    against: int
    goal: Goal
    _won: dict[tuple[State, bool], bool] = field(default_factory=dict)

    def forces(self) -> bool:
        """Whether those who ask can reach the goal whatever the others do."""
        return self.wins(start(self.machine), answering=False)

    def wins(self, state: State, *, answering: bool) -> bool:
        """The same from a state; `answering`: it is the other side's turn."""
        key = (state, answering)
        known = self._won.get(key)
        if known is None:
            known = self._answered(state) if answering else self._asked(state)
            self._won[key] = known
        return known

    def _asked(self, state: State) -> bool:
        moved = (self.wins(b.state, answering=False) for b in self.branches(state, self.asking))
        return self.wins(state, answering=True) or any(moved)

    def _answered(self, state: State) -> bool:
        if not all(
            self.wins(branch.state, answering=False)
            for branch in self.branches(state, self.against)
        ):
            return False
        if self.goal(self.machine, state):
            return True
        later = self.time_passes(state)
        return later is not None and self.wins(later.state, answering=False)

    def branches(self, state: State, side: int) -> Iterator[Branch]:
        """The joint moves of a side that change something."""
        for who, move in moves_at(self.machine, state, side):
            event = move._replace(by=who)
            after = step(self.machine, state, event)
            if after != state:
                yield Branch((event,), after)

    def time_passes(self, state: State) -> Branch | None:
        """What happens when nobody moves: a vote closes, the next deadline passes, or nothing."""
        for event in (CLOSE, TICK):
            after = step(self.machine, state, event)
            if after != state:
                return Branch((event,), after)
        return None

    def refutation(self) -> Path:
        """The shortest run on which those who ask do what they can and still fail.

        Those who ask agree to everything they are asked for; the others answer with what keeps
        them from the goal. Ends where nothing more can happen but waiting.
        """
        todo: list[tuple[Path, State, bool]] = [((), start(self.machine), False)]
        seen = set()
        for path, state, answering in todo:
            if (state, answering) in seen:
                continue
            seen.add((state, answering))
            if not answering:
                helpful = [b for b in self.branches(state, self.asking) if b.events[0].yes]
                todo += [(path + b.events, b.state, False) for b in helpful]
                if not helpful:
                    todo.append((path, state, True))
                continue
            spoiling = [
                b
                for b in self.branches(state, self.against)
                if not self.wins(b.state, answering=False)
            ]
            todo += [(path + b.events, b.state, False) for b in spoiling]
            later = self.time_passes(state)
            if later is None and not spoiling:
                return path
            if later is not None and not self.wins(later.state, answering=False):
                todo.append((path + later.events, later.state, False))
        return ()


def word_given(machine: Machine, helpers: int, strength: int) -> Goal:
    """The goal *owed*, or a lesser word: some of `helpers` are bound at least this strongly."""

    def reached(machine: Machine, state: State) -> bool:
        return any(
            duty.by & helpers and duty.strength >= strength for duty in open_duties(machine, state)
        )

    return reached


class Bound(NamedTuple):
    """The latest hour at which help is due over lawful runs; infinite where there is no bound.

    `measured` is False for *at once*; `path` is a run with that hour, or without a bound.
    """

    hour: float
    measured: bool
    path: Path


def slowest_help(machine: Machine, helpers: int, strength: int) -> Bound:
    """How late help can be due, over every run inside the text.

    The hour a duty opens plus its own time; of several routes and helpers, the first. A run
    refused by a lawful vote is left out (minus infinity if all are). Voting, finding and
    attending are free moves, so waiting without a deadline counts as no bound, unless a lawful
    party has a duty to move.
    """
    arena, lawful = _lawful_arena(machine, helpers, strength)
    known: dict[State, Bound] = {}

    def bound(state: State) -> Bound:
        if state not in known:
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


def fastest_help(machine: Machine, helpers: int, strength: int) -> float:
    """The earliest hour at which help can be owed over the same runs; infinite if it never is."""
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
    """Whether a lawful party owes a move that is open now."""
    return any(
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


def endless_wait(machine: Machine, helpers: int, strength: int) -> Path | None:
    """A lawful run on which a route that began waits for ever, or None."""
    arena, lawful = _lawful_arena(machine, helpers, strength)
    for path, state in _runs(arena, lawful):
        waits = any(alive(machine, state, r) for r in range(len(machine.routes)))
        ends = _bound_to_end(machine, state) or _must_move(machine, state, lawful)
        if waits and not ends and not arena.goal(machine, state):
            return path
    return None


def dead_end(machine: Machine, helpers: int, strength: int) -> Path | None:
    """A run to a state where something is waited for and nobody can do anything, or None.

    Only a condition of its own, or a step that belongs to nobody, can leave a step to nobody: an
    open vote, finding, talk or appeal always has a party that has not moved.
    """
    steps = [at for route in machine.routes for at in route.steps]
    if all(at.when.kind == "true" and at.deciders for at in steps):
        return None
    arena, lawful = _lawful_arena(machine, helpers, strength)
    for path, state in _runs(arena, lawful):
        waits = any(alive(machine, state, r) for r in range(len(machine.routes)))
        ends = _bound_to_end(machine, state) or arena.goal(machine, state)
        if waits and not ends and next(_continued(arena, state, lawful), None) is None:
            return path
    return None


def _runs(arena: Arena, lawful: int) -> Iterator[tuple[Path, State]]:
    """Every reachable state before help is owed, with a shortest run to it."""
    first = start(arena.machine)
    todo: list[tuple[Path, State]] = [((), first)]
    seen = {first}
    for path, state in todo:
        yield path, state
        if arena.goal(arena.machine, state):
            continue
        for branch in _continued(arena, state, lawful):
            if branch.state not in seen:
                seen.add(branch.state)
                todo.append((path + branch.events, branch.state))


def at_its_fullest(machine: Machine) -> tuple[OpenDuty, ...]:
    """Every duty that opens when everyone does all that is asked, the accused included."""
    arena, lawful = _lawful_arena(machine, 0, 0)
    found: dict[tuple[int, int, int], OpenDuty] = {}
    for _, state in _runs(replace(arena, goal=lambda *_: False), lawful):
        for duty in open_duties(machine, state):
            key = (duty.route, duty.step, duty.by)
            if key not in found or found[key].strength < duty.strength:
                found[key] = duty
    return tuple(found[key] for key in sorted(found))
