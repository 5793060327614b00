"""Nodes to plain values: text, numbers, true and false, nothing, lists and mappings."""

from __future__ import annotations

import re
from math import isfinite
from typing import Any

from foedus.document.tree import Path, Place
from foedus.document.yaml.page import MOST_FAULTS, Node, Page
from foedus.terms.diagnostic import Diagnostic
from foedus.terms.source import Span

_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_WHOLE = re.compile(r"[-+]?[0-9]{1,300}")
_BASED = re.compile(r"0o[0-7]{1,300}|0x[0-9a-fA-F]{1,300}")
_BROKEN = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def scalar(text: str) -> str | int | float | bool | None:
    """The value of a text without quotes, by the core schema of YAML 1.2.

    Numbers without an end or beyond what can be counted with stay text, and so does everything
    the schema does not name: dates, ``NO``, ``on``, ``1_0``.

    Examples
    --------
    >>> [scalar(t) for t in ("NO", "7", "0.5", "true", "2022-03-29", "~", ".inf")]
    ['NO', 7, 0.5, True, '2022-03-29', None, '.inf']
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _WHOLE.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _BROKEN.fullmatch(text):
        value = float(text)
        return value if isfinite(value) else text
    return text


class Reader:
    """Turns the nodes of one page into values, and notes where each of them stands.

    Parameters
    ----------
    page : Page
        What the nodes were found on.

    Attributes
    ----------
    keys, values : dict of path to (line, column, length)
        Where each key stands, and each value; an empty value stands at its key.
    faults : list of Diagnostic
        Keys that cannot be keys.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys: dict[Path, Place] = {}
        self.values: dict[Path, Place] = {}
        self.faults: list[Diagnostic] = []

    def value(self, node: Node, path: Path = ()) -> Any:
        """The value of a node and of all below it."""
        if node.is_empty and path in self.keys:
            self.values[path] = self.keys[path]
        else:
            self.values[path] = self._place(node)
        if node.kind == "scalar":
            return scalar(node.text) if node.style == "plain" else node.text
        if node.kind == "list":
            return [self.value(item, (*path, n)) for n, item in enumerate(node.children)]
        mapping: dict[str, Any] = {}
        for key, value in node.pairs():
            below = (*path, key.text)
            if self._is_key(key, below, taken=key.text in mapping):
                self.keys[below] = self._place(key)
                mapping[key.text] = self.value(value, below)
        return mapping

    def _is_key(self, key: Node, path: Path, *, taken: bool) -> bool:
        if key.kind != "scalar" or "\n" in key.text:
            self._refuse("complex-key", key, "")
        elif not key.text:
            self._refuse("empty-key", key, "")
        elif key.text == "<<" and key.style == "plain":
            self._refuse("merge-key", key, "")
        elif taken:
            line, column, length = self.keys[path]
            self._refuse("duplicate-key", key, key.text, self.page.span(line, column, length))
        else:
            return True
        return False

    def _refuse(self, name: str, key: Node, text: str, *also: Span) -> None:
        if len(self.faults) >= MOST_FAULTS:
            return
        what, why, mend = _KEYS[name]
        span = self.page.span(*self._place(key))
        told = Diagnostic(name, "error", what.format(text), span, why, mend, also=also)
        self.faults.append(told)

    def _place(self, node: Node) -> Place:
        """Where a node starts, and how far it goes on its first line."""
        line, before = self.page.lines[node.line - 1], node.column - 1
        length = node.end - node.start
        if length > len(line) - before:  # it goes on below
            length = len(line.rstrip()) - before
        return node.line, node.column, max(length, 1)


_KEYS: dict[str, tuple[str, str, str]] = {
    "complex-key": (
        "a list, a mapping or a text of several lines stands here as a key",
        "a key is a name under which readers find something again",
        "write a single word or text before the colon",
    ),
    "empty-key": (
        "nothing stands before this colon",
        "a key is a name under which readers find something again",
        "write the key before the colon, or put the text in quotes",
    ),
    "merge-key": (
        "'<<' would pour another mapping in here, which is not part of the language",
        "what an article says must be readable in the article itself",
        "write the keys out in this place",
    ),
    "duplicate-key": (
        "{!r} is written twice here",
        "one of the two would be dropped without a word, and nobody could say which was meant",
        "keep one of them, or give the second a name of its own",
    ),
}
"""What cannot be a key: what, why, mend."""
