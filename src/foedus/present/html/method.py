"""How the report was made: what was assumed, which readings were tried, how to repeat it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote

from foedus.answers.check import Check
from foedus.answers.verdict import Choice
from foedus.present import wording as say
from foedus.present.html import strings
from foedus.present.html.element import Node, h
from foedus.present.html.readings import silence
from foedus.present.naming import capital


def method(check: Check, *, made: str, version: str) -> Node:
    """Assumptions, the readings tried, versions, and the limit of what is said."""
    tried = [
        h("li", silence([[one]]), capital(say.choice_sentence(one, check.parties)), ".")
        for one in _asked(check)
    ]
    repeat = h("p", strings.REPEAT, " ", h("code", command(check)), class_="small")
    versions = strings.VERSIONS.format(version=version, schema=check.schema, made=say.dated(made))
    return [
        h("h3", strings.ASSUMED),
        h("ul", [h("li", one) for one in strings.ASSUMPTIONS], class_="list small"),
        h("h3", strings.TRIED),
        h("ul", tried, class_="list small") if tried else h("p", strings.ONE_READING),
        h("p", strings.LIMIT),
        repeat,
        h("p", versions, class_="small"),
    ]


def command(check: Check) -> str:
    """The command that makes this report again."""
    words = ["foedus", "report", check.treaty]
    if check.accused:
        words += ["--accused", check.accused]
    variant = check.treaty.partition("@")[2]
    if not variant:
        words += [part for q, label in check.fixed for part in ("--reading", f"{q}={label}")]
    return " ".join(quote(word) for word in [*words, "-o", "report.html"])


def _asked(check: Check) -> list[Choice]:
    """Every question an answer turns on, the text's own before its silences."""
    labels: dict[str, dict[str, None]] = {}
    kinds: dict[str, Choice] = {}
    for choice in _choices(check):
        kinds.setdefault(choice.question, choice)
        labels.setdefault(choice.question, {}).update(dict.fromkeys(choice.choices))
    asked = [Choice(name, tuple(labels[name]), one.kind) for name, one in kinds.items()]
    return sorted(asked, key=lambda one: one.kind == "silence")


def _choices(check: Check) -> Iterator[Choice]:
    """All choices that an answer turns on."""
    sets: list[Sequence[Choice]] = [one.reading for one in check.decisions]
    for answer in check.properties:
        sets += answer.fails_when
    if check.timing is not None:
        sets += [row.under for row in check.timing.by_reading]
    for one in sets:
        yield from one
