"""No dead end.

What it asks
------------
Can the procedure come to a place where something is awaited that nobody can do?

Why it matters
--------------
A step that waits for an event no party can bring about looks like a procedure and is none.

True when
---------
In every reachable state that is not an end, some party has a move, or a deadline lies ahead.

Limits
------
Events that only the machine can bring about count as nobody's move.

Sources
-------
Cyprus 1960, article IV (common action not possible: found by nobody named).
"""

from __future__ import annotations

from foedus.answers.judgement import LEFT_OUT, Account, Judgement
from foedus.compiler.cases import Case
from foedus.compiler.law import Options
from foedus.compiler.promise import promise
from foedus.document.load import Text
from foedus.machine.lawful import dead_end
from foedus.machine.question import Choices

ASKS = "Can somebody always still do something?"
PLACE = 6
PROCEDURE_ONLY = True
OPTIONS = Options()


def judge(text: Text, case: Case, choices: Choices) -> Judgement:
    """Whether the property is true of a case under some choices."""
    found = promise(text, case, choices, OPTIONS)
    if found is None:
        return LEFT_OUT
    return Judgement(dead_end(found.machine, found.helpers, found.strength) is None, found.sense)


def account(text: Text, case: Case, choices: Choices) -> Account | None:
    """The shortest run to a dead end."""
    found = promise(text, case, choices, OPTIONS)
    if found is None:
        return None
    path = dead_end(found.machine, found.helpers, found.strength)
    return None if path is None else Account(found.machine, path, found.strength)
