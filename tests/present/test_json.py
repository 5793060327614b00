"""Answers as data: the keys scripts rely on, the same every time."""

import json
from dataclasses import replace

import pytest

from foedus.answers.check import Decision, Finding, Sets
from foedus.answers.proposals import Amendment, Changed, Effect, Proposals
from foedus.present.check_json import sets_json
from foedus.present.json import check_json, proposals_json, sarif, trace_json
from foedus.present.message import faults_json
from foedus.terms.diagnostic import Diagnostic
from foedus.terms.source import Span
from present.answers import VETO, checked, library, proposed, traced

PROPERTY = (
    "property", "verdict", "sense", "fails_when", "pairs", "reason", "articles", "story",
    "counterexample", "blocks",
)  # fmt: skip
DECISION = (
    "article", "step", "route", "reading", "rule", "deciders", "accused", "minimal_winning",
    "minimal_blocking", "power",
)  # fmt: skip
FINDING = (
    "rule", "question", "severity", "article", "line", "message", "why", "mend", "accepted",
)  # fmt: skip


def missing(keys, data):
    """Keys of the contract that an object lacks."""
    return [key for key in keys if key not in data]


@pytest.mark.parametrize("treaty", library())
def test_a_check_has_every_key_of_the_contract(treaty):
    """What a script reads today it can read tomorrow."""
    data = json.loads(json.dumps(check_json(checked(treaty))))
    whole = ["schema", "treaty", "findings", "properties", "decisions", "timing", "coverage"]
    assert missing(whole, data) == []
    for one in data["properties"]:
        assert missing(PROPERTY, one) == []
        assert missing(["duty", "permission"], one["blocks"]) == []
        for pair in one["pairs"]:
            assert missing(["victim", "accused", "route", "verdict"], pair) == []
        for choice in (choice for choices in one["fails_when"] for choice in choices):
            assert missing(["question", "choices", "kind"], choice) == []
        for line in one["story"]:
            assert missing(["hour", "day", "text", "article"], line) == []
        for event in one["counterexample"]:
            assert missing(["by", "word", "yes", "path", "act", "hour"], event) == []
    for one in data["decisions"]:
        assert missing(DECISION, one) == []
    if data["timing"] is not None:
        timing = ["fastest_hours", "slowest_lawful_hours", "unmeasured", "by_reading"]
        assert missing(timing, data["timing"]) == []


def test_no_bound_is_null_and_not_a_large_number():
    """A script tells *no last day* from a late one."""
    assert check_json(checked(VETO))["timing"]["slowest_lawful_hours"] is None


def test_a_check_is_written_the_same_way_every_time():
    """Two runs can be compared line by line."""
    assert json.dumps(check_json(checked(VETO))) == json.dumps(check_json(checked(VETO)))


def test_a_finding_keeps_who_accepted_it_and_why():
    """Not accepted is null."""
    finding = Finding("no-clock", 7, "warning", "5", 9, "no clock", "it may wait", ("set one",))
    accepted = replace(finding, accepted=("the drafters", "left to the talks", None))
    data = check_json(replace(checked(VETO), findings=(finding, accepted)))["findings"]
    assert data[0]["accepted"] is None
    assert data[1]["accepted"] == {"by": "the drafters", "why": "left to the talks", "until": None}
    assert missing(FINDING, data[0]) == []


def test_a_family_is_listed_or_symbolic():
    """A short family is a list of sets; a long one says its rule."""
    assert sets_json(Sets((("A", "B"), ("C",)))) == [["A", "B"], ["C"]]
    rule = Sets(at_least=14, of=("A", "B"), with_=("A",), without=("C",))
    assert sets_json(rule) == {"at_least": 14, "of": ["A", "B"], "with": ["A"], "without": ["C"]}
    keys = Sets(either=(Sets((("A",),)), Sets(at_least=2, of=("B", "C"))))
    assert sets_json(keys) == {"either": [[["A"]], {"at_least": 2, "of": ["B", "C"]}]}
    assert sets_json(Sets(every=(Sets(()),))) == {"every": [[]]}


