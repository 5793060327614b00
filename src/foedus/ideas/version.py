"""Which version of the language a document is written in."""

from typing import Annotated, Any

from pydantic_core import PydanticCustomError, core_schema

from foedus.ideas.form import Written

VERSION = 1


def _version(value: Any) -> int:
    if value == VERSION and not isinstance(value, bool):
        return VERSION
    raise PydanticCustomError(
        "wrong-version",
        "{what}",
        {
            "what": f"{value!r} is not a version of the language that can be read here",
            "why": "words may mean something else in another version",
            "mend": f"write foedus: {VERSION}, or read it with a newer foedus",
        },
    )


VersionLike = Annotated[int, Written(_version, core_schema.literal_schema([VERSION]))]
