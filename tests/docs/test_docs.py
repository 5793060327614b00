"""Pages say what is so: examples are run, references are written from the code."""

import re

import pytest

import foedus
from architecture.house import ROOT, here
from docs.pages import (
    DOCS,
    LEFT_OUT,
    REFERENCE,
    RUN,
    UPDATE,
    Block,
    Page,
    blocks,
    each_command,
    generated,
    matches,
    public_nouns,
    told,
    written,
)
from foedus.lenses.check import shelf
from foedus.terms.discover import modules

RUNNABLE = [page for page in written() if {b.kind for b in blocks(page.read_text())} & RUN]
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


@pytest.fixture
def page(tmp_path, monkeypatch, capfd):
    """An empty folder in which the blocks of a page are run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FOEDUS_DATE", "2026-11-22")

    def spoken() -> str:
        out, err = capfd.readouterr()
        return out + err

    return Page(tmp_path, spoken)


@pytest.mark.parametrize("path", RUNNABLE, ids=here)
def test_every_block_of_the_page_does_what_the_page_says(path, page):
    """What a reader types gives what the page shows."""
    text = path.read_text(encoding="utf-8")
    faults = []
    for block in blocks(text):
        if UPDATE and block.kind == "console":
            new, fault = page.shown(block)
            text = text.replace(f"```console\n{block.body}```", f"```console\n{new}```")
            fault = fault if LEFT_OUT in block.body.splitlines() else None
        else:
            fault = page.differs(block)
        if fault:
            faults.append(told(path, block, fault))
    if UPDATE:
        path.write_text(text, encoding="utf-8")
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("name", generated())
def test_the_reference_is_what_the_code_says(name):
    """Nobody has to remember to change a reference; FOEDUS_UPDATE=1 writes it anew."""
    path, text = REFERENCE / name, generated()[name]()
    if UPDATE:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, "run the tests with FOEDUS_UPDATE=1"


def test_every_block_of_a_tutorial_is_run():
    """A tutorial has no block that only looks right."""
    seen = [
        told(path, block, f"a {block.kind or 'plain'} block is not run")
        for path in sorted((DOCS / "tutorial").glob("*.md"))
        for block in blocks(path.read_text(encoding="utf-8"))
        if block.kind not in RUN or (block.kind in {"yaml", "diff"} and not block.name)
    ]
    assert seen == []


def test_every_command_is_shown_on_a_page_that_somebody_wrote():
    """A command that no page mentions does not exist for a newcomer."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in written())
    assert [name for name in each_command() if f"foedus {name}" not in text] == []


def test_every_property_and_clause_kind_has_its_page():
    """Whatever an answer or a text names can be looked up."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md"))
    names = [*shelf(), *modules("foedus.clauses")]
    assert [name for name in names if f"## {name}\n" not in text] == []


def test_the_glossary_names_every_public_noun():
    """One list of words: what Python calls a thing is explained there."""
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")
    nouns = list(public_nouns())
    assert set(nouns) <= set(foedus.__all__)
    assert nouns, "the front door has classes"
    assert [name for name in nouns if f"`{name}`" not in glossary] == []


def test_every_decision_is_listed():
    """The index of decisions leads to each of them."""
    index = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    pages = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    assert [page.name for page in pages if f"({page.name})" not in index] == []


def test_every_link_between_pages_leads_somewhere():
    """A reader is never sent to a page that is not there."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")]
    dead = [
        f"{here(page)}: {target}"
        for page in pages
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert dead == []


def test_the_readme_fits_on_two_screens():
    """Whoever looks in for a minute sees all of it."""
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 90


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n", "a\nb\n", False),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\nd\n", "a\nd\n", True),
        ("a\n…\n", "a\nb\nc\n", True),
        ("…\nc\n", "a\nb\nc\n", True),
        ("a\n…\nd\n", "a\nb\nxd\n", False),
        ("a\n…\nd\n", "xa\nd\n", False),
        ("a\n…\nc\n…\n", "a\nb\nd\n", False),
    ],
)
def test_lines_left_out_stand_for_any_lines_and_nothing_else(expected, found, same):
    """A page may shorten an answer, not change it."""
    assert matches(expected, found) is same


@pytest.mark.parametrize(
    "block",
    [
        Block("console", "", "$ foedus --version\nfoedus 0.0.0\n", 1),
        Block("console", "", "$ foedus explain nothing\n…\n$ echo $?\n0\n", 1),
        Block("console", "", "$ ls\n", 1),
        Block("console", "", "nothing\n", 1),
        Block("python", "", ">>> 1 + 1\n3\n", 1),
        Block("diff", "pact.yaml", "-not there\n+there\n", 1),
        Block("ruby", "", "1\n", 1),
    ],
    ids=lambda block: f"{block.kind}-{len(block.body)}",
)
def test_a_block_that_is_wrong_is_noticed(block, page):
    """The guard sees each way in which an example can be wrong."""
    (page.folder / "pact.yaml").write_text("foedus: 1\n")
    assert page.differs(block)
