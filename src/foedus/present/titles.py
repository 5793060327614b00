"""What articles, days and the words of the language are called in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from foedus.present.naming import ROLES, Parties, listed, name
from foedus.terms import words

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
DAY = 24
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*")


def article(cited: str) -> str:
    """An article as it is cited; one that has a word for a number stands in quotes.

    Examples
    --------
    >>> article("5"), article("IV"), article("annex")
    ('article 5', 'article IV', 'article “annex”')
    """
    numbered = any(sign.isdigit() for sign in cited) or cited[:1].isupper()
    return f"article {cited}" if numbered else f"article “{cited}”"


def articles(numbers: Sequence[str]) -> str:
    """Several articles as they are cited.

    Examples
    --------
    >>> articles(["3", "annex"])
    'articles 3 and “annex”'
    """
    if not numbers[1:]:
        return "".join(article(one) for one in numbers)
    return f"articles {listed(article(one).removeprefix('article ') for one in numbers)}"


def title(word: str) -> str:
    """What a word of the language is called: an act, an event, or the word without its signs.

    Examples
    --------
    >>> title("supply_weapons"), title("armed_attack"), title("unstated")
    ('supplying weapons', 'armed attack', 'means left open')
    """
    if word in ("", "unstated"):
        return "means left open"
    for kind, read in _LISTS:
        if word in words.known(kind):
            return read(word).title
    return word.replace("_", " ")


_LISTS: tuple[tuple[str, Callable[[str], words.Word]], ...] = (
    ("acts", words.act),
    ("events", words.event),
)


def titles(acts: Iterable[str], last: str = "and") -> str:
    """Several acts or events as a list."""
    return listed((title(word) for word in acts), last)


def plain(text: str, parties: Parties = ()) -> str:
    """A machine's own sentence with names for ids and titles for words.

    Examples
    --------
    >>> plain("supply_weapons owed by A; B can prevent it", [("A", "Astrania"), ("B", "Bel")])
    'supplying weapons owed by Astrania; Bel can prevent it'
    """
    known = dict(parties)

    def said(found: re.Match[str]) -> str:
        word = found[0]
        if word in known or (word in ROLES and "_" in word):
            return name(word, parties)
        return title(word) if "_" in word else word

    text = _WORD.sub(said, text)
    return re.sub(r"(?<!\w)'([^']*)'(?!\w)", r"“\1”", text)


def dated(day: str) -> str:
    """A date as people write it; one that lacks its day stays as it is.

    Examples
    --------
    >>> dated("1925-10-16"), dated("1925")
    ('16 October 1925', '1925')
    """
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def day(hour: float) -> str:
    """When something happens, counted from the start.

    Examples
    --------
    >>> day(0), day(72), day(5), day(77)
    ('Day 0', 'Day 3', 'Hour 5', 'Day 3, hour 5')
    """
    days, hours = divmod(int(hour), DAY)
    if not hours:
        return f"Day {days}"
    return f"Day {days}, hour {hours}" if days else f"Hour {hours}"


def on_day(hour: float) -> str:
    """The same inside a sentence: *on day 3*, *at hour 5*.

    Examples
    --------
    >>> on_day(72), on_day(5), on_day(77)
    ('on day 3', 'at hour 5', 'on day 3, hour 5')
    """
    said = day(hour)
    return f"{'at' if said.startswith('Hour') else 'on'} {said[:1].lower()}{said[1:]}"
