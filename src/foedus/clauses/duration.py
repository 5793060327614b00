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

from typing import Annotated, Any

from pydantic_core import PydanticCustomError, core_schema

from foedus.ideas.clock import DurationLike, read_duration
from foedus.ideas.condition import ConditionLike
from foedus.ideas.form import Form, Written
from foedus.ideas.shape import ByShape
from foedus.ideas.silence import UNSTATED, Maybe


class Withdrawal(Form):
    """Notice to be given, and the earliest time for it."""

    notice: DurationLike | None = None
    after: DurationLike | None = None


def _said(value: Any) -> Any:
    if value == "none":
        return value
    raise PydanticCustomError(
        "wrong-kind",
        "{what}",
        {
            "what": f"{value!r} does not say whether a party may leave",
            "why": "it must be clear who can leave, and when",
            "mend": "write none, or {notice: 1 y, after: 20 y}",
        },
    )


def _term(value: Any) -> Any:
    return value if value == "none" else read_duration(value, "none, at_once, or")


WithdrawalLike = Annotated[
    Any,
    ByShape(
        forms=(
            ("text", Annotated[Any, Written(_said, core_schema.literal_schema(["none"]))]),
            ("mapping", Withdrawal),
        ),
        expected="none, or {notice: 1 y, after: 20 y}",
        why="it must be clear who can leave, and when",
    ),
]
TermLike = Annotated[Any, Written(_term, core_schema.str_schema())]


class Duration(Form):
    """Term, renewal, end condition and withdrawal."""

    term: Maybe[TermLike] = UNSTATED
    renewable: Maybe[bool] = UNSTATED
    ends_when: Maybe[ConditionLike] = UNSTATED
    withdrawal: Maybe[WithdrawalLike] = UNSTATED
