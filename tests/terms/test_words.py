"""The word lists hold together, and say in law what a drafter would accept."""

import doctest
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from foedus.terms import words

LIBRARY = Path(words.__file__).parents[1] / "library"
TREATIES = sorted((LIBRARY / "treaties").glob("*.yaml"))
EVERY = [(kind, word) for kind in words.KINDS for word in sorted(words.known(kind))]
CONDITIONS = {"trigger", "when", "until", "void_if", "unless", "ends_when", "provisional", "start"}
LISTS = {"shall": "acts", "shall_not": "acts", "means": "acts", "limit": "limits",
         "tests": "tests", "protects": "values", "finds": "tests or events"}  # fmt: skip


def entry(kind: str, word: str) -> words.Word:
    """The word, as the room reads it."""
    own = {"acts": words.act, "events": words.event}
    return own[kind](word) if kind in own else words.plain(kind, word)


def document(path: Path) -> dict:
    """A treaty as plain data."""
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def leaves(value: object) -> Iterator[str]:
    """The words of a list or mapping of words, under every reading."""
    if isinstance(value, str):
        yield from () if value == "unstated" else [value]
    elif isinstance(value, dict):
        inside = value["readings"].values() if "readings" in value else value
        yield from (word for part in inside for word in leaves(part))
    elif isinstance(value, list):
        yield from (word for part in value for word in leaves(part))


def events(value: object) -> Iterator[str]:
    """The event words of a condition, under every reading."""
    if isinstance(value, dict):
        if "readings" in value:
            yield from (word for part in value["readings"].values() for word in events(part))
        for key in ("any", "all", "after"):
            yield from events(value.get(key))
    else:
        parts = value if isinstance(value, list) else [value] if isinstance(value, str) else []
        for part in parts:
            yield from leaves(part) if isinstance(part, str) else events(part)


