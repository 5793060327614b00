"""Whom a question is asked about: each victim with each party that may be accused."""

from collections.abc import Iterator
from itertools import count, product
from typing import Any, NamedTuple

from foedus.compiler.places import Place, clauses
from foedus.compiler.reading import OUTSIDER, possible
from foedus.document.load import Text
from foedus.ideas.coalition import Who
from foedus.ideas.silence import stated

PROCEDURES = {"guarantee", "consultation"}


class Case(NamedTuple):
    """A guarantee, a victim and an accused.

    `alike`: how many pairs the text treats the same. `given`: the accused was named.
    `route`: keep one route of the guarantee.
    `breach`: every party may break the text, not the accused alone.
    """

    place: Place
    victim: str
    accused: str
    alike: int = 1
    given: bool = False
    route: str | None = None
    breach: bool = False


def kinds_of_party(text: Text, *, procedures: bool = False) -> dict[str, frozenset[int]]:
    """What tells each party apart: the places of the text that name it.

    Parties with the same places can be swapped without changing the text, whatever the reading;
    a party that no clause names is like the outsider. With `procedures`, only the places that a
    procedure is built from count: guarantees, consultations, groups and bodies.
    """
    memo = ("kinds of party", procedures)
    known: dict[str, frozenset[int]] | None = text.memo.get(memo)
    if known is not None:
        return known
    places: dict[str, set[int]] = {name: set() for name in (*text.treaty.parties, OUTSIDER)}
    roots = ("groups", "bodies", "readings")
    nodes = [text.data.get(root) for root in roots]
    if procedures:
        for article in text.data["articles"].values():
            kept = (c for c in article.get("clauses", ()) if PROCEDURES & set(c))
            nodes += list(kept)
    else:
        nodes += [text.data.get(root) for root in ("areas", "articles", "variants")]
    _note_places(nodes, places, count())
    kinds = {name: frozenset(found) for name, found in places.items()}
    text.memo[memo] = kinds
    return kinds


def _note_places(node: Any, places: dict[str, set[int]], number: Iterator[int]) -> None:
    """Number every place of a document, and note at which of them each party is named."""
    if isinstance(node, dict):
        for value in node.values():
            _note_places(value, places, number)
    elif isinstance(node, list):
        mine = next(number)
        for value in node:
            if isinstance(value, str) and value in places:
                places[value].add(mine)
            else:
                _note_places(value, places, number)
    elif isinstance(node, str) and node in places:
        places[node].add(next(number))


def pairs(text: Text, accused: str | None = None) -> Iterator[Case]:
    """Every pair to be tried; pairs that the text treats alike are tried once.

    Parameters
    ----------
    text : Text
    accused : str, optional
        Keep one accused.
    """
    kinds = kinds_of_party(text)
    for place in _possible(text):
        seen: dict[tuple[frozenset[int], frozenset[int]], Case] = {}
        for victim in members(text, place.form.of):
            for other in accusable(text, place):
                if other == victim or (accused is not None and other != accused):
                    continue
                key = (
                    (kinds[victim], kinds[other])
                    if victim in kinds
                    else (frozenset(), kinds[other])
                )
                found = seen.get(key)
                alike = found.alike + 1 if found else 1
                first = (found.victim, found.accused) if found else (victim, other)
                seen[key] = Case(place, *first, alike, given=accused is not None)
        yield from seen.values()


def _possible(text: Text) -> Iterator[Place]:
    """Every guarantee, as each wide reading words it; alike ones once."""
    labels = [[(q, label) for label in found] for q, found in text.wide.items()]
    known: list[tuple[str, Any, Any]] = []
    for made in product(*labels):
        for place in clauses(text.under(dict(made)), "guarantee"):
            key = (place.path, place.form.of, place.form.against)
            if key not in known:
                known.append(key)
                yield place


def accusable(text: Text, place: Place) -> list[str]:
    """Everyone who may be accused under a guarantee: anyone means each party and one outsider."""
    against = place.form.against
    if against == "anyone" or any("anyone" in who.of for who in stated(against)):
        return [*text.treaty.parties, OUTSIDER]
    return members(text, against)


def members(text: Text, who: Any) -> list[str]:
    """Every party a set could name, under any reading."""
    return possible(text, who, lambda one: _expanded(text, one))


def _expanded(text: Text, who: Who) -> Iterator[str]:
    gone = set(_expanded(text, who.without)) if who.without else set()
    for name in who.of:
        if name in text.treaty.groups:
            for group in stated(text.treaty.groups[name]):
                yield from (m for m in _expanded(text, Who(of=tuple(group))) if m not in gone)
        elif name in text.treaty.bodies:
            for inner in stated(text.treaty.bodies[name].members):
                yield from (m for m in _expanded(text, inner) if m not in gone)
            if name not in gone:
                yield name
        elif name == "anyone":
            yield from (m for m in (*text.treaty.parties, OUTSIDER) if m not in gone)
        elif name in text.treaty.parties and name not in gone:
            yield name
