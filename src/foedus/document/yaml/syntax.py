"""Faults of spelling in YAML, told in the reader's words instead of the parser's."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from foedus.document.yaml.page import Page
from foedus.terms.diagnostic import Diagnostic
from foedus.terms.source import Span

Place = tuple[int, int]

_Mark = Any  # the parser's marks declare no types of their own
_UNCLEAR = "foedus cannot tell where the words of the treaty go on"
_SWALLOWED = "everything below is read as part of it"
_SHOWN = 40
_LONGEST_KEY = 1000


def explain(error: Exception, page: Page, last: Place, bracket: Place | None = None) -> Diagnostic:
    """One fault of spelling as a diagnostic.

    Parameters
    ----------
    error : Exception
        Whatever the parser raised.
    page : Page
        What it was reading.
    last : (line, column), counted from 1
        The last place it understood, used when the error names none.
    bracket : (line, column), optional
        The last bracket that was opened and not closed.
    """
    context = str(getattr(error, "context", None) or "")
    where = _place(getattr(error, "problem_mark", None)) or last
    opened = _place(getattr(error, "context_mark", None)) or where
    message = f"{context}: {getattr(error, 'problem', None) or ''}"
    if bracket and bracket[0] < where[0] and "expected the node content" in message:
        return _bracket(_Slip(page, where, bracket, message))
    slip = _Slip(page, where, opened, message)
    return next(tell for pattern, tell in _TELLERS if re.search(pattern, slip.message))(slip)


def _place(mark: _Mark) -> Place | None:
    return None if mark is None else (mark.line + 1, mark.column + 1)


@dataclass(frozen=True, slots=True)
class _Slip:
    """Where the parser gave up, what it was busy with since when, and its words for it."""

    page: Page
    where: Place
    opened: Place
    message: str

    def line(self, place: Place) -> str:
        return self.page.lines[place[0] - 1] if place[0] <= len(self.page.lines) else ""

    def sign(self, place: Place) -> str:
        return self.line(place)[place[1] - 1 : place[1]]

    def here(self) -> Span:
        return self.page.span(*self.where)

    def word(self, line: int) -> Span:
        """The first word of a line."""
        text = self.line((line, 1))
        word = text.split(maxsplit=1)[0] if text.strip() else " "
        return self.page.span(line, text.find(word) + 1, len(word))

    def above(self, line: int) -> int:
        """The nearest line above on which something is written."""
        return next((n for n in range(line - 1, 0, -1) if self.line((n, 1)).strip()), 1)


def _fault(name: str, what: str, span: Span, why: str, mend: str) -> Diagnostic:
    return Diagnostic(name, "error", what, span, why, mend)


def _tab(slip: _Slip) -> Diagnostic:
    line, column = slip.where
    if slip.line(slip.where)[: column - 1].strip():
        why = "a tab is as wide as each program likes, so two readers may see two texts"
        return _fault("tab", "a tab stands here", slip.here(), why, "replace it with a space")
    tabbed = re.compile(r" *\t\s*[^\s#]")
    more = [n for n, text in enumerate(slip.page.lines, 1) if n > line and tabbed.match(text)]
    return Diagnostic(
        "tab-indentation",
        "error",
        "this line is indented with a tab" + (f", and {len(more)} more below it" if more else ""),
        slip.here(),
        "indentation says what belongs to what, and a tab is as wide as each program likes",
        "indent with spaces, two for each level",
        also=tuple(slip.page.span(n, slip.line((n, 1)).find("\t") + 1) for n in more[:3]),
    )


def _second_colon(slip: _Slip) -> Diagnostic:
    before = slip.line(slip.where)[: slip.where[1] - 1]
    if len(before) > _LONGEST_KEY:
        return _fault(
            "complex-key",
            "the key before this colon is far too long",
            slip.here(),
            "a key is a name under which readers find something again",
            "write a short key, and the text after its colon",
        )
    if re.search(r":\s", before) or slip.where[0] == 1:
        return _fault(
            "second-colon",
            "a second colon on this line would begin a second value",
            slip.here(),
            "a colon followed by a space separates a key from its value",
            'put the whole text in quotes, as in says: "Article 5: help"',
        )
    word, above = slip.word(slip.where[0]), slip.word(slip.above(slip.where[0]))
    if word.column <= above.column:
        return _no_colon(replace(slip, opened=(above.line, above.column)))
    return _fault(
        "uneven-indentation",
        "this line stands deeper than the line above it allows",
        word,
        "the line above already has its value, so nothing can belong to it",
        "indent both lines alike, or leave the value of the line above empty",
    )


def _no_colon(slip: _Slip) -> Diagnostic:
    word = slip.line(slip.opened)[slip.opened[1] - 1 :].rstrip()
    glued = re.match(r"([\w.-]+):(\S.*)", word)
    mend = f"write '{glued[1]}: {glued[2]}'" if glued else "write 'key: value'"
    shown = word if len(word) <= _SHOWN else word[: _SHOWN - 1] + "…"
    return _fault(
        "missing-colon",
        f"{shown!r} is not a key with a value",
        slip.page.span(*slip.opened, len(word) or 1),
        "among keys each line is a key, a colon, a space and a value",
        f"{mend}; the further lines of a long text are indented more than its key",
    )


def _indentation(slip: _Slip) -> Diagnostic:
    begins = not slip.line(slip.where)[: slip.where[1] - 1].strip(" -?")
    if not begins or slip.where[0] == slip.opened[0]:
        return _fault(
            "text-after-value",
            "something follows here although the value is complete",
            slip.here(),
            _UNCLEAR,
            "put the whole text in quotes, from its first word to its last; an apostrophe inside "
            "single quotes is written twice",
        )
    line, column = slip.opened
    if column == slip.where[1]:
        what = "keys, and items that begin with a dash, stand on one level here"
        mend = "indent the items under a key of their own, or the key under an item"
    else:
        what = "this line fits no level of the lines above it"
        above = slip.above(slip.where[0])
        other = slip.word(above).column
        mend = f"start it in column {column} as line {line} does"
        mend += f", or in column {other} as line {above} does" if other != column else ""
    return Diagnostic(
        "uneven-indentation",
        "error",
        what,
        slip.word(slip.where[0]),
        "indentation says what belongs to what; all lines of one level start in one column",
        mend,
        also=(slip.word(line),),
    )


def _bracket(slip: _Slip) -> Diagnostic:
    sign = slip.sign(slip.opened)
    mend = f"add '{']' if sign == '[' else '}'}' where it ends, and a comma between its items"
    if slip.where[0] > slip.opened[0]:
        what = f"{sign!r} is opened here and not closed"
        return _fault("unclosed-bracket", what, slip.page.span(*slip.opened), _SWALLOWED, mend)
    return Diagnostic(
        "unclosed-bracket",
        "error",
        f"before this place {sign!r} should be closed, or a comma should stand",
        slip.here(),
        _UNCLEAR,
        f"{mend}; a text with a colon or a comma goes in quotes",
        also=(slip.page.span(*slip.opened),),
    )


def _simple(slip: _Slip) -> Diagnostic:
    _, name, what, why, mend = next(row for row in _SIMPLE if re.search(row[0], slip.message))
    line, column = slip.opened if name in _AT_THE_OPENING else slip.where
    line = min(line, len(slip.page.lines))
    sign = slip.sign((line, column))
    span = slip.page.span(line, column)
    return _fault(name, what.format(sign), span, why, mend.format(sign))


_AT_THE_OPENING = frozenset({"unclosed-quote", "tag", "reserved-sign"})

_SIMPLE: tuple[tuple[str, str, str, str, str], ...] = (
    (
        r"expected <block end>",
        "stray-bracket",
        "{!r} closes nothing here",
        _UNCLEAR,
        "remove it, add the bracket that opens, or put the whole text in quotes",
    ),
    (
        "quoted scalar: found unexpected",
        "unclosed-quote",
        "the text opened here with {} is not closed",
        _SWALLOWED,
        "add {} where the text ends",
    ),
    (
        r"\btag\b",
        "tag",
        "'!' begins a tag, which is not part of the language",
        "a tag can ask the reading program to build or run something, and a treaty must not",
        "remove it; a text that begins with '!' goes in quotes",
    ),
    (
        "directive|incompatible YAML|document start|document end",
        "two-documents",
        "the document begins or ends at an unexpected place here",
        "a file holds one document, so that nobody has to ask which of them was meant",
        "remove lines of three dots and lines that begin with '%'",
    ),
    (
        "cannot start any token|scanning an a|block scalar|keys are not allowed",
        "reserved-sign",
        "a text cannot begin with {!r}",
        "this sign has a meaning of its own in YAML",
        "put the whole text in quotes",
    ),
    (
        "double-quoted scalar",
        "bad-escape",
        "the backslash before this place is followed by no known sign",
        "between double quotes a backslash begins a special sign",
        "write the backslash twice, or put the text in single quotes",
    ),
    (
        "expected the node content",
        "missing-value",
        "a value should stand before this {!r}",
        _UNCLEAR,
        "write the value, remove the sign, or put the whole text in quotes",
    ),
    (
        "sequence entries",
        "stray-dash",
        "an item of a list cannot begin here",
        "each item of a list has a line of its own",
        "start a new line before the dash, indented under the key, or put the text in quotes",
    ),
    (
        "",
        "unreadable-yaml",
        "what stands at or after this place cannot be read",
        _UNCLEAR,
        "compare it with a treaty of the library, and put texts with unusual signs in quotes",
    ),
)
"""Pattern of the parser's message, then name, what, why and mend; the first that fits."""

_TELLERS: tuple[tuple[str, Callable[[_Slip], Diagnostic]], ...] = (
    (r"found character '\\t'", _tab),
    ("mapping values are not allowed", _second_colon),
    ("could not find expected ':'", _no_colon),
    (r"expected <block end>, but found '[^\]}]|more indented", _indentation),
    ("parsing a flow (sequence|mapping): expected ','", _bracket),
    ("", _simple),
)
"""Faults that need a look at the lines around them, and who looks; the first that fits."""