def used(value: object, inside: str = "") -> Iterator[tuple[str, str]]:
    """Every (list, word) that a document uses, by the place in which it stands."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in items:
        if key in CONDITIONS:
            yield from (("events", word) for word in events(part))
        elif key in LISTS:
            kind = "means_of_settlement" if inside == "dispute" else LISTS[key]
            yield from ((kind, word) for word in leaves(part))
        elif key == "at" and str(part).endswith("finds"):
            yield from (("tests or events", word) for word in leaves(value["becomes"]))
        if isinstance(part, dict | list):
            yield from used(part, str(key))


def own_ids(value: object) -> Iterator[str]:
    """The ids of steps and routes: they may stand where an event may."""
    if isinstance(value, dict):
        yield from value.get("routes") or ()
        if isinstance(value.get("id"), str):
            yield value["id"]
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from own_ids(part)


def as_read(value: object, label: str) -> object:
    """A document in which every inline reading with this label is taken."""
    if isinstance(value, dict):
        readings = value.get("readings")
        if isinstance(readings, dict) and "at" not in value:
            return as_read(readings.get(label, next(iter(readings.values()))), label)
        return {key: as_read(part, label) for key, part in value.items()}
    return [as_read(part, label) for part in value] if isinstance(value, list) else value


def rows(treaty: dict, label: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """All (by, act) owed and barred anywhere in a treaty, wherever and whenever."""
    owed, barred = set(), set()
    for article in treaty["articles"].values():
        for clause in as_read(article.get("clauses", []), label):
            ((_, body),) = clause.items()
            by = str(body.get("by"))
            owed |= {(by, act) for act in body.get("shall", [])}
            barred |= {(by, act) for act in body.get("shall_not", [])}
            routes = [body.get("steps") or [], *(body.get("routes") or {}).values()]
            helps = [step["assist"] for route in routes for step in route if "assist" in step]
            for help_ in helps:
                owed |= {(str(help_.get("by", by)), act) for act in leaves(help_.get("means"))}
    barred |= {(by, ban) for by, act in owed for ban in words.bans(act)}
    return owed, barred


def conflicts(treaty_id: str, label: str) -> set[tuple[str, str]]:
    """Pairs of an act owed and an act barred, or of two acts owed, that cannot both be."""
    owed, barred = rows(document(LIBRARY / "treaties" / f"{treaty_id}.yaml"), label)
    banned = {
        (act, ban)
        for by, act in owed
        for other, ban in barred
        if by == other and ban in words.implied(act, abroad=True)
    }
    undone = {
        (act, other)
        for by, act in owed
        for same, other in owed
        if by == same and act > other and words.clash(act, other, abroad=True)
    }
    return banned | undone


@pytest.mark.parametrize(("kind", "word"), EVERY)
def test_every_word_has_a_title_a_wording_and_a_source(kind, word):
    """A word nobody can recognise in a treaty has no place in the list."""
    found = entry(kind, word)
    assert re.fullmatch(r"[a-z][a-z0-9_]*", word)
    assert found.title
    assert 1 <= len(found.wording) <= 3
    assert all(found.wording)
    assert all(found.sources)
    assert found.sources
    assert isinstance(found.unverified, bool)


@pytest.mark.parametrize(("kind", "word"), EVERY)
def test_the_values_of_a_word_are_of_the_right_kind(kind, word):
    """A list is a list and a text is a text, so that no word breaks an answer later."""
    found = entry(kind, word)
    for key in type(found).__dataclass_fields__:
        value = getattr(found, key)
        expected = bool if key in {"wrong", "unverified"} else (str, tuple)
        assert isinstance(value, expected), key
        if isinstance(value, tuple):
            assert all(isinstance(part, str) for part in value), key


@pytest.mark.parametrize("word", sorted(words.known("acts")))
def test_links_of_an_act_lead_to_acts_and_never_back(word):
    """What an act includes, implies and undoes is known, and no act implies itself."""
    found = words.act(word)
    links = {*found.includes, *found.implies, *found.abroad_implies, *found.undoes}
    assert links <= words.known("acts")
    for further in (*found.implies, *found.abroad_implies):
        assert word not in words.implied(further, abroad=True)
    assert word not in words.bans(word)


@pytest.mark.parametrize("word", sorted(words.known("events")))
def test_links_of_an_event_lead_to_events_and_never_back(word):
    """What counts as an event is known, and counting runs one way."""
    found = words.event(word)
    assert set(found.includes) <= words.known("events")
    assert all(word not in words.counting_as(further) for further in found.includes)


@pytest.mark.parametrize("word", sorted(words.known("events")))
def test_an_event_says_who_can_bring_it_about_and_how_it_is_told(word):
    """A story needs a sentence, and the machine needs to know whose doing an event is."""
    found = words.event(word)
    origins = {"accused", "both_sides", "parties", "machine", "anyone"}
    assert found.brought_about_by in origins
    assert set(re.findall(r"\{(.*?)\}", found.says)) <= {"by", "against", "area"}
    assert found.says.format(by="one", against="another", area="there").isascii()
    assert found.brought_about_by == "accused" or not found.wrong


@pytest.mark.parametrize("word", sorted(words.known("limits")))
def test_a_limit_has_a_unit(word):
    """A number without a unit limits nothing."""
    assert words.plain("limits", word).unit


def test_only_a_status_includes_acts():
    """What is included is barred, so an included act is never itself owed by the bundle."""
    for word in words.known("acts"):
        assert words.bans(word).isdisjoint(words.implied(word, abroad=True))


@pytest.mark.parametrize("path", TREATIES, ids=lambda path: path.stem)
def test_every_word_of_a_shipped_treaty_is_known(path):
    """A shipped text uses the shipped words, and its own ids of steps and routes."""
    treaty = document(path)
    lists = {kind: words.known(kind) for kind in words.KINDS}
    lists["events"] |= set(own_ids(treaty["articles"]))
    lists["tests or events"] = lists["tests"] | lists["events"]
    found = set(used({key: treaty.get(key, {}) for key in ("articles", "readings", "variants")}))
    assert {(kind, word) for kind, word in found if word not in lists[kind]} == set()


def test_shipped_treaties_are_looked_at():
    """The test above sees treaties, and in them words of every list."""
    found = {kind for path in TREATIES for kind, _ in used(document(path)["articles"])}
    assert found >= {*words.KINDS, "tests or events"} - {"means_of_settlement"}


def test_a_misspelt_word_is_noticed_wherever_it_stands():
    """The guard over shipped treaties looks inside readings, lists, tests and disputes."""
    planted = YAML(typ="safe").load(
        """
        - guarantee:
            trigger: {readings: {a: e1, b: {any: [e2, {any: [e3], tests: [t1]}], after: e4}}}
            protects: [v1]
            routes:
              first:
                - determine: {finds: [f1]}
                - assist: {means: {a1: shall}, until: unstated, when: [e5]}
        - undertaking: {shall: [a2], limit: {l1: 3}, unless: {all: [{any: [e6]}]}}
        - dispute: {means: [m1]}
        - {at: 1/guarantee/routes/first/determine/finds, becomes: [f2]}
        """
    )
    found = sorted(word for _, word in used(planted))
    assert " ".join(found) == "a1 a2 e1 e2 e3 e4 e5 e6 f1 f2 l1 m1 t1 v1"
    assert list(own_ids(planted)) == ["first"]


def test_armed_force_abroad_is_sending_troops_and_at_home_is_not():
    """Whoever fights on another's territory has sent troops there; a defender has not."""
    assert "send_troops" in words.implied("armed_force", abroad=True)
    assert words.implied("armed_force", abroad=False) == {"armed_force"}


