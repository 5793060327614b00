"""What is true of every machine: totality, relabelling, unnamed parties, replay, clocks."""

from __future__ import annotations

import copy
import json
import os
from dataclasses import asdict
from math import inf

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from foedus.compiler.cases import pairs
from foedus.compiler.law import Options
from foedus.compiler.promise import promise
from foedus.lenses.check import accounted, check, shelf
from foedus.lenses.readings import TooManyReadings, over_readings
from foedus.lenses.story import as_events, records, replay
from foedus.machine.lawful import fastest_help, slowest_help
from foedus.machine.moves import legal
from foedus.machine.step import start, step
from foedus.properties import help_is_bounded_in_time, no_veto_by_the_accused
from laws.plain import PlainWalk, TooLarge
from strategies import PARTIES, Document, documents, text_of

law = settings(
    deadline=None,
    max_examples=int(os.environ.get("FOEDUS_EXAMPLES", "25")),
    derandomize="FOEDUS_EXAMPLES" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def renamed(document: Document, order: list[str]) -> Document:
    """The same document with its parties' ids permuted wherever they stand."""
    raw = json.dumps(document)
    for old in PARTIES:
        raw = raw.replace(f'"{old}"', f'"<{old}>"')
    for old, new in zip(PARTIES, order, strict=True):
        raw = raw.replace(f'"<{old}>"', f'"{new}"')
    out: Document = json.loads(raw)
    return out


@law
@given(documents(), st.permutations(PARTIES))
def test_relabelling_parties_relabels_every_answer(document: Document, order: list[str]) -> None:
    """Nothing depends on what a party is called or on the order of its name in the alphabet."""
    before, after = _answer(document), _answer(renamed(document, order))
    for old in PARTIES:
        before = before.replace(old, f"<{old}>")
    for old, new in zip(PARTIES, order, strict=True):
        before = before.replace(f"<{old}>", new)
    assert json.loads(before) == json.loads(after)


def _answer(document: Document) -> str:
    found = asdict(check(text_of(document)))
    del found["parties"]  # a party's name stays with its place in the document
    return json.dumps(found)


@law
@given(documents())
def test_a_party_that_no_clause_names_changes_nothing(document: Document) -> None:
    """A stranger added to the list of parties is like any other outsider."""
    more = copy.deepcopy(document)
    more["parties"]["ZZZ"] = "Stranger"
    before, after = check(text_of(document)), check(text_of(more))
    for one, other in zip(before.properties, after.properties, strict=True):
        assert (one.verdict, one.fails_when) == (other.verdict, other.fails_when), one.name


@law
@given(documents(), st.data())
def test_a_step_is_total_and_every_legal_move_changes_something(
    document: Document, data: st.DataObject
) -> None:
    """What is legal moves the procedure on; what is not leaves it where it is."""
    text = text_of(document)
    for case in list(pairs(text))[:2]:
        tree = over_readings(
            lambda made, case=case: (None, promise(text, case, made, Options())), {}
        )
        for leaf in tree.leaves[:2]:
            if leaf.detail is None:
                continue
            machine = leaf.detail.machine
            state, everything = start(machine), set()
            for _ in range(8):
                try:
                    moves = legal(machine, state)
                    states = [step(machine, state, event) for event in moves]
                except Exception as error:  # an open question is not a fault of the step
                    assume(type(error).__name__ == "OpenQuestion")
                    break
                assert all(after != state for after in states)
                for gone in everything - set(moves):
                    if gone.word not in ("tick", "close", "occur"):
                        assert step(machine, state, gone) == state
                everything |= set(moves)
                if not moves:
                    break
                state = data.draw(st.sampled_from(states))


@law
@given(documents())
def test_every_counterexample_replays_to_its_violation(document: Document) -> None:
    """A story that is told can be played: at its end help is not owed and cannot be forced."""
    text = text_of(document)
    for case in pairs(text):
        tree = over_readings(
            lambda made, case=case: (no_veto_by_the_accused.judge(text, case, made).value, None),
            {},
        )
        for leaf in tree.leaves:
            if leaf.value is not False:
                continue
            account, _, made = accounted(text, no_veto_by_the_accused, case, leaf.choices)
            assert account is not None
            written = records(account.machine, account.events)
            assert as_events(account.machine, written) == account.events
            last = replay(account.machine, as_events(account.machine, written))[-1]
            # The walk from there may pass places that the verdict did not depend on.
            after = over_readings(
                lambda more, case=case, last=last: (_hopeful(text, case, more, last), None), made
            )
            assert not any(one.value for one in after.leaves)


def _hopeful(text, case, made, state):
    found = promise(text, case, made, no_veto_by_the_accused.OPTIONS)
    arena = found.arena(found.machine.accused)
    try:
        return PlainWalk(found, arena.asking, arena.against).from_state(state)
    except TooLarge:
        return None


@law
@given(documents())
def test_the_counted_walk_agrees_with_the_plain_one(document: Document) -> None:
    """Moving a side together loses no verdict: one party at a time comes to the same."""
    text = text_of(document)
    for case in pairs(text):
        for options, moves in ((Options(held=True), True), (Options(), False)):
            try:
                tree = over_readings(
                    lambda made, case=case, options=options, moves=moves: _both(
                        text, case, made, options, moves
                    ),
                    {},
                )
            except TooManyReadings:
                continue
            assert all(leaf.detail for leaf in tree.leaves)


def _both(text, case, made, options, moves):
    found = promise(text, case, made, options)
    if found is None:
        return None, True
    against = found.machine.accused
    arena = found.arena(against, moves=moves)
    walk = PlainWalk(found, arena.asking, arena.against)
    counted = arena.forces()
    try:
        return counted, counted == walk.forces()
    except TooLarge:
        event("plain graph too large")
        return counted, True


@law
@given(documents(), st.sampled_from(["1 d", "3 d", "2 w"]), st.sampled_from(["1 d", "4 d", "3 w"]))
def test_a_longer_time_to_talk_never_makes_help_owed_earlier(
    document: Document, shorter: str, longer: str
) -> None:
    """Where talks that fail let the procedure go on, more time for them cannot hasten help."""
    days = {"1 d": 1, "3 d": 3, "2 w": 14, "4 d": 4, "3 w": 21}
    assume(days[shorter] <= days[longer])
    texts = []
    for within in (shorter, longer):
        changed = copy.deepcopy(document)
        clause = changed["articles"]["1"]["clauses"][0]["guarantee"]
        talks = {"consult": {"rule": "unanimity", "within": within, "at_deadline": "proceed"}}
        for way in clause.get("routes", {"": clause.get("steps")}).values():
            way.insert(0, copy.deepcopy(talks))
        texts.append(text_of(changed))
    for case in pairs(texts[0]):
        other = next(
            c for c in pairs(texts[1]) if (c.victim, c.accused) == (case.victim, case.accused)
        )
        tree = over_readings(
            lambda made, case=case, other=other: (None, _hours(texts, case, other, made)), {}
        )
        for leaf in tree.leaves:
            if leaf.detail is not None:
                (fast, slow), (later_fast, later_slow) = leaf.detail
                assert fast <= later_fast
                assert slow <= later_slow or slow == -inf


def _hours(texts, case, other, made):
    out = []
    for text, one in zip(texts, (case, other), strict=True):
        found = promise(text, one, made, help_is_bounded_in_time.OPTIONS)
        if found is None:
            return None
        span = (found.machine, found.helpers, found.strength)
        out.append((fastest_help(*span), slowest_help(*span).hour))
    return out


def test_every_property_has_a_case_in_which_it_can_fail() -> None:
    """The laws above are not about properties that always hold."""
    assert {"no-veto-by-the-accused", "help-is-bounded-in-time"} <= set(shelf())
