"""Load a treaty: read, check against the forms, name its questions, prove its patches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic_core import ValidationError

from foedus.document.questions import name_questions
from foedus.document.read import Tree, read_bytes, read_file
from foedus.document.treaty import Treaty
from foedus.ideas.known import SPECIAL, Known
from foedus.ideas.patch import Change, Patch, PathFault, apply
from foedus.terms.diagnostic import Diagnostic, nearest
from foedus.terms.errors import CompileError, DocumentError


@dataclass(frozen=True)
class Text:
    """A treaty text ready to be compiled: one variant, with its wide readings still open.

    Attributes
    ----------
    id : str
        Treaty id, with ``@variant`` where one was picked.
    treaty : Treaty
        The typed document before wide readings.
    data : dict
        The document as read, patched by the variant, every question named.
    fixed : mapping of question to label
        Choices the variant has made.
    tree : Tree
        Where everything stands in the file.
    memo : dict
        What has been worked out from this text, kept so that it is worked out once.
    """

    id: str
    treaty: Treaty
    data: dict[str, Any]
    fixed: Mapping[str, str]
    tree: Tree
    memo: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def wide(self) -> dict[str, list[str]]:
        """The wide readings: question → labels, in the order written."""
        return {question: list(labels) for question, labels in self.treaty.readings.items()}

    @property
    def questions(self) -> dict[str, list[str]]:
        """Every stated question with its labels, in the order written."""
        if "questions" not in self.memo:
            self.memo["questions"] = questions_of(self.data)
        found: dict[str, list[str]] = self.memo["questions"]
        return found

    def under(self, choices: Mapping[str, str]) -> Treaty:
        """The typed document with the wide readings in `choices` applied."""
        if not self.treaty.readings:
            return self.treaty
        key = tuple((q, choices[q]) for q in self.treaty.readings)
        if key not in self.memo:
            changes = [c for q, label in key for c in self.treaty.readings[q][label].changes]
            self.memo[key] = _typed(_patched(self, changes), self.tree)
        typed: Treaty = self.memo[key]
        return typed

    def changed(self, changes: tuple[Change, ...]) -> Text:
        """The same text with an amendment made."""
        data = name_questions(apply(self.data, changes))
        return Text(self.id, _typed(data, self.tree), data, self.fixed, self.tree)


def _patched(text: Text, changes: list[Change]) -> dict[str, Any]:
    try:
        return apply(text.data, changes)
    except PathFault as fault:
        raise CompileError(
            (
                Diagnostic(
                    "patch-misses",
                    "error",
                    f"a reading changes {fault.path!r}, which fits nothing: {fault.why}",
                    None,
                    "the reading would be reported as if it made a difference",
                    "change the reading together with the place it speaks of",
                ),
            )
        ) from None


def load_file(path: Path, variant: str | None = None) -> Text:
    """Load a treaty from a file.

    Raises
    ------
    DocumentError
        The file cannot be read or is not a treaty; carries every fault with its place.
    """
    return load_tree(read_file(path), variant)


def load_bytes(raw: bytes, name: str, variant: str | None = None) -> Text:
    """Load a treaty from bytes, such as standard input; `name` stands for the file in messages."""
    return load_tree(read_bytes(raw, name), variant)


def load_tree(tree: Tree, variant: str | None = None) -> Text:
    """Check a document that was read, and pick a variant of it."""
    _is_treaty(tree)
    data = name_questions(tree.data)
    treaty = _typed(data, tree)
    found = [*_loose_ends(treaty, tree), *_patch_faults(treaty, data, tree)]
    if found:
        raise DocumentError(tuple(sorted(found, key=_in_file_order)))
    if variant is None:
        return Text(treaty.treaty, treaty, data, {}, tree)
    if variant not in treaty.variants:
        near = nearest(variant, treaty.variants)
        known = ", ".join(treaty.variants) or "none"
        raise DocumentError(
            (
                Diagnostic(
                    "unknown-variant",
                    "error",
                    f"{treaty.treaty} has no variant {variant!r}",
                    None,
                    "a variant is a wording that the text itself names",
                    f"did you mean {near!r}?" if near else f"variants here: {known}",
                ),
            )
        )
    patch = treaty.variants[variant]
    data = name_questions(apply(data, patch.changes))
    return Text(f"{treaty.treaty}@{variant}", _typed(data, tree), data, dict(patch.reads), tree)


def _is_treaty(tree: Tree) -> None:
    if "treaty" in tree.data or not ({"incident", "world", "amendment"} & set(tree.data)):
        return
    kind = next(k for k in ("incident", "world", "amendment") if k in tree.data)
    raise DocumentError(
        (
            Diagnostic(
                "wrong-document",
                "error",
                f"this is a document of kind {kind!r}, and a treaty is needed here",
                tree.key_span((kind,)),
                "only a treaty has articles to check",
                "give the file of a treaty, or the id of one shipped: foedus library",
            ),
        )
    )


def _typed(data: dict[str, Any], tree: Tree) -> Treaty:
    try:
        treaty: Treaty = Treaty.read(data, known_in(data))
    except ValidationError as error:
        from foedus.document.faults import faults  # noqa: PLC0415 - only a faulty document

        raise DocumentError(faults(error, tree, form=Treaty)) from None
    return treaty


def known_in(data: dict[str, Any]) -> Known:
    """The ids a raw document defines, however faulty the rest of it is."""

    def keys(name: str) -> set[str]:
        return set(data[name]) if isinstance(data.get(name), dict) else set()

    parties = keys("parties") | keys("groups") | keys("bodies") | SPECIAL
    return Known(
        parties=frozenset(parties),
        areas=frozenset(keys("areas")),
        steps=frozenset(_step_ids(data.get("articles"))),
        sources=frozenset(keys("sources")),
    )


def _step_ids(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("routes"), dict):
            yield from node["routes"]
        if isinstance(node.get("id"), str):
            yield node["id"]
        for value in node.values():
            yield from _step_ids(value)
    elif isinstance(node, list):
        for value in node:
            yield from _step_ids(value)


def _loose_ends(treaty: Treaty, tree: Tree) -> Iterator[Diagnostic]:
    """Circular groups and areas: sets that contain themselves."""
    groups = {name: tree.data["groups"][name] for name in treaty.groups}
    bodies = {name: body.members for name, body in treaty.bodies.items()}
    data_bodies = tree.data.get("bodies") or {}
    inside: dict[str, set[str]] = {name: set(_texts(raw)) for name, raw in groups.items()}
    inside |= {n: set(m.of) if hasattr(m, "of") else set() for n, m in bodies.items()}
    for name in bodies:
        inside[name] |= set(_rule_names(data_bodies.get(name, {}).get("rule"))) & set(bodies)
    areas = {n: {a.in_} if a.in_ else set() for n, a in treaty.areas.items()}
    for top, below in (("groups", inside), ("areas", areas)):
        for name in below:
            if name in _reached(below, name):
                kind = top if name in tree.data.get(top, {}) else "bodies"
                yield Diagnostic(
                    "circular-set",
                    "error",
                    f"{name!r} contains itself",
                    tree.key_span((kind, name)),
                    "its members can never be listed",
                    "take it out of its own members",
                )


def _rule_names(node: Any) -> Iterator[str]:
    """Every name a rule mentions, under any reading."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _rule_names(value)
    elif isinstance(node, list):
        for value in node:
            yield from _rule_names(value)


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in (node.get("readings") or {}).values():
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)


