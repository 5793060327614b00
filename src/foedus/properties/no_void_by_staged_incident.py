"""No void by a staged incident.

What it asks
------------
Can the accused alone end the guarantee by an incident it has staged?

Why it matters
--------------
A clause that voids the promise when the victim does wrong invites the accused to find, or to
make, that wrong.

True when
---------
No accused can reach *void* without a real breach. Fails at once where the text does not say who
finds the ground, or where the accused alone suffices to find it.

Limits
------
How well a named judge would see through a staging is not asked.

Sources
-------
The 28 points of 2025 (void without a judge).
"""

from __future__ import annotations

from collections.abc import Iterator

from foedus.answers.judgement import Account, Judgement
from foedus.compiler.cases import Case
from foedus.compiler.families import family
from foedus.compiler.places import as_read, exists
from foedus.compiler.reading import Reading
from foedus.document.load import Text
from foedus.ideas.condition import Condition
from foedus.ideas.silence import Unstated
from foedus.machine.family import Counted
from foedus.machine.question import Choices

ASKS = "Is the guarantee safe from being voided by a staged incident?"
PLACE = 7


def judge(text: Text, case: Case, choices: Choices) -> Judgement:
    """Whether the property is true of a case under some choices."""
    if case.place.form.void_if is None and not text.wide:
        return Judgement(None, reason="no clause voids the guarantee")
    reading = Reading(text, choices, case.victim, case.accused)
    place = as_read(reading, case.place)
    if place is None or place.form.void_if is None or not exists(reading, place):
        return Judgement(None, reason="no clause voids the guarantee")
    form = place.form
    ground = reading.stated(form.void_if)
    if ground is None or isinstance(ground, Unstated):
        return Judgement(None, reason="the ground is unstated")
    for condition in _grounds(ground):
        found_by = reading.stated(condition.found_by)
        if found_by is None or isinstance(found_by, Unstated):
            return Judgement(False, None, "the text names no judge of the ground")
        path = f"{case.place.path}/void_if/found_by"
        # A rule that does not say of whom it speaks speaks of anyone.
        by = reading.everyone
        who = family(reading, condition.found_by, by, path, "all")
        if who is None:
            # Each finds for itself: the accused suffices unless it has no say.
            by = reading.mask(found_by.by) or by
            who = Counted(by & ~reading.mask(found_by.without), "any")
        if who.wins(reading.mask_of("accused")):
            return Judgement(False, None, "the accused alone suffices to find the ground")
    return Judgement(True, None, "the ground has a judge other than the accused")


def _grounds(condition: Condition) -> Iterator[Condition]:
    """The conditions that must be judged: one judge covers all that stand below it."""
    if not isinstance(condition.found_by, Unstated):
        yield condition
        return
    inner = [part for part in (condition.any or ()) if isinstance(part, Condition)]
    inner += condition.all or []
    for part in inner:
        yield from _grounds(part)
    if not inner or any(isinstance(part, str) for part in condition.any or ()):
        yield condition


def account(text: Text, case: Case, choices: Choices) -> Account | None:
    """Shown by the clause, not by a run."""
    return None
