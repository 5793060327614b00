"""The report: one page, well formed, that tells all, asks for nothing and believes no document."""

import re
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise

import pytest

from foedus.answers.check import Beat, Check, Decision, Finding, PropertyAnswer, Sets
from foedus.answers.proposals import Amendment, Effect, Proposals
from foedus.answers.trace import Obligation, Outcome, Recorded
from foedus.answers.verdict import Choice
from foedus.present.html.captions import Numbering
from foedus.present.html.deciders import deciders
from foedus.present.html.element import h, join
from foedus.present.html.lanes import Telling, lanes
from foedus.present.html.mends import reworded
from foedus.present.html.report import report_html, style
from foedus.present.html.sequence import DRAW, sequence
from foedus.present.html.timeline import BARS, timeline
from present.answers import VETO, checked, library, proposed, traced
from present.page import parsed

HOSTILE = "<script>alert(1)</script></style><img src=x onerror=x>\"'&{0}%s\x00\x1b[31m\u202e\ud800"
BAD_ADDRESS = "javascript:alert('x')"
FIXED = {
    "verdict", "what", "kind", "covered", "severity", "help", "status", "role", "before", "after",
    "answers", "sense", "name", "goal", "word",
}  # fmt: skip
"""Fields that hold a word of ours, never a document's."""

EMPTY = Check("t", "A treaty", "1925", "draft", (("A", "Astrania"), ("B", "Belonia")))
WHO = (("A", "Astrania"), ("B", "Belonia"), ("C", "Corland"))
INK = ("ink", "ink2", "ink3", "holds", "fails", "depends")


def report(check, trace=None, proposals=None):
    """A report as it is made for the tests."""
    return report_html(check, trace, proposals, made="2026-11-22", version="0.1.0")


def poisoned(value):
    """The same answer with hostile text in everything that a document can fill."""
    if is_dataclass(value):
        keep = FIXED | ({"before", "after"} if isinstance(value, Effect) else set())
        if isinstance(value, Amendment):
            keep = keep - {"before", "after"}
        changed = {
            one.name: poisoned(getattr(value, one.name))
            for one in fields(value)
            if one.name not in keep
        }
        return replace(value, **changed)
    if isinstance(value, Choice):
        labels = tuple(label + HOSTILE for label in value.choices)
        return Choice(value.question + HOSTILE, labels, value.kind)
    if isinstance(value, tuple):
        return tuple(poisoned(one) for one in value)
    return value + HOSTILE if isinstance(value, str) else value


@pytest.mark.parametrize("name", library())
def test_the_report_of_every_text_is_well_formed(name):
    """Tags nest, ids are used once, and what is named by an id is there."""
    page = parsed(report(checked(name)))
    assert page.faults == []
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    named = [
        one.attributes[key]
        for one in page.elements
        for key in ("aria-labelledby", "aria-describedby")
        if key in one.attributes
    ]
    inside = [
        one.attributes["href"][1:]
        for one in page.elements
        if one.attributes.get("href", "").startswith("#")
    ]
    assert set(named) | set(inside) <= set(ids)


@pytest.mark.parametrize("name", [VETO, "istanbul-2022-03-29"])
def test_a_report_with_an_incident_and_mends_is_well_formed_too(name):
    """The same, with every section filled."""
    page = parsed(report(checked(name), traced(name), proposed(name)))
    assert page.faults == []
    assert not [one for one in page.every("div") if one.attributes.get("class") == "state"]


