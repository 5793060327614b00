"""Places of a text in words: from a path to the article, the step and the field it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foedus.present.naming import Parties, name
from foedus.present.titles import article, title

STEPS = {
    "appeal": "appeal",
    "determine": "finding",
    "consult": "consultation",
    "decide": "decision",
    "assist": "help",
    "report": "report",
}
ORDINALS = {"2": "second ", "3": "third ", "4": "fourth ", "5": "fifth "}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the text, from its path: which article, which step, which field."""

    article: str
    step: str
    field: str


def spot(path: str, parties: Parties = ()) -> Spot:
    """Where a path points.

    Examples
    --------
    >>> spot("5/guarantee/steps/consult/at_deadline")
    Spot(article='article 5', step='the consultation of article 5', field='at_deadline')
    """
    parts = [part for part in path.split("/") if part != "clauses"]
    if parts[0] == "bodies" and len(parts) > 1:
        return Spot(name(parts[1], parties), name(parts[1], parties), f"body {parts[-1]}")
    where = article(parts[0])
    noun, rest = _step(parts[1:])
    field = rest[-1] if rest else ""
    if "means" in rest:
        noun, field = title(rest[-1]), "duty"
    return Spot(
        where, f"{noun} of {where}" if rest[:1] != ["means"] else f"{noun} under {where}", field
    )


def _step(parts: Sequence[str]) -> tuple[str, list[str]]:
    """What a path inside an article is about, and the keys that follow."""
    if not parts:
        return "the text", []
    clause, rest = parts[0].split(".")[0].replace("_", " "), list(parts[1:])
    if rest[:1] == ["routes"] and rest[2:]:
        return f"{step_noun(rest[2])} by {route('/'.join(rest))}", rest[3:]
    if rest[:1] == ["steps"] and rest[1:]:
        return step_noun(rest[1]), rest[2:]
    return f"the {clause}", rest


def route(path: str) -> str:
    """The name of the route a path runs along, as it is quoted; nothing where there is one way.

    Examples
    --------
    >>> route("4/guarantee/routes/by_sea/decide"), route("5/guarantee/steps/decide")
    ('route “by sea”', '')
    """
    parts = path.split("/")
    if "routes" not in parts[:-1]:
        return ""
    return f"route “{parts[parts.index('routes') + 1].replace('_', ' ')}”"


def step_noun(called: str) -> str:
    """How a step is called in a sentence, from its name in a path.

    Examples
    --------
    >>> step_noun("decide"), step_noun("assist.2"), step_noun("joint_inquiry")
    ('the decision', 'the second help', 'the step “joint inquiry”')
    """
    kind, _, count = called.partition(".")
    if kind in STEPS:
        return f"the {ORDINALS.get(count, '')}{STEPS[kind]}"
    return f"the step “{called.replace('_', ' ')}”"
