"""Standing duties and bans: what a party shall do, shall not do, or may have no more of.

In plain words
--------------
A party does some acts, refrains from others, or keeps a limit, from entry into force on.

How treaties say it
-------------------
"undertakes not to", "shall remain permanently neutral", "shall respect", "no more than … tanks".
Covers neutrality, non-nuclear status, force limits, basing, consent to exercises, non-aggression
and incompatible engagements. ATOP: NEUTRAL, NONAGG.

What it does to the machine
---------------------------
Rows *(party, act, owed or barred)* that stand beside every open duty; neither wins by itself.

Limits
------
Quality words are not encoded. Priority between treaties is not encoded.

Sources
-------
State Treaty and constitutional law on Austria's neutrality 1955; the Istanbul texts of 2022.
"""

from typing import Annotated, Any

from pydantic_core import PydanticCustomError, core_schema

from foedus.ideas.clock import DurationLike
from foedus.ideas.coalition import WhoLike
from foedus.ideas.condition import AreaLike, ConditionLike
from foedus.ideas.duty import Duty
from foedus.ideas.form import Form, Written
from foedus.ideas.known import ActWord, LimitWord
from foedus.ideas.silence import UNSTATED, Maybe


def _amount(value: Any) -> int | str:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if isinstance(value, str) and value.strip():
        return value
    raise PydanticCustomError(
        "wrong-amount",
        "{what}",
        {
            "what": f"{value!r} is not an amount",
            "why": "a ceiling that cannot be counted can be neither kept nor broken",
            "mend": "write a whole number from 0 up, or the amount in words",
        },
    )


AmountLike = Annotated[
    int | str,
    Written(
        _amount,
        core_schema.union_schema([core_schema.int_schema(ge=0), core_schema.str_schema()]),
    ),
]


class Undertaking(Form):
    """Rows of acts owed, barred or limited, with their area, exception and end."""

    by: Maybe[WhoLike]
    to: Maybe[WhoLike] = UNSTATED
    shall: list[ActWord] = []
    shall_not: list[ActWord] = []
    limit: dict[LimitWord, Maybe[AmountLike]] = {}
    duty: Maybe[Duty] = "shall"
    area: AreaLike | None = None
    unless: Maybe[ConditionLike] | None = None
    until: Maybe[ConditionLike] = UNSTATED
    within: Maybe[DurationLike] | None = None

    def check_form(self) -> None:
        """Refuse what no reader could make sense of."""
        if not (self.shall or self.shall_not or self.limit):
            raise PydanticCustomError(
                "empty-undertaking",
                "this undertaking names no act and no limit",
                {
                    "why": "nobody can keep or break a duty that is not said",
                    "mend": "add `shall`, `shall_not` or `limit`",
                },
            )
