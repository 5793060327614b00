"""Standing rows: who owes or is barred from which act, beside every open duty."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from foedus.compiler.places import clauses, exists, trigger_words
from foedus.compiler.reading import Reading
from foedus.ideas.condition import Condition
from foedus.ideas.silence import Unstated
from foedus.terms import words

ARMED = {"tripwire", "defend", "train", "separate"}
"""Roles in which the people stationed are troops."""


class Row(NamedTuple):
    """One act owed or barred by a set of parties, with the article and the area."""

    who: int
    act: str
    sense: Literal["owed", "barred"]
    article: str
    path: str
    covers: tuple[str, ...]
    unless: frozenset[str] = frozenset()


def rows(reading: Reading) -> Iterator[Row]:
    """The standing rows of a text as read, in the order of the text."""
    for place in clauses(reading.treaty, "undertaking"):
        if not exists(reading, place):
            continue
        who = reading.mask(place.form.by)
        covers = _covered(reading, place.form.area)
        unless = _released_by(reading, place.form.unless)
        here = (place.article, place.path, covers, unless)
        for act in place.form.shall:
            yield Row(who, act, "owed", *here)
            for banned in words.bans(act):
                yield Row(who, banned, "barred", *here)
        for act in place.form.shall_not:
            for banned in (act, *words.bans(act)):
                yield Row(who, banned, "barred", *here)
    yield from _stationed(reading)


def _stationed(reading: Reading) -> Iterator[Row]:
    """What hosts owe under the text: to have the people of others in their territory."""
    for place in clauses(reading.treaty, "presence"):
        role = reading.stated(place.form.role)
        if exists(reading, place) and isinstance(role, list) and ARMED & set(role):
            covers = _covered(reading, place.form.area)
            host = reading.mask(place.form.host)
            yield Row(host, "host_troops", "owed", place.article, place.path, covers)


def _released_by(reading: Reading, value: Any) -> frozenset[str]:
    """Events of the accused's own that release from a row."""
    condition = reading.stated(value)
    if not isinstance(condition, Condition) or condition.any is None:
        return frozenset()
    by = reading.mask(condition.by)
    if by and not by & reading.mask_of("accused"):
        return frozenset()
    named = (event for event in condition.any if isinstance(event, str))
    return frozenset(word for event in named for word in words.counting_as(event))


def conflicts(reading: Reading, standing: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Standing rows that the same party cannot both keep, in the same area."""
    for n, first in enumerate(standing):
        for second in standing[n + 1 :]:
            if not first.who & second.who or not overlaps(reading, second, first.covers, ()):
                continue
            if "owed" in (first.sense, second.sense) and _undo(first, second):
                yield first, second


def _undo(first: Row, second: Row) -> bool:
    if first.sense == "owed":
        return meets(second, first.act)
    return meets(first, second.act)


def _covered(reading: Reading, value: Any) -> tuple[str, ...]:
    """The areas named; none where the text says nothing about where."""
    area = reading.stated(value)
    covers = None if area is None or isinstance(area, Unstated) else reading.stated(area.covers)
    return covers if isinstance(covers, tuple) else ()


def meets(row: Row, act: str, *, abroad: bool = True) -> bool:
    """Whether doing an act would break a standing row.

    An act breaks a ban on it or on anything it implies, and a duty that it undoes.
    """
    if row.sense == "barred":
        return row.act in words.implied(act, abroad=abroad)
    return words.clash(act, row.act, abroad=abroad)


def overlaps(
    reading: Reading, row: Row, covers: tuple[str, ...], leaves_out: tuple[str, ...]
) -> bool:
    """Whether a row applies somewhere in an area; no area on either side means everywhere."""
    if not row.covers or not covers:
        return True
    outer = {name: set(_upward(reading, name)) for name in reading.treaty.areas}
    return any(
        not (outer.get(name, {name}) & set(leaves_out))
        and any(
            cover in outer.get(name, {name}) or name in outer.get(cover, {cover})
            for cover in covers
        )
        for name in row.covers
    )


def _upward(reading: Reading, name: str | None) -> Iterator[str]:
    while name is not None:
        yield name
        area = reading.treaty.areas.get(name)
        name = area.in_ if area else None


def breaks(
    reading: Reading, standing: Sequence[Row], doer: tuple[int, str], form: Any
) -> Row | None:
    """The first of the standing rows that a party would break by giving an act of help.

    Parameters
    ----------
    reading : Reading
    standing : sequence of Row
    doer : tuple of (mask, act)
        Who would do what.
    form : Procedure
        The guarantee under which it is done: its area, and the trigger that calls it. A row that
        the trigger itself releases does not stand in the way.
    """
    who, act = doer
    area = reading.stated(form.area)
    area = None if isinstance(area, Unstated) else area
    called_by = trigger_words(form.trigger)
    covers = _covered(reading, area)
    left_out = None if area is None else reading.stated(area.except_)
    gone = left_out if isinstance(left_out, tuple) else ()
    for row in standing:
        if called_by and called_by <= row.unless:
            continue
        if row.who & who and meets(row, act) and overlaps(reading, row, covers, gone):
            return row
    return None
