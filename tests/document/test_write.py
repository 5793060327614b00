"""A change touches nothing but its own place, and what is written is read back the same."""

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from document.plain_words import faults_of_telling
from foedus.document.read import read_bytes
from foedus.document.write import APPEND, REMOVE, write
from foedus.terms.errors import DocumentError, UsageError

TREATIES = [
    path
    for path in files("foedus.library").joinpath("treaties").iterdir()
    if path.name.endswith(".yaml")
]
TEXT = """\
# A pact that nobody signed.
title:   'The "other" pact'   # as printed
parties: {A: Aland, B: Bland}  # two
groups:
  both: [A,
         B]   # everybody
articles:
  "5":
    says: >
      Help comes
      at once.

    # the heart of it
    clauses:
      - guarantee:   # the first
          of: A
          steps:
          - appeal: {by: A}
          -   decide:
                rule: each   # or so
      - duration: {}
  empty:
"""


def read(text: str) -> object:
    """The values of a text."""
    return read_bytes(text.encode(), "demo.yaml").data


@pytest.mark.parametrize("treaty", TREATIES, ids=lambda path: path.name)
def test_a_shipped_treaty_comes_back_byte_for_byte(treaty):
    """Without changes nothing changes, and a change undone leaves no trace."""
    text = treaty.read_text(encoding="utf-8")
    title = read(text)["title"]
    assert write(text, []) == text
    assert read(write(text, [(("title",), "x")])) == read(text) | {"title": "x"}
    assert read(write(text, [(("title",), "x"), (("title",), title)])) == read(text)


CHANGES = {
    "a text, its quotes kept": (
        [(("title",), "It's new")],
        ["title:   'The \"other\" pact'   # as", "title:   'It''s new'   # as"],
    ),
    "a text among comments": (
        [(("articles", "5", "clauses", 0, "guarantee", "steps", 1, "decide", "rule"), "NO")],
        ["rule: each   # or so", "rule: NO   # or so"],
    ),
    "a list in a list over two lines": (
        [(("groups", "both", APPEND), "C, D")],
        ['B]   # everybody', 'B, "C, D"]   # everybody'],
    ),
    "a key in brackets": ([(("parties", "C"), "Cland")], ["B: Bland}", "B: Bland, C: Cland}"]),
    "a key in empty brackets": (
        [(("articles", "5", "clauses", 1, "duration", "term"), "10 y")],
        ["duration: {}", "duration: {term: 10 y}"],
    ),
    "the first in brackets": ([(("parties", "A"), REMOVE)], ["{A: Aland, B", "{B"]),
    "the last in brackets": ([(("parties", "B"), REMOVE)], ["land, B: Bland}", "land}"]),
    "the last of all in brackets": (
        [(("parties", "B"), REMOVE), (("parties", "A"), REMOVE)],
        ["{A: Aland, B: Bland}", "{}"],
    ),
    "a folded text": (
        [(("articles", "5", "says"), "Help: now")],
        [">\n      Help comes\n      at once.\n", '"Help: now"\n'],
    ),
    "a key with all below it": (
        [(("articles", "5", "says"), REMOVE)],
        ["    says: >\n      Help comes\n      at once.\n", ""],
    ),
    "a new key on a line of its own": (
        [(("articles", "5", "clauses", 0, "guarantee", "by"), ["A", "B"])],
        ["each   # or so\n", "each   # or so\n          by: [A, B]\n"],
    ),
    "a new item on a line of its own": (
        [(("articles", "5", "clauses", 0, "guarantee", "steps", APPEND), {"assist": {}})],
        ["each   # or so\n", "each   # or so\n          - {assist: {}}\n"],
    ),
    "an item with its dash": (
        [(("articles", "5", "clauses", 0, "guarantee", "steps", 0), REMOVE)],
        ["          - appeal: {by: A}\n", ""],
    ),
    "a block by one line": (
        [(("articles", "5", "clauses", 0, "guarantee"), "unstated")],
        [
            TEXT[TEXT.index("   # the first") : TEXT.index("      - dura")],
            " unstated   # the first\n",
        ],
    ),
    "the only key of a block": (
        [(("groups", "both"), REMOVE)],
        ["groups:\n  both: [A,\n         B]   # everybody\n", "groups: {}\n"],
    ),
    "a value where there was none": (
        [(("articles", "empty"), None), (("articles", "empty"), {"5": 1.5})],
        ["empty:\n", 'empty: {"5": 1.5}\n'],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "edit"), CHANGES.values(), ids=CHANGES)
def test_a_change_leaves_every_other_character_as_it_was(changes, edit):
    """Comments, quotes and layout belong to the author."""
    was, becomes = edit
    assert TEXT.count(was) == 1
    assert write(TEXT, changes) == TEXT.replace(was, becomes)


