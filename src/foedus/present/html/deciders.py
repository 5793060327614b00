"""Who can decide and who can block: each joint step, one column of dots for each decider."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from foedus.answers.check import Check, Decision, Sets
from foedus.answers.verdict import Choice
from foedus.present import wording as say
from foedus.present.html import strings
from foedus.present.html.captions import Numbering, state
from foedus.present.html.element import Node, Raw, h
from foedus.present.html.lanes import codes
from foedus.present.html.marks import mark, yes_or_no
from foedus.present.html.readings import any_of
from foedus.present.naming import Parties, capital

MOST_DOTS = 8

Readings = tuple[tuple[Choice, ...], ...]
Row = tuple[Readings, Decision]


def deciders(check: Check, numbering: Numbering) -> Node:
    """One table for each joint step of the text."""
    if not check.decisions:
        return state(strings.NO_DECISIONS)
    steps: dict[tuple[str, tuple[str, ...]], list[Decision]] = {}
    for one in check.decisions:
        steps.setdefault((one.step, one.deciders), []).append(one)
    tables = [_table(same, check.parties, numbering) for same in steps.values()]
    key = h(
        "p",
        [
            h("span", mark(shape), " ", words)
            for shape, words in zip(("yes", "half", "no"), strings.DOTS, strict=True)
        ],
        class_="small key",
    )
    dotted = any(len(one.deciders) <= MOST_DOTS for one in check.decisions)
    return h("div", tables, key if dotted else None, class_="stack6")


def rows_of(decisions: Sequence[Decision]) -> list[Row]:
    """Decisions that differ only in the reading they stand under, as one row."""
    found: dict[Decision, list[tuple[Choice, ...]]] = {}
    for one in decisions:
        found.setdefault(replace(one, reading=()), []).append(one.reading)
    return [(tuple(readings), one) for one, readings in found.items()]


def _table(decisions: list[Decision], parties: Parties, numbering: Numbering) -> Raw:
    columns = decisions[0].deciders if len(decisions[0].deciders) <= MOST_DOTS else ()
    asked = any(one.accused_blocks is not None for one in decisions)
    first = decisions[0]
    head = [
        h("th", strings.READING, scope="col"),
        [_head(who, first.accused, parties) for who in columns],
        h("th", strings.WHAT_IT_TAKES, scope="col", class_="what"),
        h("th", strings.ACCUSED_BLOCKS, scope="col") if asked else None,
    ]
    body = [
        _rows(readings, one, columns, parties, asked=asked) for readings, one in rows_of(decisions)
    ]
    words = h(
        "caption",
        h("b", strings.TABLE.format(n=numbering.table())),
        " ",
        say.decision_title(first, parties),
        class_="small",
    )
    table = h(
        "table",
        words,
        h("thead", h("tr", head)),
        h("tbody", body),
        class_="coal st" if columns else "coal st wordy",
    )
    return h("div", table, _power(decisions))


def _head(who: str, accused: str | None, parties: Parties) -> Raw:
    role = h("span", strings.ACCUSED_ROLE, class_="role") if who == accused else None
    return h(
        "th",
        h("abbr", codes([who]), title=capital(say.name(who, parties))),
        role,
        scope="col",
        class_="dot",
    )


def _rows(
    readings: Readings, one: Decision, columns: tuple[str, ...], parties: Parties, *, asked: bool
) -> list[Raw]:
    """Two rows for one reading: to decide, and to block."""
    span = 2
    name = h(
        "th",
        any_of(readings, parties),
        h("span", strings.RULE.format(rule=one.rule), class_="small rule"),
        scope="rowgroup",
        rowspan=span,
    )
    stops = None
    if asked:
        answer = strings.NONE if one.accused_blocks is None else yes_or_no(one.accused_blocks)
        stops = h("td", answer, rowspan=span, class_="stops", data_l=strings.ACCUSED_BLOCKS)
    deciding = _dots(one.minimal_winning, columns)
    blocking = _dots(one.minimal_blocking, columns)
    return [
        h(
            "tr",
            name,
            deciding,
            _takes(strings.TO_DECIDE, one.minimal_winning, one, parties),
            stops,
            class_="first",
        ),
        h("tr", blocking, _takes(strings.TO_BLOCK, one.minimal_blocking, one, parties)),
    ]


def _takes(what: str, sets: Sets, one: Decision, parties: Parties) -> Raw:
    words = say.sets_words(sets, parties, one.deciders)
    return h("td", h("span", what, class_="small"), " ", words, class_="what")


def _dots(sets: Sets, columns: tuple[str, ...]) -> list[Raw]:
    """For each decider: in every smallest set, in some, in none."""
    cells = []
    for who in columns:
        shape = place_of(who, sets)
        code = h("small", codes([who]), aria_hidden="true")
        said = h("span", strings.IN_SETS[shape], class_="vh")
        cells.append(h("td", mark(shape), code, said, class_="dot"))
    return cells


def place_of(who: str, sets: Sets) -> str:
    """Whether a decider is in every smallest set, in some, or in none: yes, half, no.

    Examples
    --------
    >>> two = Sets((("A", "B"), ("A", "C")))
    >>> place_of("A", two), place_of("B", two)
    ('yes', 'half')
    """
    if sets.sets is not None:
        found = [who in one for one in sets.sets]
        return "yes" if found and all(found) else "half" if any(found) else "no"
    parts = [place_of(who, part) for part in (*sets.every, *sets.either)]
    if parts:
        needed = "yes" in parts if sets.every else all(part == "yes" for part in parts)
        return "yes" if needed else "no" if set(parts) == {"no"} else "half"
    if who in sets.with_:
        return "yes"
    if who not in sets.of:
        return "no"
    return "yes" if sets.at_least == len(sets.of) else "half"


def _power(decisions: Sequence[Decision]) -> Node:
    """Shares of power where they were computed."""
    lines = []
    for one in decisions:
        if one.power:
            shares = "; ".join(
                f"{who} {shapley:.2f}, {banzhaf:.2f}" for who, shapley, banzhaf in one.power
            )
            lines.append(
                h("p", strings.POWER.format(rule=one.rule, shares=shares), class_="small")
            )
    return lines or None
