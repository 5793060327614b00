"""Silence and ambiguity are data: `unstated`, and `readings` with a label for each.

A field of type ``Maybe[T]`` holds a value, the word `unstated`, or several readings of one place.
Nothing here fills a silence in; the completions of each silent field stand where it is compiled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Generic, TypeVar, Union, get_args

from pydantic_core import CoreSchema, core_schema

from foedus.ideas.form import Build

T = TypeVar("T")


class Unstated(Enum):
    """The text says nothing here."""

    UNSTATED = "unstated"

    def __str__(self) -> str:
        return "unstated"


UNSTATED = Unstated.UNSTATED


@dataclass(frozen=True)
class Readings(Generic[T]):
    """Several readings of one place: `question` names the choice, `labels` the readings.

    The same question elsewhere in the document is the same choice.
    """

    question: str
    labels: Mapping[str, T | Unstated]


def _tag(value: Any) -> str:
    if isinstance(value, str) and value == "unstated":
        return "«silent»"
    if isinstance(value, dict) and "readings" in value:
        return "«readings»"
    return "«stated»"


def _readings(value: Any) -> Readings[Any]:
    return Readings(value.get("question", ""), value["readings"])


class MayBeSilent:
    """Annotation behind `Maybe`."""

    def whole(self, kind: Any, build: Build) -> CoreSchema:
        """The schema: stated, silent, or readings of it."""
        forms = tuple(form for form in get_args(kind)[:-2])
        stated_form = forms[0] if len(forms) == 1 else Union[forms]  # noqa: UP007
        stated = build.of(stated_form)
        silent = core_schema.no_info_after_validator_function(
            lambda _: UNSTATED, core_schema.literal_schema(["unstated"])
        )
        label = core_schema.tagged_union_schema(
            {"«silent»": silent, "«stated»": stated},
            discriminator=lambda v: "«silent»" if _tag(v) == "«silent»" else "«stated»",
        )
        fields = {
            "readings": core_schema.typed_dict_field(
                core_schema.dict_schema(core_schema.str_schema(), label, min_length=2, strict=True)
            ),
            "question": core_schema.typed_dict_field(
                core_schema.str_schema(min_length=1), required=False
            ),
        }
        readings = core_schema.no_info_after_validator_function(
            _readings, core_schema.typed_dict_schema(fields, extra_behavior="forbid")
        )
        return core_schema.tagged_union_schema(
            {"«silent»": silent, "«readings»": readings, "«stated»": stated}, discriminator=_tag
        )


Maybe = Annotated[T | Unstated | Readings[T], MayBeSilent()]
"""``Maybe[T]``: a value of form T, `unstated`, or readings of it."""


def stated(value: T | Unstated | Readings[T]) -> tuple[T, ...]:
    """Every value the text can mean here, in the order written: none, one or several.

    Examples
    --------
    >>> stated(UNSTATED)
    ()
    >>> stated(Readings("vote", {"A": 1, "B": UNSTATED, "C": 2}))
    (1, 2)
    """
    if isinstance(value, Readings):
        return tuple(v for v in value.labels.values() if not isinstance(v, Unstated))
    return () if isinstance(value, Unstated) else (value,)
