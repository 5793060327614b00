"""A second walk of the plain graph: one party at a time, no counting, no joint moves.

It shares `start`, `step` and `legal` with the program and nothing of its search.
"""

from __future__ import annotations

from foedus.compiler.promise import Promise
from foedus.machine.duties import open_duties
from foedus.machine.event import Event
from foedus.machine.machine import Machine
from foedus.machine.moves import legal
from foedus.machine.state import State
from foedus.machine.step import start, step

LARGEST = 1_500


class TooLarge(Exception):
    """The plain graph of this case has more states than a test can wait for."""


class PlainWalk:
    """Whether `asking` can reach a word of this strength whatever `against` does."""

    def __init__(self, found: Promise, asking: int, against: int) -> None:
        self.found, self.machine = found, found.machine
        self.asking, self.against = asking, against
        self.known: dict[tuple[State, int], bool] = {}

    def forces(self) -> bool:
        return self.from_state(start(self.machine))

    def from_state(self, state: State) -> bool:
        return self._at(state, 0)

    def reached(self, state: State) -> bool:
        return any(
            duty.by & self.found.helpers and duty.strength >= self.found.strength
            for duty in open_duties(self.machine, state)
        )

    def _at(self, state: State, turn: int) -> bool:
        key = (state, turn)
        if key not in self.known:
            if len(self.known) > LARGEST:
                raise TooLarge
            self.known[key] = self._asking(state) if turn == 0 else self._answering(state)
        return self.known[key]

    def _asking(self, state: State) -> bool:
        return self._at(state, 1) or any(
            self._at(after, 0) for after in self._after(state, self.asking)
        )

    def _answering(self, state: State) -> bool:
        if not all(self._at(after, 0) for after in self._after(state, self.against)):
            return False
        if self.reached(state):
            return True
        for event in (Event(0, "close"), Event(0, "tick")):
            after = step(self.machine, state, event)
            if after != state:
                return self._at(after, 0)
        return False

    def _after(self, state: State, side: int) -> list[State]:
        events = [e for e in legal(self.machine, state) if e.by & side]
        events = [e for e in events if e.word not in ("assist", "report")]
        states = [step(self.machine, state, event) for event in events]
        return [after for after in states if after != state]


def parties_of(machine: Machine) -> list[int]:
    """The bits of all parties of a machine."""
    return [1 << k for k in range(len(machine.parties))]
