"""Figures and tables with their numbers, each figure with the same data as a table below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foedus.present.html import strings
from foedus.present.html.element import Node, Raw, h


@dataclass
class Numbering:
    """How many figures and tables the page has so far."""

    figures: int = 0
    tables: int = 0

    def figure(self) -> int:
        """The number of the next figure."""
        self.figures += 1
        return self.figures

    def table(self) -> int:
        """The number of the next table."""
        self.tables += 1
        return self.tables


def figure(number: int, words: str, picture: Node, data: Node, note: str = "") -> Raw:
    """A picture under its caption, and its data as a table that can be opened."""
    said = h("figcaption", h("b", strings.FIGURE.format(n=number)), " ", words)
    below = h("p", note, class_="small") if note else None
    opened = h("details", h("summary", strings.FIGURE_AS_TABLE.format(n=number)), data)
    return h("figure", said, picture, below, opened, class_="fig", id=f"figure-{number}")


def table(number: int, words: str, columns: Sequence[str], rows: Node, class_: str = "st") -> Raw:
    """A table under its caption; on a phone each row becomes a block."""
    head = h("tr", [h("th", column, scope="col") for column in columns])
    said = h("caption", h("b", strings.TABLE.format(n=number)), " ", words, class_="small")
    return h("table", said, h("thead", head), h("tbody", rows), class_=class_)


def row(columns: Sequence[str], first: Node, *cells: Node) -> Raw:
    """A row of such a table; every cell knows the name of its column."""
    told = [h("td", cell, data_l=name) for cell, name in zip(cells, columns[1:], strict=True)]
    return h("tr", h("th", first, scope="row"), told)


def state(words: str, how: Node = None) -> Raw:
    """What stands where nothing is to be shown, and how to get it."""
    return h("div", h("p", words), h("p", how, class_="small") if how else None, class_="state")
