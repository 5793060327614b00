"""When the text begins to bind.

In plain words
--------------
Nothing is owed until these acts are done; `provisional` says what binds meanwhile.

How treaties say it
-------------------
"shall enter into force when ratified by a majority including …", "applied provisionally from
signature".

What it does to the machine
---------------------------
Guards `in_force`. Who can prevent it is asked by a property of its own.

Limits
------
National procedures behind a ratification are not encoded.

Sources
-------
Vienna Convention on the Law of Treaties 1969, articles 24 and 25.
"""

from foedus.ideas.condition import ConditionLike
from foedus.ideas.form import Form
from foedus.ideas.silence import Maybe


class EntryIntoForce(Form):
    """The condition that puts the text into force."""

    when: Maybe[ConditionLike]
    provisional: Maybe[ConditionLike] | None = None
