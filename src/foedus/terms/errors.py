"""Everything foedus raises on purpose, as one family.

::

    FoedusError                  carries one or more diagnostics
    ├── DocumentError            a document cannot be read, or cannot be changed as asked
    ├── CompileError             a document can be read but not turned into a machine or a game
    ├── UnsuitableGame           a solution concept and a game do not fit each other
    ├── StoreError               the store of an exercise cannot be written or read back
    └── UsageError               a question was put in a way that has no answer
"""

from __future__ import annotations

from collections.abc import Iterable

from foedus.terms.diagnostic import Diagnostic


class FoedusError(Exception):
    """Any fault that foedus reports; catch this one to catch them all.

    Parameters
    ----------
    diagnostics : iterable of Diagnostic
        What was found, in the order in which a reader should see it.

    Examples
    --------
    >>> str(UsageError([Diagnostic("unknown-party", "error", "'XX' is not a party", None)]))
    "error[unknown-party]: 'XX' is not a party"
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return "\n\n".join(d.full() for d in self.diagnostics)


class DocumentError(FoedusError):
    """A document cannot be read, or cannot be changed as asked."""


class CompileError(FoedusError):
    """A document can be read but not turned into a machine or a game."""


class UnsuitableGame(FoedusError):
    """A solution concept and a game do not fit each other."""


class StoreError(FoedusError):
    """The store of an exercise cannot be written or read back."""


class UsageError(FoedusError):
    """A question was put in a way that has no answer, as one about a party not in the text."""
