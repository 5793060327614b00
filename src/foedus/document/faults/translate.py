"""From the error of a model to diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import get_args

from pydantic_core import ValidationError
from pydantic_core.core_schema import ErrorType

from foedus.document.faults.allowed import allowed_keys
from foedus.document.faults.branches import meant
from foedus.document.faults.place import Placed, place
from foedus.document.faults.wording import Told, tell
from foedus.document.tree import Path, Tree
from foedus.ideas.form import Form
from foedus.terms.diagnostic import Diagnostic, nearest
from foedus.terms.source import Span

MOST_FAULTS = 100
"""Faults after which telling more stops."""

_OF_THE_LIBRARY = frozenset(get_args(ErrorType))
_NO_WHY = "as it stands the text says nothing definite at this place"
_NO_MEND = "compare it with the same key in a treaty of the library"


def faults(
    error: ValidationError,
    tree: Tree,
    *,
    prefix: Path = (),
    form: type[Form] | None = None,
) -> tuple[Diagnostic, ...]:
    """Every fault a model found in a document, each at its place, in file order.

    A model's own errors pass through: ``PydanticCustomError(name, what, context)`` becomes a
    diagnostic of that name, with ``why``, ``mend`` and ``more`` of its context. There
    ``key: True`` points at the key, ``at: [steps]`` at a place below, ``also: [[steps], …]`` at
    further places, all counted from where the error was raised.

    Parameters
    ----------
    error : ValidationError
    tree : Tree
        What was read. The model may have seen a changed copy of its data; a place that is not in
        the tree is shown at the nearest key above it.
    prefix : path
        Where in the tree the validated value stands.
    form : type of model, optional
        The model that was asked; with it an unknown key is told the nearest allowed one.
    """
    data = tree.data
    for step in prefix:
        data = data[step]
    groups = meant(place(one, data) for one in error.errors(include_url=False))
    places = [_span(group[0], tree, prefix) for group in groups]
    order = sorted(range(len(groups)), key=lambda n: (places[n].line, places[n].column))
    keys = _Keys(groups, allowed_keys(form) if form else lambda _: ())
    found: dict[tuple[Span, str, str], Diagnostic] = {}
    for n in order:
        if len(found) < MOST_FAULTS and not keys.is_misspelt(groups[n][0]):
            told = _told(groups[n], prefix, keys)
            diagnostic = _diagnostic(groups[n][0], told, places[n], tree, prefix)
            found.setdefault((places[n], told.name, told.what), diagnostic)
    return tuple(found.values())


class _Keys:
    """The keys that unknown ones may have been meant as."""

    def __init__(
        self, groups: Sequence[Sequence[Placed]], allowed: Callable[[Path], tuple[str, ...]]
    ) -> None:
        self.allowed = allowed
        self.lacking: dict[Path, list[str]] = {}
        for first, *_ in groups:
            if first.kind == "missing":
                self.lacking.setdefault(first.path, []).append(first.last)
        self.misspelt: set[tuple[Path, str | None]] = set()
        for first, *_ in groups:
            if first.kind == "extra_forbidden" and first.path[:-1] in self.lacking:
                self.misspelt.add((first.path[:-1], nearest(first.last, self.beside(first))))

    def beside(self, unknown: Placed) -> tuple[str, ...]:
        """The keys that may stand where an unknown one does, those that are missing first."""
        inside = unknown.path[:-1]
        return tuple(dict.fromkeys((*self.lacking.get(inside, ()), *self.allowed(inside))))

    def is_misspelt(self, error: Placed) -> bool:
        """Whether a key is missing only because it is written with a slip."""
        return error.kind == "missing" and (error.path, error.last) in self.misspelt


def _span(error: Placed, tree: Tree, prefix: Path) -> Span:
    path = (*prefix, *_chosen(error))
    at_key = error.at_key or error.kind in {"missing", "extra_forbidden"}
    if error.kind not in _OF_THE_LIBRARY:
        path = (*path, *error.context.get("at", ()))
        at_key = at_key or bool(error.context.get("key"))
    return tree.key_span(path) if at_key else tree.value_span(path)


def _chosen(error: Placed) -> Path:
    """The path, or for a wrong word that chooses between forms, the path of that word."""
    key = str(error.context.get("discriminator", "")).strip("'")
    value = error.error.get("input")
    return (*error.path, key) if isinstance(value, dict) and key in value else error.path


def _told(group: Sequence[Placed], prefix: Path, keys: _Keys) -> Told:
    first = group[0]
    if first.kind in _OF_THE_LIBRARY:
        allowed = keys.beside(first) if first.kind == "extra_forbidden" else ()
        return tell(group, (*prefix, *_chosen(first)), allowed)
    why, mend = first.context.get("why") or _NO_WHY, first.context.get("mend") or _NO_MEND
    name = first.kind.replace("_", "-").replace(" ", "-")
    return Told(name, str(first.error["msg"]), str(why), str(mend))


def _diagnostic(first: Placed, told: Told, span: Span, tree: Tree, prefix: Path) -> Diagnostic:
    path = (*prefix, *first.path)
    own = {} if first.kind in _OF_THE_LIBRARY else first.context
    return Diagnostic(
        told.name,
        "error",
        told.what,
        span,
        told.why,
        told.mend,
        article=str(path[1]) if path[:1] == ("articles",) and len(path) > 1 else None,
        also=tuple(tree.key_span((*path, *steps)) for steps in own.get("also", ())),
        more=str(own.get("more", "")),
    )
