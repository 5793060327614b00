"""How disputes about the text are settled.

In plain words
--------------
The parties settle disputes by these means, before these bodies.

How treaties say it
-------------------
"shall be resolved by negotiations", "submitted to arbitration".

What it does to the machine
---------------------------
No gate; shown beside the procedure.

Limits
------
Competence and effect of a ruling are not encoded.

Sources
-------
Treaty of Peace between Egypt and Israel 1979, article VII.
"""

from foedus.ideas.coalition import WhoLike
from foedus.ideas.form import Form
from foedus.ideas.known import SettlementWord
from foedus.ideas.silence import UNSTATED, Maybe


class Dispute(Form):
    """By what means, before whom."""

    means: Maybe[list[SettlementWord]] = UNSTATED
    by: Maybe[WhoLike] = UNSTATED
