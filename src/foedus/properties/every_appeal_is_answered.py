"""Every appeal is answered.

What it asks
------------
Once called on, does the procedure always come to an end: help, a refusal, or a lapse?

Why it matters
--------------
A call that nobody refuses and nobody answers leaves the victim waiting with no breach to name.

True when
---------
On every run after the appeal (the trigger, where there is no appeal step) help is owed, refused,
lapsed or void; no step can wait for ever.

Limits
------
Attending, finding and voting are free moves unless the step has a duty.

Sources
-------
The Istanbul communiqué of 2022, article 5; Sinai II and the letters of 1979.
"""

from __future__ import annotations

from foedus.answers.judgement import LEFT_OUT, Account, Judgement
from foedus.compiler.cases import Case
from foedus.compiler.law import Options
from foedus.compiler.promise import promise
from foedus.document.load import Text
from foedus.machine.lawful import endless_wait
from foedus.machine.question import Choices

ASKS = "Does every call on the guarantors come to an answer?"
PLACE = 4
PROCEDURE_ONLY = True
OPTIONS = Options()


def judge(text: Text, case: Case, choices: Choices) -> Judgement:
    """Whether the property is true of a case under some choices."""
    found = promise(text, case, choices, OPTIONS)
    if found is None:
        return LEFT_OUT
    return Judgement(
        endless_wait(found.machine, found.helpers, found.strength) is None, found.sense
    )


def account(text: Text, case: Case, choices: Choices) -> Account | None:
    """A run that waits for ever."""
    found = promise(text, case, choices, OPTIONS)
    if found is None:
        return None
    wait = endless_wait(found.machine, found.helpers, found.strength)
    return None if wait is None else Account(wait.machine, wait.path, found.strength)
