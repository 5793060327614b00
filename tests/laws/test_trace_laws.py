"""A trace is a path of the machine: every event it takes was a legal move just before."""

from __future__ import annotations

import pytest

from foedus.compiler.law import compile_whole
from foedus.compiler.reading import Reading
from foedus.lenses.course import Course, take
from foedus.lenses.readings import over_readings
from foedus.library.find import ids, incident, treaty
from foedus.machine.family import bits
from foedus.machine.moves import legal
from foedus.machine.step import start, step

CASES = [
    ("istanbul-2022-04-15", "kharkiv-attack"),
    ("istanbul-2022-04-15@UKR", "kharkiv-attack"),
    ("istanbul-2022-03-29", "kharkiv-attack"),
]
CASES += [
    (story.incident.treaty, story.id)
    for story in map(incident, ids("incidents"))
    if story.incident.treaty and story.id != "kharkiv-attack"
]


@pytest.mark.parametrize(("text", "story"), CASES)
def test_every_trace_is_a_path_of_the_machine(text, story):
    """Under every reading, what the trace makes of an incident the machine allows move by move."""
    treaty_text, told = treaty(text), incident(story)

    def run(made):
        reading = Reading(treaty_text, made, told.incident.victim, told.incident.accused)
        machine = compile_whole(reading)
        if machine is None:
            return None, []
        first = start(machine)
        course = Course(machine, first, first)
        for event in told.incident.events:
            hour = told.incident.hour(event.at)
            course.wait(hour)
            take(reading, course, event, hour)
        return None, [(machine, move) for move in course.moves]

    moves = [one for leaf in over_readings(run, treaty_text.fixed).leaves for one in leaf.detail]
    assert moves
    for machine, (event, before, after) in moves:
        assert step(machine, before, event) == after
        if event.word in ("tick", "close"):
            assert event in legal(machine, before)
        elif event.word not in ("occur", "assist"):
            allowed = {(e.by, e.word, e.yes, e.at) for e in legal(machine, before)}
            single = {(bit, event.word, event.yes, event.at) for bit in bits(event.by)}
            assert single & allowed, event
