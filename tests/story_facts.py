"""What a check or a trace says, as the short facts that a story may expect, each with its name."""

from collections.abc import Iterable, Iterator

from foedus.answers.check import Beat, Check, PropertyAnswer, Sets
from foedus.answers.trace import Outcome, Run, Trace
from foedus.answers.verdict import Choice

Facts = dict[str, str]
"""The first is what is asked or what happens; the others belong to it."""
Line = tuple[str, str]
"""The name of a fact and the value expected."""


def about_check(answer: Check) -> Iterator[Facts]:
    """Each property with what is said beside it; each decision; the hours."""
    yield from map(_property, answer.properties)
    for step in answer.decisions:
        under = f" under {_choices(step.reading)}" if step.reading else ""
        yield {f"suffices {step.step}{under}": _sets(step.minimal_winning)}
        yield {f"stops {step.step}{under}": _sets(step.minimal_blocking)}
    if answer.timing is not None:
        yield {"earliest": _hours(answer.timing.fastest_hours)}
        yield {"latest": _hours(answer.timing.slowest_hours)}


def about_trace(answer: Trace) -> Iterator[Facts]:
    """Each course of the incident with its duties; where readings part; what the record says."""
    for run in answer.runs:
        under = "; or ".join(map(_choices, run.reading))
        yield _course(f"under {under}" if under else "outcome", run)
    parting = answer.diverges_at
    where = f"at event {parting.event + 1} on {parting.question}" if parting else "nowhere"
    yield {"readings part": where}


def _property(answer: PropertyAnswer) -> Facts:
    verdict = answer.verdict.replace("_", " ") + (f" ({answer.sense})" if answer.sense else "")
    when = "; or when ".join(map(_choices, answer.fails_when))
    facts = {
        answer.name: f"{verdict} when {when}" if when else verdict,
        "reason": str(answer.reason),
        "story": "; ".join(map(_beat, answer.story)),
        "loses duty": ", ".join(answer.blocks_duty),
        "loses permission": ", ".join(answer.blocks_permission),
    }
    for pair in answer.pairs:
        said = pair.verdict.replace("_", " ")
        facts[f"pair {pair.victim} {pair.accused}"] = said
        facts[f"pair {pair.victim} {pair.accused} under {pair.article}"] = said
    for pair in answer.routes:
        said = pair.verdict.replace("_", " ")
        facts[f"route {pair.route} {pair.victim} {pair.accused}"] = said
    return facts


def _course(name: str, run: Run) -> Facts:
    facts = {name: _outcome(run.outcome), "story": "; ".join(map(_beat, run.story))}
    facts["free outside"] = ", ".join(run.outcome.permitted_outside)
    facts["barred"] = ", ".join(run.outcome.barred)
    for number, event in enumerate(run.events, start=1):
        facts[f"event {number}"] = "taken" if event.accepted else event.because
    for duty in run.obligations:
        due = "" if duty.due is None else f", due at hour {duty.due}"
        facts[f"{duty.by} to {duty.what}"] = f"{duty.duty}, {duty.status}{due}"
    return facts


def _outcome(outcome: Outcome) -> str:
    by = f" by {', '.join(outcome.blocked_by)}" if outcome.blocked_by else ""
    at = "" if outcome.hour is None else f" at hour {outcome.hour}"
    return outcome.help.replace("_", " ") + by + at


def _choices(choices: Iterable[Choice]) -> str:
    return " and ".join(f"{one.question} = {' or '.join(one.choices)}" for one in choices)


def _beat(beat: Beat) -> str:
    hour = f"{beat.hour} h " if beat.hour else ""
    act = f" ({beat.act})" if beat.act else ""
    return f"{hour}{' '.join((beat.what, *beat.by))}{act}"


def _sets(family: Sets) -> str:
    if family.sets is not None:
        return " | ".join(" ".join(names) for names in family.sets)
    if family.every or family.either:
        word = " and " if family.every else " or "
        return word.join(f"({_sets(part)})" for part in family.every or family.either)
    held = f" with {' '.join(family.with_)}" if family.with_ else ""
    return f"{family.at_least} of {' '.join(family.of)}{held}"


def _hours(hours: float | None) -> str:
    return "no bound" if hours is None else f"{hours:g} h"


def differences(expected: Iterable[Line], found: Iterable[Facts]) -> str | None:
    """Each fact that is not as expected, or nothing; a name is looked up below its heading."""
    headings = {next(iter(facts)): facts for facts in found}
    here: Facts = {}
    wrong = []
    for name, value in expected:
        here = headings.get(name, here)
        said = here.get(name)
        if said is None:
            wrong.append(f"{name}\n  is not among: {'; '.join([*headings, *here])}")
        elif value != said and not (name == "reason" and value and value in said):
            wrong.append(f"{name}\n  expected: {value}\n  found:    {said}")
    return "\n".join(wrong) or None
