"""Faults as data: what `--format json` prints when a question could not be answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from foedus.terms.diagnostic import Diagnostic
from foedus.terms.source import Span


def faults_json(diagnostics: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    """One object for each diagnostic, in the order given.

    Examples
    --------
    >>> found = Diagnostic("unknown-party", "error", "no party 'X'", None, "", "see parties")
    >>> [(one["name"], one["mend"], one["place"]) for one in faults_json([found])]
    [('unknown-party', 'see parties', None)]
    """
    return [
        {
            "name": one.name,
            "severity": one.severity,
            "what": one.what,
            "why": one.why,
            "mend": one.mend,
            "more": one.more,
            "article": one.article,
            "place": _place(one.span),
            "also": [_place(span) for span in one.also],
        }
        for one in diagnostics
    ]


def _place(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {"file": span.file, "line": span.line, "column": span.column, "length": span.length}
