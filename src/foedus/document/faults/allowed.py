"""Which keys a form allows at a path, read from the schema it publishes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic.errors import PydanticInvalidForJsonSchema

from foedus.document.tree import Path
from foedus.ideas.form import Form

Schema = dict[str, Any]


def allowed_keys(form: type[Form]) -> Callable[[Path], tuple[str, ...]]:
    """A function from a path to the keys that may stand there, in the order of the form.

    The schema is made when the first question is put, for only a faulty document puts one.

    Examples
    --------
    >>> class Group(Form):
    ...     of: str
    ...     without: str
    >>> allowed_keys(Group)(())
    ('of', 'without')
    """
    made: list[Schema] = []

    def keys(path: Path) -> tuple[str, ...]:
        if not made:
            try:
                made.append(form.model_json_schema())
            except PydanticInvalidForJsonSchema:
                made.append({})
        top = made[0]
        nodes = list(_choices([top], top))
        for step in path:
            nodes = list(_choices(_step(nodes, step), top))
        return tuple(dict.fromkeys(key for node in nodes for key in node.get("properties", ())))

    return keys


def _step(nodes: Iterable[Schema], step: str | int) -> Iterator[Schema]:
    for node in nodes:
        if isinstance(step, int):
            yield from node.get("prefixItems", ())[step : step + 1] or [node.get("items", {})]
        elif step in node.get("properties", {}):
            yield node["properties"][step]
        else:
            yield from node.get("patternProperties", {}).values()
            yield node.get("additionalProperties", {})


def _choices(nodes: Iterable[Any], top: Schema) -> Iterator[Schema]:
    """The nodes with every reference followed and every choice opened."""
    todo, seen = [node for node in nodes if isinstance(node, dict)], set()
    while todo:
        node = todo.pop(0)
        if id(node) in seen:
            continue
        seen.add(id(node))
        if "$ref" in node:
            todo.append(top.get("$defs", {}).get(node["$ref"].rsplit("/", 1)[-1], {}))
        for choice in ("anyOf", "oneOf", "allOf"):
            todo.extend(node.get(choice, ()))
        yield node
