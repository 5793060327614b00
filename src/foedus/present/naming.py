"""Names as a reader knows them: of parties, roles and bodies, and the lists they stand in.

A party is named as the text names it, in the text's order. Whoever is neither a party nor a role
is a body, and keeps the name it has in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Parties = Sequence[tuple[str, str]]

ROLES = {
    "third_states": "other members",
    "outsider": "a state outside the text",
    "victim": "the victim",
    "accused": "the accused",
    "parties_to_hostilities": "the parties to the hostilities",
    "anyone": "anyone",
}
PLURAL_ROLES = {"third_states", "parties_to_hostilities"}
CODE = re.compile("[A-Z]{3}")
"""A state the text does not name keeps its code."""

MOST_NAMED = 4
"""Names that fit before a verb; longer lists follow the sentence."""

COMMON_NOUNS = frozenset(
    (
        "federation", "kingdom", "states", "republic", "union", "empire", "confederation",
        "commonwealth", "community", "nations", "league", "council", "commission", "committee",
        "commissariat", "organ", "force", "forces", "president", "court",
    )
)  # fmt: skip
"""What a name with *the* is made of: the rule of English, whoever bears the name."""

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


def number(count: int) -> str:
    """A count in words up to twelve, in figures above.

    Examples
    --------
    >>> number(3), number(60)
    ('three', '60')
    """
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its noun: *one reading*, *three readings*."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def listed(parts: Iterable[str], last: str = "and") -> str:
    """A list as English writes it.

    Examples
    --------
    >>> listed(["sea", "land", "air"]), listed(["a", "b"], "or")
    ('sea, land and air', 'a or b')
    """
    found = list(parts)
    if not found[1:]:
        return "".join(found)
    return f"{', '.join(found[:-1])} {last} {found[-1]}"


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def name(who: str, parties: Parties) -> str:
    """One party, role or body, with *the* where English asks for it.

    Examples
    --------
    >>> name("NOR", [("NOR", "Norland")]), name("UNI", [("UNI", "United Provinces Union")])
    ('Norland', 'the United Provinces Union')
    >>> name("outsider", [])
    'a state outside the text'
    """
    if who in ROLES:
        return ROLES[who]
    found = dict(parties).get(who)
    if found is None:
        return who if CODE.fullmatch(who) else f"the {who.replace('_', ' ')}"
    parts = re.findall(r"[a-z]+", found.lower())
    if not parts or parts[0] in ("the", "a", "an"):
        return found
    return f"the {found}" if COMMON_NOUNS & set(parts) or parts[-1].endswith("lands") else found


def names(ids: Iterable[str], parties: Parties, last: str = "and") -> str:
    """Several names as a list, in the order given.

    Examples
    --------
    >>> names(["A", "third_states"], [("A", "Astrania")])
    'Astrania and other members'
    """
    return listed((name(who, parties) for who in ids), last)


def does(ids: Sequence[str], parties: Parties, one: str, many: str) -> str:
    """A sentence with these parties as its subject; a long list of them follows it.

    Examples
    --------
    >>> does(["A"], [("A", "Astrania")], "votes yes", "vote yes")
    'Astrania votes yes.'
    >>> does("abcde", [], "votes yes", "vote yes")
    'Five parties vote yes: the a, the b, the c, the d and the e.'
    """
    if not ids:
        return f"Nobody {one}."
    plural = len(ids) > 1 or bool(PLURAL_ROLES & set(ids))
    verb = many if plural else one
    if short(ids):
        return f"{capital(names(ids, parties))} {verb}."
    return f"{capital(counted(len(ids), 'party', 'parties'))} {verb}: {names(ids, parties)}."


def whom(ids: Sequence[str], parties: Parties) -> tuple[str, str]:
    """The same parties as an object, and the list that then follows the sentence."""
    if short(ids):
        return names(ids, parties), ""
    return counted(len(ids), "party", "parties"), f": {names(ids, parties)}"


def short(ids: Sequence[str]) -> bool:
    """Whether names can stand before a verb; an outside group cannot be counted."""
    return len(ids) <= MOST_NAMED or bool(PLURAL_ROLES & set(ids))
