"""Clock: how long, counted from what, and what silence means when the time is over."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic_core import PydanticCustomError, core_schema

from foedus.ideas.form import Written

AT_DEADLINE = ("proceed", "lapse", "each_free")
AtDeadline = Literal["proceed", "lapse", "each_free"]
_UNITS = {"min": 1 / 60, "h": 1, "d": 24, "w": 168}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as written: `3 d`, `24 h`, `2 w`, `6 mo`, `10 y` or `at_once`.

    Examples
    --------
    >>> Duration(3, "d").hours(date(2022, 3, 29))
    72
    >>> Duration(1, "mo").hours(date(2022, 2, 1))
    672
    """

    count: int
    unit: Literal["min", "h", "d", "w", "mo", "y", "at_once"]

    @property
    def at_once(self) -> bool:
        """Whether no time at all is given."""
        return self.unit == "at_once"

    def hours(self, start: date) -> int:
        """Whole hours, rounded up; months and years by the calendar from `start`."""
        if self.at_once:
            return 0
        if self.unit in _UNITS:
            return -int(-self.count * _UNITS[self.unit] // 1)
        from calendar import monthrange  # noqa: PLC0415 - only for months and years

        months = self.count * (12 if self.unit == "y" else 1)
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        day = min(start.day, monthrange(min(year, 9999), month + 1)[1])
        return int((date(min(year, 9999), month + 1, day) - start) / timedelta(hours=1))

    def __str__(self) -> str:
        return "at once" if self.at_once else f"{self.count} {self.unit}"


def read_duration(value: Any, first: str = "at_once, or") -> Duration:
    """A duration as written; `first` begins the advice where it cannot be read."""
    if value == "at_once":
        return Duration(0, "at_once")
    if isinstance(value, str) and (m := re.fullmatch(r"(\d{1,6}) ?(min|h|d|w|mo|y)", value)):
        return Duration(int(m[1]), m[2])  # type: ignore[arg-type]
    raise PydanticCustomError(
        "wrong-duration",
        "{what}",
        {
            "what": f"{value!r} is not a length of time",
            "why": "a deadline that cannot be read can be neither kept nor missed",
            "mend": f"write {first} a whole number and min, h, d, w, mo or y, as in '3 d'",
        },
    )


DurationLike = Annotated[
    Duration,
    Written(
        read_duration, core_schema.str_schema(pattern=r"^(at_once|\d{1,6} ?(min|h|d|w|mo|y))$")
    ),
]
