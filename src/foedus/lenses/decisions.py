"""Who suffices and who can stop, at every joint step of a text, under each reading of its rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from foedus.answers.check import Decision, Sets
from foedus.answers.verdict import Choice
from foedus.compiler.cases import accusable, members
from foedus.compiler.law import Spot, who_acts
from foedus.compiler.places import Place, as_read, clauses, exists, step_names, ways
from foedus.compiler.reading import OUTSIDER, Reading
from foedus.document.load import Text
from foedus.lenses.readings import over_readings
from foedus.machine.family import (
    Counted,
    Either,
    Every,
    Family,
    bits,
    blocks,
    minimal_blocking,
    minimal_winning,
)
from foedus.machine.question import Choices

JOINT = ("determine", "consult", "decide", "assist")


def decisions(text: Text, accused: str | None, fixed: Mapping[str, str]) -> tuple[Decision, ...]:
    """Every joint step, in the order of the text; `accused` as named by whoever asks."""
    out: list[Decision] = []
    for place in clauses(text.treaty, "guarantee", "consultation"):
        for route, path, steps in ways(place):
            for name, step in zip(step_names(steps), steps, strict=True):
                if step.kind in JOINT:
                    spot = Spot(place, step.kind, step.form, f"{path}/{name}")
                    out += _under_readings(text, spot, route, accused, fixed)
    return tuple(out)


def _under_readings(
    text: Text, spot: Spot, route: str, accused: str | None, fixed: Mapping[str, str]
) -> Iterator[Decision]:
    victim, other = _roles(text, spot.place, accused)

    def ask(choices: Choices) -> tuple[bool, tuple[Reading, int, Family | None] | None]:
        reading = Reading(text, choices, victim, other)
        now = _as_read(reading, spot)
        if now is None:
            return True, None
        by, family = who_acts(reading, now)
        return True, (reading, by, family)

    tree = over_readings(ask, fixed)
    for leaf in tree.leaves:
        if leaf.detail is None:
            continue
        reading, by, family = leaf.detail
        if family is None and spot.kind != "decide":
            continue
        under = tuple(
            Choice(q, (label,), tree.asked.kinds[q]) for q, label in leaf.choices.items()
        )
        decision = _decision(reading, spot, family or Counted(by, "any"), accused)
        rule = "each" if family is None else decision.rule
        yield replace(decision, route=route, reading=under, rule=rule)


def _as_read(reading: Reading, spot: Spot) -> Spot | None:
    """The step as it stands in the text as read; None if it is not in it."""
    place = as_read(reading, spot.place)
    if place is None or not exists(reading, place):
        return None
    for _, path, steps in ways(place):
        for name, step in zip(step_names(steps), steps, strict=True):
            if f"{path}/{name}" == spot.path:
                return Spot(place, step.kind, step.form, spot.path)
    return None


def _roles(text: Text, place: Place, accused: str | None) -> tuple[str, str]:
    """A victim and an accused for rules that leave either out; the outsider if none is named."""
    other = accused or (OUTSIDER if OUTSIDER in accusable(text, place) else "")
    other = other or next(iter(accusable(text, place)), OUTSIDER)
    victims = [name for name in members(text, place.form.of) if name != other]
    return next(iter(victims), ""), other


def _decision(reading: Reading, spot: Spot, whole: Family, accused: str | None) -> Decision:
    def names(mask: int) -> tuple[str, ...]:
        return tuple(reading.parties[bit.bit_length() - 1] for bit in bits(mask))

    stops = None if accused is None else blocks(whole, reading.mask_of("accused"))
    return Decision(
        article=spot.place.article,
        step=spot.path,
        route="",
        kind=spot.kind,
        reading=(),
        rule=rule_words(whole, names),
        deciders=names(whole.deciders),
        accused=accused,
        minimal_winning=_sets(minimal_winning(whole), whole, names, blocking=False),
        minimal_blocking=_sets(minimal_blocking(whole), whole, names, blocking=True),
        accused_blocks=stops,
    )


Names = Callable[[int], tuple[str, ...]]


def rule_words(family: Family, names: Names) -> str:
    """A family as a rule a reader can check against the text."""
    if isinstance(family, Every):
        return " and ".join(f"({rule_words(part, names)})" for part in family.parts)
    if isinstance(family, Either):
        return " or ".join(f"({rule_words(part, names)})" for part in family.parts)
    n = family.of.bit_count()
    base = {"all": f"all {n}", "any": "any one"}.get(str(family.quota))
    if n == 1 and not family.many:
        base = names(family.of)[0]
    base = base or f"at least {family.threshold}" + ("" if family.many else f" of {n}")
    return base + (f", with {', '.join(names(family.holders))}" if family.holders else "")


def _sets(masks: tuple[int, ...] | None, family: Family, names: Names, *, blocking: bool) -> Sets:
    if masks is not None:
        return Sets(tuple(names(mask) for mask in masks))
    if isinstance(family, Every | Either):
        parts = tuple(_sets(None, part, names, blocking=blocking) for part in family.parts)
        all_needed = isinstance(family, Every) != blocking
        return Sets(every=parts) if all_needed else Sets(either=parts)
    n = family.of.bit_count()
    if not blocking:
        return Sets(at_least=family.threshold, of=names(family.of), with_=names(family.holders))
    count = Sets(at_least=n - family.threshold + 1, of=names(family.of))
    if not family.holders:
        return count
    return Sets(either=(Sets(tuple((name,) for name in names(family.holders))), count))
