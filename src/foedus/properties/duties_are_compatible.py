"""Duties are compatible.

What it asks
------------
Does the text ever owe an act that it also bars, or that undoes another act it owes?

Why it matters
--------------
A guarantor that must help and must not send troops will be told by each side that it breaks the
text, whatever it does.

True when
---------
In no reachable state is an act owed while it, or something it implies, is barred for the same
party in the same area, or while the party owes something the act undoes. Every listed means is
owed; where the means are left open nothing can conflict, and the answer says so.

Limits
------
Which acts imply which is stated in the word list, with sources. The Charter prevails only if the
text says so. A permission that meets a ban is no conflict.

Sources
-------
Draft treaty of 15 April 2022, articles 2 and 5.
"""

from __future__ import annotations

from foedus.answers.judgement import LEFT_OUT, Account, Judgement
from foedus.compiler.cases import Case
from foedus.compiler.law import Options
from foedus.compiler.promise import promise
from foedus.compiler.reading import Reading
from foedus.compiler.standing import breaks, rows
from foedus.document.load import Text
from foedus.ideas.silence import Unstated
from foedus.machine.duties import OWED, RANK
from foedus.machine.explore import at_its_fullest
from foedus.machine.question import Choices

ASKS = "Is no act of help both owed and barred?"
PLACE = 9
OPTIONS = Options(held=True, means=True)


def judge(text: Text, case: Case, choices: Choices) -> Judgement:
    """Whether the property is true of a case under some choices."""
    found = promise(text, case, choices, OPTIONS)
    if found is None or found.sense is not None:
        return LEFT_OUT
    reading = Reading(text, choices, case.victim, case.accused)
    area = reading.stated(case.place.form.area)
    area = None if isinstance(area, Unstated) else area
    standing = tuple(rows(reading))
    tried: set[tuple[int, str]] = set()
    conflicts: dict[str, None] = {}
    for duty in at_its_fullest(found.machine):
        article = found.machine.routes[duty.route].article
        for act, word in duty.acts:
            if not act or RANK[word] < OWED or (duty.by, act) in tried:
                continue
            tried.add((duty.by, act))
            row = breaks(reading, standing, duty.by, act, area)
            if row is not None:
                other = f"{row.act} is {row.sense} by article {row.article}"
                conflicts.setdefault(f"{act} is owed by article {article} and {other}")
    if conflicts:
        return Judgement(False, None, "; ".join(conflicts))
    if not any(act for _, act in tried):
        return Judgement(True, None, "the means are left open, so nothing can conflict")
    return Judgement(True)


def account(text: Text, case: Case, choices: Choices) -> Account | None:
    """A conflict is shown by its two articles, not by a run."""
    return None
