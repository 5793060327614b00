"""Duty: one scale, from all means in one's power down to no promise."""

from __future__ import annotations

from typing import Literal

Duty = Literal[
    "full", "shall", "as_deemed_necessary", "constitutional_processes", "may", "political", "none"
]
SCALE: tuple[str, ...] = (
    "none",
    "political",
    "may",
    "constitutional_processes",
    "as_deemed_necessary",
    "shall",
    "full",
)
Form = Literal["treaty", "political", "domestic_law", "letter", "oral", "secret"]


def owed(duty: str) -> bool:
    """Whether the word creates a duty at all: `constitutional_processes` or stronger.

    Examples
    --------
    >>> owed("constitutional_processes"), owed("may")
    (True, False)
    """
    return SCALE.index(duty) >= SCALE.index("constitutional_processes")


def capped(duty: str, form: str) -> str:
    """The duty as its legal form allows: a political text caps every duty at `political`.

    Examples
    --------
    >>> capped("shall", "political")
    'political'
    """
    if form == "political" and SCALE.index(duty) > SCALE.index("political"):
        return "political"
    return duty
