"""A diagnostic is shown in one agreed form, whatever stands in the document."""

import pickle

import pytest

from foedus.terms.diagnostic import WIDEST, Diagnostic, in_file_order, nearest
from foedus.terms.errors import (
    CompileError,
    DocumentError,
    FoedusError,
    StoreError,
    UnsuitableGame,
    UsageError,
)
from foedus.terms.source import Span

PLACE = Span("drafts/demo.yaml", 9, 16, 11, "      trigger: armed_atack")
UNDEFINED = Diagnostic(
    "undefined-trigger",
    "error",
    "article 4 relies on the trigger 'armed_atack', which is not defined",
    PLACE,
    "an obligation whose trigger is undefined can never be called on",
    "did you mean 'armed_attack'? (defined in article 2, line 4)",
    more="foedus explain undefined-trigger",
)


def test_the_full_form_shows_what_where_why_and_how_to_mend():
    """The template of a message, kept whole."""
    assert UNDEFINED.full() == (
        "error[undefined-trigger]: article 4 relies on the trigger 'armed_atack', which is not"
        " defined\n"
        "  --> drafts/demo.yaml:9:16\n"
        "   |\n"
        " 9 |       trigger: armed_atack\n"
        "   |                ^^^^^^^^^^^\n"
        "   = why:  an obligation whose trigger is undefined can never be called on\n"
        "   = mend: did you mean 'armed_attack'? (defined in article 2, line 4)\n"
        "   = more: foedus explain undefined-trigger"
    )


def test_the_concise_form_is_one_line_that_editors_understand():
    """File, line, column, name, message."""
    assert UNDEFINED.concise() == (
        "drafts/demo.yaml:9:16: error[undefined-trigger] article 4 relies on the trigger"
        " 'armed_atack', which is not defined"
    )


def test_two_places_and_the_article_are_shown_and_numbers_stand_under_each_other():
    """A conflict shows both of its ends."""
    conflict = Diagnostic(
        "two-deadlines",
        "warning",
        "two deadlines are set",
        Span("a.yaml", 104, 5, 3, "    2 d"),
        article="5",
        also=(Span("a.yaml", 9, 1, 4, "help: 3 d"),),
    )
    assert conflict.full() == (
        "warning[two-deadlines]: two deadlines are set\n"
        "    --> a.yaml:104:5, article 5\n"
        "     |\n"
        " 104 |     2 d\n"
        "     |     ^^^\n"
        "    and a.yaml:9:1\n"
        "     |\n"
        "   9 | help: 3 d\n"
        "     | ^^^^"
    )


def test_without_a_place_the_message_stands_alone():
    """A question about a party that is not there lies in no file."""
    told = Diagnostic("unknown-party", "error", "'XX' is not a party", None, mend="name another")
    assert told.full() == "error[unknown-party]: 'XX' is not a party\n   = mend: name another"
    assert told.concise() == "error[unknown-party] 'XX' is not a party"


def test_a_line_that_cannot_be_shown_leaves_only_its_place():
    """An empty file has a place but no words."""
    told = Diagnostic("empty-file", "error", "this file is empty", Span("a.yaml", 1, 1, 1, ""))
    assert told.full() == "error[empty-file]: this file is empty\n  --> a.yaml:1:1"


def shown(span: Span) -> tuple[str, str]:
    """The source line as shown, and what the caret line points at in it."""
    lines = Diagnostic("x", "error", "y", span).full().splitlines()
    line, caret = lines[3], lines[4]
    start = caret.index("^")
    return line, line[start : start + caret.count("^")]


@pytest.mark.parametrize("column", [1, 40, 56, 200, 450, 491])
def test_a_long_line_is_shortened_around_its_place(column):
    """The word itself is always in sight, and the caret under it."""
    text = "".join(f"{n:>9}," for n in range(50))
    span = Span("a.yaml", 3, column, 10, text)
    line, pointed = shown(span)
    assert pointed == text[column - 1 : column + 9]
    assert len(line) <= WIDEST + len(" 3 | ……")


def test_a_place_longer_than_the_screen_is_cut():
    """A fault of a thousand letters is pointed at as far as it is shown."""
    line, pointed = shown(Span("a.yaml", 3, 101, 1000, "-" * 100 + "x" * 1000))
    assert set(pointed) <= {"x", "…"}
    assert len(line) <= WIDEST + len(" 3 | ……")


def test_a_place_behind_the_end_of_its_line_is_still_pointed_at():
    """What is missing at the end of a line is shown behind it."""
    lines = Diagnostic("x", "error", "y", Span("a.yaml", 3, 3, 1, "a:")).full().splitlines()
    assert lines[3:] == [" 3 | a:", "   |   ^"]


def test_the_caret_stands_right_below_wide_signs():
    """A Chinese sign takes two columns of the screen, an accent none."""
    wide = Diagnostic("x", "error", "y", Span("a.yaml", 1, 5, 2, "中国: 条约"))
    assert wide.full().splitlines()[-1] == "   |       ^^^^"
    accent = Diagnostic(
        "x", "error", "y", Span("a.yaml", 1, 5, 1, "e\N{COMBINING ACUTE ACCENT}: b")
    )
    assert accent.full().splitlines()[-1] == "   |    ^"


def test_nothing_in_a_document_can_move_the_cursor_or_start_a_line():
    """A treaty cannot write on the terminal of its reader."""
    span = Span("a\x1b[2J.yaml", 1, 4, 1, "a: \x1b[31mred\x07\N{RIGHT-TO-LEFT OVERRIDE}x")
    told = Diagnostic("x", "error", "one\ntwo\x1b[0m", span, why="a\rb", mend="c\u2028d")
    for text in (told.full(), told.concise()):
        assert all(sign.isprintable() or sign == "\n" for sign in text)
    assert len(told.full().splitlines()) == 7
    assert len(told.concise().splitlines()) == 1


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("armed_atack", ["aggression", "armed_attack"], "armed_attack"),
        ("Armed-Attack", ["aggression", "armed_attack"], "armed_attack"),
        ("ukr", ["UKR", "USA"], "UKR"),
        ("cyber", ["aggression", "armed_attack"], None),
        ("", ["a"], None),
        ("a" * 100_000, ["aggression"], None),
        ("a", [], None),
    ],
)
def test_the_nearest_word_is_offered_only_when_it_is_near(word, known, meant):
    """A wrong guess would be worse than none."""
    assert nearest(word, known) == meant


def test_diagnostics_follow_the_file():
    """A reader mends from top to bottom; what has no place comes first."""
    spans = [Span("a", 2, 1, 1, ""), Span("a", 1, 9, 1, ""), None, Span("a", 1, 3, 1, "")]
    found = in_file_order([Diagnostic("x", "note", str(n), s) for n, s in enumerate(spans)])
    assert [d.what for d in found] == ["2", "3", "1", "0"]


@pytest.mark.parametrize(
    "kind", [DocumentError, CompileError, UnsuitableGame, StoreError, UsageError]
)
def test_every_error_of_the_family_carries_and_shows_its_diagnostics(kind):
    """One `except FoedusError` catches all, and printing it tells everything."""
    with pytest.raises(FoedusError) as caught:
        raise kind(iter([UNDEFINED, UNDEFINED]))
    assert caught.value.diagnostics == (UNDEFINED, UNDEFINED)
    assert str(caught.value) == f"{UNDEFINED.full()}\n\n{UNDEFINED.full()}"
    assert pickle.loads(pickle.dumps(caught.value)).diagnostics == caught.value.diagnostics
