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

from collections.abc import Iterable

from foedus.answers.judgement import Account, Judgement
from foedus.compiler.cases import Case, members
from foedus.compiler.law import guarantees
from foedus.compiler.places import exists
from foedus.compiler.reading import OUTSIDER, Reading
from foedus.document.load import Text
from foedus.ideas.duty import SCALE, capped
from foedus.ideas.silence import Unstated, stated
from foedus.machine.question import Choices

ASKS = "Is each of the two sides promised help by somebody?"
PLACE = 11


def judge(text: Text, case: Case, choices: Choices) -> Judgement:
    """Whether the property is true of a case under some choices."""
    named = case.place.form.against != "anyone"
    if not (named or case.given) or case.accused == OUTSIDER:
        return Judgement(None, reason="no second side is named")
    words = [_best(text, side, choices) for side in (case.victim, case.accused)]
    missing = [
        side
        for side, word in zip((case.victim, case.accused), words, strict=True)
        if word in (None, "none")
    ]
    if missing:
        return Judgement(False, None, f"nothing promises help to {', '.join(missing)}")
    weaker = min((word for word in words if word), key=SCALE.index)
    return Judgement(True, None, f"the weaker word of the two is {weaker!r}")


def _best(text: Text, side: str, choices: Choices) -> str | None:
    """The strongest word promised to a side; a word left open counts at its weakest."""
    found: list[str] = []
    reading = Reading(text, choices, side, "")
    for place in guarantees(text):
        if side in members(text, place.form.of) and exists(reading, place):
            found += _words(place.form, place.legal_form)
    return max(found, key=SCALE.index, default=None)


def _words(form: object, legal_form: str) -> Iterable[str]:
    for steps in form.ways().values():  # type: ignore[attr-defined]
        for step in steps:
            if step.assist is not None:
                own = [w for means in stated(step.assist.means) for w in means.values() if w]
                for word in stated(step.assist.duty) or ("may",):
                    yield capped(word, legal_form)
                for word in own:
                    if not isinstance(word, Unstated):
                        yield from (capped(one, legal_form) for one in stated(word))


def account(text: Text, case: Case, choices: Choices) -> Account | None:
    """Shown by the clauses, not by a run."""
    return None
