"""A duty to talk, or to find facts, on an event; no help follows from it.

In plain words
--------------
If the trigger happens, the parties meet, find or decide in the steps and the time written.

How treaties say it
-------------------
"the Parties will consult together whenever …", "shall consult in the event a situation arises".
ATOP: CONSUL.

What it does to the machine
---------------------------
The same sequence of steps as a guarantee, ending in *consulted* instead of help.

Limits
------
Good faith and urgency are not encoded; talk itself has no result.

Sources
-------
North Atlantic Treaty 1949, article 4; Budapest Memorandum 1994, paragraph 6.
"""

from pydantic_core import PydanticCustomError

from foedus.ideas.step import Procedure


class Consultation(Procedure):
    """A procedure without an `assist` step."""

    def check_form(self) -> None:
        """Refuse what no reader could make sense of."""
        super().check_form()
        if self.has_help():
            raise PydanticCustomError(
                "consultation-with-help",
                "this consultation has an `assist` step",
                {
                    "why": "a promise of help is a guarantee and is checked as one",
                    "mend": "write `guarantee` instead, or remove the `assist` step",
                },
            )
