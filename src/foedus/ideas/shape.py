"""One value, several ways of writing it: choose the form by the shape of what was written.

A coalition may be written as a word, a list or a mapping. Trying each form in turn would report
one fault three times; choosing by shape reports it once, in the words of the form that was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from foedus.ideas.form import Build

Tag = Callable[[Any], Hashable]


def shape_of(value: Any) -> Hashable:
    """Name the shape of a value as read from YAML: text, number, list, mapping, truth, nothing.

    Examples
    --------
    >>> shape_of(["GBR", "USA"])
    'list'
    """
    if isinstance(value, bool):
        return "truth"
    if isinstance(value, str):
        return "text"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, list | tuple):
        return "list"
    return "mapping" if isinstance(value, dict) else "nothing"


@dataclass(frozen=True, eq=False)
class ByShape:
    """Annotation: read with the form that fits the shape, then join the results.

    Parameters
    ----------
    forms : tuple of (tag, annotation)
        Which annotation reads which shape; tags are those of `tag`.
    expected : str
        What a reader should have written, for the message when no form fits.
    why : str
        The consequence in the treaty's world.
    join : callable, optional
        Turns what was read into the one type the rest of the program sees.
    """

    forms: tuple[tuple[str, Any], ...]
    expected: str
    why: str = ""
    join: Callable[[Any], Any] | None = None
    tag: Tag = shape_of

    def whole(self, kind: Any, build: Build) -> CoreSchema:
        """The schema; the annotated type itself is only what the rest of the program sees."""
        choices: dict[Hashable, CoreSchema] = {
            f"«{tag}»": build.of(form) for tag, form in self.forms
        }
        known = {tag for tag, _ in self.forms}

        def fits(value: Any) -> Any:
            if self.tag(value) not in known:
                raise PydanticCustomError(
                    "wrong-kind",
                    "this should be {expected}",
                    {"expected": self.expected, "why": self.why, "mend": f"write {self.expected}"},
                )
            return value

        union = core_schema.tagged_union_schema(
            choices, discriminator=lambda value: f"«{self.tag(value)}»"
        )
        schema = core_schema.no_info_before_validator_function(fits, union)
        if self.join is None:
            return schema
        return core_schema.no_info_after_validator_function(self.join, schema)
