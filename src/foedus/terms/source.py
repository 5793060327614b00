"""A place in a file: where something was written, with the line itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line of a file.

    Parameters
    ----------
    file : str
        The name under which the reader knows the file.
    line, column : int, counted from 1
        Where the stretch starts; a column is one character.
    length : int, unit: characters
        How far it goes on this line; at least 1 when something is marked.
    text : str
        The whole source line without its line break; empty when it cannot be shown.

    Examples
    --------
    >>> str(Span("demo.yaml", 9, 16, 11, "      trigger: armed_atack"))
    'demo.yaml:9:16'
    """

    file: str
    line: int
    column: int
    length: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
