"""An incident run through the text: how it comes out in each reading, and where readings part."""

from __future__ import annotations

from collections.abc import Sequence

from foedus.answers.trace import Happened, Recorded, Run, Trace
from foedus.present import runs
from foedus.present import wording as say
from foedus.present.html import strings
from foedus.present.html.breaks import story
from foedus.present.html.captions import Numbering, figure, row, state, table
from foedus.present.html.element import Node, Raw, h
from foedus.present.html.marks import mark
from foedus.present.html.readings import any_of
from foedus.present.html.timeline import table as duties_table
from foedus.present.html.timeline import timeline
from foedus.present.naming import capital, listed, number

MOST_SHOWN = 3
"""Courses told and drawn; all of them are in the table."""


def incident(trace: Trace | None, numbering: Numbering) -> Node:
    """The incident, its outcome in each reading, and the clearest courses with their duties."""
    if trace is None:
        return state(strings.NO_INCIDENT)
    roles = strings.ROLES.format(
        victim=capital(say.name(trace.victim, trace.parties)),
        accused=say.name(trace.accused, trace.parties),
    )
    shown = apart(trace.runs)[:MOST_SHOWN]
    more = len(trace.runs) - len(shown)
    further = strings.MORE_RUNS[more != 1].format(n=number(more))
    return [
        h("h3", trace.title),
        h("p", f"{roles} {strings.HYPOTHETICAL}" if trace.hypothetical else roles),
        h("p", runs.courses_sentence(trace)),
        _outcomes(trace, numbering),
        _parts(trace),
        [_run(run, trace, numbering) for run in shown],
        h("p", capital(further), class_="small") if more else None,
        _record(trace.record, trace),
    ]


def apart(runs: Sequence[Run]) -> list[Run]:
    """The first run of each outcome, since others differ only in how they come to it."""
    found: dict[object, Run] = {}
    for run in runs:
        found.setdefault((run.outcome.help, run.outcome.blocked_by, run.outcome.barred), run)
    return list(found.values())


def _outcomes(trace: Trace, numbering: Numbering) -> Raw:
    columns = strings.OUTCOME_COLUMNS
    rows = [
        row(
            columns,
            any_of(run.reading, trace.parties),
            runs.outcome_sentence(run.outcome, trace.parties),
            runs.outside_sentence(run.outcome) or strings.NONE,
        )
        for run in trace.runs
    ]
    return table(numbering.table(), strings.OUTCOMES, columns, rows, "st")


def _run(run: Run, trace: Trace, numbering: Numbering) -> Raw:
    blocked = run.outcome.help in ("blocked", "void")
    return h(
        "section",
        h(
            "div",
            h("h3", strings.COURSE.format(n=trace.runs.index(run) + 1, of=len(trace.runs))),
            h("div", any_of(run.reading, trace.parties), class_="q"),
            story(run.story, trace.parties, trace.victim) if run.story else None,
            class_="told stack",
        ),
        h(
            "p",
            runs.outcome_sentence(run.outcome, trace.parties),
            class_="answer" if blocked else "answer plain",
        ),
        _without_effect(run, trace),
        _duties(run, trace, numbering),
        class_="finding stack",
    )


def _parts(trace: Trace) -> Raw:
    """Where readings part: the real dispute, marked where it is about a silence."""
    found = trace.diverges_at
    if found is None:
        return h("p", strings.NEVER_PARTS)
    said = runs.divergence_sentence(found, trace.parties)
    silent = "/" in found.question
    return h("p", h("span", mark("silent"), " ", class_="v-silent") if silent else None, said)


def _duties(run: Run, trace: Trace, numbering: Numbering) -> Node:
    """The duties of a run as a figure, with the same as a table."""
    if not run.obligations:
        return None
    n = numbering.figure()
    title = strings.TIMELINE_TITLE.format(incident=trace.title)
    picture = timeline(run, title=title, name=f"timeline-{n}")
    return figure(n, strings.TIMELINE_CAPTION, picture, duties_table(run))


def _without_effect(run: Run, trace: Trace) -> Node:
    """Events of the incident that change nothing under the text, by the reason why."""
    reasons: dict[str, list[Happened]] = {}
    for one in run.events:
        if not one.accepted:
            reasons.setdefault(one.because, []).append(one)
    rows = []
    for why, events in reasons.items():
        told = " ".join(
            strings.AT_DAY.format(
                when=say.day(one.hour),
                said=runs.happened_sentence(one, trace.parties, trace.victim),
            )
            for one in events
        )
        because = strings.BECAUSE.format(why=say.plain(why, trace.parties)) if why else "."
        rows.append(h("li", strings.WITHOUT_EFFECT.format(because=because), " ", told))
    return h("ul", rows, class_="list small") if rows else None


def _record(record: Recorded | None, trace: Trace) -> Node:
    """What really followed, with its sources."""
    if record is None:
        return None if trace.hypothetical else h("p", strings.NO_RECORD, class_="small")
    courses = listed(str(place + 1) for place in record.agrees)
    agrees = strings.AGREES.format(courses=courses) if courses else strings.AGREES_WITH_NONE
    sources = [h("li", one) for one in record.sources]
    return [
        h("h3", strings.RECORD),
        h("p", record.says),
        h("p", f"{runs.HELP[record.help]}. {agrees}"),
        h("ul", sources, class_="list small") if sources else None,
    ]
