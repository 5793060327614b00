"""Whatever stands in a file, the answer is a document or its faults, and it comes soon."""

from datetime import timedelta
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from document.plain_words import faults_of_telling
from foedus.document.read import read_bytes
from foedus.document.tree import Tree
from foedus.terms.errors import DocumentError

SOON = timedelta(seconds=2)
TREATIES = [
    path.read_bytes()
    for path in files("foedus.library").joinpath("treaties").iterdir()
    if path.name.endswith(".yaml")
]
SIGNS = [
    "[", "{", "}", "]", ":", ": ", "- ", "&a ", "*a", "!x ", "!!python/x ", '"', "'", "|", ">",
    "\t", "\n", "\r\n", "\r", "#", " #", "%YAML 1.1\n", "---\n", "...\n", "? ", ",", "<<: ",
    "\0", "\x85", "\u2028", "\ufeff", "\\x", "\\u12", "\\U99999999", "  ", "    ", "é", "漢",
    "@", "`", "~", "null: ", "0o", "1e999", "{{[[", "''", '""', "\n- ", "\n  ", "|+\n", "!<",
    "%TAG !e! x\n", "!e!x", "\xff",
]  # fmt: skip


def is_answered(raw: bytes) -> None:
    """Read it, and look at the answer."""
    try:
        is_placed(read_bytes(raw, "demo.yaml"))
    except DocumentError as error:
        is_told(error)


def is_told(error: DocumentError) -> None:
    """There are faults, in file order, each told in plain words."""
    assert error.diagnostics
    assert [told for d in error.diagnostics for told in faults_of_telling(d)] == []
    assert str(error)
    places = [(d.span.line, d.span.column) for d in error.diagnostics if d.span]
    assert places == sorted(places)
    assert places[0] >= (1, 1)


def is_placed(tree: Tree) -> None:
    """Each value stands somewhere in the file."""
    for path in tree.values:
        span = tree.value_span(path)
        assert 1 <= span.line <= len(tree.lines)
        assert 1 <= span.column <= len(span.text) + 1


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A stretch of a real treaty with some slips in it."""
    text = draw(st.sampled_from(TREATIES)).decode()
    start = draw(st.integers(0, len(text) // 2))
    text = text[start : start + draw(st.sampled_from([80, 400, 1200]))]
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(text)))
        dropped = draw(st.sampled_from([0, 0, 0, 1, 3, 20]))
        text = text[:place] + draw(st.sampled_from(SIGNS)) + text[place + dropped :]
    return text.encode()


QUICK = settings(max_examples=100, deadline=SOON)
LONG = settings(max_examples=20_000, deadline=SOON, suppress_health_check=list(HealthCheck))


@QUICK
@given(raw=st.binary(max_size=300))
@example(raw=b"")
@example(raw=b"\xff\xfe")
@example(raw=b'a: "\\U')
def test_any_bytes_are_answered(raw):
    """No file can make the reader fall over."""
    is_answered(raw)


@QUICK
@given(text=st.lists(st.sampled_from([*SIGNS, "a", "b: ", "\n"]), max_size=60).map("".join))
def test_any_signs_of_yaml_are_answered(text):
    """Nor can any mixture of the signs that mean something in YAML."""
    is_answered(text.encode())


@QUICK
@given(raw=spoilt())
def test_a_treaty_with_slips_is_answered(raw):
    """A real text with a few slips is the commonest bad file."""
    is_answered(raw)


@pytest.mark.nightly
@pytest.mark.timeout(1800)
@LONG
@given(raw=spoilt() | st.binary(max_size=2000))
def test_many_treaties_with_slips_are_answered(raw):
    """The same, for as long as a night allows."""
    is_answered(raw)
