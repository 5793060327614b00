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

from collections.abc import Iterator

from foedus.answers.judgement import Account, Judgement
from foedus.compiler.cases import Case, pairs
from foedus.compiler.law import Options
from foedus.compiler.places import as_read, clauses
from foedus.compiler.promise import promise
from foedus.compiler.reading import Reading
from foedus.compiler.standing import Row, breaks, conflicts, rows
from foedus.document.load import Text
from foedus.machine.duties import OWED, RANK
from foedus.machine.lawful import at_its_fullest
from foedus.machine.question import Choices

ASKS = "Is no act of help both owed and barred?"
PLACE = 9
OPTIONS = Options(held=True, means=True)


def cases(text: Text, accused: str | None = None) -> Iterator[Case]:
    """Every pair of each guarantee; a text without a guarantee is asked about once."""
    found = list(pairs(text, accused))
    if not found:
        places = clauses(text.treaty, "undertaking")
        found = [Case(place, "", accused or "") for place in list(places)[:1]]
    yield from found


def judge(text: Text, case: Case, choices: Choices) -> Judgement:
    """Whether the property is true of a case under some choices."""
    reading = Reading(text, choices, case.victim, case.accused)
    standing = tuple(rows(reading))
    place = as_read(reading, case.place) or case.place
    said = {_said(one, other): None for one, other in conflicts(reading, standing)}
    found = None
    if case.place.kind == "guarantee":
        found = promise(text, case, choices, OPTIONS)
    acts = False
    for duty in at_its_fullest(found.machine) if found is not None else ():
        article = found.machine.routes[duty.route].article if found is not None else ""
        for act, word in duty.acts:
            if not act or RANK[word] < OWED:
                continue
            acts = True
            row = breaks(reading, standing, (duty.by, act), place.form)
            if row is not None:
                said[_said(Row(duty.by, act, "owed", article, "", ()), row)] = None
    if said:
        return Judgement(False, None, "; ".join(said))
    if acts or case.place.kind == "undertaking":
        return Judgement(True)
    if found is not None and found.sense is None:
        return Judgement(True, None, "the means are left open, so nothing can conflict")
    return Judgement(None, reason="nothing is owed, so nothing can conflict")


def _said(one: Row, other: Row) -> str:
    return (
        f"{one.act} is {one.sense} by article {one.article} "
        f"and {other.act} is {other.sense} by article {other.article}"
    )


def account(text: Text, case: Case, choices: Choices) -> Account | None:
    """A conflict is shown by its two articles, not by a run."""
    return None
