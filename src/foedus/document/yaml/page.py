"""A page of text and the nodes found on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from foedus.terms.source import Span

Style = Literal["plain", "'", '"', "|", ">", "flow", "block"]

MOST_FAULTS = 50
"""Faults after which looking for more stops."""

LINE_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Page:
    """The text of one file, with its lines.

    Examples
    --------
    >>> str(Page.of("treaty: demo", "demo.yaml").span(1, 9))
    'demo.yaml:1:9'
    """

    file: str
    text: str
    lines: tuple[str, ...]

    @classmethod
    def of(cls, text: str, file: str) -> Page:
        """The page on which this text stands."""
        return cls(file, text, tuple(LINE_BREAK.split(text)))

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """The place at a line and column, both counted from 1."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Span(self.file, line, column, length, text)

    def span_at(self, index: int, length: int = 1) -> Span:
        """The place of the character at an index of the text."""
        before = LINE_BREAK.split(self.text[:index])
        return self.span(len(before), len(before[-1]) + 1, length)


@dataclass(slots=True, eq=False)
class Node:
    """One scalar, list or mapping, with the stretch of text it takes.

    `children` of a mapping alternate key and value. `line` and `column` count from 1; `start` and
    `end` are indices of the text, and a block collection ends where its last child does.
    """

    kind: Literal["scalar", "list", "mapping"]
    style: Style
    line: int
    column: int
    start: int
    end: int
    text: str = ""
    children: list[Node] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written here at all."""
        return self.kind == "scalar" and self.style == "plain" and not self.text

    def pairs(self) -> list[tuple[Node, Node]]:
        """The key and value nodes of a mapping, in the order written."""
        return list(zip(self.children[::2], self.children[1::2], strict=False))