def test_help_that_need_not_enter_the_territory_does_not_send_troops():
    """Airspace can be closed, weapons sent and sanctions imposed from outside."""
    for word in ("close_airspace", "supply_weapons", "intelligence", "sanctions"):
        assert "send_troops" not in words.implied(word, abroad=True)


def test_armed_help_is_not_force_against_the_one_who_is_helped():
    """A ban on force between two parties does not bar help to the victim of an attack."""
    assert "use_force" not in words.implied("armed_force", abroad=True)


def test_ending_treaties_of_military_aid_undoes_supplying_weapons_both_ways():
    """The conflict is found whichever of the two duties is named first."""
    pair = ("supply_weapons", "end_military_aid_treaties")
    assert words.clash(*pair, abroad=True)
    assert words.clash(*reversed(pair), abroad=True)
    assert not words.clash("armed_force", "end_military_aid_treaties", abroad=True)


def test_the_april_draft_bars_what_it_orders():
    """Under either wording troops are owed and barred; as one side read it, weapons clash too."""
    troops = {("armed_force", "send_troops")}
    weapons = {("supply_weapons", "end_military_aid_treaties")}
    assert conflicts("istanbul-2022-04-15", "RUS") == troops
    assert conflicts("istanbul-2022-04-15", "UKR") == troops | weapons


@pytest.mark.parametrize("path", TREATIES, ids=lambda path: path.stem)
def test_no_other_shipped_treaty_bars_what_it_orders(path):
    """The communiqué and the other texts have no duty that meets a ban of the same party."""
    if path.stem != "istanbul-2022-04-15":
        assert conflicts(path.stem, "") == set()


def test_a_neutral_owes_nothing_but_is_barred_from_alliances_bases_and_war():
    """Permanent neutrality is a status: three standing bans."""
    barred = {"join_alliance", "host_bases", "take_part_in_war"}
    assert words.bans("permanent_neutrality") == barred
    assert words.bans("armed_force") == frozenset()


def test_an_armed_attack_is_aggression_and_aggression_need_not_be_an_armed_attack():
    """The wider word holds the narrower one, not the other way round."""
    assert {"armed_attack", "invasion"} <= words.counting_as("aggression")
    assert "aggression" not in words.counting_as("armed_attack")
    assert "missile_strike" not in words.counting_as("armed_attack")


def test_ceasefire_and_peace_need_both_sides():
    """An event that the accused can withhold is never granted against it."""
    for word in ("ceasefire", "peace"):
        assert words.event(word).brought_about_by == "both_sides"


def test_the_machine_makes_its_own_events():
    """What the procedure itself produces does not come from an incident."""
    for word in ("assistance", "blocked", "fails_to_act", "restored", "unsc_measures"):
        assert words.event(word).brought_about_by == "machine"


@pytest.mark.parametrize("word", ["armed_atack", "../events/peace", "", "/etc/x"])
def test_an_unknown_word_is_refused_and_no_path_leaves_the_list(word):
    """A word written in a document cannot open a file outside the list."""
    with pytest.raises(LookupError, match="not in the word list"):
        words.act(word)


def test_an_unknown_list_is_refused():
    """A mistyped kind is a mistake of ours, and is told at once."""
    with pytest.raises(LookupError, match="no word list"):
        words.known("deeds")


def test_the_examples_in_the_docstrings_hold():
    """What the page shows is what the function answers."""
    tried = doctest.testmod(words)
    assert tried.attempted >= 3
    assert tried.failed == 0


def test_asking_which_words_exist_reads_no_file():
    """The lists are known from names alone, so that checking a text starts quickly."""
    probe = (
        "import sys; from foedus.terms import words; words.known('acts');"
        "print('tomllib' in sys.modules, 'pydantic' in sys.modules)"
    )
    command = [sys.executable, "-c", probe]
    source = str(Path(words.__file__).parents[2])
    result = subprocess.run(
        command, capture_output=True, text=True, check=True, env={"PYTHONPATH": source}
    )
    assert result.stdout.split() == ["False", "False"]


def test_every_word_file_is_small_and_plain():
    """A new word is one small file; its neighbour can be copied."""
    for kind, word in EVERY:
        text = (LIBRARY / "words" / kind / f"{word}.toml").read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 30
        assert next(iter(tomllib.loads(text))) == "title"
