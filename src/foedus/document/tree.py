"""A document as read: plain values, and where each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from foedus.terms.source import Span

Path = tuple[str | int, ...]
"""Keys and places of items from the top of a document; the first item of a list is 0."""

Place = tuple[int, int, int]
"""Line and column, both counted from 1, and length in characters."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Plain values with the place of each key and each value.

    Parameters
    ----------
    file : str
        The name under which the reader knows the file.
    lines : tuple of str
        The lines of the file, without their line breaks.
    data : dict
        The values: text, numbers, true and false, None for what was left empty, lists, and
        mappings whose keys are always text, as written.
    keys, values : mapping of Path to Place
        Where each key stands, and each value; an empty value stands at its key.
    """

    file: str
    lines: tuple[str, ...]
    data: Any
    keys: Mapping[Path, Place] = field(repr=False)
    values: Mapping[Path, Place] = field(repr=False)

    def key_span(self, path: Path) -> Span:
        """Where the key of this path stands; for an item of a list, the item.

        A path that is not in the document stands at the nearest key above it.
        """
        for end in range(len(path), 0, -1):
            place = self.keys.get(path[:end]) or self.values.get(path[:end])
            if place is not None:
                return self._span(place)
        return self._span(self.values.get((), (1, 1, 1)))

    def value_span(self, path: Path) -> Span:
        """Where the value of this path stands.

        A path that is not in the document stands at the nearest key above it.
        """
        place = self.values.get(path)
        return self.key_span(path) if place is None else self._span(place)

    def has(self, path: Path) -> bool:
        """Whether something is written at this path."""
        return path in self.values

    def _span(self, place: Place) -> Span:
        line, column, length = place
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        return Span(self.file, line, column, length, text)
