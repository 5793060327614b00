"""Traces and proposals as data for scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from foedus.answers.proposals import Amendment, Changed, Effect, Proposals
from foedus.answers.trace import Happened, Obligation, Outcome, Run, Trace
from foedus.present import runs
from foedus.present import wording as say
from foedus.present.check_json import Data, choices_json, story_json
from foedus.present.naming import Parties


def trace_json(trace: Trace) -> Data:
    """A trace, complete. `moves` gathers what is open in any course; each run has its own."""
    moves = [dict(one) for one in trace.moves]
    parts = trace.diverges_at
    record = trace.record
    return {
        "schema": trace.schema,
        "treaty": trace.treaty,
        "incident": trace.incident,
        "title": trace.title,
        "hypothetical": trace.hypothetical,
        "victim": trace.victim,
        "accused": trace.accused,
        "parties": dict(trace.parties),
        "text": runs.courses_sentence(trace),
        "runs": [
            _run(trace, run, moves[place] if place < len(moves) else {})
            for place, run in enumerate(trace.runs)
        ],
        "diverges_at": None
        if parts is None
        else {
            "event": parts.event,
            "hour": parts.hour,
            "what": parts.what,
            "question": parts.question,
            "labels": list(parts.labels),
            "text": runs.divergence_sentence(parts, trace.parties),
        },
        "moves": _gathered(moves),
        "record": None
        if record is None
        else {
            "help": record.help,
            "says": record.says,
            "sources": list(record.sources),
            "agrees": list(record.agrees),
        },
    }


Moves = Mapping[str, tuple[str, ...]]


def _gathered(moves: list[dict[str, tuple[str, ...]]]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = {}
    for one in moves:
        for party, words in one.items():
            found.setdefault(party, {}).update(dict.fromkeys(words))
    return {party: list(words) for party, words in found.items()}


def _run(trace: Trace, run: Run, moves: Moves) -> Data:
    return {
        "reading": [choices_json(one) for one in run.reading],
        "events": [_happened(event, trace) for event in run.events],
        "obligations": [_obligation(duty, trace.parties) for duty in run.obligations],
        "outcome": _outcome(run.outcome, trace.parties),
        "story": story_json(run.story, trace.parties, trace.victim),
        "moves": {party: list(words) for party, words in moves.items()},
    }


def _happened(event: Happened, trace: Trace) -> Data:
    return {
        "hour": event.hour,
        "by": list(event.by),
        "what": event.what,
        "path": event.path,
        "accepted": event.accepted,
        "because": event.because,
        "text": runs.happened_sentence(event, trace.parties, trace.victim),
    }


def _obligation(duty: Obligation, parties: Parties) -> Data:
    return {
        "by": duty.by,
        "to": list(duty.to),
        "what": duty.what,
        "article": duty.article,
        "since": duty.since,
        "due": duty.due,
        "status": duty.status,
        "reason": duty.reason,
        "duty": duty.duty,
        "text": runs.obligation_sentence(duty, parties),
    }


def _outcome(outcome: Outcome, parties: Parties) -> Data:
    return {
        "help": outcome.help,
        "hour": outcome.hour,
        "blocked_by": list(outcome.blocked_by),
        "permitted_outside": list(outcome.permitted_outside),
        "barred": list(outcome.barred),
        "article": outcome.article,
        "text": runs.outcome_sentence(outcome, parties),
    }


def proposals_json(proposals: Proposals) -> Data:
    """Proposals, complete."""
    before = proposals.outcome_before
    return {
        "schema": proposals.schema,
        "treaty": proposals.treaty,
        "goal": proposals.goal,
        "before": proposals.before,
        "tried": proposals.tried,
        "incident": proposals.incident,
        "outcome_before": None if before is None else _outcome(before, proposals.parties),
        "amendments": [_amendment(one, proposals.parties) for one in proposals.amendments],
        "conflict": list(proposals.conflict),
    }


def _amendment(one: Amendment, parties: Parties) -> Data:
    return {
        "kind": one.kind,
        "changes": [_changed(change) for change in one.changes],
        "words": one.words,
        "before": one.before,
        "after": one.after,
        "answers": [
            {"property": called, "before": before, "after": after}
            for called, before, after in one.answers
        ],
        "effect": _effects(one, parties),
        "share": None,
        "removes_the_guarantee": one.removes_the_guarantee,
        "outcome": None if one.outcome is None else _outcome(one.outcome, parties),
    }


def _changed(change: Changed) -> Data:
    return {"at": change.at, "was": _plain(change.was), "becomes": _plain(change.becomes)}


def _effects(one: Amendment, parties: Parties) -> dict[str, list[Data]]:
    """By party; one party may be guarantor and beneficiary at once."""
    found: dict[str, list[Data]] = {}
    for effect in one.effect:
        found.setdefault(effect.party, []).append(_effect(effect, parties))
    return found


def _effect(effect: Effect, parties: Parties) -> Data:
    return {
        "role": effect.role,
        "before": effect.before,
        "after": effect.after,
        "text": say.effect_sentence(effect, parties),
    }


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever stands at a place of a text
    """A value of a document as plain data."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value)
