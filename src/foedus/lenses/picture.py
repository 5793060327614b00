"""Draw the ordered graph of a procedure: the same one that the check explores."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.answers.picture import Edge, Kind, Node, Picture
from foedus.compiler.cases import pairs
from foedus.compiler.law import Options
from foedus.compiler.promise import Promise, promise
from foedus.document.load import Text
from foedus.machine.explore import Branch
from foedus.machine.guard import open_tracks
from foedus.machine.lawful import alive
from foedus.machine.machine import Machine
from foedus.machine.question import Choices, OpenQuestion
from foedus.machine.state import State
from foedus.machine.step import start
from foedus.terms.diagnostic import Diagnostic
from foedus.terms.errors import UsageError

MOST = 400
FEW = 3
ANSWERS = {"find": ("finds it so", "denies it"), "vote": ("agrees", "refuses")}
WAITS = {
    "appeal": "appeal awaited",
    "determine": "finding awaited",
    "consult": "talks open",
    "decide": "decision awaited",
}


def picture(text: Text, accused: str | None, fixed: Mapping[str, str]) -> Picture:
    """The ordered graph of the first guarantee that promises help, open questions at first label.

    Raises
    ------
    UsageError
        The text promises no help against this accused, so there is nothing to draw.
    """
    for case in sorted(pairs(text, accused), key=lambda c: c.accused not in text.treaty.parties):
        made: dict[str, str] = {**text.fixed, **fixed}
        while True:
            try:
                found = promise(text, case, made, Options())
                if found is None:
                    break
                return _drawn(text, case.victim, case.accused, made, found)
            except OpenQuestion as open_:
                made[open_.question.name] = open_.question.labels[0]
    raise UsageError(
        (
            Diagnostic(
                "nothing-to-draw",
                "error",
                f"{text.id} promises no help" + (f" against {accused}" if accused else ""),
                None,
                "a picture shows the way from an appeal to help",
                "choose another accused, or another text",
            ),
        )
    )


def _drawn(text: Text, victim: str, accused: str, made: Choices, found: Promise) -> Picture:
    machine = found.machine
    arena = found.arena(machine.accused)
    first = start(machine)
    states: dict[State, str] = {first: "s0"}
    todo, edges = [first], []
    for state in todo:
        if arena.goal(machine, state) or len(states) > MOST:
            continue
        branches = [
            b for side in (arena.asking, arena.against) for b in arena.branches(state, side)
        ]
        later = arena.time_passes(state)
        for branch in [*branches, *([later] if later else [])]:
            if branch.state not in states:
                states[branch.state] = f"s{len(states)}"
                todo.append(branch.state)
            edge = Edge(states[state], states[branch.state], _label(machine, branch))
            if edge not in edges:
                edges.append(edge)
    nodes = tuple(
        _node(found, name, state, is_start=state == first) for state, name in states.items()
    )
    asked = ", ".join(f"{q}: {label}" for q, label in made.items())
    title = f"{text.id}, {victim} attacked, {accused} accused" + (f" ({asked})" if asked else "")
    return Picture(title, nodes, tuple(edges))


def _label(machine: Machine, branch: Branch) -> str:
    event = branch.events[0]
    if event.word == "tick":
        return f"hour {branch.state.hour}: time is over"
    if event.word == "close":
        return "the vote closes"
    names = machine.names(event.by)
    who = ", ".join(names) if len(names) <= FEW else f"{len(names)} parties"
    if event.word in ANSWERS:
        return f"{who}: {ANSWERS[event.word][0 if event.yes else 1]}"
    said = {"attend": "comes", "appeal": "appeals", "occur": "acts"}.get(event.word, event.word)
    return f"{who}: {said}"


def _node(found: Promise, name: str, state: State, *, is_start: bool) -> Node:
    machine = found.machine
    if found.goal(machine, state):
        return Node(name, f"help owed, hour {state.hour}", "help", machine.routes[0].article)
    waits = [
        (WAITS.get(at.kind, at.kind), at.article)
        for r, route in enumerate(machine.routes)
        for k, at in enumerate(route.steps)
        if alive(machine, state, r) and open_tracks(state, r, k)
    ]
    if waits:
        label = " · ".join(dict.fromkeys(said for said, _ in waits))
        kind: Kind = "start" if is_start else "waiting"
        return Node(name, f"{label}, hour {state.hour}", kind, waits[0][1])
    if any(alive(machine, state, r) for r in range(len(machine.routes))):
        return Node(name, f"waits, hour {state.hour}", "waiting")
    if not any(now.since >= 0 for now in state.routes):
        return Node(name, "not called on", "start" if is_start else "end")
    return Node(name, f"ended, hour {state.hour}", "end")
