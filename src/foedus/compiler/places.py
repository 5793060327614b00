"""Where each clause and step of a treaty stands: its path, its article, its legal form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from foedus.compiler.reading import Reading
from foedus.document.treaty import Treaty
from foedus.ideas.condition import Condition
from foedus.ideas.silence import stated
from foedus.ideas.step import Procedure, Step
from foedus.machine.question import Question


@dataclass(frozen=True, slots=True)
class Place:
    """One clause of a treaty: its kind and form, and where it stands."""

    article: str
    path: str
    kind: str
    form: Any = field(compare=False)
    legal_form: str = "treaty"
    state: str = "agreed"


def clauses(treaty: Treaty, *kinds: str) -> Iterator[Place]:
    """The clauses of some kinds (all, if none is given), in the order of the text."""
    for number, article in treaty.articles.items():
        seen: dict[str, int] = {}
        for clause in article.clauses:
            kind = clause.kind
            seen[kind] = seen.get(kind, 0) + 1
            name = kind if seen[kind] == 1 else f"{kind}.{seen[kind]}"
            legal_form = article.form or treaty.form
            if not kinds or kind in kinds:
                path = f"{number}/{name}"
                yield Place(number, path, kind, clause.form, legal_form, article.state)


def as_read(reading: Reading, place: Place) -> Place | None:
    """A clause as it stands in the text as read; None if a reading has taken it out."""
    if not reading.text.wide:
        return place
    found = (one for one in clauses(reading.treaty, place.kind) if one.path == place.path)
    return next(found, None)


def exists(reading: Reading, place: Place) -> bool:
    """Whether an article stands in the text as read: `state` names a position."""
    if place.state == "agreed":
        return True
    labels = reading.text.questions.get("positions") or [place.state, "agreed"]
    return reading.choose(Question("positions", tuple(labels), "reading")) == place.state


def step_names(steps: Iterable[Step]) -> Iterator[str]:
    """How each step is called in a path: its id, its kind, or `kind.2`.

    Examples
    --------
    >>> from foedus.ideas.step import Step
    >>> list(step_names([Step(consult={}), Step(assist={}), Step(assist={"id": "late"})]))
    ['consult', 'assist', 'late']
    """
    seen: dict[str, int] = {}
    for step in steps:
        seen[step.kind] = seen.get(step.kind, 0) + 1
        count = seen[step.kind]
        yield step.form.id or (step.kind if count == 1 else f"{step.kind}.{count}")


def ways(place: Place) -> Iterator[tuple[str, str, list[Step]]]:
    """The routes of a procedure: name, path and steps."""
    form: Procedure = place.form
    for name, steps in form.ways().items():
        path = f"{place.path}/steps" if form.routes is None else f"{place.path}/routes/{name}"
        yield name, path, steps


def trigger_words(value: Any) -> frozenset[str]:
    """Every event word a trigger could name, under any reading."""
    found: set[str] = set()
    for condition in stated(value):
        for part in (*(condition.any or ()), *(condition.all or ())):
            found |= trigger_words(part) if isinstance(part, Condition) else {part}
    return frozenset(found)
