"""Every fact has one wording: present tense, subject first, fair when the names are swapped."""

import re
from dataclasses import replace

import pytest

from foedus.answers.check import Beat, Check, Sets, Timing
from foedus.answers.proposals import Effect
from foedus.answers.trace import Obligation
from foedus.answers.verdict import Choice
from foedus.lenses.check import shelf
from foedus.present import runs
from foedus.present import wording as say
from foedus.present.beats import ACTS, TOLD
from foedus.present.cases import VERBS
from foedus.present.naming import name
from present.answers import VETO, checked, library, proposed, traced

PARTIES = (
    ("AST", "Astrania"),
    ("BEL", "Belonia"),
    ("COR", "Corland"),
    ("FED", "Dorian Federation"),
)
BEATS = sorted(set(re.findall(r"`(\w+)`", Beat.__doc__ or "")) - {"what"})
SNAKE = re.compile(r"\w_\w")
UNFAIR = re.compile(
    r"aggress(or|ive)|obstruct|veto(es|ed)|betray|fail(s|ed) to|please|!|\bwe\b", re.I
)

AT = "5/guarantee/steps/"
SILENCES = [
    (AT + "decide/rule", ("each", "unanimity")),
    (AT + "consult/rule", ("any who come", "all must attend")),
    (AT + "consult/at_deadline", ("proceed", "lapse", "each_free")),
    (AT + "consult/counted_from", ("trigger", "appeal", "previous")),
    (AT + "assist/duty", ("shall", "may")),
    (AT + "assist/means/supply_weapons", ("shall", "may")),
    (AT + "decide/rule/absent", ("refuses", "not_counted")),
    ("5/guarantee/trigger/area/map", ("de_jure", "held")),
    (AT + "assist/only_if_decided", ("false", "true")),
    ("2/undertaking/until", ("never ends", "released by a material breach of the other side")),
    ("bodies/organ/rule", ("majority", "unanimity")),
]
"""Every silence that branches (language reference, section 9), with its completions."""


def sentences(check: Check) -> list[str]:
    """Everything that is said of a check, apart from what the text itself calls things."""
    parties = check.parties
    said = [say.timing_sentence(check.timing), *say.timing_lines(check.timing, parties)]
    for answer in check.properties:
        victim = answer.shown.victim if answer.shown else ""
        said += [say.answer_line(answer, parties), say.case_sentence(answer, parties)]
        said += [say.failing_sentence(answer.fails_when, parties), say.blocks_sentence(answer)]
        said += [say.pairs_sentence(answer.pairs, parties), say.sense_sentence(answer)]
        said += [say.sentence(beat, parties, victim, answer.sense) for beat in answer.story]
    for decision in check.decisions:
        said += [say.decision_sentence(decision, parties), say.decision_title(decision, parties)]
        said.append(say.reading_words(decision, parties))
    return [one for one in said if one]


@pytest.mark.parametrize("what", BEATS)
@pytest.mark.parametrize("by", [(), ("AST",), ("AST", "FED"), ("AST", "BEL", "COR", "FED", "XXX")])
def test_every_kind_of_beat_has_a_sentence(what, by):
    """Whatever a story notes can be read, whoever and however many did it."""
    for act in ("", "armed_attack", "ceasefire", "supply_weapons"):
        said = say.sentence(Beat(0, what, by, "5", AT + "decide", act), PARTIES, "BEL")
        assert said[0].isupper()
        assert said.endswith(".")
        assert not SNAKE.search(said)


def test_the_list_of_beats_is_the_one_of_the_answers():
    """A beat that is no longer told has no words here, and none is forgotten."""
    assert set(BEATS) == set(ACTS) | set(TOLD) | {"owed"}


@pytest.mark.parametrize(("path", "labels"), SILENCES)
def test_every_silence_that_branches_has_its_phrase(path, labels):
    """No completion of a silence is shown by its label alone."""
    for label in labels:
        said = say.choice_sentence(Choice(path, (label,), "silence"), PARTIES)
        assert said.endswith(" (unstated)")
        assert "taken as “" not in said
        assert not SNAKE.search(said)
    whole = say.choice_sentence(Choice(path, labels, "silence"), PARTIES)
    assert whole.count(" or ") >= 1


