"""Several forms were tried for one value and none fits: the one that was meant.

A union reports the complaints of every form. A reader wants those of the one that was meant.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from foedus.document.faults.place import Placed
from foedus.terms.diagnostic import nearest

KINDS: dict[str, str] = {
    **dict.fromkeys(("string_type", "string_unicode"), "a text"),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "a whole number"),
    **dict.fromkeys(("float_type", "float_parsing", "decimal_type"), "a number"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "true or false"),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type"), "a list"),
    **dict.fromkeys(("iterable_type", "deque_type"), "a list"),
    **dict.fromkeys(("dict_type", "mapping_type", "model_type"), "a mapping of keys"),
    **dict.fromkeys(("model_attributes_type", "dataclass_type"), "a mapping of keys"),
    "none_required": "nothing",
}
"""The kind of value that each error asks for, in the reader's words."""

Told = tuple[Placed, ...]
"""Errors about one value that are told in one breath; most often a single one."""

_KEY_ERRORS = frozenset({"missing", "extra_forbidden"})


def meant(errors: Iterable[Placed]) -> list[Told]:
    """The errors that are to be told; those told in one breath stand in one tuple.

    Of the forms of a union the one is kept that fits best: one that accepts the kind of value
    before one that does not, then the one with the fewest complaints about keys. Forms that all
    want another kind, or all another word, are told together.
    """
    return _below(list(errors), 0)


def _below(errors: list[Placed], depth: int) -> list[Told]:
    told: list[Told] = [(error,) for error in errors if len(error.trail) == depth]
    further = [error for error in errors if len(error.trail) > depth]
    branches: list[list[Told]] = []
    for (_, is_branch), group in _by_step(further, depth).items():
        below = _below(group, depth + 1)
        if is_branch:
            branches.append(below)
        else:
            told.extend(below)
    if len(branches) > 1:
        here = sum(not is_branch for _, is_branch in further[0].trail[:depth])
        return told + _best(branches, here)
    return told + [group for branch in branches for group in branch]


def _by_step(errors: list[Placed], depth: int) -> dict[tuple[str | int, bool], list[Placed]]:
    groups: dict[tuple[str | int, bool], list[Placed]] = {}
    for error in errors:
        groups.setdefault(error.trail[depth], []).append(error)
    return groups


def _best(branches: list[list[Told]], here: int) -> list[Told]:
    ranked = [(_rank(branch, here), branch) for branch in branches]
    top = max(rank for rank, _ in ranked)
    best = [branch for rank, branch in ranked if rank == top]
    if top[0] < _FITS:
        return [tuple(error for branch in best for told in branch for error in told)]
    for rank, branch in ranked:
        if rank[0] == _OTHER_WORD and (
            nearest(str(branch[0][0].error["input"]), [w for e in branch[0] for w in words(e)])
        ):
            return branch
    return best[0]


_OTHER_KIND, _OTHER_WORD, _FITS = 0, 1, 2


def _rank(branch: list[Told], here: int) -> tuple[int, int, int]:
    """How well a form fits: its kind, then complaints about keys here, then complaints at all."""
    told = [error for errors in branch for error in errors]
    top = [error for error in told if len(error.path) == here and not error.at_key]
    if any(error.kind in KINDS for error in top):
        return _OTHER_KIND, 0, 0
    if len(top) == len(told) and all(words(error) for error in top):
        return _OTHER_WORD, 0, 0
    return _FITS, -sum(error.kind in _KEY_ERRORS for error in told), -len(told)


_LISTS = {"literal_error": "expected", "enum": "expected", "union_tag_invalid": "expected_tags"}


def words(error: Placed) -> list[str]:
    """The words that would have been right, when the error lists them."""
    listed = error.context.get(_LISTS.get(error.kind, ""))
    if not isinstance(listed, str):
        return []
    found = re.findall(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|[-+\w.]+", listed)
    quoted = [str(ast.literal_eval(word)) if word[0] in "'\"" else word for word in found]
    return [word for word, raw in zip(quoted, found, strict=True) if raw != "or"]
