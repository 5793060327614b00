"""Patch: one change to a document, found by its path; readings, variants and amendments use it."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from foedus.ideas.form import Form
from foedus.ideas.known import Text

TOPS = ("parties", "groups", "bodies", "areas", "articles")


class Change(Form):
    """At a path, what it was (checked if given) and what it becomes; nothing removes it."""

    at: str
    was: Any = None
    becomes: Any = None
    words: int | None = None


class Patch(Form):
    """A named list of changes, with the choices of reading it fixes."""

    says: Text = ""
    reads: dict[str, str] = {}
    changes: list[Change] = []


@dataclass(frozen=True, slots=True)
class PathFault(Exception):
    """A patch that does not fit the document: `path` as written, and why."""

    path: str
    why: str


def item_names(items: list[Any]) -> Iterator[str]:
    """How each item of a list is called in a path: its id, its kind, `kind.2`, or its place.

    Examples
    --------
    >>> list(item_names([{"appeal": {}}, {"assist": {}}, {"assist": {"id": "late"}}]))
    ['appeal', 'assist', 'late']
    """
    seen: dict[str, int] = {}
    for place, item in enumerate(items, start=1):
        if not isinstance(item, dict) or len(item) != 1:
            yield str(place)
            continue
        kind, body = next(iter(item.items()))
        seen[kind] = seen.get(kind, 0) + 1
        named = body.get("id") if isinstance(body, dict) else None
        yield named or (kind if seen[kind] == 1 else f"{kind}.{seen[kind]}")


def _index(items: list[Any], step: str, path: str) -> int:
    if step == "-":
        return len(items)
    seen: dict[str, int] = {}
    for place, item in enumerate(items):
        if isinstance(item, dict) and len(item) == 1:
            kind, body = next(iter(item.items()))
            seen[kind] = seen.get(kind, 0) + 1
            ids = {f"{kind}.{seen[kind]}", kind if seen[kind] == 1 else ""}
            if step in ids or (isinstance(body, dict) and body.get("id") == step):
                return place
    if step.isdigit() and 1 <= int(step) <= len(items):
        return int(step) - 1
    known = ", ".join(item_names(items)) or "nothing"
    raise PathFault(path, f"there is no {step!r} here, only {known}")


def _skips_clauses(node: Any, step: str) -> bool:
    """Whether a path goes from an article straight to a clause."""
    if not isinstance(node, dict) or step in node or not isinstance(node.get("clauses"), list):
        return False
    return step not in ("says", "source", "form", "state", "not_encoded")


def locate(data: dict[str, Any], path: str) -> tuple[Any, Any, tuple[str | int, ...]]:
    """Find where a path points.

    Parameters
    ----------
    data : dict
        The document as read.
    path : str
        Article, clause kind, keys, as in ``5/guarantee/steps/decide/rule``.

    Returns
    -------
    container, key, place
        `container[key]` is the value (the key may not exist yet); `place` is the full path in
        the document, as steps.

    Raises
    ------
    PathFault
        A step of the path is not in the document.

    Examples
    --------
    >>> clause = {"guarantee": {"steps": [{"decide": {"by": "G"}}]}}
    >>> doc = {"articles": {"5": {"clauses": [clause]}}}
    >>> locate(doc, "5/guarantee/steps/decide/rule")[2][-3:]
    (0, 'decide', 'rule')
    """
    steps = path.split("/")
    place: list[str | int] = []
    node: Any = data
    if steps[0] not in TOPS:
        node, place = data["articles"], ["articles"]
    for n, step in enumerate(steps):
        last = n == len(steps) - 1
        if _skips_clauses(node, step):
            node, place = node["clauses"], [*place, "clauses"]
        key: Any = _index(node, step, path) if isinstance(node, list) else step
        if last:
            if not isinstance(node, dict | list):
                raise PathFault(path, f"nothing can stand under {steps[n - 1]!r}")
            return node, key, (*place, key)
        if isinstance(node, list) and key == len(node):
            raise PathFault(path, "`-` appends an item and must come last")
        if not isinstance(node, dict | list) or (isinstance(node, dict) and key not in node):
            known = ", ".join(map(str, node)) if isinstance(node, dict) else "a single value"
            raise PathFault(path, f"there is no {step!r} here, only {known}")
        inside = isinstance(node, list)
        node, place = node[key], [*place, key]
        if inside and isinstance(node, dict) and len(node) == 1:
            kind = next(iter(node))
            if isinstance(node[kind], dict):
                node, place = node[kind], [*place, kind]
    raise PathFault(path, "the path is empty")


def apply(data: dict[str, Any], changes: tuple[Change, ...] | list[Change]) -> dict[str, Any]:
    """A copy of the document with the changes made, in order.

    Raises
    ------
    PathFault
        A path is not in the document, or `was` does not match what stands there.

    Examples
    --------
    >>> apply({"articles": {}, "groups": {"g": ["A"]}}, [Change(at="groups/g", becomes=["B"])])
    {'articles': {}, 'groups': {'g': ['B']}}
    """
    data = copy.deepcopy(data)
    for change in changes:
        container, key, _ = locate(data, change.at)
        if isinstance(container, list) and key == len(container):
            container.append(copy.deepcopy(change.becomes))
            continue
        if change.was is not None:
            now = container[key] if isinstance(container, list) else container.get(key)
            if now != change.was:
                raise PathFault(change.at, f"it was to be {change.was!r} but is {now!r}")
        if change.becomes is not None:
            container[key] = copy.deepcopy(change.becomes)
        elif isinstance(container, list) or key in container:
            del container[key]
        else:
            raise PathFault(change.at, "there is nothing to remove")
    return data
