"""What to say about each kind of error: name, what, why and mend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from foedus.document.faults.branches import KINDS, words
from foedus.document.faults.place import Placed
from foedus.document.tree import Path
from foedus.terms.diagnostic import nearest

_Value = Any  # whatever stands in a document
_SHOWN = 40
_LISTED = 12


class Told(NamedTuple):
    """The words of a diagnostic."""

    name: str
    what: str
    why: str
    mend: str


def tell(errors: Sequence[Placed], path: Path, allowed: Sequence[str]) -> Told:
    """The words for one error, or for several about one value told in one breath.

    Parameters
    ----------
    errors : sequence of Placed, not empty
    path : path
        Of the value, from the top of the document.
    allowed : sequence of str
        Keys that may stand beside an unknown one.
    """
    first = errors[0]
    if first.kind == "extra_forbidden":
        return _unknown_key(first.last, path, allowed)
    if any(words(error) for error in errors):
        return _other_word(errors, path)
    if first.kind in KINDS:
        return _other_kind(errors, path)
    family = first.kind if first.kind in _TELLERS else first.kind.split("_")[0]
    return _TELLERS.get(family, _otherwise)(first, path)


def named(path: Path) -> str:
    """What a reader calls the value at a path.

    Examples
    --------
    >>> named(("articles", "5", "clauses", 0))
    "item 1 of 'clauses'"
    """
    if not path:
        return "the document"
    if len(path) == len(("articles", "5")) and path[0] == "articles":
        return f"article {path[1]}"
    if isinstance(path[-1], int):
        inside = next((step for step in reversed(path) if isinstance(step, str)), None)
        return f"item {path[-1] + 1}" + (f" of {inside!r}" if inside else "")
    return repr(path[-1])


def described(value: _Value) -> str:
    """What a reader sees where a value stands."""
    if value is None:
        return "left empty"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {value}"[:_SHOWN]
    if isinstance(value, str):
        return repr(value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…")
    return "a list" if isinstance(value, list | tuple) else "a mapping of keys"


def _either(choices: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(choices[:-1]), choices[-1])))


def _missing(error: Placed, path: Path) -> Told:
    key = error.last
    return Told(
        "missing-key",
        f"{named(path)} does not say {key!r}",
        "without it the text leaves open what a reader must know here",
        f"add '{key}: …' here; the reference of the language says what may follow",
    )


def _unknown_key(key: str, path: Path, allowed: Sequence[str]) -> Told:
    near = nearest(key, allowed)
    if near:
        mend = f"did you mean {near!r}?"
    elif allowed:
        more = ", …" if len(allowed) > _LISTED else ""
        mend = f"the keys here are: {', '.join(allowed[:_LISTED])}{more}"
    else:
        mend = "remove it, or look its place up in the reference of the language"
    where = f" of {named(path[:-1])}" if len(path) > 1 else " of this document"
    return Told(
        "unknown-key",
        f"{key!r} is not a key{where}",
        "what stands under a key nobody knows would silently be left out of the treaty",
        mend,
    )


def _other_word(errors: Sequence[Placed], path: Path) -> Told:
    known = list(dict.fromkeys(word for error in errors for word in words(error)))
    value = errors[0].context.get("tag", errors[0].error["input"])
    near = nearest(value, known) if isinstance(value, str) else None
    listed = ", ".join(known[:_LISTED]) + (", …" if len(known) > _LISTED else "")
    if near:
        mend = f"did you mean {near!r}? (words here: {listed})"
    else:
        mend = f"write one of: {listed}" if len(known) > 1 else f"write {listed}"
    return Told(
        "unknown-word",
        f"{named(path)} is {described(value)}, which is not among the words for this place",
        "a word outside the list has no agreed meaning",
        mend,
    )


def _other_kind(errors: Sequence[Placed], path: Path) -> Told:
    kinds = list(dict.fromkeys(KINDS[error.kind] for error in errors if error.kind in KINDS))
    value = errors[0].error["input"]
    mend = f"write {_either(kinds)}"
    if kinds == ["a text"] and isinstance(value, int | float):
        mend += "; a number that is meant as a text goes in quotes"
    elif kinds == ["a list"] and isinstance(value, str):
        mend += f", as in [{value}]" if len(value) <= _SHOWN else " in square brackets"
    elif isinstance(value, str) and not {"a text", "a list"} & set(kinds):
        mend += ", without quotes"
    return Told(
        "wrong-kind",
        f"{named(path)} is {described(value)}, but should be {_either(kinds)}",
        "a value of another kind says nothing definite at this place",
        mend,
    )


_BOUNDS = {
    "greater_than": ("gt", "more than {}"),
    "greater_than_equal": ("ge", "at least {}"),
    "less_than": ("lt", "less than {}"),
    "less_than_equal": ("le", "at most {}"),
    "multiple_of": ("multiple_of", "a multiple of {}"),
    "finite_number": ("", "a number that has an end"),
}
_LENGTHS = {
    "too_short": ("min_length", "at least", "item"),
    "too_long": ("max_length", "at most", "item"),
    "string_too_short": ("min_length", "at least", "letter"),
    "string_too_long": ("max_length", "at most", "letter"),
}
_FORMS = (
    (r"\d{4}", "write year-month-day, such as 2022-03-29"),
    ("[A-Za-z", "begin with a letter or digit, then letters, digits, '_', '.' and '-'; no spaces"),
)


def _bound(error: Placed, path: Path) -> Told:
    key, template = _BOUNDS[error.kind]
    limit = error.context.get(key, "")
    asked = template.format(f"{limit:g}" if isinstance(limit, int | float) else limit)
    return Told(
        "out-of-range",
        f"{named(path)} is {described(error.error['input'])}, but must be {asked}",
        "beyond this bound the number has no meaning here",
        f"write a number that is {asked}",
    )


def _length(error: Placed, path: Path) -> Told:
    key, bound, unit = _LENGTHS[error.kind]
    value, limit = error.error["input"], error.context.get(key, 0)
    has = len(value) if isinstance(value, str | list | dict) else 0
    return Told(
        "wrong-length",
        f"{named(path)} has {_count(has, unit)}, but must have {bound} {limit}",
        "a shorter or longer one cannot mean what belongs here",
        f"give it {bound} {_count(limit, unit)}",
    )


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _form(error: Placed, path: Path) -> Told:
    pattern = str(error.context.get("pattern", ""))
    other = "compare it with the same key in a treaty of the library"
    return Told(
        "wrong-form",
        f"{described(error.error['input'])} does not have the form needed here",
        "names, dates and numbers are found again by their exact form",
        next((mend for sign, mend in _FORMS if sign in pattern), other),
    )


def _date(error: Placed, path: Path) -> Told:
    return Told(
        "wrong-date",
        f"{named(path)} is {described(error.error['input'])}, which is not a day of the calendar",
        "deadlines are counted from days of the calendar",
        "write year-month-day, such as 2022-03-29",
    )


def _otherwise(error: Placed, path: Path) -> Told:
    reason = error.context.get("error")
    said = f": {reason}" if error.kind == "value_error" and reason else ""
    return Told(
        "wrong-value",
        f"{named(path)} cannot be {described(error.error.get('input'))}{said}",
        "as it stands it says nothing definite at this place",
        "compare it with the same key in a treaty of the library",
    )


_TELLERS: dict[str, Callable[[Placed, Path], Told]] = {
    **dict.fromkeys(_BOUNDS, _bound),
    **dict.fromkeys(_LENGTHS, _length),
    "missing": _missing,
    "string_pattern_mismatch": _form,
    **dict.fromkeys(("date", "datetime", "time", "timezone"), _date),
}
