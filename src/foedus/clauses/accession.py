"""Who may join later, and who must agree.

In plain words
--------------
Other states may become parties if the rule is met.

How treaties say it
-------------------
"may, by unanimous agreement, invite", "is open to accession by".

What it does to the machine
---------------------------
Adds a party; gates nothing.

Limits
------
Conditions set at accession are not encoded.

Sources
-------
North Atlantic Treaty 1949, article 10.
"""

from foedus.ideas.coalition import RuleLike, WhoLike
from foedus.ideas.form import Form
from foedus.ideas.silence import UNSTATED, Maybe


class Accession(Form):
    """Of whom, and by which rule."""

    of: Maybe[WhoLike]
    rule: Maybe[RuleLike] = UNSTATED
