"""What a guarantee promises at its strongest, and the machine in which that is asked."""

from typing import NamedTuple

from foedus.compiler.cases import Case
from foedus.compiler.law import Options, compile_machine
from foedus.compiler.places import as_read
from foedus.compiler.reading import Reading
from foedus.document.load import Text
from foedus.machine.duties import OWED, RANK
from foedus.machine.explore import Arena, Goal, word_given
from foedus.machine.machine import Machine
from foedus.machine.question import Choices, Recorded

SENSE = {RANK["may"]: "permission", RANK["political"]: "promise"}


class Promise(NamedTuple):
    """A guarantee as read, for one victim and one accused.

    Attributes
    ----------
    machine : Machine
    helpers : int
        Guarantors other than the accused and the victim.
    strength : int
        Rank asked for: *owed*, or the strongest lesser word where nothing is owed.
    everyone : int
        Mask of all parties and the outsider.
    """

    machine: Machine
    helpers: int
    strength: int
    everyone: int

    @property
    def sense(self) -> str | None:
        """`permission` or `promise` where nothing is owed in law."""
        return SENSE.get(self.strength)

    @property
    def goal(self) -> Goal:
        """*Owed*, or the strongest lesser word, by someone else than the accused."""
        return word_given(self.machine, self.helpers, self.strength)

    def arena(self, against: int, *, moves: bool = True, machine: Machine | None = None) -> Arena:
        """All but `against` ask; `against` makes any move, or none at all."""
        machine = machine or self.machine
        asking = self.everyone & ~against | machine.outside
        opposing = against | machine.opaque if moves else 0
        return Arena(machine, asking, opposing, self.goal)

    def with_body_blocked(self, body: int) -> Machine:
        """The machine in which each step of a body is refused at once."""
        return self.machine._replace(blocked_body=body)


def promise(text: Text, case: Case, choices: Choices, options: Options) -> Promise | None:
    """The promise of a case, or None where nothing is promised by anyone else.

    Raises
    ------
    OpenQuestion
        The answer needs a choice that has not been made.
    """
    options = options._replace(route=case.route, breach=case.breach)
    built: list[tuple[Choices, Promise | None]] = text.memo.setdefault((case, options), [])
    for used, found in built:
        if all(choices.get(question) == label for question, label in used.items()):
            return found and found._replace(machine=found.machine._replace(choices=choices))
    recorded = Recorded(choices)
    found = _built(text, case, recorded, options)
    built.append((dict(recorded.used), found))
    return found and found._replace(machine=found.machine._replace(choices=choices))


def _built(text: Text, case: Case, choices: Choices, options: Options) -> Promise | None:
    reading = Reading(text, choices, case.victim, case.accused)
    place = as_read(reading, case.place)
    machine = compile_machine(reading, place, options) if place is not None else None
    if machine is None:
        return None
    both = machine.victim | machine.accused
    helpers = strength = 0
    for route in machine.routes:
        if route.guarantee == 0:
            for step in route.steps:
                if step.kind == "assist" and step.given_by & ~both:
                    helpers |= step.given_by & ~both
                    strength = max([strength, *(RANK[word] for _, word in step.duty)])
    if not helpers or not strength:
        return None
    return Promise(machine, helpers, min(strength, OWED), reading.everyone)
