"""One idea has one name, and a treaty lawyer can guess what it means."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from ruamel.yaml import YAML

from architecture.house import LIBRARY, SOURCE, here, python_files

BANNED = {
    "country": "party", "countries": "parties", "nation": "party", "nations": "parties",
    "actor": "party", "actors": "parties", "agent": "party", "agents": "parties",
    "policy": "strategy", "policies": "strategies",
    "aggressor": "accused, or challenger", "aggressors": "accused, or challenger",
    "protector": "guarantor", "scenario": "incident, or world",
    "util": "what it does", "utils": "what they do", "misc": "what it holds",
}  # fmt: skip
# `helpers` may be a name, for those who help; as a drawer for odds and ends it is refused by
# test_sizes.py, with `common` and the rest.
BANNED_ALONE = {"type": "kind", "security_level": "maxmin_value"}


def words(name: str) -> list[str]:
    """The words of an identifier: `firstDeadline_hours` is first, deadline, hours."""
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)]


def banned(name: str) -> str | None:
    """What to say instead, if a name is banned."""
    alone = BANNED_ALONE.get(name)
    ours = name.replace("united_nations", "")  # a name of its own
    return alone or next((BANNED[word] for word in words(ours) if word in BANNED), None)


def public_names(body: list[ast.stmt]) -> Iterator[tuple[str, int]]:
    """Names that others can see: of classes, functions, parameters, fields and constants."""
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name, node.lineno
            yield from public_names(node.body)
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name, node.lineno
            arguments = node.args
            for argument in arguments.posonlyargs + arguments.args + arguments.kwonlyargs:
                yield argument.arg, argument.lineno
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Name) and not target.id.startswith("_"):
                    yield target.id, node.lineno


def faults_in_code(path: Path) -> list[str]:
    """Banned public names in one module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = [(path.stem, 1), *public_names(tree.body)]
    return [
        f"{here(path)}:{line}: '{name}', say {banned(name)}"
        for name, line in named
        if banned(name)
    ]


def keys(value: object) -> Iterator[str]:
    """Every key of a document, at any depth."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from keys(item)
    elif isinstance(value, list):
        for item in value:
            yield from keys(item)


def faults_in_document(path: Path) -> list[str]:
    """Banned keys in one YAML file."""
    written = keys(YAML(typ="safe").load(path.read_text(encoding="utf-8")))
    return [f"{here(path)}: '{key}', say {banned(key)}" for key in written if banned(key)]


def test_no_public_name_uses_a_banned_word():
    """The glossary's word is used, not its rival."""
    assert [fault for path in python_files(SOURCE) for fault in faults_in_code(path)] == []


def test_no_document_key_uses_a_banned_word():
    """Documents speak the same language as the code."""
    documents = sorted(LIBRARY.rglob("*.yaml"))
    assert [fault for path in documents for fault in faults_in_document(path)] == []


def test_banned_names_are_noticed_wherever_others_can_see_them(tmp_path):
    """Classes, fields, functions, parameters and constants count; private names do not."""
    module = tmp_path / "roles.py"
    module.write_text(
        "class Actor:\n    home_country: str\n    def move(self, type): ...\n"
        "POLICY = 1\ndef _helper(): ...\ndef party_type(): ...\n"
    )
    assert faults_in_code(module) == [
        "roles.py:1: 'Actor', say party",
        "roles.py:2: 'home_country', say party",
        "roles.py:3: 'type', say kind",
        "roles.py:4: 'POLICY', say strategy",
    ]


def test_a_banned_key_is_noticed_inside_a_list(tmp_path):
    """A document cannot hide a word in its depths."""
    document = tmp_path / "pact.yaml"
    document.write_text("articles:\n  - clauses:\n      - {aggressor: AAA}\n")
    assert faults_in_document(document) == ["pact.yaml: 'aggressor', say accused, or challenger"]