def _reached(below: Mapping[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    todo = list(below.get(start, ()))
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo.extend(below.get(name, ()))
    return seen


def questions_of(data: Any) -> dict[str, list[str]]:
    """Every stated question of a document with its labels, in the order written."""
    found: dict[str, list[str]] = {}

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if isinstance(node.get("question"), str) and isinstance(node.get("readings"), dict):
                labels = found.setdefault(node["question"], [])
                labels.extend(label for label in node["readings"] if label not in labels)
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    for question, labels in (data.get("readings") or {}).items():
        found[question] = list(labels)
    walk({k: v for k, v in data.items() if k not in ("readings", "variants")})
    return found


def _patch_faults(treaty: Treaty, data: dict[str, Any], tree: Tree) -> Iterator[Diagnostic]:
    asked = questions_of(data)
    patches: list[tuple[tuple[str, ...], Patch]]
    patches = [(("variants", n), p) for n, p in treaty.variants.items()]
    patches += [
        (("readings", q, n), p) for q, ps in treaty.readings.items() for n, p in ps.items()
    ]
    for place, patch in patches:
        for n, change in enumerate(patch.changes):
            try:
                _typed(name_questions(apply(data, [change])), tree)
            except PathFault as fault:
                yield Diagnostic(
                    "patch-misses",
                    "error",
                    f"the change at {fault.path!r} fits nothing: {fault.why}",
                    tree.value_span((*place, "changes", n, "at")),
                    "a reading or variant that changes nothing would be reported as if it did",
                    "write the path as article / clause kind / keys",
                )
        for question, label in patch.reads.items():
            if label not in asked.get(question, ()):
                known = asked.get(question) or list(asked)
                yield Diagnostic(
                    "unknown-reading",
                    "error",
                    f"no reading {label!r} of a question {question!r} is written in this text",
                    tree.key_span((*place, "reads", question)),
                    "the variant would leave open what it is meant to settle",
                    f"known here: {', '.join(known) or 'no question'}",
                )


def _in_file_order(diagnostic: Diagnostic) -> tuple[int, int]:
    span = diagnostic.span
    return (span.line, span.column) if span else (0, 0)
