"""A check in SARIF 2.1.0, the format in which editors and code hosts show findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from foedus.answers.check import Check, Finding, PropertyAnswer
from foedus.answers.verdict import Word
from foedus.present import wording as say

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: dict[Word, str] = {"fails": "error", "depends": "warning"}


def sarif(check: Check, uri: str = "") -> dict[str, Any]:
    """Findings, and properties that fail or depend, as one SARIF log.

    Parameters
    ----------
    check : Check
    uri : str
        The file that was checked, relative to where the log is read; without it a result says
        only which article it is about.
    """
    broken = [answer for answer in check.properties if answer.verdict in LEVELS]
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "foedus", "rules": list(_rules(check, broken))}},
                "results": [
                    *(_found(check, one, uri) for one in check.findings),
                    *(_broken(check, one, uri) for one in broken),
                ],
            }
        ],
    }


def _rules(check: Check, broken: Sequence[PropertyAnswer]) -> Iterator[dict[str, Any]]:
    for rule in dict.fromkeys(found.rule for found in check.findings):
        yield {"id": rule, "shortDescription": {"text": say.property_title(rule)}}
    for answer in broken:
        yield {"id": answer.name, "shortDescription": {"text": answer.asks}}


def _found(check: Check, found: Finding, uri: str) -> dict[str, Any]:
    result = {
        "ruleId": found.rule,
        "level": found.severity,
        "message": {"text": f"{found.message}. {found.why}".strip()},
        "locations": [_place(check, [found.article], uri, found.line)],
    }
    if found.accepted is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": found.accepted[1]}]
    return result


def _broken(check: Check, answer: PropertyAnswer, uri: str) -> dict[str, Any]:
    line = say.answer_line(answer, check.parties)
    return {
        "ruleId": answer.name,
        "level": LEVELS[answer.verdict],
        "message": {"text": f"{say.property_title(answer.name)}: {line}"},
        "locations": [_place(check, answer.articles, uri)],
    }


def _place(check: Check, articles: Sequence[str], uri: str, line: int = 0) -> dict[str, Any]:
    place: dict[str, Any] = {
        "logicalLocations": [
            {"name": one, "fullyQualifiedName": f"{check.treaty}/{one}", "kind": "article"}
            for one in articles
            if one
        ]
        or [{"name": check.treaty}]
    }
    if uri:
        place["physicalLocation"] = {"artifactLocation": {"uri": uri}}
        if line:
            place["physicalLocation"]["region"] = {"startLine": line}
    return place
