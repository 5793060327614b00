"""When help is due: the fastest and the slowest lawful hour, and the readings that change it."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from foedus.answers.check import Timing, TimingUnder
from foedus.answers.verdict import Leaf, failing_sets
from foedus.compiler.cases import Case, pairs
from foedus.compiler.promise import promise
from foedus.document.load import Text
from foedus.lenses.readings import Tree, over_readings
from foedus.machine.lawful import fastest_help
from foedus.machine.question import Choices
from foedus.properties import help_is_bounded_in_time as bounded


def timing(text: Text, accused: str | None, fixed: Mapping[str, str]) -> Timing | None:
    """Fastest and slowest lawful hour of help, for the first pair that is promised any.

    The verdict over all pairs is that of help-is-bounded-in-time; this shows one pair's hours.
    """
    ordered = sorted(
        pairs(text, accused), key=lambda case: case.accused not in text.treaty.parties
    )
    for case in ordered:
        slow = over_readings(lambda made: _slowest(text, case, made), fixed)  # noqa: B023
        leaves = [leaf for leaf in slow.leaves if leaf.detail is not None]
        if not leaves:
            continue
        fast = over_readings(lambda made: _fastest(text, case, made), fixed)  # noqa: B023
        soonest = min(
            (leaf.detail for leaf in fast.leaves if leaf.detail is not None), default=inf
        )
        latest = max(leaf.detail[0] for leaf in leaves)
        return Timing(
            _hours(soonest),
            _hours(latest),
            any(not leaf.detail[1] for leaf in leaves),
            tuple(_grouped(slow, leaves, fast)),
        )
    return None


def _slowest(text: Text, case: Case, made: Choices) -> tuple[None, tuple[float, bool] | None]:
    judgement = bounded.judge(text, case, made)
    if judgement.hour is None or judgement.hour == -inf:
        return None, None
    return None, (judgement.hour, not judgement.reason)


def _fastest(text: Text, case: Case, made: Choices) -> tuple[None, float | None]:
    found = promise(text, case, made, bounded.OPTIONS)
    if found is None:
        return None, None
    return None, fastest_help(found.machine, found.helpers, found.strength)


def _grouped(slow: Tree, leaves: list[Leaf], fast: Tree) -> list[TimingUnder]:
    """One row for each slowest hour, with the smallest choices that lead to it."""
    rows = []
    soonest = min((leaf.detail for leaf in fast.leaves if leaf.detail is not None), default=inf)
    for value in sorted({leaf.detail for leaf in leaves}):
        hour, measured = value
        marked = [Leaf(leaf.choices, leaf.detail != value) for leaf in leaves]
        rows += [
            TimingUnder(choices, _hours(soonest), _hours(hour), not measured)
            for choices in failing_sets(marked, slow.asked)
        ]
    return rows if len(rows) > 1 else []


def _hours(hour: float) -> float | None:
    return None if hour in (inf, -inf) else hour
