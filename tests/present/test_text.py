"""Text for a terminal: it opens with the answer, never runs over the edge, and needs no colour."""

import re
import subprocess
import sys
from dataclasses import replace

import pytest

from foedus.answers.check import Check, Finding, PropertyAnswer
from foedus.present.terminal.check import headline
from foedus.present.text import check_concise, check_text, proposals_text, trace_text
from foedus.present.wording import property_title, verdict_word
from present.answers import VETO, checked, library, proposed, traced

CODE = re.compile(r"\x1b\[\d+m")
HEAVY = (
    "rich",
    "typer",
    "numpy",
    "foedus.answers.trace",
    "foedus.answers.proposals",
    "foedus.lenses",
)


def pages(width: int, *, colour: bool = False) -> list[str]:
    """Every page this room can write, from the library."""
    found = [check_text(checked(name), colour=colour, width=width) for name in library()]
    for name in (VETO, "istanbul-2022-03-29"):
        found.append(trace_text(traced(name), colour=colour, width=width))
        found.append(proposals_text(proposed(name), colour=colour, width=width))
    return found


@pytest.mark.parametrize("width", [80, 50, 120])
def test_no_line_is_wider_than_the_page(width):
    """A narrow terminal shows whole lines."""
    lines = [line for page in pages(width) for line in page.splitlines()]
    assert [line for line in lines if len(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_very_narrow_page_is_as_wide_as_it_must_be():
    """Below forty columns the page stops shrinking and does not break."""
    page = check_text(checked(VETO), colour=False, width=10)
    assert max(map(len, page.splitlines())) <= 40


def test_without_colour_there_is_no_code_and_with_it_the_words_are_the_same():
    """Bold and dim add nothing that the words do not say."""
    assert not any("\x1b" in page for page in pages(80))
    coloured = pages(80, colour=True)
    assert all(CODE.search(page) for page in coloured)
    assert [CODE.sub("", page) for page in coloured] == pages(80)


@pytest.mark.parametrize("treaty", library())
def test_every_verdict_stands_as_a_word_beside_its_mark(treaty):
    """Take the marks away and the answer is still there."""
    check = checked(treaty)
    page = check_text(check, colour=False, width=80)
    for answer in check.properties:
        line = next(one for one in page.splitlines() if f"  {property_title(answer.name)}" in one)
        assert f" {verdict_word(answer.verdict)} " in line


def test_a_check_opens_with_a_sentence_that_answers():
    """The first thing a reader sees is what the text keeps and what it does not."""
    page = check_text(checked(VETO, "RUS"), colour=False, width=80)
    assert page.startswith("Of eight promises asked of this text, seven fail and one holds.")


@pytest.mark.parametrize(
    ("verdicts", "says"),
    [
        (["holds"], "The one promise asked of this text holds in every reading."),
        (["holds", "holds"], "All two promises asked of this text hold in every reading."),
        (["not_applicable"], "None of the questions asked arises under this text."),
    ],
)
def test_a_text_that_breaks_nothing_is_told_in_one_sentence(verdicts, says):
    """Good news is an answer too."""
    assert headline([PropertyAnswer(f"p-{v}", "", v) for v in verdicts], ()) == says


def test_the_shortest_story_is_told_day_by_day():
    """A minister can follow it: who is said to do what, who votes how, what follows."""
    page = check_text(checked(VETO, "RUS"), colour=False, width=80)
    story = page.split("How it breaks\n\n")[1].split("\n\n")[0]
    assert story == (
        "No veto by the accused\n"
        "  Ukraine is the victim, the Russian Federation the accused.\n"
        "  Day 0     It is said that the Russian Federation attacked Ukraine. (article 5)\n"
        "            Ukraine appeals.\n"
        "            Five parties vote yes: the United Kingdom, China, the United States,\n"
        "            France and Belarus.\n"
        "            The Russian Federation votes no.\n"
        "            The decision is refused.\n"
        "            Nothing obliges anyone to help."
    )


def test_a_story_that_breaks_two_promises_is_told_once():
    """Two titles stand over one story instead of the same lines twice."""
    page = check_text(checked(VETO), colour=False, width=80)
    assert "\nEvery appeal is answered · Help is bounded in time\n" in page


def test_the_page_ends_with_what_to_run_next():
    """A reader is never left without a next step."""
    page = check_text(checked(VETO), colour=False, width=80)
    assert page.splitlines()[-3:] == [
        f"  foedus trace {VETO} INCIDENT",
        f"  foedus amend {VETO} --goal no-veto-by-the-accused",
        f"  foedus report {VETO} -o report.html",
    ]


def test_a_finding_that_was_accepted_keeps_its_reason():
    """A deliberate ambiguity stays on the page, with who accepted it and why."""
    kept = Finding(
        "no-clock", 7, "warning", "5", 9, "no clock", "it may wait for ever", ("set a time",)
    )
    accepted = replace(
        kept, rule="no-map", accepted=("the drafters", "left to the talks", "2027-01-31")
    )
    check = replace(checked(VETO), findings=(kept, accepted))
    page = check_text(check, colour=False, width=80)
    said = " ".join(page.split())
    assert (
        "accepted as deliberate by the drafters until 31 January 2027: left to the talks" in said
    )
    lines = check_concise(check).splitlines()
    assert lines[0] == f"{VETO}: article 5, line 9: warning[no-clock] no clock"
    assert not any("no-map" in line for line in lines)


def test_the_concise_form_is_one_line_for_each_broken_promise():
    """Scripts and editors read one line each; what holds is not listed."""
    check = checked("istanbul-2022-03-29")
    broken = [answer for answer in check.properties if answer.verdict in ("fails", "depends")]
    lines = check_concise(check).splitlines()
    assert len(lines) == len(broken)
    for line, answer in zip(lines, broken, strict=True):
        assert re.match(r"library/istanbul-2022-03-29.yaml:\d+:\d+: (fails|depends)\[", line)
        assert f": {answer.verdict}[{answer.name}] " in line
        assert line.endswith(".")


def test_a_document_cannot_steer_the_terminal():
    """Signs that move the cursor or turn text around are shown as a replacement mark."""
    hostile = replace(checked(VETO), title="a\x1b[2Jb\u202ec\nd")
    page = check_text(hostile, colour=False, width=80)
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "a\ufffd[2Jb\ufffdc d" in page
    fault = Finding("no-clock", 7, "warning", "5", 9, "no \x1b[2Jclock", "")
    assert "\x1b" not in check_concise(replace(hostile, findings=(fault,)))


def test_a_trace_says_first_what_came_of_the_call_for_help():
    """Then each course, what is owed and how it stands, and what may be done next."""
    page = trace_text(traced(VETO), colour=False, width=80)
    assert page.startswith("Help is blocked by the Russian Federation, under article 5")
    assert "hypothetical" in page
    assert "\n  blocked       The United Kingdom, China" in page


def test_a_trace_in_which_readings_part_says_so_first():
    """No course is preferred to another."""
    page = trace_text(traced("istanbul-2022-04-15"), colour=False, width=80)
    assert page.startswith("It depends on the reading: of four courses,")
    assert "\nThe readings part " in page


def test_proposals_show_the_words_and_the_price_for_each_side():
    """A mend is shown with both wordings and with whom it moves something for."""
    page = proposals_text(proposed(VETO), colour=False, width=80)
    assert page.startswith("Four changes of one place make “No veto by the accused” hold;")
    assert "\n   now    on the basis of a decision by all of the guarantors\n" in page
    assert "One party alone can stop help to Ukraine now" in page


def test_nothing_to_mend_is_said_in_one_sentence():
    """A promise that holds already needs no change."""
    page = proposals_text(proposed(VETO, "no-dead-end"), colour=False, width=80)
    assert page.startswith("“No dead end” holds already; nothing is to be changed for it.")


def test_an_empty_check_is_still_a_page():
    """A check of one question about a bare text does not break the page."""
    bare = Check("t", "T", "1925", "draft", (), properties=(PropertyAnswer("p", "?", "holds"),))
    assert "1925" in check_text(bare, colour=True, width=80)


def test_wording_a_check_loads_nothing_heavy():
    """Cold start stays small: no table drawing, no arrays, no other answer's page."""
    code = (
        "import sys; from foedus.present.text import check_text, check_concise;"
        "from foedus.present.json import check_json, sarif;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
