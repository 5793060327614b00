"""Forces or observers of one party on the territory of another.

In plain words
--------------
An owner's people stand in a host's territory in a role: to watch, to find facts, to be a tripwire.

How treaties say it
-------------------
"shall station", "contingents of", "Multinational Force and Observers". ATOP: BASE.

What it does to the machine
---------------------------
The host must not be barred from it; an attack in its area also targets its owner.

Limits
------
Command, rules of engagement and who pays are not encoded.

Sources
-------
Egypt and Israel 1979 with the protocol of 1981; Cyprus, treaty of alliance 1960.
"""

from typing import Literal

from foedus.ideas.coalition import RuleLike, WhoLike
from foedus.ideas.condition import AreaLike, ConditionLike
from foedus.ideas.form import Form
from foedus.ideas.silence import UNSTATED, Maybe

Role = Literal["observe", "verify", "attribute", "tripwire", "defend", "train", "separate"]


class Presence(Form):
    """Whose people, in whose territory, to do what."""

    of: Maybe[WhoLike]
    host: Maybe[WhoLike]
    role: Maybe[list[Role]]
    area: Maybe[AreaLike] = UNSTATED
    strength: Maybe[int | str] = UNSTATED
    start: Maybe[ConditionLike] = UNSTATED
    removal: Maybe[RuleLike] = UNSTATED
