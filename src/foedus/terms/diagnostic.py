"""One fault, told to a reader: its name, what, where, why and how to mend it.

A diagnostic is data. It knows two ways to be read as text, a long one and a line; colour, JSON
and SARIF are the business of `present`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from foedus.terms.source import Span

Severity = Literal["error", "warning", "note"]

WIDEST = 110
"""Characters of a source line shown before it is shortened."""

_INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f"
"""Signs that several scripts need and that can neither hide nor reorder other text."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault in a document, or one question that cannot be answered.

    Parameters
    ----------
    name : str
        The fault in kebab-case; it reads well after "allow".
    severity : {'error', 'warning', 'note'}
    what : str
        One line, true on its own, with the offending value.
    span : Span or None
        Where; None when the fault lies in no file.
    why, mend, more : str
        The consequence for the treaty; what to do; where to read on. An empty one is not shown.
    article : str, optional
        The article the place belongs to.
    also : tuple of Span
        Other places that take part, as when two of them conflict.

    Examples
    --------
    >>> place = Span("demo.yaml", 9, 16, 11, "      trigger: armed_atack")
    >>> found = Diagnostic("unknown-event", "error", "'armed_atack' is no event", place)
    >>> found.concise()
    "demo.yaml:9:16: error[unknown-event] 'armed_atack' is no event"
    """

    name: str
    severity: Severity
    what: str
    span: Span | None
    why: str = ""
    mend: str = ""
    article: str | None = None
    also: tuple[Span, ...] = ()
    more: str = ""

    def concise(self) -> str:
        """The fault on one line, as editors and other programs expect it."""
        place = f"{self.span}: " if self.span else ""
        return _printable(f"{place}{self.severity}[{self.name}] {self.what}")

    def full(self) -> str:
        """The fault with its source line, reason and mend; several lines, no colour."""
        spans = [span for span in (self.span, *self.also) if span is not None]
        digits = len(str(max((span.line for span in spans), default=0)))
        lines = [_printable(f"{self.severity}[{self.name}]: {self.what}")]
        for arrow, span in zip(["-->"] + ["and"] * len(spans), spans, strict=False):
            article = f", article {self.article}" if span is self.span and self.article else ""
            lines.append(_printable(f"{'':{digits}} {arrow} {span}{article}"))
            lines.extend(_excerpt(span, digits))
        rail = " " * (digits + 2)
        for label, text in (("why: ", self.why), ("mend:", self.mend), ("more:", self.more)):
            if text:
                lines.append(_printable(f"{rail}= {label} {text}"))
        return "\n".join(lines)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word a reader most likely meant, or None when none is near.

    Examples
    --------
    >>> nearest("armed_atack", ["aggression", "armed_attack"])
    'armed_attack'
    >>> nearest("Cyber", ["aggression", "armed_attack"]) is None
    True
    """
    if not 0 < len(word) <= WIDEST:
        return None
    from difflib import get_close_matches  # noqa: PLC0415  (needed only when something is wrong)

    folded = {_folded(candidate): candidate for candidate in known}
    found = get_close_matches(_folded(word), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def in_file_order(diagnostics: Collection[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics as their places follow each other in the file; placeless ones first."""
    places = [(d.span.line, d.span.column) if d.span else (0, 0) for d in diagnostics]
    pairs = sorted(zip(places, diagnostics, strict=True), key=lambda pair: pair[0])
    return tuple(diagnostic for _, diagnostic in pairs)


def _folded(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")


def _excerpt(span: Span, digits: int) -> list[str]:
    """The source line under a rail, and a caret line below it."""
    if not span.text.strip():
        return []
    text, start = _window(span)
    end = min(start + max(span.length, 1), max(len(text), start + 1))
    rail = " " * (digits + 2) + "|"
    below = " " * _cells(text[:start]) + "^" * max(_cells(text[start:end]), 1)
    return [rail, f" {span.line:>{digits}} | {_printable(text)}", f"{rail} {below}"]


def _window(span: Span) -> tuple[str, int]:
    """The part of a line that is shown, and where in it the place starts."""
    start = min(max(span.column - 1, 0), len(span.text))
    if len(span.text) <= WIDEST:
        return span.text, start
    room = max(WIDEST - max(span.length, 1), 0)
    left = max(min(start - room // 2, len(span.text) - WIDEST), 0)
    text = span.text[left : left + WIDEST]
    if left + WIDEST < len(span.text):
        text += "…"
    if left > 0:
        return "…" + text, start - left + 1
    return text, start


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes; Chinese signs take two."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(unicodedata.combining(sign) > 0 for sign in text)


def _printable(text: str) -> str:
    """The text with every sign that could move a cursor or start a new line made harmless."""
    return text if text.isprintable() else "".join(map(_harmless, text))


def _harmless(sign: str) -> str:
    if sign.isprintable() or sign in _INVISIBLE or unicodedata.category(sign) == "Zs":
        return sign
    return " " if sign in "\t\n\r" else "\N{REPLACEMENT CHARACTER}"
