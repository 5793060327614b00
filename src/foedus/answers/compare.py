"""Several texts side by side: the same questions, one answer each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """What one text says to one question; empty where it is silent.

    `odd` marks an answer that no other text shares, where the others agree.
    """

    treaty: str
    says: str
    article: str = ""
    odd: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One question, and a cell for each text."""

    question: str
    kind: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Up to eight texts: what they say first, then the exact properties.

    Attributes
    ----------
    treaties : tuple of (id, title, dated)
    rows : tuple of Row
        `kind` is `text` (what is written) or `property` (a verdict).
    """

    treaties: tuple[tuple[str, str, str], ...]
    rows: tuple[Row, ...]
    schema: int = 1
