"""Survives a blocked body.

What it asks
------------
If a council or commission refuses at once, can the others still bring about help?

Why it matters
--------------
A body with vetoes of its own may be blocked for reasons outside the text. A fallback keeps the
promise alive.

True when
---------
For every body that does a step: with each of its steps refused at once, everyone but the accused
can force *owed*.

Limits
------
A body that stays silent is another matter: where silence is enough to stop help, the answer says
so beside the verdict.

Sources
-------
Letters of 1979 on an alternative multinational force; Treaty of Mutual Guarantee 1925, article 4.
"""

from __future__ import annotations

from foedus.answers.judgement import LEFT_OUT, Account, Judgement
from foedus.compiler.cases import Case
from foedus.compiler.law import Options
from foedus.compiler.places import ways
from foedus.compiler.promise import Promise, promise
from foedus.document.load import Text
from foedus.ideas.silence import stated
from foedus.machine.family import Counted
from foedus.machine.machine import Machine
from foedus.machine.question import Choices

ASKS = "Can help be brought about when a body refuses at once?"
PLACE = 10
PROCEDURE_ONLY = True
OPTIONS = Options(held=True)
SILENT = Counted(1 << 200, "all")


def _bodies(found: Promise) -> dict[int, str]:
    out = {}
    for route in found.machine.routes:
        for step in route.steps:
            if step.body and step.kind != "assist" and step.can_be_refused:
                out[step.body] = found.machine.names(step.body)[0]
    return out


def _may_use_a_body(text: Text, case: Case) -> bool:
    """Whether some reading gives a step to a body."""
    steps = [step.form for _, _, way in ways(case.place) for step in way if step.assist is None]
    named: set[str | None] = set()
    for form in steps:
        if form.by is not None:
            named |= {name for who in stated(form.by) for name in who.of}
        if form.rule is not None:
            named |= {rule.named for rule in stated(form.rule)}
    return bool(named & set(text.treaty.bodies))


def _silenced(machine: Machine, body: int) -> Machine:
    routes = tuple(
        route._replace(
            steps=tuple(
                step._replace(family=SILENT, deciders=SILENT.of)
                if step.body == body and step.can_be_refused
                else step
                for step in route.steps
            )
        )
        for route in machine.routes
    )
    return machine._replace(routes=routes)


def judge(text: Text, case: Case, choices: Choices) -> Judgement:
    """Whether the property is true of a case under some choices."""
    found = promise(text, case, choices, OPTIONS)
    if found is None:
        return LEFT_OUT
    bodies = _bodies(found)
    if not bodies:
        unasked = None if not _may_use_a_body(text, case) else True
        return Judgement(unasked, None, "no body does a step")
    accused = found.machine.accused
    stopped = [
        name
        for body, name in bodies.items()
        if not found.arena(accused, machine=found.with_body_blocked(body)).forces()
    ]
    silent = [
        name
        for body, name in bodies.items()
        if not found.arena(accused, machine=_silenced(found.machine, body)).forces()
    ]
    said = f"a refusal by {', '.join(stopped)} stops help" if stopped else ""
    if silent and silent != stopped:
        said += (
            "; " if said else ""
        ) + f"the silence of {', '.join(silent)} is enough to stop help"
    return Judgement(not stopped, found.sense, said)


def account(text: Text, case: Case, choices: Choices) -> Account | None:
    """The shortest run on which a refused body stops help."""
    found = promise(text, case, choices, OPTIONS)
    if found is None:
        return None
    for body, name in _bodies(found).items():
        machine = found.with_body_blocked(body)
        arena = found.arena(found.machine.accused, machine=machine)
        if not arena.forces():
            return Account(machine, arena.refutation(), found.strength, (name,))
    return None
