"""Readings and silences on the page: a silence always with its mark, never filled in."""

from __future__ import annotations

from collections.abc import Sequence

from foedus.answers.verdict import Choice
from foedus.present.html import strings
from foedus.present.html.element import Node, Raw, h
from foedus.present.html.marks import mark
from foedus.present.naming import Parties, capital
from foedus.present.wording import under


def made(choices: Sequence[Choice], parties: Parties) -> Node:
    """Choices made together, as one clause; marked where a silence is among them."""
    if not choices:
        return strings.EVERY_READING
    return [silence([choices]), capital(under(choices, parties))]


def silence(sets: Sequence[Sequence[Choice]]) -> Node:
    """The dotted square, if any of these choices is about what the text does not say."""
    silent = any(choice.kind == "silence" for choices in sets for choice in choices)
    return h("span", mark("silent"), " ", class_="v-silent") if silent else None


def any_of(sets: Sequence[Sequence[Choice]], parties: Parties) -> Node:
    """Several sets of choices that lead to the same, each a line of its own."""
    filled = [one for one in sets if one]
    if not filled:
        return strings.EVERY_READING
    if len(filled) == 1:
        return made(filled[0], parties)
    return h("ul", [h("li", made(one, parties)) for one in filled], class_="plain")


def listed(sets: Sequence[Sequence[Choice]], parties: Parties) -> Raw:
    """The smallest sets of choices under which something fails, between double rules."""
    return h("ul", [h("li", made(one, parties), ".") for one in sets if one], class_="readings")
