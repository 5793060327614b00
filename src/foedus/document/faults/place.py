"""Where an error of a model stands in the document.

The library names a place by steps of its own: between the keys of the document it puts names of
unions, forms and functions. Such a step is called a branch here, and is not in the document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from foedus.document.tree import Path

_Value = Any  # whatever stands in a document
_KEY = "[key]"


@dataclass(frozen=True)
class Placed:
    """One error with the path of the value it speaks of.

    Parameters
    ----------
    error : mapping
        As the library lists it: type, loc, msg, input, ctx.
    trail : tuple of (step, is_branch)
        Every step of its place, and whether the step is a branch.
    at_key : bool
        Whether it speaks of the key, not of the value under it.
    """

    error: Mapping[str, Any]
    trail: tuple[tuple[str | int, bool], ...]
    at_key: bool

    @property
    def kind(self) -> str:
        """The library's name for this sort of error."""
        return str(self.error["type"])

    @property
    def context(self) -> Mapping[str, Any]:
        """What the error carries besides its message."""
        return self.error.get("ctx") or {}

    @cached_property
    def path(self) -> Path:
        """The steps that are in the document; for a missing key, those of its parent."""
        steps = tuple(step for step, is_branch in self.trail if not is_branch)
        return steps[:-1] if self.kind == "missing" else steps

    @property
    def last(self) -> str:
        """The last step of the place, as the library gives it."""
        return str(self.error["loc"][-1]) if self.error["loc"] else ""


def place(error: Mapping[str, Any], data: _Value) -> Placed:
    """Tell the keys in an error's place from the branches.

    Parameters
    ----------
    error : mapping
        One of ``ValidationError.errors()``.
    data : plain value
        What the model was given.

    Examples
    --------
    >>> error = {"type": "string_type", "loc": ("by", "«text»", 0, "str"), "input": 3}
    >>> place(error, {"by": [3]}).path
    ('by', 0)
    """
    loc = tuple(error["loc"])
    at_key = bool(loc) and loc[-1] == _KEY
    loc = loc[:-1] if at_key else loc
    missing = error["type"] == "missing" and bool(loc)
    walked = loc[:-1] if missing else loc
    sought = loc[-1] if at_key else error.get("input")
    found = _Walk(walked, sought, at_key=at_key).best(0, data)[1]
    trail = tuple(zip(walked, found, strict=True))
    return Placed(error, (*trail, (loc[-1], False)) if missing else trail, at_key)


class _Walk:
    """The most likely way of some steps through a document, found by trying both ways at each."""

    def __init__(self, loc: tuple[str | int, ...], sought: _Value, *, at_key: bool) -> None:
        self.loc = loc
        self.sought = sought
        self.at_key = at_key
        self.known: dict[tuple[int, int], tuple[tuple[bool, int], tuple[bool, ...]]] = {}

    def best(self, n: int, node: _Value) -> tuple[tuple[bool, int], tuple[bool, ...]]:
        """How well the steps from `n` on fit below a node, and which of them are branches."""
        if n == len(self.loc):
            return (self.at_key or _alike(node, self.sought), 0), ()
        if (n, id(node)) not in self.known:
            (ends, walked), rest = self.best(n + 1, node)
            skipped = (ends, walked), (True, *rest)
            below = _below(node, self.loc[n])
            if below is None:
                self.known[n, id(node)] = skipped
            else:
                (ends, walked), rest = self.best(n + 1, below[0])
                taken = (ends, walked + 1), (False, *rest)
                self.known[n, id(node)] = max(taken, skipped, key=lambda way: way[0])
        return self.known[n, id(node)]


def _below(node: _Value, step: str | int) -> tuple[_Value] | None:
    if isinstance(node, dict) and step in node:
        return (node[step],)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return (node[step],)
    return None


def _alike(node: _Value, sought: _Value) -> bool:
    if node is sought:
        return True
    if isinstance(node, dict) and isinstance(sought, dict):
        return node.keys() <= sought.keys()
    if isinstance(node, list) and isinstance(sought, list):
        return len(node) == len(sought)
    return type(node) is type(sought) and bool(node == sought)
