"""What an amendment changes for each party: when its own refusal stops help, before and after."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.answers.proposals import Effect, Say
from foedus.compiler.cases import Case, accusable, members
from foedus.compiler.law import Options, guarantees
from foedus.compiler.promise import promise
from foedus.compiler.reading import OUTSIDER
from foedus.document.load import Text
from foedus.lenses.readings import over_readings
from foedus.machine.question import Choices

OPTIONS = Options(held=True)


def effects(before: Text, after: Text, fixed: Mapping[str, str]) -> tuple[Effect, ...]:
    """Guarantors whose say changes, and beneficiaries whose help one party alone can stop.

    Talks count as held: only votes and findings are compared. A place that depends on further
    readings counts as a say if some reading gives one.
    """
    out: list[Effect] = []
    for place in guarantees(before):
        guarantors = [p for p in members(before, place.form.by) if p in before.treaty.parties]
        victims = [p for p in members(before, place.form.of) if p in before.treaty.parties]
        for victim in victims:
            old = {p: _say(before, victim, p, fixed) for p in guarantors if p != victim}
            new = {p: _say(after, victim, p, fixed) for p in guarantors if p != victim}
            out += [Effect(p, "guarantor", old[p], new[p]) for p in old if old[p] != new[p]]
            first, last = _worst(old.values()), _worst(new.values())
            if first != last:
                out.append(Effect(victim, "beneficiary", first, last))
    unique: dict[tuple[str, str], Effect] = {}
    for effect in out:
        unique.setdefault((effect.party, effect.role), effect)
    return tuple(sorted(unique.values(), key=lambda e: e.role))


def _worst(says: object) -> Say:
    order: tuple[Say, ...] = ("always", "unless_accused", "when_accused", "never")
    return min(says, key=order.index, default="never")  # type: ignore[call-overload, no-any-return]


def _say(text: Text, victim: str, party: str, fixed: Mapping[str, str]) -> Say:
    accused = _stops(text, victim, party, party, fixed)
    other = _stops(text, victim, OUTSIDER, party, fixed)
    if accused and other:
        return "always"
    return "when_accused" if accused else "unless_accused" if other else "never"


def _stops(text: Text, victim: str, accused: str, party: str, fixed: Mapping[str, str]) -> bool:
    """Whether a party alone can stop help to a victim when some state is accused."""
    for place in guarantees(text):
        against = accusable(text, place)
        if accused not in against:
            accused_here = next((p for p in against if p not in (victim, party)), None)
        else:
            accused_here = accused
        if victim not in members(text, place.form.of) or accused_here is None:
            continue
        case = Case(place, victim, accused_here)

        def ask(made: Choices, case: Case = case) -> tuple[bool | None, None]:
            found = promise(text, case, made, OPTIONS)
            if found is None:
                return None, None
            return found.arena(found.machine.bit(party)).forces(), None

        if any(leaf.value is False for leaf in over_readings(ask, fixed).leaves):
            return True
    return False
