"""How long the text binds, and how a party may leave.

In plain words
--------------
The text ends after its term, when its end condition is met, or for a party that gives notice.

How treaties say it
-------------------
"shall remain in force for", "may cease to be a party one year after its notice of denunciation".

What it does to the machine
---------------------------
Clears `in_force`, or one party's membership.

Limits
------
Termination for material breach under general law is not encoded here.

Sources
-------
Vienna Convention on the Law of Treaties 1969, articles 54 to 56; North Atlantic Treaty, 13.
"""

from typing import Annotated, Any, Literal

from foedus.ideas.clock import DurationLike
from foedus.ideas.condition import ConditionLike
from foedus.ideas.form import Form
from foedus.ideas.shape import ByShape
from foedus.ideas.silence import UNSTATED, Maybe


class Withdrawal(Form):
    """Notice to be given, and the earliest time for it."""

    notice: DurationLike | None = None
    after: DurationLike | None = None


WithdrawalLike = Annotated[
    Any,
    ByShape(
        forms=(("text", Literal["none"]), ("mapping", Withdrawal)),
        expected="none, or {notice: 1 y, after: 20 y}",
        why="it must be clear who can leave, and when",
    ),
]
TermLike = Annotated[
    Any,
    ByShape(
        forms=(("none", Literal["none"]), ("length", DurationLike)),
        expected="none or a length of time such as 20 y",
        why="it must be clear when the text ends",
        tag=lambda value: "none" if value == "none" else "length",
    ),
]


class Duration(Form):
    """Term, renewal, end condition and withdrawal."""

    term: Maybe[TermLike] = UNSTATED
    renewable: Maybe[bool] = UNSTATED
    ends_when: Maybe[ConditionLike] = UNSTATED
    withdrawal: Maybe[WithdrawalLike] = UNSTATED
