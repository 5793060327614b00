"""Run an incident through a text, over every reading, on the same machine as the check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from foedus.answers.trace import Divergence, Happened, Obligation, Outcome, Recorded, Run, Trace
from foedus.answers.verdict import Leaf, failing_sets
from foedus.compiler.law import compile_whole, guarantees
from foedus.compiler.places import ways
from foedus.compiler.reading import Reading
from foedus.document.incident import IncidentText
from foedus.document.load import Text
from foedus.lenses.check import fits, named
from foedus.lenses.course import Course, said_of, take
from foedus.lenses.obligations import obligations, outcome
from foedus.lenses.readings import Tree, over_readings
from foedus.lenses.story import tell_moves
from foedus.machine.duties import RANK
from foedus.machine.event import CLOSE, TICK
from foedus.machine.family import bits
from foedus.machine.machine import Machine
from foedus.machine.moves import legal
from foedus.machine.question import Choices
from foedus.machine.state import State
from foedus.machine.step import start
from foedus.terms.diagnostic import Diagnostic, nearest
from foedus.terms.errors import UsageError


def trace(
    text: Text,
    incident: IncidentText,
    *,
    accused: str | None = None,
    fixed: Mapping[str, str] | None = None,
) -> Trace:
    """Run an incident through a text.

    Parameters
    ----------
    text : Text
    incident : IncidentText
    accused : str, optional
        Whom the incident must accuse.
    fixed : mapping of question to label, optional
        Readings chosen beforehand.

    Raises
    ------
    UsageError
        The incident names a victim or an area that the text does not know.
    """
    story = incident.incident
    fits(text, accused, fixed or {})
    _fits(text, incident)
    if accused not in (None, story.accused):
        raise UsageError((_another_accused(story.accused, accused or ""),))
    chosen = {**text.fixed, **(fixed or {})}
    tree = over_readings(lambda made: (None, _run(text, incident, made)), chosen)
    groups: dict[object, list[Leaf]] = {}
    for leaf in tree.leaves:
        run: Run = leaf.detail[0]
        groups.setdefault((run.events, run.outcome, run.story), []).append(leaf)
    runs = tuple(
        replace(
            leaves[0].detail[0],
            reading=_under(tree, leaves) if len(groups) > 1 else (),
            obligations=_shared([leaf.detail[0] for leaf in leaves]),
        )
        for leaves in groups.values()
    )
    moves = tuple(leaves[0].detail[1] for leaves in groups.values())
    record = None
    if story.record is not None:
        agrees = tuple(n for n, run in enumerate(runs) if run.outcome.help == story.record.help)
        record = Recorded(
            story.record.help, story.record.says, tuple(story.record.sources), agrees
        )
    return Trace(
        text.id,
        incident.id,
        story.title,
        story.victim,
        story.accused,
        named(text),
        runs,
        _divergence(tree, incident),
        moves,
        record,
        story.hypothetical,
    )


def _another_accused(named: str, wanted: str) -> Diagnostic:
    return Diagnostic(
        "another-accused",
        "error",
        f"the incident accuses {named!r}, not {wanted!r}",
        None,
        "what happened in it would then be told of somebody else",
        "leave --accused out, or write another incident",
    )


def _fits(text: Text, incident: IncidentText) -> None:
    story, faults = incident.incident, []
    known = [*text.treaty.parties, "outsider"]
    for role in ("victim", "accused"):
        name = getattr(story, role)
        if name not in known:
            near = nearest(name, known)
            mend = (
                f"did you mean {near!r}?" if near else f"parties of the text: {', '.join(known)}"
            )
            faults.append(
                Diagnostic(
                    "unknown-party",
                    "error",
                    f"the {role} {name!r} is not a party of {text.id}",
                    incident.tree.value_span((role,)),
                    "a text owes nothing to, and asks nothing of, a state it does not name",
                    f"{mend}; a state outside the text is called 'outsider'",
                )
            )
    for n, event in enumerate(story.events):
        if event.area is not None and event.area not in text.treaty.areas:
            faults.append(
                Diagnostic(
                    "unknown-area",
                    "error",
                    f"{text.id} has no area {event.area!r}",
                    incident.tree.value_span(("events", n, "area")),
                    "whether the event lies inside the promise cannot be told",
                    f"areas of the text: {', '.join(text.treaty.areas) or 'none'}; or leave out",
                )
            )
        routes = sorted(
            {
                way
                for place in guarantees(text, "guarantee", "consultation")
                for way, _, _ in ways(place)
            }
        )
        if event.route is not None and event.route not in routes:
            faults.append(
                Diagnostic(
                    "unknown-route",
                    "error",
                    f"{text.id} has no route {event.route!r}",
                    incident.tree.value_span(("events", n, "route")),
                    "where the act belongs cannot be told",
                    f"routes of the text: {', '.join(routes)}; or leave out",
                )
            )
    if faults:
        raise UsageError(tuple(faults))


Snapshot = frozenset[tuple[str, str, str, str]]
Found = tuple[Run, tuple[tuple[str, tuple[str, ...]], ...], tuple[Snapshot, ...]]


def _run(text: Text, incident: IncidentText, made: Choices) -> Found:
    story = incident.incident
    reading = Reading(text, made, story.victim, story.accused)
    machine = compile_whole(reading)
    if machine is None:
        nothing = Outcome("nothing_owed", None)
        happened = tuple(
            Happened(story.hour(e.at), e.by, e.does, "", False, "no article covers it")
            for e in story.events
        )
        return Run((), happened, (), nothing, ()), (), ()
    first = start(machine)
    course = Course(machine, first, first)
    snapshots = []
    for event in story.events:
        course.wait(story.hour(event.at))
        take(reading, course, event, story.hour(event.at))
        snapshots.append(_live(obligations(machine, course.state)))
    while course.apply(TICK) or course.apply(CLOSE):
        pass
    duties = obligations(machine, course.state)
    run = Run(
        (),
        tuple(course.happened),
        duties,
        outcome(reading, machine, [after for _, _, after in course.moves] or [course.state]),
        tell_moves(machine, first, course.moves),
    )
    return run, _moves(machine, course.state), tuple(snapshots)


def _moves(machine: Machine, state: State) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What each party may lawfully do next."""
    out: dict[str, dict[str, None]] = {}
    sides = machine.victim | machine.accused
    for event in legal(machine, state):
        if event.word == "assist" and event.by & sides:
            continue
        for bit in bits(event.by):
            name = machine.names(bit)[0]
            if len(event.at) > 1:
                at = machine.routes[event.at[0]].steps[event.at[1]]
                answer = (" yes" if event.yes else " no") if event.word in ("vote", "find") else ""
                act = f" {event.act}" if event.act else ""
                said = f"{event.word}{answer}{act} (article {at.article})"
            elif event.word == "occur":
                said = machine.watches[event.at[0]].word
            else:
                said = event.word
            out.setdefault(name, {}).setdefault(said)
    return tuple((name, tuple(moves)) for name, moves in out.items())