@pytest.mark.parametrize(
    ("text", "changes", "becomes"),
    [
        ("b:\r\n- x\r\n", [(("b", APPEND), "y"), (("c",), 2)], "b:\r\n- x\r\n- y\r\nc: 2\r\n"),
        ("a: 1", [(("b",), 2)], "a: 1\nb: 2"),
        ("\ufeffa: 1\n", [(("a",), 2)], "\ufeffa: 2\n"),
        ("x:\n- a: 1\n  b: 2\n", [(("x", 0, "a"), REMOVE)], "x:\n- b: 2\n"),
        ("x:\n- - a\n  - b\n", [(("x", 0, APPEND), "c")], "x:\n- - a\n  - b\n  - c\n"),
        ("x:\n-\n  a: 1\n- b\n", [(("x", 0), REMOVE)], "x:\n- b\n"),
        ("x: |+\n  a\n\ny: 1\n", [(("x",), "b")], "x: b\n\ny: 1\n"),
        ("y: 1\nx: |+\n  a\n\n", [(("z",), 2)], "y: 1\nx: |+\n  a\n\nz: 2\n"),
        ("x: [a: 1]\n", [(("x", 0, "b"), 2)], "x: [{a: 1, b: 2}]\n"),
        ("x: {a, b}\n", [(("x", "a"), 1)], "x: {a: 1, b}\n"),
        ("x: 1\n", [(("x",), REMOVE)], "{}\n"),
        ("x: []\n", [(("x", APPEND), "-")], 'x: ["-"]\n'),
    ],
    ids=[
        "Windows lines", "no last line break", "byte order mark", "first key of an item",
        "list in a list", "dash on a line of its own", "kept empty lines", "behind kept lines",
        "pair without brackets", "keys without values", "the only key", "an empty list",
    ],
)  # fmt: skip
def test_odd_layouts_are_changed_too(text, changes, becomes):
    """YAML can be written in many ways."""
    assert write(text, changes) == becomes


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((), {}),
        (("parties", "X"), REMOVE),
        (("nowhere", "x"), 1),
        (("groups", "both", 2), "C"),
        (("groups", "both", -1), "C"),
        (("groups", "both", "x"), "C"),
        (("title", "x"), 1),
        (("title", APPEND), 1),
    ],
)
def test_a_path_that_leads_nowhere_is_told(path, value):
    """A change that is made nowhere is never reported as made."""
    with pytest.raises(DocumentError) as caught:
        write(TEXT, [(path, value)])
    (fault,) = caught.value.diagnostics
    assert fault.name == "no-such-place"
    assert faults_of_telling(fault) == []


def test_a_faulty_text_is_not_changed():
    """What cannot be read cannot be changed safely."""
    with pytest.raises(DocumentError) as caught:
        write("a: 1\na: 2\n", [(("a",), 3)])
    assert [d.name for d in caught.value.diagnostics] == ["duplicate-key"]


@pytest.mark.parametrize(
    "value", [pytest.param(object(), id="an object"), {1, 2}, float("nan"), [b"x"]], ids=repr
)
def test_a_value_that_no_document_can_hold_is_refused(value):
    """A document holds texts, numbers, truth, nothing, lists and mappings."""
    with pytest.raises(UsageError) as caught:
        write(TEXT, [(("title",), value)])
    assert caught.value.diagnostics[0].name == "unwritable-value"


LETTERS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn", "Co"]), max_size=12
)
WORDS = LETTERS.filter(lambda text: "\ufeff" not in text) | st.sampled_from(
    [
        "NO",
        "null",
        "5",
        "1.5",
        "true",
        "a: b",
        "- a",
        "# a",
        " a",
        "a ",
        "a #b",
        "'",
        '"',
        "@",
        "[a",
    ]
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(WORDS.filter(bool), inner, max_size=3)
    ),
    max_leaves=6,
)
PATHS = [
    ("title",), ("new",), ("parties", "A"), ("parties", "new: one"), ("groups", "both", 0),
    ("groups", "both", APPEND), ("groups",), ("articles", "5", "clauses", APPEND),
    ("articles", "5", "clauses", 0), ("articles", "5", "clauses", 0, "guarantee", "steps", 1),
    ("articles", "empty"), ("articles", "5", "says"), ("articles",),
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(path=st.sampled_from(PATHS), value=VALUES)
def test_whatever_is_written_is_read_back_the_same(path, value):
    """Read after write gives the value back, and all other values too."""
    before, after = read(TEXT), read(write(TEXT, [(path, value)]))
    old, new = before, after
    for step in path[:-1]:
        old, new = old[step], new[step]
    last = -1 if path[-1] == APPEND else path[-1]
    assert repr(new[last]) == repr(value)
    if path[-1] == APPEND:
        del new[-1]
    elif isinstance(new, dict) and last not in old:
        del new[last]
    else:
        new[last] = old[last]
    assert repr(after) == repr(before)


def test_a_comment_is_never_lost():
    """Every comment outlives every change beside it."""
    changes = [
        (path, 1) for path in (("title",), ("new",), ("parties", "A"), ("groups", "both", 0))
    ]
    written = write(TEXT, changes)
    comments = [line.split("# ")[1] for line in TEXT.splitlines() if "# " in line]
    assert [comment for comment in comments if f"# {comment}" not in written] == []
