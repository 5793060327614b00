"""A thing on a shelf is one file that explains itself, and one story that shows it."""

import ast
from pathlib import Path

import pytest

from architecture.house import SOURCE, TESTS, here

HEADINGS = {
    "clauses": (
        "In plain words",
        "How treaties say it",
        "What it does to the machine",
        "Limits",
        "Sources",
    ),
    "properties": ("What it asks", "Why it matters", "True when", "Limits", "Sources"),
}


def things(shelf: Path) -> list[Path]:
    """The modules of a shelf; what starts with an underscore is not on show."""
    return sorted(path for path in shelf.glob("*.py") if not path.name.startswith("_"))


def sections(docstring: str) -> dict[str, str]:
    """Each heading of a docstring (a line underlined, or marked with ##) and its text."""
    found: dict[str, str] = {}
    lines = [line.strip() for line in docstring.splitlines()]
    heading = ""
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if line and below and set(below) <= {"-", "="}:
            heading = line
            found[heading] = ""
        elif line.startswith("## "):
            heading = line.removeprefix("## ")
            found[heading] = ""
        elif heading and not set(line) <= {"-", "="}:
            found[heading] += line
    return found


def unexplained(module: Path, headings: tuple[str, ...]) -> list[str]:
    """What is wrong with a module's docstring, in words."""
    written = sections(ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "")
    missing = [heading for heading in headings if heading not in written]
    empty = [heading for heading in headings if written.get(heading) == ""]
    order = [heading for heading in written if heading in headings]
    wanted = [heading for heading in headings if heading in written]
    faults = [f"{here(module)}: the heading '{heading}' is missing" for heading in missing]
    faults += [f"{here(module)}: nothing stands under '{heading}'" for heading in empty]
    if order != wanted:
        faults.append(f"{here(module)}: the headings stand in another order than {headings}")
    return faults


def story(module: Path, shelf: str) -> Path:
    """Where the story lies: a clause by its key, a property by the name people type."""
    name = module.stem if shelf == "clauses" else module.stem.replace("_", "-")
    return TESTS / shelf / f"{name}.md"


@pytest.mark.parametrize("shelf", HEADINGS)
def test_every_thing_on_a_shelf_explains_itself(shelf):
    """The docstring of a shelf module is its page, so it has every heading, in order."""
    faults = [unexplained(module, HEADINGS[shelf]) for module in things(SOURCE / shelf)]
    assert [fault for each in faults for fault in each] == []


@pytest.mark.parametrize("shelf", HEADINGS)
def test_every_thing_on_a_shelf_has_its_story(shelf):
    """A lawyer can read what each thing does without reading Python."""
    stories = [story(module, shelf) for module in things(SOURCE / shelf)]
    assert [here(path) for path in stories if not path.is_file()] == []


@pytest.mark.parametrize("shelf", HEADINGS)
def test_every_story_is_about_something_on_its_shelf(shelf):
    """No story outlives the thing it tells of."""
    told = {story(module, shelf) for module in things(SOURCE / shelf)}
    assert [here(path) for path in sorted((TESTS / shelf).glob("*.md")) if path not in told] == []


def test_a_missing_an_empty_and_a_misplaced_heading_are_noticed(tmp_path):
    """The guard sees each way in which a page can be wrong."""
    module = tmp_path / "pledge.py"
    module.write_text('"""A pledge.\n\nTwo\n---\nText.\n\nOne\n---\nText.\n\nFour\n----\n"""\n')
    assert unexplained(module, ("One", "Two", "Three", "Four")) == [
        "pledge.py: the heading 'Three' is missing",
        "pledge.py: nothing stands under 'Four'",
        "pledge.py: the headings stand in another order than ('One', 'Two', 'Three', 'Four')",
    ]


def test_both_ways_of_writing_a_heading_are_read():
    """Underlined and marked headings count alike."""
    assert sections("Title.\n\nOne\n---\na\n\n## Two\nb\n") == {"One": "a", "Two": "b"}
