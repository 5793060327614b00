"""A check as data for scripts, and the parts that other answers share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from foedus.answers.check import (
    Beat,
    Check,
    Decision,
    EventRecord,
    Finding,
    Pair,
    PropertyAnswer,
    Sets,
    Timing,
)
from foedus.answers.verdict import Choice
from foedus.present import wording as say
from foedus.present.naming import Parties

Data = dict[str, Any]


def check_json(check: Check) -> Data:
    """A check, complete."""
    parties = check.parties
    return {
        "schema": check.schema,
        "treaty": check.treaty,
        "title": check.title,
        "dated": check.dated,
        "status": check.status,
        "parties": dict(parties),
        "fixed": dict(check.fixed),
        "accused": check.accused,
        "findings": [_finding(found) for found in check.findings],
        "properties": [_property(answer, parties) for answer in check.properties],
        "decisions": [_decision(decision, parties) for decision in check.decisions],
        "timing": _timing(check.timing or NO_TIME, parties),
        "coverage": [
            {
                "article": one.article,
                "covered": one.covered,
                "clauses": list(one.clauses),
                "not_encoded": list(one.not_encoded),
            }
            for one in check.coverage
        ],
        "articles": dict(check.articles_say),
        "sources": [{"id": key, "title": title, "url": url} for key, title, url in check.sources],
    }


def _finding(found: Finding) -> Data:
    accepted = None
    if found.accepted is not None:
        accepted = dict(zip(("by", "why", "until"), found.accepted, strict=True))
    return {
        "rule": found.rule,
        "question": found.question,
        "severity": found.severity,
        "article": found.article,
        "line": found.line,
        "message": found.message,
        "why": found.why,
        "mend": list(found.mend),
        "accepted": accepted,
    }


def _property(answer: PropertyAnswer, parties: Parties) -> Data:
    victim = answer.shown.victim if answer.shown is not None else ""
    return {
        "property": answer.name,
        "asks": answer.asks,
        "verdict": answer.verdict,
        "text": say.answer_line(answer, parties),
        "sense": answer.sense,
        "fails_when": [choices_json(one) for one in answer.fails_when],
        "pairs": [_pair(pair) for pair in (*answer.pairs, *answer.routes)],
        "reason": answer.reason,
        "articles": list(answer.articles),
        "shown": None if answer.shown is None else _pair(answer.shown),
        "shown_under": choices_json(answer.shown_under),
        "story": story_json(answer.story, parties, victim, answer.sense),
        "counterexample": [_event(event) for event in answer.counterexample],
        "besides": list(answer.besides),
        "blocks": {
            "duty": list(answer.blocks_duty),
            "permission": list(answer.blocks_permission),
            "permission_under": list(answer.permission_lost_under),
        },
    }


def choices_json(choices: Iterable[Choice]) -> list[Data]:
    """Choices made together."""
    return [
        {"question": one.question, "choices": list(one.choices), "kind": one.kind}
        for one in choices
    ]


def _pair(pair: Pair) -> Data:
    return {
        "article": pair.article,
        "victim": pair.victim,
        "accused": pair.accused,
        "route": pair.route,
        "verdict": pair.verdict,
        "alike": pair.alike,
    }


def story_json(
    story: Sequence[Beat], parties: Parties, victim: str = "", sense: str | None = None
) -> list[Data]:
    """A story line by line: the hour, the day and the sentence in words, and what it says."""
    return [
        {
            "hour": beat.hour,
            "day": say.day(beat.hour),
            "text": say.sentence(beat, parties, victim, sense),
            "article": beat.article,
            "what": beat.what,
            "by": list(beat.by),
            "path": beat.path,
            "act": beat.act,
        }
        for beat in story
    ]


def _event(event: EventRecord) -> Data:
    return {
        "by": list(event.by),
        "word": event.word,
        "yes": event.yes,
        "path": event.path,
        "act": event.act,
        "hour": event.hour,
    }


def sets_json(sets: Sets) -> list[list[str]] | Data:
    """A family of sets: listed where it is short enough, else in its symbolic form.

    Examples
    --------
    >>> sets_json(Sets((("A",), ("B",))))
    [['A'], ['B']]
    >>> sets_json(Sets(at_least=2, of=("A", "B", "C")))
    {'at_least': 2, 'of': ['A', 'B', 'C']}
    """
    if sets.sets is not None:
        return [list(one) for one in sets.sets]
    found: Mapping[str, Any] = {
        "at_least": sets.at_least,
        "of": list(sets.of),
        "with": list(sets.with_),
        "without": list(sets.without),
        "every": [sets_json(part) for part in sets.every],
        "either": [sets_json(part) for part in sets.either],
    }
    return {key: value for key, value in found.items() if value not in (None, [])}


def _decision(decision: Decision, parties: Parties) -> Data:
    return {
        "article": decision.article,
        "step": decision.step,
        "kind": decision.kind,
        "route": decision.route,
        "reading": choices_json(decision.reading),
        "rule": decision.rule,
        "deciders": list(decision.deciders),
        "accused": decision.accused,
        "accused_blocks": decision.accused_blocks,
        "minimal_winning": sets_json(decision.minimal_winning),
        "minimal_blocking": sets_json(decision.minimal_blocking),
        "power": {
            party: {"shapley": shapley, "banzhaf": banzhaf}
            for party, shapley, banzhaf in decision.power
        },
        "text": say.decision_sentence(decision, parties),
    }


NO_TIME = Timing(None, None, unmeasured=False)


def _timing(timing: Timing, parties: Parties) -> Data:
    return {
        "fastest_hours": timing.fastest_hours,
        "slowest_lawful_hours": timing.slowest_hours,
        "unmeasured": timing.unmeasured,
        "by_reading": [
            {
                "under": choices_json(row.under),
                "fastest_hours": row.fastest_hours,
                "slowest_lawful_hours": row.slowest_hours,
                "unmeasured": row.unmeasured,
            }
            for row in timing.by_reading
        ],
        "text": [say.timing_sentence(timing), *say.timing_lines(timing, parties)],
    }