def test_power_is_given_by_party():
    """Each decider has both indices under its own id."""
    everyone = Sets((("A",),))
    vote = Decision(
        "5", "5/guarantee/steps/decide", "steps", "decide", (), "A", ("A",), None, everyone,
        everyone, None, (("A", 0.5, 0.25),),
    )  # fmt: skip
    data = check_json(replace(checked(VETO), decisions=(vote,)))["decisions"][0]
    assert data["power"] == {"A": {"shapley": 0.5, "banzhaf": 0.25}}


@pytest.mark.parametrize("treaty", [VETO, "istanbul-2022-03-29"])
def test_a_trace_has_every_key_of_the_contract(treaty):
    """Runs, where they part, what may be done next, and the record."""
    trace = traced(treaty)
    data = json.loads(json.dumps(trace_json(trace)))
    assert missing(["runs", "diverges_at", "moves", "record"], data) == []
    assert len(data["runs"]) == len(trace.runs)
    for run in data["runs"]:
        keys = ["reading", "events", "obligations", "outcome", "story", "moves"]
        assert missing(keys, run) == []
        outcome = ["help", "hour", "blocked_by", "permitted_outside", "article"]
        assert missing(outcome, run["outcome"]) == []
        for duty in run["obligations"]:
            keys = ["by", "to", "what", "article", "since", "due", "status", "reason"]
            assert missing(keys, duty) == []
        assert all(
            set(moves) <= set(data["moves"][party]) for party, moves in run["moves"].items()
        )


def test_proposals_have_every_key_of_the_contract():
    """Each amendment says what it changes, in how many words, and for whom."""
    data = json.loads(json.dumps(proposals_json(proposed(VETO))))
    assert missing(["amendments", "conflict"], data) == []
    assert data["amendments"]
    for one in data["amendments"]:
        keys = ["changes", "words", "answers", "effect", "share", "removes_the_guarantee"]
        assert missing(keys, one) == []
        assert one["share"] is None
        assert all(missing(["at", "was", "becomes"], change) == [] for change in one["changes"])


def test_whatever_stands_at_a_place_becomes_plain_data():
    """A value of a document is written as JSON can hold it; a party may be hit in two roles."""
    place = Changed("5/x", {1: (True, None)}, object)
    effects = (
        Effect("A", "guarantor", "always", "never"),
        Effect("A", "beneficiary", "always", "never"),
    )
    one = Amendment("recusal", (place,), 1, "", "", (), effects)
    data = proposals_json(Proposals("t", "no-dead-end", "fails", (one,), 1))["amendments"][0]
    assert data["changes"][0]["was"] == {"1": [True, None]}
    assert isinstance(data["changes"][0]["becomes"], str)
    assert [effect["role"] for effect in data["effect"]["A"]] == ["guarantor", "beneficiary"]


def test_sarif_names_a_rule_for_every_result():
    """Editors show a result only if they know its rule."""
    finding = Finding("no-clock", 7, "note", "5", 9, "no clock", "it may wait")
    accepted = replace(finding, accepted=("the drafters", "left to the talks", None))
    check = replace(checked("istanbul-2022-03-29"), findings=(finding, accepted))
    run = json.loads(json.dumps(sarif(check, "pact.yaml")))["runs"][0]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} == rules
    levels = {result["ruleId"]: result["level"] for result in run["results"]}
    assert levels["no-clock"] == "note"
    assert levels["no-veto-by-the-accused"] == "warning"
    assert "error" in {result["level"] for result in sarif(checked(VETO))["runs"][0]["results"]}
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[0]["region"] == {"startLine": 9}
    assert run["results"][1]["suppressions"][0]["justification"] == "left to the talks"


def test_sarif_without_a_file_points_at_articles():
    """A library text has no file of the reader's; the article is the place."""
    run = sarif(checked(VETO))["runs"][0]
    place = run["results"][0]["locations"][0]
    assert "physicalLocation" not in place
    assert place["logicalLocations"][0]["fullyQualifiedName"] == f"{VETO}/5"


def test_a_fault_as_data_has_its_place():
    """A script can open the file at the line."""
    span = Span("pact.yaml", 9, 16, 3, "  x: abc")
    fault = Diagnostic(
        "unknown-event", "error", "'abc' is no event", span, "why", "mend", "5", (span,)
    )
    (data,) = faults_json([fault])
    assert data["place"] == {"file": "pact.yaml", "line": 9, "column": 16, "length": 3}
    assert data["also"] == [data["place"]]
