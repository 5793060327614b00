"""Condition: what must have happened, by whose doing, found by whom."""

from typing import Annotated, Any, Literal

from pydantic_core import PydanticCustomError, core_schema

from foedus.ideas.coalition import RuleLike, WhoLike
from foedus.ideas.form import Form, SpeltOut
from foedus.ideas.known import AreaId, EventWord, TestWord
from foedus.ideas.shape import ByShape
from foedus.ideas.silence import UNSTATED, Maybe

_AREAS = ByShape(
    forms=(("text", AreaId), ("list", list[AreaId])),
    expected="an area or a list of areas",
    why="it must be clear where the promise applies",
    join=lambda v: (v,) if isinstance(v, str) else tuple(v),
)
Areas = Annotated[tuple[str, ...], _AREAS]


class Area(Form):
    """Where: an event counts if its area lies in `covers`, not in `except`, under `map`."""

    covers: Maybe[Areas]
    except_: Maybe[Areas] = ()
    map: Maybe[Literal["de_jure", "held"]] = UNSTATED


AreaLike = Annotated[
    Area,
    ByShape(
        forms=(("mapping", Area),),
        expected="{covers: …}, with `except` and `map` where they are needed",
        why="it must be clear where the promise applies, and where not",
    ),
]


def _spelled_out(value: Any) -> Any:
    if isinstance(value, str) and value != "unstated":
        return {"any": [value]}
    return {"any": value} if isinstance(value, list) else value


class Condition(Form):
    """Any of some events (or of further conditions), or all of several conditions."""

    any: "list[EventLike] | None" = None
    all: "list[ConditionLike] | None" = None
    by: Maybe[WhoLike] | None = None
    rule: Maybe[RuleLike] | None = None
    against: Maybe[WhoLike] | None = None
    tests: list[TestWord] = []
    area: AreaLike | None = None
    after: "ConditionLike | None" = None
    found_by: Maybe[RuleLike] = UNSTATED

    def check_form(self) -> None:
        """Refuse what no reader could make sense of."""
        if (self.any is None) == (self.all is None):
            raise PydanticCustomError(
                "no-event",
                "a condition has either `any` (events) or `all` (conditions)",
                {
                    "why": "otherwise nobody can tell when it is met",
                    "mend": "write a word, a list of words, {any: [...]} or {all: [...]}",
                },
            )
        if not (self.any or self.all):
            raise PydanticCustomError(
                "no-event",
                "a condition names at least one event",
                {
                    "why": "an empty list can never be met",
                    "mend": "name the event, or remove the key",
                },
            )


EventLike = Annotated[
    str | Condition,
    ByShape(
        forms=(("text", EventWord), ("mapping", Condition)),
        expected="an event word or a condition",
        why="what calls the promise into force must be recognisable",
    ),
]
ConditionLike = Annotated[
    Condition,
    ByShape(
        forms=(("mapping", Condition),),
        expected="an event word, a list of them, {any: [...]} or {all: [...]}",
        why="what calls the promise into force must be recognisable",
    ),
    SpeltOut(
        _spelled_out,
        (core_schema.str_schema(), core_schema.list_schema(core_schema.any_schema())),
    ),
]
