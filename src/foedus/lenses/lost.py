"""What a blocked procedure takes away: the duty to help, or the permission as well."""

from __future__ import annotations

from foedus.compiler.cases import Case
from foedus.compiler.law import Options
from foedus.compiler.places import as_read
from foedus.compiler.promise import promise
from foedus.compiler.reading import Reading
from foedus.compiler.standing import breaks, rows
from foedus.document.load import Text
from foedus.lenses.readings import over_readings
from foedus.machine.duties import OWED, RANK
from foedus.machine.machine import Machine
from foedus.machine.question import Choices

OPTIONS = Options(held=True, means=True)
Lost = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def lost(text: Text, case: Case, choices: Choices) -> Lost:
    """Acts that lose their duty, acts that lose their permission, and the articles that bar them.

    What the text neither owes nor bars stays permitted outside it. Permission is lost only where
    a standing ban covers the act, or where help is allowed only if decided.
    """
    duty: dict[str, None] = {}
    permission: dict[str, None] = {}
    articles: dict[str, None] = {}

    def ask(made: Choices) -> tuple[bool, None]:
        found = promise(text, case, made, OPTIONS)
        if found is None:
            return True, None
        reading = Reading(text, made, case.victim, case.accused)
        standing = tuple(rows(reading))
        place = as_read(reading, case.place) or case.place
        for route in found.machine.routes:
            for step in route.steps:
                for act, word in step.duty if step.kind == "assist" else ():
                    if RANK[word] >= OWED:
                        duty.setdefault(act or "unstated")
                    who = step.given_by & found.helpers
                    row = breaks(reading, standing, (who, act), place.form) if act else None
                    if row is not None:
                        permission.setdefault(act or "unstated")
                        articles.setdefault(row.article)
                    elif _only_if_decided(found.machine, step.only_if_decided):
                        permission.setdefault(act or "unstated")
                        articles.setdefault(route.article)
        return True, None

    over_readings(ask, choices)
    return tuple(duty), tuple(permission), tuple(articles)


def _only_if_decided(machine: Machine, place: object) -> bool:
    return isinstance(place, str) and place == "true"