def test_a_silence_without_a_phrase_is_still_readable():
    """A new silence shows its field and its label rather than nothing."""
    said = say.choice_sentence(Choice(AT + "consult/new_field", ("one_way",), "silence"))
    assert said == (
        "the consultation of article 5 has its “new field” taken as “one way” (unstated)"
    )


def test_silences_about_one_step_are_said_at_once():
    """A set of choices reads as one clause, the text's own question first."""
    choices = (
        Choice("vote", ("Security Council",), "reading"),
        Choice(AT + "consult/rule", ("all must attend",), "silence"),
        Choice(AT + "consult/at_deadline", ("lapse", "each_free"), "silence"),
    )
    assert say.failing_sentence((choices, (Choice("vote", ("a", "b"), "reading"),))) == (
        "Fails when “vote” is read as “Security Council” and the consultation of article 5 needs"
        " all to attend and at its deadline lapses or leaves each free (unstated);"
        " or when “vote” is read as “a” or “b”."
    )


def test_a_label_that_is_a_party_names_whose_words_they_are():
    """A position is told by the name of the party that holds it."""
    choice = Choice("positions", ("FED",), "reading")
    said = say.choice_sentence(choice, PARTIES)
    assert said == "“positions” is read as the Dorian Federation words it"


@pytest.mark.parametrize("treaty", library())
def test_no_id_and_no_word_of_the_machine_reaches_a_reader(treaty):
    """Sentences speak of parties and acts by their names, and take no side."""
    check = checked(treaty)
    ids = re.compile(rf"\b({'|'.join(party for party, _ in check.parties if party.isupper())})\b")
    for said in sentences(check):
        assert not ids.search(said), said
        assert not SNAKE.search(said), said
        assert not UNFAIR.search(said), said
        assert "  " not in said
        assert ".." not in said


def test_no_id_reaches_a_reader_of_a_trace_or_of_proposals():
    """What is owed and what an amendment moves is told by names too."""
    for trace in (traced(VETO), traced("istanbul-2022-04-15")):
        said = [runs.courses_sentence(trace)]
        for run in trace.runs:
            said += [runs.outcome_sentence(run.outcome, trace.parties)]
            said += [runs.outside_sentence(run.outcome)]
            said += [runs.obligation_sentence(duty, trace.parties) for duty in run.obligations]
        for moves in trace.moves:
            said += [runs.move_words(move) for _, each in moves for move in each]
        ids = re.compile(rf"\b({'|'.join(party for party, _ in trace.parties)})\b")
        assert [one for one in said if ids.search(one) or SNAKE.search(one)] == []
    found = proposed(VETO)
    lines = [
        line for one in found.amendments for line in say.effect_lines(one.effect, found.parties)
    ]
    assert [line for line in lines if SNAKE.search(line)] == []


@pytest.mark.parametrize("treaty", ["istanbul-2022-03-29", "nato-1949", VETO])
def test_swapping_two_names_swaps_them_in_every_sentence(treaty):
    """No sentence depends on who a party is."""
    check = checked(treaty)
    swap = {"France": "China" if "CHN" in dict(check.parties) else "Italy"}
    swap |= {other: one for one, other in swap.items()}
    renamed = replace(check, parties=tuple((p, swap.get(n, n)) for p, n in check.parties))
    pattern = re.compile("|".join(swap))
    expected = [pattern.sub(lambda hit: swap[hit[0]], said) for said in sentences(check)]
    assert sentences(renamed) == expected


def test_a_trigger_is_what_is_said_and_never_what_is_found():
    """The accused is named in a role; foedus does not say that it did anything."""
    attack = Beat(0, "trigger", ("BEL",), "5", "5/guarantee/steps", "armed_attack")
    assert say.sentence(attack, PARTIES, "AST") == "It is said that Belonia attacked Astrania."
    assert say.sentence(attack, PARTIES) == "Belonia is accused of “armed attack”."
    found = replace(attack, by=(), act="armed_attack, aggression")
    assert say.sentence(found, PARTIES) == (
        "The trigger is taken to be met: armed attack or aggression."
    )


def test_an_answer_says_who_stops_help_where_and_when():
    """The answer line names the party, the article and the day."""
    answer = checked(VETO, "RUS").property("no-veto-by-the-accused")
    parties = checked(VETO).parties
    accused = name("RUS", parties)
    assert say.answer_line(answer, parties) == f"Blocked by {accused}, under article 5, on day 0."
    away = checked(VETO, "RUS").property("no-block-by-absence")
    line = say.answer_line(away, parties)
    assert line == f"Blocked by the absence of {accused}, under article 5, on day 0."


