"""No veto by the accused.

What it asks
------------
Can everyone but the accused bring about a duty to help, whatever the accused does?

Why it matters
--------------
A state accused of the attack may sit among those who decide. If its own vote can stop help, the
promise is worth least exactly when it is needed.

True when
---------
For every victim and every party that may be accused, all others together can force *owed*; the
accused may make any move, and each consultation counts as held or expired into *proceed*.

Limits
------
Talks are counted as held: whether absence can stop them is asked by no-block-by-absence. Where
nothing is owed in law the same is asked of the strongest lesser word, and the answer says so.

Sources
-------
Luxembourg debate of 1867 on collective guarantees; the Istanbul drafts of 2022, article 5.
"""

from __future__ import annotations

from foedus.answers.judgement import LEFT_OUT, Account, Judgement
from foedus.compiler.cases import Case
from foedus.compiler.law import Options
from foedus.compiler.promise import promise
from foedus.document.load import Text
from foedus.machine.question import Choices

ASKS = "Can help be brought about whatever the accused does?"
PLACE = 1
PROCEDURE_ONLY = True
OPTIONS = Options(held=True)


def judge(text: Text, case: Case, choices: Choices) -> Judgement:
    """Whether the property is true of a case under some choices."""
    found = promise(text, case, choices, OPTIONS)
    if found is None:
        return LEFT_OUT
    return Judgement(found.arena(found.machine.accused).forces(), found.sense)


def account(text: Text, case: Case, choices: Choices) -> Account | None:
    """The shortest run on which it fails."""
    found = promise(text, case, choices, OPTIONS)
    if found is None:
        return None
    arena = found.arena(found.machine.accused)
    return Account(found.machine, arena.refutation(), found.strength)
