"""Find the smallest single change that makes a failing property hold, and what it costs whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from foedus.answers.check import Check
from foedus.answers.proposals import Amendment, Changed, Proposals
from foedus.answers.trace import Outcome
from foedus.compiler.law import Spot
from foedus.compiler.places import clauses, step_names, ways
from foedus.compiler.reading import Reading
from foedus.document.incident import IncidentText
from foedus.document.load import Text
from foedus.ideas.clock import Duration
from foedus.ideas.patch import Change, locate
from foedus.ideas.silence import Unstated
from foedus.ideas.wording import step_words, words_changed
from foedus.lenses.check import check, named, shelf
from foedus.lenses.effects import effects
from foedus.lenses.trace import trace
from foedus.machine.question import OpenQuestion
from foedus.terms.diagnostic import Diagnostic, nearest
from foedus.terms.errors import UsageError


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms mends are compared: the accused kept, the readings fixed, the incident run."""

    accused: str | None = None
    fixed: Mapping[str, str] | None = None
    incident: IncidentText | None = None


DECIDES = ("determine", "decide")
NOT_VOTING = "accused"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A single change to be tried, and its kind."""

    kind: str
    change: Change


def amend(text: Text, goal: str, terms: Terms | None = None, *, most: int = 12) -> Proposals:
    """Single changes after which a property holds, fewest words first.

    Parameters
    ----------
    text : Text
    goal : str
        Name of a property.
    terms : Terms, optional
        The accused to keep, the readings to fix, the incident to run before and after.
    most : int
        At most so many proposals.

    Raises
    ------
    UsageError
        No property is called `goal`.

    Examples
    --------
    >>> import foedus
    >>> found = amend(foedus.load("istanbul-2022-04-15@RUS"), "no-veto-by-the-accused")
    >>> found.amendments[0].answers[0]
    ('no-veto-by-the-accused', 'fails', 'holds')
    """
    terms = terms or Terms()
    accused, fixed, incident = terms.accused, terms.fixed, terms.incident
    if goal not in shelf():
        near = nearest(goal, shelf())
        raise UsageError(
            (
                Diagnostic(
                    "unknown-property",
                    "error",
                    f"no property is called {goal!r}",
                    None,
                    "a change can only be measured against a promise that is defined",
                    f"did you mean {near!r}?" if near else f"known: {', '.join(shelf())}",
                ),
            )
        )
    before = check(text, accused=accused, fixed=fixed)
    found: list[Amendment] = []
    tried = 0
    if before.property(goal).verdict in ("fails", "depends"):
        for candidate in candidates(text, {**text.fixed, **(fixed or {})}):
            if _longer(candidate, found):
                continue
            tried += 1
            amended = text.changed((candidate.change,))
            quick = check(amended, accused=accused, fixed=fixed, only=(goal,))
            if quick.property(goal).verdict == "holds":
                mend = _amendment(text, amended, candidate, before, terms)
                answers = sorted(mend.answers, key=lambda row: row[0] != goal)
                found.append(replace(mend, answers=tuple(answers)))
    found.sort(key=lambda one: (one.removes_the_guarantee, one.words, one.changes[0].at))
    return Proposals(
        text.id,
        goal,
        before.property(goal).verdict,
        tuple(found[:most]),
        tried,
        named(text),
        (),
        _outcome(text, incident, fixed),
        incident.id if incident else "",
    )


def _longer(candidate: Candidate, found: list[Amendment]) -> bool:
    """Whether a change only adds to one of the same place that is already enough."""
    becomes = candidate.change.becomes
    if not isinstance(becomes, dict):
        return False
    alone = {"2/3": "two_thirds"}.get(becomes.get("at_least", ""), becomes.get("at_least"))
    at = candidate.change.at
    return any((one.changes[0].at, one.changes[0].becomes) == (at, alone) for one in found)


def _outcome(
    text: Text, incident: IncidentText | None, fixed: Mapping[str, str] | None
) -> Outcome | None:
    if incident is None:
        return None
    outcomes = {run.outcome for run in trace(text, incident, fixed=fixed).runs}
    order = ("blocked", "void", "not_called", "nothing_owed", "permitted", "owed", "given")
    return min(outcomes, key=lambda one: order.index(one.help))


def candidates(text: Text, fixed: Mapping[str, str]) -> Iterator[Candidate]:
    """Every single change to a decision rule, a vote of the accused, or a deadline's default."""
    for place in clauses(text.treaty, "guarantee"):
        for _, path, steps in ways(place):
            for name, step in zip(step_names(steps), steps, strict=True):
                spot = Spot(place, step.kind, step.form, f"{path}/{name}")
                yield from _for_step(text, fixed, spot)


