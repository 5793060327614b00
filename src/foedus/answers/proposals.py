"""Amendments that make a failing property hold, with their words and their price for each side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from foedus.answers.trace import Outcome
from foedus.answers.verdict import Word

Say = Literal["always", "when_accused", "unless_accused", "never"]


@dataclass(frozen=True, slots=True)
class Changed:
    """One place changed: its path, what stood there, what stands there now."""

    at: str
    was: Any
    becomes: Any


@dataclass(frozen=True, slots=True)
class Effect:
    """What an amendment changes for one party.

    Attributes
    ----------
    party : str
    role : str
        `beneficiary` or `guarantor`.
    before, after : Say
        Guarantor: when its own refusal or absence alone stops help. Beneficiary: when help to it
        can be stopped by one party alone.
    """

    party: str
    role: Literal["beneficiary", "guarantor"]
    before: Say
    after: Say


@dataclass(frozen=True, slots=True)
class Amendment:
    """A list of changes that reaches the goal.

    Attributes
    ----------
    kind : str
        `recusal`, `decision rule` or `deadline`.
    changes : tuple of Changed
    words : int
        Words struck and added in the sentence that states the changed step.
    before, after : str
        That sentence.
    answers : tuple of (property, before, after)
        Verdicts that change, the goal first.
    effect : tuple of Effect
        Parties for whom something changes.
    outcome : Outcome or None
        The same incident run again, if one was given.
    removes_the_guarantee : bool
    """

    kind: str
    changes: tuple[Changed, ...]
    words: int
    before: str
    after: str
    answers: tuple[tuple[str, Word, Word], ...]
    effect: tuple[Effect, ...]
    outcome: Outcome | None = None
    removes_the_guarantee: bool = False


@dataclass(frozen=True, slots=True)
class Proposals:
    """Every smallest mend found for one goal, fewest words first; `tried` counts candidates."""

    treaty: str
    goal: str
    before: Word
    amendments: tuple[Amendment, ...]
    tried: int
    parties: tuple[tuple[str, str], ...] = ()
    conflict: tuple[str, ...] = ()
    outcome_before: Outcome | None = None
    incident: str = ""
    called: str = ""
    schema: int = 1
