"""One course of an incident: each event is given to the machine, and what came of it is noted."""

from __future__ import annotations

from dataclasses import dataclass, field

from foedus.answers.trace import Happened
from foedus.compiler.facts import sees
from foedus.compiler.reading import Reading
from foedus.document.incident import Occurrence
from foedus.machine.deadline import pending
from foedus.machine.event import TICK, Event
from foedus.machine.machine import Machine, Step
from foedus.machine.state import State
from foedus.machine.step import settle, step
from foedus.terms import words

MOVES = {
    "appeal": "appeal",
    "attend": "attend",
    "find": "find",
    "vote": "vote",
    "report": "report",
}


@dataclass
class Course:
    """One course of an incident, as it unfolds.

    `moves` holds each event the machine took, with the states before and after it.
    """

    machine: Machine
    first: State
    state: State
    moves: list[tuple[Event, State, State]] = field(default_factory=list)
    happened: list[Happened] = field(default_factory=list)

    def apply(self, event: Event) -> bool:
        """Take an event; False if the machine refuses it."""
        after = step(self.machine, self.state, event)
        if after == self.state:
            return False
        self.moves.append((event, self.state, after))
        self.state = after
        return True

    def wait(self, hour: int) -> None:
        """Let time pass: every deadline before an hour takes its effect."""
        while ahead := [d.hour + (not d.opens) for d in pending(self.machine, self.state)]:
            if min(ahead) > hour or not self.apply(TICK):
                break
        if hour > self.state.hour:
            self.state = settle(self.machine, self.state._replace(hour=hour))


def take(reading: Reading, course: Course, event: Occurrence, hour: int) -> None:
    """Give an event to the machine, and note what it made of it."""
    strangers = [name for name in event.by if name not in reading.parties]
    by = sum(reading.bit(name) for name in event.by if name in reading.parties)
    path, because = "", "" if by else f"{', '.join(strangers)} is not a party of this text"
    accepted = False
    candidates = _candidates(reading, course.machine, event)
    if all(move is None for move, _ in candidates):
        because = because or next((reason for _, reason in candidates), "")
    for move, _ in candidates:
        if move is not None and by and course.apply(move._replace(by=by)):
            accepted = True
            path = (
                course.machine.routes[move.at[0]].steps[move.at[1]].path
                if len(move.at) > 1
                else ""
            )
    if not accepted and not because:
        because = "the text waits for no such act from them now"
    course.happened.append(
        Happened(hour, event.by, said_of(event), path, accepted, "" if accepted else because)
    )


def said_of(event: Occurrence) -> str:
    """What an event of an incident is, in the words of the language."""
    if event.does in ("vote", "find"):
        return f"{event.does} {event.answer}"
    return f"{event.does} {event.act}" if event.act else event.does


def _candidates(
    reading: Reading, machine: Machine, event: Occurrence
) -> list[tuple[Event | None, str]]:
    """The machine's events that an event of the incident could be."""
    yes = event.answer == "yes"
    if event.does in MOVES or event.does == "assist":
        kinds = {"attend": "consult", "find": "determine", "vote": "decide"}
        kind = kinds.get(event.does, event.does)
        out: list[tuple[Event | None, str]] = []
        for r, route in enumerate(machine.routes):
            for k, at in enumerate(route.steps if event.route in (None, route.name) else ()):
                if at.kind == kind or (event.does == "vote" and at.kind == "assist" and not yes):
                    move = Event(0, event.does, yes, (r, k), event.act or "")  # type: ignore[arg-type]
                    wanting = _wanting(at, event)
                    out.append((None, wanting) if wanting else (move, ""))
        if event.does == "find":
            out += [(Event(0, "find", yes, (n,)), "") for n in range(len(machine.findings))]
        if event.does == "assist":
            out += [
                (Event(0, "occur", at=(n,)), "")
                for n, watch in enumerate(machine.watches)
                if watch.word == "assistance"
            ]
        return out
    if event.does == "declare_void":
        return [(Event(0, "declare_void", at=(g,)), "") for g in range(len(machine.voids))]
    seen = [(n, sees(reading, machine, watch, event)) for n, watch in enumerate(machine.watches)]
    if not seen:
        return [(None, "the text has no condition on it")]
    near = [reason for _, reason in seen if reason and not reason.startswith("it is not")]
    out = [(Event(0, "occur", True, (n,), event.does), "") for n, why in seen if why is None]
    return out or [(None, near[0] if near else "the text has no condition on it")]


def _wanting(at: Step, event: Occurrence) -> str:
    """What an act of the incident lacks to be the act that a step asks for; nothing if it is.

    A finding that says what was found must say all that the step asks; help that says what was
    given must be among the means the step lists, where it lists them.
    """
    if event.does == "find" and event.answer == "yes" and event.tests:
        missing = [test for test in at.finds if test not in event.tests]
        return f"it was not found to be {', '.join(missing)}" if missing else ""
    if event.does == "assist" and event.act:
        listed = {act for act, _ in at.duty}
        counting = listed.union(*(words.bans(act) for act in listed if act))
        if "" not in counting and event.act not in counting and "other" not in counting:
            return f"{words.act(event.act).title} is not among the means"
    return ""
