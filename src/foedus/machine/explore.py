"""The ordered graph: what a side can force, and how long help can take.

Time passes only from one deadline to the next, so every move and every tick adds something that
is never taken back: the graph has no cycles but waiting, and one pass backward decides it. A wait
without a deadline is a run that stays where it is. Since families are up-closed, the deciders of
one side at one step move together: all yes, all no, or wait.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from foedus.machine.duties import open_duties
from foedus.machine.event import CLOSE, TICK, Event
from foedus.machine.machine import Guard, Machine
from foedus.machine.moves import moves_at
from foedus.machine.question import leaves
from foedus.machine.state import State
from foedus.machine.step import start, step
from foedus.terms.diagnostic import Diagnostic
from foedus.terms.errors import CompileError

Goal = Callable[[Machine, State], bool]
Path = tuple[Event, ...]


MOST_STATES = 200_000


def not_too_large(states: int) -> None:
    """Refuse a procedure whose graph is too large to be walked, with both numbers."""
    if states < MOST_STATES:
        return
    raise CompileError(
        (
            Diagnostic(
                "too-large",
                "error",
                f"the procedure has more than {MOST_STATES:,} states ({states:,} were reached)",
                None,
                "an answer would keep everybody waiting",
                "fix some readings with --reading, keep one accused with --accused, "
                "or check the routes one by one",
            ),
        )
    )


OWN_CLOCKS = {"trigger", "appeal", "previous"}


def apart(machine: Machine) -> tuple[Machine, ...]:
    """The routes as machines of their own, where nothing done in one can matter to another.

    The machine itself, where a route waits for a condition, is counted from a step of another,
    or begins with somebody's move.
    """
    steps = [at for route in machine.routes for at in route.steps]
    clocks = {word for at in steps for word in leaves(at.counted_from)}
    tied = any(at.when.kind != "true" for at in steps) or bool(clocks - OWN_CLOCKS)
    if tied or any(_begins_with_a_move(machine, route.trigger) for route in machine.routes):
        return (machine,)
    return tuple(machine._replace(routes=(route,)) for route in machine.routes)


def _begins_with_a_move(machine: Machine, trigger: Guard) -> bool:
    if trigger.kind == "watch":
        watch = machine.watches[trigger.at[0]]
        return not watch.granted and bool(watch.movers)
    return trigger.kind not in ("true", "never", "any", "all") or any(
        _begins_with_a_move(machine, part) for part in trigger.parts
    )


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
        """Whether those who ask can reach the goal whatever the others do.

        Of routes that have nothing to do with each other, one that can be forced is enough.
        """
        parts = apart(self.machine)
        if parts[1:]:
            arenas = (Arena(part, self.asking, self.against, self.goal) for part in parts)
            return any(arena.forces() for arena in arenas)
        return self.wins(start(self.machine), answering=False)

    def wins(self, state: State, *, answering: bool) -> bool:
        """The same from a state; `answering`: it is the other side's turn."""
        key = (state, answering)
        known = self._won.get(key)
        if known is None:
            not_too_large(len(self._won))
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
