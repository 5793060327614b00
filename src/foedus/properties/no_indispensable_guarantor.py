"""No indispensable guarantor.

What it asks
------------
Can a duty to help arise even if the accused and any one further guarantor work against it?

Why it matters
--------------
A promise that needs one particular state is only as good as that state's will on the day.

True when
---------
For every victim, accused and every other party g, all others together can force *owed* against
the accused and g; consultations count as held or expired into *proceed*.

Limits
------
Two further guarantors acting together are not asked about here.

Sources
-------
Soviet–Czechoslovak treaty of 1935, protocol of signature (aid only if France aids).
"""

from __future__ import annotations

from collections.abc import Iterator

from foedus.answers.judgement import LEFT_OUT, Account, Judgement
from foedus.compiler.cases import Case, kinds_of_party
from foedus.compiler.law import Options
from foedus.compiler.promise import Promise, promise
from foedus.document.load import Text
from foedus.machine.question import Choices

ASKS = "Can help be brought about without any one of the other guarantors?"
PLACE = 3
PROCEDURE_ONLY = True
OPTIONS = Options(held=True)


def judge(text: Text, case: Case, choices: Choices) -> Judgement:
    """Whether the property is true of a case under some choices."""
    found = promise(text, case, choices, OPTIONS)
    if found is None:
        return LEFT_OUT
    free = all(
        found.arena(found.machine.accused | other).forces() for other in _others(text, case, found)
    )
    return Judgement(free, found.sense)


def account(text: Text, case: Case, choices: Choices) -> Account | None:
    """The shortest run on which one further guarantor stops help."""
    found = promise(text, case, choices, OPTIONS)
    if found is None:
        return None
    for other in _others(text, case, found):
        arena = found.arena(found.machine.accused | other)
        if not arena.forces():
            return Account(
                found.machine, arena.refutation(), found.strength, found.machine.names(other)
            )
    return None


def _others(text: Text, case: Case, found: Promise) -> Iterator[int]:
    """One of each kind of party besides the victim and the accused."""
    seen = set()
    for name, kind in kinds_of_party(text).items():
        if name not in (case.victim, case.accused) and kind not in seen:
            seen.add(kind)
            yield found.machine.bit(name)
