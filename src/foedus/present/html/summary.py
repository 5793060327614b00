"""The summary: what holds and what does not, in sentences, then promise by promise."""

from __future__ import annotations

from dataclasses import replace

from foedus.answers.check import Check, PropertyAnswer, TimingUnder
from foedus.answers.verdict import Word
from foedus.present import wording as say
from foedus.present.cases import routes_sentence
from foedus.present.html import strings
from foedus.present.html.captions import Numbering, row, state, table
from foedus.present.html.element import Node, Raw, h
from foedus.present.html.marks import VERDICTS, marked
from foedus.present.html.readings import silence
from foedus.present.naming import Parties, listed
from foedus.present.terminal.check import headline


def summary(check: Check, numbering: Numbering) -> Node:
    """Sentences first, then the table of promises."""
    if not check.properties:
        return state(strings.NO_PROPERTIES)
    return [
        h("p", " ".join(sentences(check))),
        _promises(check, numbering),
        _last_days(check),
    ]


def _last_days(check: Check) -> Node:
    """The last day of help under each reading that changes it."""
    if check.timing is None or not check.timing.by_reading:
        return None
    groups: dict[tuple[float | None, bool], list[TimingUnder]] = {}
    for under in check.timing.by_reading:
        groups.setdefault((under.slowest_hours, under.unmeasured), []).append(under)
    lines = []
    for rows in groups.values():
        said = say.timing_lines(replace(check.timing, by_reading=tuple(rows)), check.parties)
        lines.append(h("li", silence([one.under for one in rows]), " ".join(said)))
    return [h("h3", strings.LAST_DAYS), h("ul", lines, class_="readings")]


def sentences(check: Check) -> list[str]:
    """How many promises hold, how the first that does not breaks, and when help is due."""
    said = [headline(check.properties, check.parties)]
    if check.timing is not None:
        said.append(say.timing_sentence(check.timing))
    return said


def _promises(check: Check, numbering: Numbering) -> Raw:
    columns = strings.PROMISE_COLUMNS
    rows = [
        row(
            columns,
            say.property_title(answer.name),
            verdict(answer.verdict),
            in_words(answer, check.parties),
            listed(answer.articles) or strings.NONE,
        )
        for answer in check.properties
    ]
    return table(numbering.table(), strings.PROMISES, columns, rows, "st promises")


def verdict(word: Word) -> Raw:
    """A verdict: shape, word, colour, in this order."""
    return marked(VERDICTS[word], strings.VERDICTS[word])


def in_words(answer: PropertyAnswer, parties: Parties) -> str:
    """One sentence on a property: when it fails, or how the answer comes out."""
    if answer.verdict == "depends" and answer.fails_when:
        said = say.failing_sentence(answer.fails_when, parties)
    else:
        said = say.answer_line(answer, parties)
    return f"{said} {routes_sentence(answer)}".strip()