def _under(tree: Tree, leaves: list[Leaf]) -> tuple[tuple[object, ...], ...]:
    mine = {id(leaf) for leaf in leaves}
    marked = [Leaf(leaf.choices, id(leaf) not in mine) for leaf in tree.leaves]
    return failing_sets(marked, tree.asked)


def _shared(runs: list[Run]) -> tuple[Obligation, ...]:
    """The obligations of runs that are otherwise alike; where due hours part, none is given."""
    first, *others = (run.obligations for run in runs)
    if any(len(other) != len(first) for other in others):
        return first
    columns = zip(first, *others, strict=True)
    return tuple(
        rows[0]
        if len({row.due for row in rows}) == 1
        else replace(rows[0], due=None, reason=rows[0].reason or "when its clock starts is open")
        for rows in columns
    )


def _live(duties: tuple[Obligation, ...]) -> Snapshot:
    return frozenset(
        (duty.by, duty.what, duty.duty, duty.status)
        for duty in duties
        if duty.since is not None and RANK.get(duty.duty, 0) >= RANK["may"]
    )


def _divergence(tree: Tree, incident: IncidentText) -> Divergence | None:
    """The first event after which readings of one question give some party different duties."""
    story = incident.incident
    readings_first = sorted(tree.questions.values(), key=lambda q: q.kind == "silence")
    for n, event in enumerate(story.events):
        for question in readings_first:
            seen: dict[str, set[Snapshot]] = {}
            for leaf in tree.leaves:
                snapshots = leaf.detail[2]
                if question.name in leaf.choices and n < len(snapshots):
                    seen.setdefault(leaf.choices[question.name], set()).add(snapshots[n])
            if len(seen) > 1 and len({frozenset(s) for s in seen.values()}) > 1:
                hour = story.hour(event.at)
                return Divergence(n, hour, said_of(event), question.name, tuple(seen))
    return None
