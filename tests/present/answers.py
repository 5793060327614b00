"""Answers for the tests of this room: every library text checked once, and one incident."""

from functools import cache

from foedus.answers.check import Check
from foedus.answers.proposals import Proposals
from foedus.answers.trace import Trace
from foedus.lenses.amend import Terms, amend
from foedus.lenses.check import check
from foedus.lenses.trace import trace
from foedus.library.find import ids, incident, treaty

VETO = "istanbul-2022-04-15@RUS"
INCIDENT = "kharkiv-attack"


@cache
def checked(name: str, accused: str | None = None) -> Check:
    """One library text, checked."""
    return check(treaty(name), accused=accused)


def library() -> list[str]:
    """Every shipped text, and the variants of one."""
    return [*ids("treaties"), VETO, "istanbul-2022-04-15@UKR"]


@cache
def traced(name: str) -> Trace:
    """The shipped incident run through a text."""
    return trace(treaty(name), incident(INCIDENT))


@cache
def proposed(name: str, goal: str = "no-veto-by-the-accused") -> Proposals:
    """The smallest mends for one promise of a text, with the incident run before and after."""
    return amend(treaty(name), goal, Terms(incident=incident(INCIDENT)))
