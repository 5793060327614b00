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

from foedus.ideas.clock import DurationLike
from foedus.ideas.coalition import WhoLike
from foedus.ideas.condition import Area, ConditionLike
from foedus.ideas.duty import Duty
from foedus.ideas.form import Form
from foedus.ideas.known import ActWord, Id
from foedus.ideas.silence import UNSTATED, Maybe


class Undertaking(Form):
    """Rows of acts owed, barred or limited, with their area, exception and end."""

    by: Maybe[WhoLike]
    to: Maybe[WhoLike] = UNSTATED
    shall: list[ActWord] = []
    shall_not: list[ActWord] = []
    limit: dict[Id, Maybe[int | str]] = {}
    duty: Maybe[Duty] = "shall"
    area: Area | None = None
    unless: Maybe[ConditionLike] | None = None
    until: Maybe[ConditionLike] = UNSTATED
    within: Maybe[DurationLike] | None = None
