"""Text to nodes: every event of the YAML parser becomes a node, or a fault.

The parser's events are read one at a time and kept on our own stack, so that depth costs nothing
and a file of brackets is answered at the 65th. Tags, anchors, aliases and merge keys are refused:
a tag can name code, an alias can make ten lines into a billion.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, Literal

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from foedus.document.yaml.page import MOST_FAULTS, Node, Page, Style
from foedus.document.yaml.syntax import explain
from foedus.terms.diagnostic import Diagnostic
from foedus.terms.source import Span

DEEPEST = 64
"""Levels of nesting a document may have."""

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Characters that cannot be seen, or on which programs disagree where a line ends."""

_Event = Any  # the parser's events declare no types of their own
_STYLES: dict[str, Style] = {"": "plain", "'": "'", '"': '"', "|": "|", ">": ">"}
_COLON = re.compile(r"[ \t]*:")
_MARK = re.compile(r"[!&*][^\s,\[\]{}]*")


def compose(page: Page) -> tuple[Node | None, list[Diagnostic]]:
    """The top node of a page, None if there is none, and every fault met on the way.

    Parameters
    ----------
    page : Page
        Text without a byte order mark and without characters of `UNSEEN`.

    Returns
    -------
    tuple of (Node or None, list of Diagnostic)
        With any fault the node is incomplete and good for nothing but finding more faults.
    """
    composer = _Composer(page)
    last = (1, 1)
    try:
        for event in YAML(typ="safe", pure=True).parse(page.text):
            last = (event.end_mark.line + 1, event.end_mark.column + 1)
            if not composer.take(event) or len(composer.faults) >= MOST_FAULTS:
                break
    except Exception as error:  # the parser has several ways to give up, not all its own
        composer.faults.append(explain(error, page, last, composer.bracket()))
    return composer.top, composer.faults


class _Composer:
    """The nodes made so far and the collections still open."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.top: Node | None = None
        self.open: list[Node] = []
        self.faults: list[Diagnostic] = []
        self.documents = 0

    def take(self, event: _Event) -> bool:
        """Add one event; False when reading on is of no use."""
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            return self._open(event, "mapping" if kind is MappingStartEvent else "list")
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._close(event)
        elif kind is AliasEvent:
            self._alias(event)
        elif kind is DocumentStartEvent:
            return self._document(event)
        return True

    def bracket(self) -> tuple[int, int] | None:
        """Where the innermost bracket stands that is still open."""
        inside = self.open[-1] if self.open else None
        return (inside.line, inside.column) if inside and inside.style == "flow" else None

    def _scalar(self, event: _Event) -> None:
        node = self._add(event, "scalar", _STYLES[event.style or ""])
        node.text = event.value
        if node.is_empty:
            self._settle(node)
        if node.style == '"' and UNSEEN.search(node.text):
            with suppress(UnicodeDecodeError):  # two escapes of JSON may be one character
                node.text = node.text.encode("utf-16", "surrogatepass").decode("utf-16")
            for sign in UNSEEN.findall(node.text)[:1]:
                self._refuse("control-character", self._span(node, 1), f"U+{ord(sign):04X}")

    def _settle(self, node: Node) -> None:
        """Put an empty value behind its colon; the parser puts it behind what comes next."""
        siblings = self.open[-1].children if self.open else []
        if len(siblings) % 2 == 0 and siblings and self.open[-1].kind == "mapping":
            key = siblings[-2]
            colon = _COLON.match(self.page.text, key.end)
            if colon:
                node.start = node.end = colon.end()
                node.line, node.column = key.line, key.column + colon.end() - key.start

    def _open(self, event: _Event, kind: Literal["mapping", "list"]) -> bool:
        node = self._add(event, kind, "flow" if event.flow_style else "block")
        self.open.append(node)
        if len(self.open) > DEEPEST:
            self._refuse("too-deep", self._span(node, 1), str(DEEPEST))
            return False
        return True

    def _close(self, event: _Event) -> None:
        node = self.open.pop()
        if node.style == "flow":
            node.end = event.end_mark.index
        elif node.children:
            node.end = max(node.end, node.children[-1].end)

    def _alias(self, event: _Event) -> None:
        node = self._add(event, "scalar", '"')
        node.text = self._written(node.start)
        self._refuse("alias", self._span(node, len(node.text)), node.text)

    def _document(self, event: _Event) -> bool:
        self.documents += 1
        if self.documents > 1:
            self._refuse("two-documents", self.page.span(event.start_mark.line + 1, 1), "")
            return False
        for number, line in enumerate(self.page.lines[: event.start_mark.line], 1):
            if line.startswith("%") and line.split() != ["%YAML", "1.2"]:
                self._refuse("directive", self.page.span(number, 1, len(line)), line.split()[0])
        return True

    def _add(
        self, event: _Event, kind: Literal["scalar", "mapping", "list"], style: Style
    ) -> Node:
        start = event.start_mark
        node = Node(
            kind, style, start.line + 1, start.column + 1, start.index, event.end_mark.index
        )
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.top = node
        if type(event) is not AliasEvent and (event.anchor is not None or event.ctag is not None):
            self._marks(event, node)
        return node

    def _marks(self, event: _Event, node: Node) -> None:
        for name, sign, mark in (("tag", "!", event.ctag), ("anchor", "&", event.anchor)):
            if mark is not None:
                start = self.page.text.find(sign, node.start)
                written = self._written(start)
                self._refuse(name, self.page.span_at(start, len(written)), written)

    def _written(self, index: int) -> str:
        found = _MARK.match(self.page.text, index)
        return found[0] if found else ""

    def _span(self, node: Node, length: int) -> Span:
        return self.page.span(node.line, node.column, length)

    def _refuse(self, name: str, span: Span, text: str) -> None:
        what, why, mend = REFUSED[name]
        self.faults.append(Diagnostic(name, "error", what.format(text), span, why, mend))


_TWICE = "what must be read in two places at once is easily misread, and can grow without end"

REFUSED: dict[str, tuple[str, str, str]] = {
    "too-deep": (
        "this stands more than {} levels deep",
        "no promise needs so many levels, and a file made of them only wears its reader out",
        "look for brackets or indentation that were never closed",
    ),
    "two-documents": (
        "a second document begins here",
        "a file holds one document, so that nobody has to ask which of them was meant",
        "move what follows into a file of its own, or remove this line",
    ),
    "alias": (
        "{!r} repeats something marked elsewhere, which is not part of the language",
        _TWICE,
        "write the value out here; a text that begins with '*' goes in quotes",
    ),
    "anchor": (
        "{!r} marks a value for repetition, which is not part of the language",
        _TWICE,
        "remove the mark; a text that begins with '&' goes in quotes",
    ),
    "tag": (
        "{!r} is a tag, which is not part of the language",
        "a tag can ask the reading program to build or run something, and a treaty must not",
        "remove it; a text that begins with '!' goes in quotes",
    ),
    "directive": (
        "{!r} gives the reading program an order",
        "such an order can change what the same words mean; under one of them NO is no party",
        "remove the line; only '%YAML 1.2' may stand here",
    ),
    "control-character": (
        "this text holds the character {}, which cannot be seen",
        "what a reader cannot see cannot be agreed on",
        "remove it, or the escape with a backslash that makes it",
    ),
}
"""What is refused although it is YAML: what, why, mend."""