def _for_step(text: Text, fixed: Mapping[str, str], spot: Spot) -> Iterator[Candidate]:
    _, kind, form, path = spot
    reading = Reading(text, _Wide(text, fixed))
    if kind in DECIDES or (kind == "assist" and form.rule is not None):
        rule = _read(reading, form.rule)
        at = f"{path}/rule"
        if rule is not None and not isinstance(rule, Unstated) and rule.without is None:
            recused = _recused(rule)
            if recused is not None:
                yield Candidate("recusal", Change(at=at, becomes=recused))
        for kind_of, rule_now in (
            ("decision rule", "each"),
            ("decision rule", "two_thirds"),
            ("decision rule", "majority"),
            ("decision rule", {"at_least": "2/3", "without": NOT_VOTING}),
            ("decision rule", {"at_least": "majority", "without": NOT_VOTING}),
        ):
            yield Candidate(kind_of, Change(at=at, becomes=rule_now))
    within = _read(reading, form.within)
    if kind not in ("assist", "report") and isinstance(within, Duration) and not within.at_once:
        label = _read(reading, form.at_deadline)
        if label != "proceed":
            change = Change(at=f"{path}/at_deadline", becomes="proceed")
            yield Candidate("deadline", change)


def _recused(rule: Any) -> dict[str, Any] | None:
    """The same rule with the accused out of it."""
    if rule.every is not None or rule.either is not None:
        return None
    if rule.named is not None:
        return {"by": rule.named, "without": NOT_VOTING}
    quota = rule.at_least
    if isinstance(quota, Unstated) or quota == "each":
        return None
    out: dict[str, Any] = {"at_least": quota if isinstance(quota, int | str) else str(quota)}
    if rule.with_ is not None:
        out["with"] = list(rule.with_.of)
    return {**out, "without": NOT_VOTING}


class _Wide(dict[str, str]):
    """Choices in which every wide reading stands at its first label unless one was chosen."""

    def __init__(self, text: Text, fixed: Mapping[str, str]) -> None:
        super().__init__({q: labels[0] for q, labels in text.wide.items()} | dict(fixed))


def _read(reading: Reading, value: Any) -> Any:
    """A place as read; a place that several readings leave open counts as silent."""
    try:
        return reading.stated(value)
    except OpenQuestion:
        return None


def _amendment(
    text: Text, amended: Text, candidate: Candidate, before: Check, terms: Terms
) -> Amendment:
    accused, fixed, incident = terms.accused, terms.fixed, terms.incident
    after = check(amended, accused=accused, fixed=fixed)
    changed = [
        (one.name, one.verdict, after.property(one.name).verdict)
        for one in before.properties
        if one.verdict != after.property(one.name).verdict
    ]
    old = _sentence(text, candidate, fixed)
    new = _sentence(amended, candidate, fixed)
    was = _value(text, candidate.change.at)
    return Amendment(
        candidate.kind,
        (Changed(candidate.change.at, was, candidate.change.becomes),),
        words_changed(old, new),
        old,
        new,
        tuple(changed),
        effects(text, amended, {**text.fixed, **(fixed or {})}),
        _outcome(amended, incident, fixed),
        any(
            row[2] == "not_applicable" and row[1] != "not_applicable"
            for row in changed
            if row[0] == "help-is-bounded-in-time"
        ),
    )


def _value(text: Text, path: str) -> Any:
    container, key, _ = locate(text.data, path)
    return container[key] if isinstance(container, list) else container.get(key, "unstated")


def _sentence(text: Text, candidate: Candidate, fixed: Mapping[str, str] | None) -> str:
    """The sentence of the step as it stands in a text."""
    reading = Reading(text, _Wide(text, {**text.fixed, **(fixed or {})}))
    wanted = candidate.change.at.rpartition("/")[0]
    for place in clauses(text.treaty, "guarantee"):
        for _, path, steps in ways(place):
            for name, step in zip(step_names(steps), steps, strict=True):
                if f"{path}/{name}" == wanted:
                    by = place.form.of if step.kind == "appeal" else place.form.by
                    return step_words(step.kind, step.form, by, lambda v: _read(reading, v))
    return ""
