"""The incident as written: dated events, who did what, and apart from them what followed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic_core import PydanticCustomError, ValidationError, core_schema

from foedus.document.read import Tree, read_file
from foedus.document.treaty import Source, is_a_day
from foedus.ideas.clock import Duration
from foedus.ideas.form import Form, Limits, Written
from foedus.ideas.known import Id, Text, VersionLike
from foedus.ideas.shape import ByShape
from foedus.terms import words
from foedus.terms.diagnostic import Diagnostic, nearest
from foedus.terms.errors import DocumentError

ACTS = ("appeal", "attend", "find", "vote", "assist", "report", "declare_void")
HELP = Literal["owed", "permitted", "given", "blocked", "void", "not_called", "nothing_owed"]


def _moment(value: Any) -> Duration | datetime:
    if isinstance(value, str):
        if m := re.fullmatch(r"(\d{1,6}) ?(h|d|w)", value):
            return Duration(int(m[1]), m[2])  # type: ignore[arg-type]
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2})?", value):
            try:
                return datetime.fromisoformat(value)
            except ValueError:
                pass
    raise PydanticCustomError(
        "wrong-moment",
        "{what}",
        {
            "what": f"{value!r} is not a moment of the incident",
            "why": "without it the deadlines of the text cannot be counted",
            "mend": "write '6 h' or '3 d' after the start, or a date such as 1914-08-04T14:00",
        },
    )


def _does(value: Any) -> str:
    known = words.known("events") | set(ACTS)
    if isinstance(value, str) and value in known:
        return value
    near = nearest(value, known) if isinstance(value, str) else None
    raise PydanticCustomError(
        "unknown-event",
        "{what}",
        {
            "what": f"{value!r} is neither an event word nor a move of a procedure",
            "why": "what cannot be recognised can have no effect under a text",
            "mend": f"did you mean {near!r}?" if near else f"moves: {', '.join(ACTS)}",
        },
    )


Names = Annotated[
    tuple[str, ...],
    ByShape(
        forms=(("text", Id), ("list", list[Id])),
        expected="a party or a list of parties",
        why="it must be clear who did it",
        join=lambda v: (v,) if isinstance(v, str) else tuple(v),
    ),
]


class Occurrence(Form):
    """One event: when, by whom, what, against whom, where; a vote's answer; what was given.

    `route` names the route an act belongs to, where it could be done on more than one: a state may
    find for itself what it denies as a member of a council.
    """

    at: Annotated[Duration | datetime, Written(_moment, core_schema.str_schema())]
    by: Names
    does: Annotated[str, Written(_does, core_schema.str_schema())]
    answer: Literal["yes", "no"] = "yes"
    act: Id | None = None
    against: Names = ()
    area: Id | None = None
    route: Id | None = None
    tests: list[Id] = []
    says: Names = ()
    known: Annotated[Duration | datetime, Written(_moment, core_schema.str_schema())] | None = None
    note: Text = ""


class Record(Form):
    """What really followed, with sources."""

    help: HELP
    says: Text
    sources: list[str] = []


class Incident(Form):
    """An incident: real or hypothetical, with a victim and an accused."""

    foedus: VersionLike
    incident: Id
    title: Text
    dated: Annotated[str, Limits(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    hypothetical: bool = False
    treaty: str | None = None
    victim: Id
    accused: Id
    says: Text = ""
    sources: dict[Id, Source] = {}
    events: Annotated[list[Occurrence], Limits(least=1)]
    record: Record | None = None

    def check_form(self) -> None:
        """Refuse what no reader could make sense of."""
        is_a_day(self.dated)

    def hour(self, moment: Duration | datetime) -> int:
        """Hours from the start of the incident."""
        start = datetime.fromisoformat(self.dated)
        if isinstance(moment, Duration):
            return moment.hours(start.date())
        return int((moment - start).total_seconds() // 3600)


@dataclass(frozen=True)
class IncidentText:
    """An incident with its place in a file."""

    id: str
    incident: Incident
    tree: Tree


def load_incident(path: Path) -> IncidentText:
    """Read an incident.

    Raises
    ------
    DocumentError
        The file cannot be read or is not an incident; carries every fault with its place.
    """
    return incident_from(read_file(path))


def incident_from(tree: Tree) -> IncidentText:
    """Check a document that was read as an incident."""
    if "incident" not in tree.data and "treaty" in tree.data and "articles" in tree.data:
        raise DocumentError(
            (
                Diagnostic(
                    "wrong-document",
                    "error",
                    "this is a treaty, and an incident is needed here",
                    tree.key_span(("treaty",)),
                    "a treaty has no dated events to run",
                    "give the treaty first and the incident second: foedus trace TREATY INCIDENT",
                ),
            )
        )
    try:
        incident: Incident = Incident.read(tree.data)
    except ValidationError as error:
        from foedus.document.faults import faults  # noqa: PLC0415 - only a faulty document

        raise DocumentError(faults(error, tree, form=Incident)) from None
    hours = [incident.hour(event.at) for event in incident.events]
    found = [
        Diagnostic(
            "events-out-of-order",
            "error",
            f"event {n + 1} happens before event {n}",
            tree.value_span(("events", n, "at")),
            "a procedure runs forward: an earlier event cannot follow a later one",
            "put the events in the order in which they happened",
        )
        for n in range(1, len(hours))
        if hours[n] < hours[n - 1]
    ]
    found += [
        Diagnostic(
            "before-the-start",
            "error",
            "this event happens before the incident starts",
            tree.value_span(("events", n, "at")),
            "hours are counted from `dated`",
            "move `dated` to the day of the first event",
        )
        for n, hour in enumerate(hours)
        if hour < 0
    ]
    if found:
        raise DocumentError(tuple(found))
    return IncidentText(incident.incident, incident, tree)
