"""The words of the treaty language, read one by one from the word lists of the package.

Each word is one small file, `library/words/<kind>/<word>.toml`; a new word is a new file, and no
list is edited. These files belong to the package as much as its code does and never change while
it runs, so reading them is the one reading this room does. Only the words asked for are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

KINDS = ("acts", "events", "tests", "values", "limits", "means_of_settlement")
_FOLDER = Path(__file__).parents[1] / "library" / "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word: its title, how treaties say it, where, whether checked; of a limit, its unit."""

    word: str
    title: str
    wording: tuple[str, ...]
    sources: tuple[str, ...]
    unverified: bool
    note: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Word):
    """Something a party does. `includes` lists what is barred for whoever owes this act."""

    includes: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    abroad_implies: tuple[str, ...] = ()
    undoes: tuple[str, ...] = ()
    atop: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Word):
    """Something that happens. `includes` lists the events that count as this one too.

    `brought_about_by` is `accused` (its own wrong), `both_sides` (needs both), `parties` (consent
    or process of those named), `machine` (the procedure itself) or `anyone`. `wrong` says whether
    it is a real ground for ending a guarantee, and not a pretext.
    """

    says: str
    brought_about_by: str
    wrong: bool
    includes: tuple[str, ...] = ()
    atop: str = ""


@cache
def known(kind: str) -> frozenset[str]:
    """Every word of one kind, from the names of its files; no file is opened."""
    if kind not in KINDS:
        raise LookupError(f"no word list is called {kind!r}; there are {', '.join(KINDS)}")
    return frozenset(file.stem for file in (_FOLDER / kind).iterdir() if file.suffix == ".toml")


@cache
def act(word: str) -> Act:
    """The act of this name; LookupError if it is not in the list."""
    return Act(**_read("acts", word))


@cache
def event(word: str) -> Event:
    """The event of this name; LookupError if it is not in the list."""
    return Event(**_read("events", word))


@cache
def plain(kind: str, word: str) -> Word:
    """A word of one of the other lists: tests, values, limits, ways to settle a dispute."""
    return Word(**_read(kind, word))


@cache
def implied(word: str, *, abroad: bool) -> frozenset[str]:
    """The act and every act that is done by doing it; `abroad` if on another's territory.

    >>> sorted(implied("armed_force", abroad=True))
    ['armed_force', 'send_troops', 'take_part_in_war']
    """
    return _reached([word], lambda w: act(w).implies + (act(w).abroad_implies if abroad else ()))


@cache
def bans(word: str) -> frozenset[str]:
    """The acts barred for a party that owes this one: empty unless the act is a status.

    >>> sorted(bans("permanent_neutrality"))
    ['host_bases', 'join_alliance', 'take_part_in_war']
    """
    return _reached(act(word).includes, lambda one: act(one).includes)


@cache
def counting_as(word: str) -> frozenset[str]:
    """The event and every event that counts as it too."""
    return _reached([word], lambda one: event(one).includes)


@cache
def clash(first: str, second: str, *, abroad: bool) -> bool:
    """Whether nobody can do both: one of the two undoes the other, or what the other implies.

    >>> clash("supply_weapons", "end_military_aid_treaties", abroad=True)
    True
    """
    return any(
        not implied(one, abroad=abroad).isdisjoint(act(other).undoes)
        for one, other in ((first, second), (second, first))
    )


def _reached(start: Iterable[str], following: Callable[[str], Iterable[str]]) -> frozenset[str]:
    found, waiting = set[str](), list(start)
    while waiting:
        if (word := waiting.pop()) not in found:
            found.add(word)
            waiting.extend(following(word))
    return frozenset(found)


def _read(kind: str, word: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - not needed to know which words there are

    if word not in known(kind):  # also keeps a word such as '../x' from leaving the folder
        raise LookupError(f"{word!r} is not in the word list {kind!r}")
    entry = tomllib.loads((_FOLDER / kind / f"{word}.toml").read_text(encoding="utf-8"))
    return {"word": word} | {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()}
