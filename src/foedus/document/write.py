"""A changed document as text again: only what changed is written, all else stays as it was.

Comments, quotes, order and line breaks belong to the author. A change is therefore made in the
text itself, at the place of the value; afterwards the text is read again and compared with what
it should say, so that no file is ever written that says something else.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable
from enum import Enum
from typing import Any, Final

from foedus.document.tree import Path
from foedus.document.yaml.compose import compose
from foedus.document.yaml.edit import Collection
from foedus.document.yaml.inline import inline
from foedus.document.yaml.page import Node, Page
from foedus.document.yaml.plain import Reader
from foedus.terms.diagnostic import Diagnostic, in_file_order
from foedus.terms.errors import DocumentError, UsageError

APPEND: Final = "-"
"""Last step of a path: a new item at the end of a list."""


class Removal(Enum):
    """What a value becomes when its key or item is taken out."""

    REMOVE = "remove"


REMOVE: Final = Removal.REMOVE

_Value = Any  # a plain value, or REMOVE


def write(text: str, changes: Iterable[tuple[Path, _Value]], *, file: str = "document") -> str:
    r"""The text of a document after some changes, in the order given.

    Parameters
    ----------
    text : str
        The document as it was.
    changes : iterable of (path, value)
        The value that a path becomes: text, number, truth, nothing, and lists and mappings of
        them. A new last key is added to its mapping, `APPEND` adds to a list, `REMOVE` takes out.
        New values are written on one line.
    file : str
        The name under which messages speak of the document.

    Raises
    ------
    DocumentError
        The text has faults, or a path leads nowhere.
    UsageError
        A value is none that YAML can hold.

    Examples
    --------
    >>> write("by: UKR  # alone\nto: [GBR]\n", [(("by",), "all"), (("to", APPEND), "USA")])
    'by: all  # alone\nto: [GBR, USA]\n'
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    for path, value in changes:
        if value is not REMOVE:
            value = _plain(value)  # noqa: PLW2901  (the same value, in the form it is read back)
        text = _changed(Page.of(text, file), path, value)
    return mark + text


def _plain(value: _Value) -> _Value:
    try:
        return json.loads(json.dumps(value, allow_nan=False))
    except (TypeError, ValueError, RecursionError):
        raise UsageError(
            [
                Diagnostic(
                    "unwritable-value",
                    "error",
                    f"a value of the kind {type(value).__name__!r} cannot be written",
                    None,
                    "a document holds texts, numbers, truth, nothing, lists and mappings",
                    "turn it into one of these first",
                )
            ]
        ) from None


def _changed(page: Page, path: Path, value: _Value) -> str:
    top, data = _read(page)
    nodes = [top]
    for step in path[:-1]:
        below = _child(nodes[-1], step)
        if below is None:
            raise _nowhere(page, nodes[-1], path)
        nodes.append(below)
    if not path or not _fits(nodes[-1], path[-1], value):
        raise _nowhere(page, nodes[-1], path)
    wanted = _applied(data, path, value)
    for text in (_edited(page, nodes[-1], path[-1], value), _rewritten(page, nodes, path, wanted)):
        if text is not None and _says(Page.of(text, page.file), wanted):
            return text
    raise _nowhere(page, nodes[-1], path)


def _read(page: Page) -> tuple[Node, _Value]:
    top, faults = compose(page)
    reader = Reader(page)
    data = reader.value(top) if top else None
    faults += reader.faults
    if faults or top is None:
        raise DocumentError(in_file_order(faults))
    return top, data


def _says(page: Page, wanted: _Value) -> bool:
    try:
        return repr(_read(page)[1]) == repr(wanted)  # so that 1, 1.0 and true stay apart
    except DocumentError:
        return False


def _place(node: Node, step: str | int) -> int | None:
    if node.kind == "mapping":
        return next((n for n, (key, _) in enumerate(node.pairs()) if key.text == step), None)
    inside = isinstance(step, int) and 0 <= step < len(node.children)
    return int(step) if inside and node.kind == "list" else None


def _child(node: Node, step: str | int) -> Node | None:
    place = _place(node, step)
    if place is None:
        return None
    return node.pairs()[place][1] if node.kind == "mapping" else node.children[place]


def _fits(node: Node, step: str | int, value: _Value) -> bool:
    if _place(node, step) is not None:
        return True
    is_new = step == APPEND if node.kind == "list" else isinstance(step, str)
    return is_new and value is not REMOVE and node.kind != "scalar"


def _applied(data: _Value, path: Path, value: _Value) -> _Value:
    data = copy.deepcopy(data)
    inside = data
    for step in path[:-1]:
        inside = inside[step]
    if value is REMOVE:
        del inside[path[-1]]
    elif isinstance(inside, list) and path[-1] == APPEND:
        inside.append(value)
    else:
        inside[path[-1]] = value
    return data


def _edited(page: Page, node: Node, step: str | int, value: _Value) -> str | None:
    """The text with one entry of a collection changed; None when that would leave it empty."""
    collection, place = Collection(page, node), _place(node, step)
    if value is REMOVE:
        return collection.remove(place) if place is not None and len(collection) > 1 else None
    if place is None:
        return collection.append(
            inline(value) if node.kind == "list" else f"{inline(step)}: {inline(value)}"
        )
    old = _child(node, step)
    return collection.replace(place, inline(value, old.style if old else "plain"))


def _rewritten(page: Page, nodes: list[Node], path: Path, wanted: _Value) -> str | None:
    """The text with the whole collection written anew on one line."""
    for step in path[:-1]:
        wanted = wanted[step]
    if len(nodes) == 1:
        return inline(wanted) + "\n"
    place = _place(nodes[-2], path[-2])
    return None if place is None else Collection(page, nodes[-2]).replace(place, inline(wanted))


def _nowhere(page: Page, node: Node, path: Path) -> DocumentError:
    shown = "/".join(map(str, path))
    return DocumentError(
        [
            Diagnostic(
                "no-such-place",
                "error",
                f"the path '{shown}' leads to no place that can be changed",
                page.span(node.line, node.column),
                "a change that is made nowhere would be reported as if it were made",
                "compare the path with the keys of the document, step by step",
            )
        ]
    )
