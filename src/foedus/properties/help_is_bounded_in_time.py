"""Help is bounded in time.

What it asks
------------
By which day is help due at the latest, if everyone but the accused keeps the text?

Why it matters
--------------
A promise without a last day can be kept for ever by still deliberating.

True when
---------
Over all runs inside the text, the hour the duty opens plus its own time is finite. No time for
the help itself, a wait without a deadline, a lapse, or a duty fallen to *may* count as no bound;
a run that a lawful vote refuses is left out.

Limits
------
Attending, finding and voting are free moves unless the step has a duty. *At once* adds nothing
and the answer says it is not measured.

Sources
-------
The Istanbul communiqué of 2022, article 5 (three days); North Atlantic Treaty, article 5.
"""

from __future__ import annotations

from math import inf

from foedus.answers.judgement import LEFT_OUT, Account, Judgement
from foedus.compiler.cases import Case
from foedus.compiler.law import Options
from foedus.compiler.promise import promise
from foedus.document.load import Text
from foedus.machine.lawful import slowest_help
from foedus.machine.question import Choices

ASKS = "Is there a last day by which help is due?"
PLACE = 5
PROCEDURE_ONLY = True
OPTIONS = Options()


def judge(text: Text, case: Case, choices: Choices) -> Judgement:
    """Whether the property is true of a case under some choices."""
    found = promise(text, case, choices, OPTIONS)
    if found is None:
        return LEFT_OUT
    bound = slowest_help(found.machine, found.helpers, found.strength)
    reason = "" if bound.measured else "at once, which is not measured"
    return Judgement(bound.hour < inf, found.sense, reason, bound.hour)


def account(text: Text, case: Case, choices: Choices) -> Account | None:
    """A run that has no last day."""
    found = promise(text, case, choices, OPTIONS)
    if found is None:
        return None
    bound = slowest_help(found.machine, found.helpers, found.strength)
    return Account(bound.machine or found.machine, bound.path, found.strength)
