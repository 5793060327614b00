"""No block by absence.

What it asks
------------
Can everyone but the accused bring about a duty to help if the accused simply stays away?

Why it matters
--------------
A boycott, silence or a missing quorum needs no argument and no vote. A procedure that waits for
everyone can be stopped by an empty chair.

True when
---------
As no-veto-by-the-accused, with the accused making no move at all, and with consultations and
deadlines as written. Both together: no block by any means.

Limits
------
Bodies whose members are not named make no move either.

Sources
-------
Cyprus 1960, article IV; the Istanbul communiqué of 2022, article 5.
"""

from __future__ import annotations

from foedus.answers.judgement import LEFT_OUT, Account, Judgement
from foedus.compiler.cases import Case
from foedus.compiler.law import Options
from foedus.compiler.promise import promise
from foedus.document.load import Text
from foedus.machine.question import Choices

ASKS = "Can help be brought about if the accused stays away?"
PLACE = 2
PROCEDURE_ONLY = True
OPTIONS = Options()


def judge(text: Text, case: Case, choices: Choices) -> Judgement:
    """Whether the property is true of a case under some choices."""
    found = promise(text, case, choices, OPTIONS)
    if found is None:
        return LEFT_OUT
    return Judgement(found.arena(found.machine.accused, moves=False).forces(), found.sense)


def account(text: Text, case: Case, choices: Choices) -> Account | None:
    """The shortest run on which it fails."""
    found = promise(text, case, choices, OPTIONS)
    if found is None:
        return None
    arena = found.arena(found.machine.accused, moves=False)
    return Account(found.machine, arena.refutation(), found.strength)
