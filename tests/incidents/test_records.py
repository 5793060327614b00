"""Each historical incident agrees with what is on record, and could have come out otherwise."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from ruamel.yaml import YAML

import foedus
from foedus.answers.trace import Trace
from foedus.document.incident import incident_from
from foedus.document.read import read_bytes
from foedus.library.find import HERE, ids

SHELF = HERE / "incidents"
RECORDED = [one for one in ids("incidents") if foedus.load_incident(one).incident.record]
Event = dict[str, Any]


def traced(name: str) -> Trace:
    """A shipped incident, run through the text it is meant for."""
    incident = foedus.load_incident(name)
    return foedus.trace(foedus.load(incident.incident.treaty), incident)


def retold(name: str, change: Callable[[list[Event]], object]) -> Trace:
    """The incident with its events changed, run through the same text."""
    document = YAML(typ="safe").load((SHELF / f"{name}.yaml").read_text(encoding="utf-8"))
    change(document["events"])
    written = json.dumps(document, default=_as_written).encode()
    incident = incident_from(read_bytes(written, "changed.yaml"))
    return foedus.trace(foedus.load(document["treaty"]), incident)


def _as_written(moment: date) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M" if isinstance(moment, datetime) else "%Y-%m-%d")


def with_one_act_changed(name: str, number: int, changes: Event | None) -> Trace:
    """The incident with one of its acts changed, or, without changes, left out."""

    def change(events: list[Event]) -> None:
        if changes is None:
            del events[number - 1]
        else:
            events[number - 1] |= changes

    return retold(name, change)


def comes_to(answer: Trace) -> set[str]:
    """What help comes to, over all readings."""
    return {run.outcome.help for run in answer.runs}


def test_eight_incidents_have_a_record_and_the_text_they_are_meant_for():
    """What is historical says so, and says what followed and by whom that is told."""
    assert len(RECORDED) == 8
    for name in RECORDED:
        incident = foedus.load_incident(name).incident
        assert not incident.hypothetical
        assert incident.treaty in ids("treaties")
        assert incident.sources
        assert incident.record.sources


def test_what_has_no_record_is_hypothetical():
    """Nothing invented passes for history."""
    others = set(ids("incidents")) - set(RECORDED)
    assert all(foedus.load_incident(name).incident.hypothetical for name in others)


@pytest.mark.parametrize("name", RECORDED)
def test_the_record_is_met_under_some_reading(name):
    """The program and history agree, or the reading under which they do is named."""
    answer = traced(name)
    assert answer.record.agrees
    assert all(answer.runs[n].reading for n in answer.record.agrees) or len(answer.runs) == 1


def test_in_at_least_three_incidents_some_reading_disagrees():
    """A record that every reading meets would prove nothing about the readings."""
    disagreeing = {
        name for name in RECORDED if len((one := traced(name)).record.agrees) < len(one.runs)
    }
    assert {"luxembourg-1914", "cyprus-1974", "vietnam-1979", "budapest-2014"} <= disagreeing


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("belgium-1914", "whether it binds"),
        ("luxembourg-1914", "collective"),
        ("rhineland-1936", "zone"),
        ("cyprus-1974", "force"),
        ("vietnam-1979", "effective measures"),
        ("budapest-2014", "nuclear clause"),
        ("nato-2001", "article 5 rule"),
    ],
)
def test_the_place_where_readings_part_is_the_word_in_dispute(name, question):
    """The trace names the question on which the real dispute turned."""
    assert traced(name).diverges_at.question == question


@pytest.mark.parametrize(
    ("name", "number", "changes", "before", "after"),
    [
        # German troops had stood at the border and not crossed it.
        ("luxembourg-1914", 1, {"does": "threat"}, {"owed", "permitted"}, {"not_called"}),
        # The Council had found no breach.
        ("rhineland-1936", 5, {"answer": "no"}, {"owed"}, {"owed", "blocked"}),
        # Turkey had not landed.
        (
            "cyprus-1974",
            5,
            None,
            {"given", "permitted", "blocked"},
            {"permitted", "blocked"},
        ),
        # The Soviet Union had fought.
        ("vietnam-1979", 4, {"act": "armed_force"}, {"given", "owed"}, {"given"}),
        # Russia had voted with the thirteen, and China still abstained.
        (
            "budapest-2014",
            6,
            {"answer": "yes"},
            {"blocked", "not_called"},
            {"permitted", "blocked", "not_called"},
        ),
        # The Council had not agreed.
        ("nato-2001", 2, {"answer": "no"}, {"given"}, {"given", "blocked"}),
        # France had not asked.
        ("france-2015", 2, None, {"given"}, {"not_called"}),
        # The accused had not declared the guarantee void: a promise that is not owed in law.
        ("staged-incident", 1, None, {"void"}, {"nothing_owed"}),
    ],
)
def test_one_act_changed_changes_the_outcome(name, number, changes, before, after):
    """The outcome follows from what was done, not from the incident's name."""
    assert comes_to(traced(name)) == before
    assert comes_to(with_one_act_changed(name, number, changes)) == after


def test_without_those_who_came_belgium_is_owed_help_and_gets_none():
    """Under the reading that binds each, help stays owed; under the others it is only allowed."""

    def nobody_comes(events: list[Event]) -> None:
        events[:] = [one for one in events if one["does"] != "assist"]

    answer = retold("belgium-1914", nobody_comes)
    assert comes_to(answer) == {"owed", "permitted"}
    assert answer.record.agrees == ()