def test_one_heading_stands_above_all_and_none_is_skipped():
    """A screen reader can walk the page by its headings."""
    page = parsed(report(checked(VETO, "RUS"), traced(VETO), proposed(VETO)))
    levels = [int(one.tag[1]) for one in page.elements if re.fullmatch(r"h[1-6]", one.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_has_landmarks_a_language_and_a_way_to_skip():
    """Whoever cannot see the page can still move in it."""
    page = parsed(report(checked(VETO)))
    assert [len(page.every(tag)) for tag in ("header", "main", "nav", "footer")] == [1, 1, 1, 1]
    assert page.every("html")[0].attributes["lang"] == "en-GB"
    assert page.every("a")[0].attributes["href"] == "#main"
    assert all("aria-label" in one.attributes for one in page.every("nav"))


def test_every_picture_has_a_name_and_its_data_as_a_table():
    """What is drawn is also said."""
    page = parsed(report(checked(VETO, "RUS"), traced(VETO)))
    pictures = [one for one in page.elements if one.attributes.get("role") == "img"]
    figures = [one for one in page.every("svg") if one.attributes.get("class") == "f"]
    assert len(figures) >= 5
    assert all({"aria-label", "aria-labelledby"} & one.attributes.keys() for one in pictures)
    assert all("viewbox" not in one.attributes for one in figures)
    tables = [one for one in page.every("table") if "details" in one.above]
    assert len(tables) == len(figures)


def test_every_heading_of_a_table_says_what_it_heads():
    """A table can be read cell by cell."""
    page = parsed(report(checked(VETO, "RUS"), traced(VETO), proposed(VETO)))
    assert len(page.every("th")) > 50
    assert all(one.attributes.get("scope") for one in page.every("th"))


def test_the_page_asks_for_nothing():
    """No script, no font, no picture; addresses stand only in links to sources."""
    text = report(checked(VETO, "RUS"), traced(VETO), proposed(VETO))
    assert not re.search(r"url\(|@import|@font-face|<script|<link|<iframe|\ssrc=", text)
    page = parsed(text)
    policy = page.every("meta")[1].attributes
    assert policy["http-equiv"] == "Content-Security-Policy"
    assert policy["content"].startswith("default-src 'none'; style-src 'unsafe-inline'")
    for one in page.elements:
        address = one.attributes.get("href", "#")
        assert address.startswith("#") or (
            one.tag == "a" and "noreferrer" in one.attributes["rel"]
        )


@pytest.mark.parametrize("name", [VETO, "istanbul-2022-03-29", "locarno-1925"])
def test_hostile_text_in_any_field_comes_out_as_text(name):
    """A treaty from anywhere can be reported on."""
    trace = traced(name) if "istanbul" in name else None
    proposals = proposed(name) if "istanbul" in name else None
    found = Finding("rule", 3, "error", "5", 4, "message", "why", ("mend",), ("me", "why", "2030"))
    check = replace(checked(name), findings=(found,))
    if trace is not None:
        trace = replace(trace, record=Recorded("owed", "It was.", ("A source",), (0,)))
        proposals = replace(proposals, conflict=("one", "two"))
    clean = parsed(report(check, trace, proposals))
    text = report(poisoned(check), poisoned(trace), poisoned(proposals))
    page = parsed(text)
    assert page.faults == []
    assert {one.tag for one in page.elements} <= {one.tag for one in clean.elements} | {"ul", "li"}
    assert "script" not in {one.tag for one in page.elements}
    assert not [key for one in page.elements for key in one.attributes if key.startswith("on")]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert text.count("</style>") == 1
    assert all(sign.isprintable() or sign == "\n" for sign in text)
    text.encode()


def test_a_source_with_a_strange_address_is_not_a_link():
    """Only addresses of the web can be followed."""
    sources = (("a", "A", BAD_ADDRESS), ("b", "B", "http://[bad"), ("c", "C", "data:text/html,x"))
    page = parsed(report(replace(EMPTY, sources=sources)))
    assert [one for one in page.every("a") if not one.attributes["href"].startswith("#")] == []
    assert BAD_ADDRESS in page.every("body")[0].text


def test_an_element_escapes_its_text_and_its_attributes():
    """Only what was made by the builder passes as markup."""
    made = h("p", "a < b", h("br"), ["&", None, 3], title='"quoted"', hidden=True, id=None)
    assert made == '<p title="&quot;quoted&quot;" hidden>a &lt; b<br>&amp;3</p>'


def test_empty_sections_say_so_in_words():
    """Nothing is left blank."""
    page = parsed(report(EMPTY))
    said = [one.text for one in page.every("div") if one.attributes.get("class") == "state"]
    assert len(said) == 7
    assert all(one.endswith(".") for one in said)


def test_a_silence_has_its_mark_and_is_never_filled_in():
    """The dotted square stands wherever an answer turns on what the text does not say."""
    text = report(checked("istanbul-2022-03-29"))
    lines = re.findall(r"<li>(?:(?!</li>).)*unstated(?:(?!</li>).)*</li>", text)
    assert lines
    assert all("#m-silent" in line for line in lines)


def test_a_story_told_twice_is_drawn_once():
    """Promises that break on the same run share its figure."""
    check = checked(VETO, "RUS")
    stories = {answer.story for answer in check.properties if answer.story}
    told = [answer for answer in check.properties if answer.story]
    text = report(check)
    assert text.count('id="sequence-') == len(stories) * 2
    assert text.count("The story is that of figure") == len(told) - len(stories)


def test_more_than_eight_deciders_are_told_in_words():
    """A column for each of thirteen would fit no page."""
    page = parsed(report(checked("nato-1949")))
    wide = [one for one in page.every("table") if "coal" in one.attributes.get("class", "")]
    assert wide
    assert all("wordy" in one.attributes["class"] for one in wide)
    assert "all 13 together" in page.every("main")[0].text


def test_a_dot_says_in_words_what_it_shows():
    """In every smallest set, in some, in none."""
    sets = Sets((("A", "B"), ("A", "C")))
    at = "5/guarantee/steps/decide"
    one = Decision(
        "5", at, "steps", "decide", (), "two", ("A", "B", "C", "D"), "B", sets, sets, False
    )
    check = replace(EMPTY, parties=(*WHO, ("D", "Dorland")), decisions=(one,))
    page = parsed(join(deciders(check, Numbering())))
    dots = [cell.text for cell in page.every("td") if cell.attributes.get("class") == "dot"]
    assert dots[:4] == [
        "Ain every smallest set", "Bin some, not in all", "Cin some, not in all", "Din none",
    ]  # fmt: skip


def test_readings_with_the_same_rule_share_a_row():
    """A table shows what differs, not every combination."""
    sets = Sets((("A",),))
    one = Decision(
        "5",
        "5/guarantee/steps/decide",
        "steps",
        "decide",
        (),
        "any one",
        ("A",),
        None,
        sets,
        sets,
        None,
    )
    readings = [Choice("vote", (label,), "reading") for label in ("x", "y")]
    same = tuple(replace(one, reading=(reading,)) for reading in readings)
    page = parsed(join(deciders(replace(EMPTY, decisions=same), Numbering())))
    assert len(page.every("tr")) == 3


def test_words_struck_and_added_are_told_apart():
    """Only the words that differ are marked, and the marks have words."""
    page = parsed(h("p", reworded("agreed by all states", "agreed by most states, but one")))
    assert [one.text for one in page.every("del")] == ["struck: all"]
    assert [one.text for one in page.every("ins")] == ["added: most", "added: , but one"]


def test_a_sequence_has_at_most_four_lanes_with_the_protected_party_first():
    """Parties that the story does not tell apart share a lane."""
    beats = (
        Beat(0, "trigger", ("B",), "5", "5/guarantee/steps", "armed_attack"),
        Beat(0, "yes", ("C", "D", "E", "F"), "5", "5/guarantee/steps/decide"),
        Beat(0, "no", ("G", "B"), "5", "5/guarantee/steps/decide"),
        Beat(0, "waits", ("H", "I"), "5", "5/guarantee/steps/decide"),
    )
    found = lanes(Telling(beats, "A", "B", WHO))
    assert [lane.members for lane in found] == [
        ("A",), ("B",), ("G",), ("C", "D", "E", "F", "H", "I"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "what", [*DRAW, "close", "untimed", "allowed", "awaits", "dormant", "void"]
)
@pytest.mark.parametrize("by", [(), ("A",), ("B",), ("B", "C"), ("A", "B", "C", "D")])
def test_every_beat_can_be_drawn_whoever_acts(what, by):
    """No story is left without its figure."""
    path = "5/guarantee/steps/decide"
    beats = (
        Beat(0, "trigger", ("B",), "5", "5/guarantee/steps", "armed_attack"),
        Beat(72, what, by, "5", path, "armed_force"),
    )
    telling = Telling(beats, "A", "B", WHO, frozenset({path}))
    page = parsed(sequence(telling, title="t", name="s"))
    assert page.faults == []
    assert page.every("desc")[0].text.count(".") >= 2


@pytest.mark.parametrize("status", list(BARS))
@pytest.mark.parametrize(("since", "due"), [(None, None), (0, None), (0, 0), (24, 24000)])
def test_every_standing_of_a_duty_can_be_drawn(status, since, due):
    """Duties without a day are drawn as such, none outside the picture."""
    duty = Obligation("A", ("B",), "supply_weapons", "5", since, due, status)
    run = replace(
        traced(VETO).runs[0], obligations=(duty,), outcome=Outcome("blocked", 66, ("C",))
    )
    page = parsed(timeline(run, title="t", name="s"))
    bars = page.every("rect")
    ends = [float(b.attributes["x"][:-1]) + float(b.attributes["width"][:-1]) for b in bars]
    assert page.faults == []
    assert bars
    assert max(ends) <= 100


def test_nothing_to_mend_is_said():
    """A promise that holds needs no change."""
    done = Proposals("t", "no-dead-end", "holds", (), 0)
    assert "nothing is to be changed" in report(EMPTY, None, done)


def test_verdicts_are_said_in_words_beside_their_shapes():
    """Without colour and without shape, the word still carries the answer."""
    page = parsed(
        report(replace(EMPTY, properties=(PropertyAnswer("no-dead-end", "?", "holds"),)))
    )
    marks = [one for one in page.every("span") if one.attributes.get("class") == "v v-holds"]
    assert [one.text for one in marks] == ["holds"]


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("ground", ["paper", "sheet", "tint"])
def test_text_stands_out_from_every_ground(scheme, ground):
    """WCAG asks 4.5 for text; the mocks promise 5.0."""
    tokens = dict(
        re.findall(r"--(\w+):(#[0-9A-Fa-f]{3,6})", style().split("@media screen")[scheme])
    )
    grounds = {"paper": "#121518"} | tokens
    assert min(contrast(tokens[ink], grounds[ground]) for ink in INK) >= 5.0 - 0.05
    assert contrast(tokens["edge"], grounds[ground]) >= 3.0


def contrast(one, other):
    """The contrast of two colours, as WCAG 2 counts it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    """How light a colour is, from 0 to 1."""
    digits = colour[1:] if len(colour) == 7 else "".join(sign * 2 for sign in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
