"""Both sides covered.

What it asks
------------
Is each of the two sides promised help by somebody?

Why it matters
--------------
An arrangement in which one side alone is protected asks the other to trust; whether that is
enough is for the sides to say, but it should be seen.

True when
---------
The two sides are the victim and the state named in `against` (or given). Each is a beneficiary
of some guarantee with a duty above *none*; the weaker of the two words is printed.

Limits
------
What the promise is worth is not asked here. Not applicable where no second side is named.

Sources
-------
Opinion of 2023 that both sides must feel secure; Charter for European Security, Istanbul 1999.
"""

from __future__ import annotations

from collections.abc import Iterator

from foedus.answers.judgement import Account, Judgement
from foedus.compiler.cases import Case
from foedus.compiler.law import covers
from foedus.compiler.places import Place, as_read, clauses, exists, ways
from foedus.compiler.reading import OUTSIDER, Reading
from foedus.document.load import Text
from foedus.ideas.coalition import Who
from foedus.ideas.duty import SCALE, capped
from foedus.ideas.silence import Readings, Unstated, stated
from foedus.ideas.step import MeansLike
from foedus.machine.question import Choices

ASKS = "Is each of the two sides promised help by somebody?"
PLACE = 11


def judge(text: Text, case: Case, choices: Choices) -> Judgement:
    """Whether the property is true of a case under some choices."""
    reading = Reading(text, choices, case.victim, case.accused)
    place = as_read(reading, case.place)
    if place is None:
        return Judgement(None, reason="no second side is named")
    against = place.form.against
    who = "anyone" if against == "anyone" else reading.stated(against)
    named = isinstance(who, Who) and "anyone" not in who.of
    if not (named or case.given) or case.accused == OUTSIDER:
        return Judgement(None, reason="no second side is named")
    if not (exists(reading, place) and covers(reading, place.form)):
        return Judgement(None, reason="no second side is named")
    sides = (case.victim, case.accused)
    words = [_best(reading, side) for side in sides]
    missing = [side for side, word in zip(sides, words, strict=True) if word in (None, "none")]
    if missing:
        return Judgement(False, None, f"nothing promises help to {', '.join(missing)}")
    weaker = min((word for word in words if word), key=SCALE.index)
    return Judgement(True, None, f"the weaker word of the two is {weaker!r}")


def _best(reading: Reading, side: str) -> str | None:
    """The strongest word promised to a side, as read; a word left open counts at its weakest."""
    found: list[str] = []
    for place in clauses(reading.treaty, "guarantee"):
        if exists(reading, place) and reading.mask(place.form.of) & reading.bit(side):
            found += [capped(word, place.legal_form) for word in _words(reading, place)]
    return max(found, key=SCALE.index, default=None)


def _words(reading: Reading, place: Place) -> Iterator[str]:
    for _, _, steps in ways(place):
        for step in steps:
            if step.assist is None:
                continue
            means = reading.stated(step.assist.means) if _own(step.assist.means) else None
            own = means.values() if isinstance(means, dict) else [None]
            for value in own:
                word = reading.stated(step.assist.duty if value is None else value)
                yield "may" if word is None or isinstance(word, Unstated) else word


def _own(means: MeansLike | Unstated | Readings[MeansLike]) -> bool:
    """Whether some of the means carry a duty of their own."""
    return any(word is not None for one in stated(means) for word in one.values())


def account(text: Text, case: Case, choices: Choices) -> Account | None:
    """Shown by the clauses, not by a run."""
    return None