def test_a_blocked_procedure_says_whether_the_permission_is_lost_too():
    """What is barred elsewhere in the text is told apart from what stays lawful outside it."""
    barred = checked(VETO, "RUS").property("no-veto-by-the-accused")
    assert say.blocks_sentence(barred).endswith("not permitted either, under article 2.")
    free = checked("istanbul-2022-03-29").property("no-veto-by-the-accused")
    assert say.blocks_sentence(free).endswith("it stays permitted outside the text.")
    mixed = replace(barred, blocks_duty=("armed_force", "sanctions"))
    assert say.blocks_sentence(mixed).endswith("the rest stays permitted outside the text.")


def test_other_members_are_never_counted():
    """Nobody knows how many an outside group is, so no number is given for it."""
    members = ("AST", "BEL", "third_states")
    alone = Sets(tuple((one,) for one in members))
    together = Sets((members,))
    assert say.sets_words(alone, PARTIES, members) == "any one of them"
    assert say.sets_words(together, PARTIES, members) == "all of them together"
    assert say.sets_words(together, PARTIES) == "Astrania, Belonia and other members together"


def test_a_family_with_holders_names_them():
    """A rule with holders says how many are needed and who must be among them."""
    council = Sets(at_least=9, of=("AST", "third_states"), with_=("AST", "BEL"))
    said = say.sets_words(council, PARTIES)
    assert said == "at least nine members, with Astrania and Belonia among them"
    keys = Sets(every=(Sets(at_least=2, of=("AST", "BEL", "COR")), Sets((("FED",),))))
    said = say.sets_words(keys, PARTIES)
    assert (
        said
        == "any two of Astrania, Belonia and Corland and, besides, the Dorian Federation alone"
    )


def test_an_effect_reads_alike_for_every_side():
    """What one side loses and what the other gains is said in the same words."""
    change = Effect("AST", "guarantor", "always", "never")
    one, other = change, replace(change, party="BEL")
    first = say.effect_sentence(one, PARTIES)
    assert first.replace("Astrania", "Belonia") == say.effect_sentence(other, PARTIES)
    assert say.effect_lines([one, other], PARTIES) == [
        "Each of Astrania and Belonia alone can stop help now; afterwards it cannot stop help."
    ]


def test_days_and_hours_are_told_as_people_count_them():
    """A day is a day; what falls between has its hour."""
    assert [say.day(hour) for hour in (0, 5, 72, 77)] == [
        "Day 0",
        "Hour 5",
        "Day 3",
        "Day 3, hour 5",
    ]
    assert say.on_day(77) == "on day 3, hour 5"


def test_timing_without_a_promise_is_said_so():
    """An empty answer never stays empty."""
    assert say.timing_sentence(None) == "No help is promised, so no time can be measured."
    assert "no last day" in say.timing_sentence(Timing(0, None, False))


def test_every_property_and_verdict_has_a_title():
    """A title is the name of the promise, in words."""
    titles = [say.property_title(called) for called in shelf()]
    assert titles[0] == "No veto by the accused"
    assert not any("-" in title for title in titles)
    assert [say.verdict_word(verdict) for verdict in VERBS][-1] == "not applicable"


def test_what_is_not_owed_in_law_is_never_said_to_be_owed():
    """A political promise is promised, a permission is allowed; only a duty is owed."""
    owed = Beat(0, "owed", ("AST",), "5", AT + "assist", "armed_force")
    help_ = "help by armed force in aid of another."
    assert say.sentence(owed, PARTIES) == f"Astrania owes {help_}"
    assert say.sentence(owed, PARTIES, "", "promise") == f"Astrania has promised {help_}"
    assert say.sentence(owed, PARTIES, "", "permission") == f"Astrania is allowed {help_}"
    story = (owed, Beat(0, "untimed", (), "5", AT + "assist"))
    assert say.outcome_line(story, PARTIES, "promise").startswith("Help is promised, but no time")


def test_an_obligation_of_one_towards_itself_names_it_once():
    """Whoever must appeal appeals for itself."""
    duty = Obligation("AST", ("AST",), "appeal", "5", 0, None, "discharged")
    assert runs.obligation_sentence(duty, PARTIES) == "Astrania: appeal (article 5)."
