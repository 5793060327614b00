"""The page on the eighteen texts says what the program answers, row by row and cell by cell.

A table of the page names what is asked in its first columns; the others are the answer. With
FOEDUS_UPDATE=1 they are written anew.
"""

import os
import re
from itertools import takewhile

import pytest

import foedus
from architecture.house import LIBRARY, ROOT
from foedus.answers.check import Check, PropertyAnswer
from foedus.present.choices import under

PAGE = ROOT / "docs" / "explanation" / "texts.md"
ASKED = ["text", "read as", "accused"]
TABLES = ["no-veto-by-the-accused", "last lawful day"]
SHIPPED = sorted(path.stem for path in (LIBRARY / "treaties").glob("*.yaml"))
EIGHTEEN = {
    "istanbul-2022-03-29": "RUS", "istanbul-2022-04-15@UKR": "RUS",
    "istanbul-2022-04-15@RUS": "RUS", "dual-guarantee-2023": "RUS", "nato-1949": "outsider",
    "edc-1952": "outsider", "teu-42-7": "outsider", "budapest-1994": "RUS",
    "locarno-1925": "DEU", "luxembourg-1867": "PRS", "cyprus-1960": "GRC", "laos-1962": "POL",
    "sinai-1979": "EGY", "rio-1947": "ARG", "soviet-czech-1935": "DEU", "us-annex-2025": "RUS",
    "us-28-point-2025": "RUS", "paris-2026": "RUS", "taiwan-1979": "CHN",
}  # fmt: skip


def table(column: str) -> tuple[list[str], int, list[list[str]]]:
    """The head of the page's table with that column, the line of its first row, and the rows."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if column in cells(line)) + 2
    rows = [cells(line) for line in takewhile(lambda line: line.startswith("|"), lines[first:])]
    return cells(lines[first - 2]), first, rows


def cells(line: str) -> list[str]:
    """What stands between the bars of a line."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def checked(row: list[str]) -> Check:
    """The answer to what a row asks."""
    text, read_as, accused = row[: len(ASKED)]
    fixed = dict(part.split(" = ") for part in read_as.split("; ")) if read_as else {}
    return foedus.check(foedus.load(text), accused=accused, fixed=fixed)


def verdict(answer: PropertyAnswer) -> str:
    """One word, of what it speaks, and the choices under which it fails."""
    said = answer.verdict.replace("_", " ") + (f" ({answer.sense})" if answer.sense else "")
    when = "; or where ".join(map(under, answer.fails_when))
    return f"{said}: fails where {when}" if when else said


def days(hours: float | None) -> str:
    """An hour as a reader says it."""
    if hours is None:
        return "no bound"
    return "at once" if not hours else f"{hours / 24:g} days"


def answered(column: str, answer: Check) -> str:
    """What the program says to a column of the table."""
    by_name = {one.name: one for one in answer.properties}
    if column in by_name:
        return verdict(by_name[column])
    if column == "last lawful day":
        return days(answer.timing.slowest_hours) if answer.timing else "nothing is promised"
    entry = by_name["entry-into-force-is-reachable"]
    held = entry.reason.removeprefix("each of ").split(" can prevent it")
    if entry.verdict == "not_applicable":
        return "no rule is encoded"
    return "nobody alone" if not entry.reason else "any of " + "".join(held)


def right(head: list[str], row: list[str]) -> str:
    """The row as it should stand."""
    answer = checked(row)
    found = [answered(column, answer) for column in head[len(ASKED) :]]
    return re.sub(" +", " ", f"| {' | '.join([*row[: len(ASKED)], *found])} |")


@pytest.mark.parametrize("column", TABLES)
def test_each_row_is_what_the_program_answers(column):
    """Nobody has to trust the table."""
    head, first, rows = table(column)
    wanted = [right(head, row) for row in rows]
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    if os.environ.get("FOEDUS_UPDATE"):
        lines[first : first + len(rows)] = wanted
        PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines[first : first + len(rows)] == wanted, "run the tests with FOEDUS_UPDATE=1"


@pytest.mark.parametrize("column", TABLES)
def test_each_table_asks_every_text_for_its_accused(column):
    """No text is left out, and each is asked about the state that others ask about."""
    head, _, rows = table(column)
    assert head[: len(ASKED)] == ASKED
    asked = {(row[0], row[2]) for row in rows}
    assert set(EIGHTEEN.items()) - asked == set()
    assert {text.partition("@")[0] for text in EIGHTEEN} <= set(SHIPPED)


def test_every_text_that_is_asked_has_its_story_and_is_spoken_of():
    """Beside the table stand a page that tells the text, and a paragraph on what was answered."""
    page = PAGE.read_text(encoding="utf-8")
    texts = {text.partition("@")[0] for text in EIGHTEEN}
    folder = ROOT / "tests" / "library"
    assert [text for text in sorted(texts) if not (folder / f"{text}.md").exists()] == []
    assert [text for text in sorted(texts) if f"**{text}" not in page] == []
