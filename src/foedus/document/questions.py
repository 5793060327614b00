"""Name every question of reading: an inline reading without `question` is named by its path."""

from __future__ import annotations

from typing import Any

from foedus.ideas.patch import item_names

ROOTS = ("groups", "bodies", "areas", "articles")


def name_questions(data: dict[str, Any]) -> dict[str, Any]:
    """A copy of the document in which every inline reading carries its question.

    Examples
    --------
    >>> doc = {"articles": {"7": {"clauses": [{"duration": {"term": {"readings": {}}}}]}}}
    >>> named = name_questions(doc)["articles"]["7"]["clauses"][0]["duration"]["term"]
    >>> named["question"]
    '7/duration/term'
    """

    def walk(node: Any, path: tuple[str, ...]) -> Any:
        if isinstance(node, dict):
            if isinstance(node.get("readings"), dict) and len(path) > 1:
                labels = {k: walk(v, (*path, k)) for k, v in node["readings"].items()}
                return {"question": "/".join(path), **node, "readings": labels}
            return {k: walk(v, _below(path, k)) for k, v in node.items()}
        if isinstance(node, list):
            out = []
            for name, item in zip(item_names(node), node, strict=True):
                if isinstance(item, dict) and len(item) == 1:
                    kind, body = next(iter(item.items()))
                    out.append({kind: walk(body, (*path, name))})
                else:
                    out.append(walk(item, (*path, name)))
            return out
        return node

    return {k: walk(v, (k,)) if k in ROOTS else v for k, v in data.items()}


def _below(path: tuple[str, ...], key: str) -> tuple[str, ...]:
    if path == ("articles",):
        return (key,)
    if key == "clauses" and len(path) == 1:
        return path
    return (*path, key)
