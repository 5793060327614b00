"""A promise of help on an event, with the steps that lead to it.

In plain words
--------------
If the trigger happens to a beneficiary, the guarantors help, in the steps and the time written.

How treaties say it
-------------------
"shall assist the Party attacked", "come to its assistance", "shall immediately provide
assistance", "reserves the right to take action", collective and several guarantees alike. A
declaration is a guarantee in an article whose form is not `treaty`. ATOP: DEFENSE.

What it does to the machine
---------------------------
Each route becomes a sequence of steps, run side by side from the trigger; help is open as soon
as one route opens it. `void_if` ends every duty of the clause.

Limits
------
Quality and amount of help, who pays and who commands are not encoded. Weighted votes must name
their owners in `with` or `either`.

Sources
-------
North Atlantic Treaty 1949, article 5; Treaty of Mutual Guarantee 1925, article 4; the Istanbul
texts of 2022. See `docs/references.bib`.
"""

from pydantic_core import PydanticCustomError

from foedus.ideas.step import Procedure


class Guarantee(Procedure):
    """A procedure that ends in help: at least one `assist` step."""

    def check_form(self) -> None:
        """Refuse what no reader could make sense of."""
        super().check_form()
        if not self.has_help():
            raise PydanticCustomError(
                "guarantee-without-help",
                "this guarantee has no `assist` step",
                {
                    "why": "a promise that ends in talk is a consultation, not a guarantee",
                    "mend": "add an `assist` step, or write `consultation` instead",
                },
            )
