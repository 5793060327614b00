"""Which events of an incident a text's conditions see: by whom, against whom, where."""

from __future__ import annotations

from foedus.compiler.places import clauses, exists
from foedus.compiler.reading import Reading
from foedus.document.incident import Occurrence
from foedus.ideas.coalition import Who
from foedus.ideas.silence import Readings, Unstated
from foedus.machine.machine import Machine, Watch
from foedus.terms import words


def sees(reading: Reading, machine: Machine, watch: Watch, event: Occurrence) -> str | None:
    """Why a watched condition does not see an event, or None if it does.

    Raises
    ------
    OpenQuestion
        It depends on the map by which areas count.
    """
    if event.does not in words.counting_as(watch.word):
        return f"it is not {watch.word}"
    by = _mask(reading, event.by)
    if watch.by is not None and not watch.by.deciders & by:
        return "it was not done by those the text names"
    against = _mask(reading, event.against) | _owners_there(reading, event.area)
    if watch.against and against and not watch.against & against:
        return "it was not directed at those the text protects"
    missing = [test for test in watch.tests if test not in event.tests]
    if missing:
        return f"it was not found to be {', '.join(missing)}"
    if event.area is None or not watch.covers:
        return None
    return _elsewhere(reading, machine, watch, event.area)


def _mask(reading: Reading, names: tuple[str, ...]) -> int:
    known = [name for name in names if name in reading.parties or name in reading.treaty.groups]
    return reading.mask(Who.made(of=tuple(known), without=None))


def _owners_there(reading: Reading, area: str | None) -> int:
    """Those whose people stand where an event happens: an attack there is also on them."""
    mask, chain = 0, set(upward(reading, area))
    for place in clauses(reading.treaty, "presence") if chain else ():
        where = reading.stated(place.form.area)
        covers = (
            () if where is None or isinstance(where, Unstated) else reading.stated(where.covers)
        )
        if exists(reading, place) and isinstance(covers, tuple) and chain & set(covers):
            mask |= reading.mask(place.form.of)
            for body in (b for b in reading.treaty.bodies if reading.bit(b) & mask):
                mask |= reading.mask(reading.treaty.bodies[body].members)
    return mask


def _elsewhere(reading: Reading, machine: Machine, watch: Watch, area: str) -> str | None:
    chain = list(upward(reading, area))
    if not any(name in watch.covers for name in chain):
        return f"{area} is outside the area covered"
    if any(name in watch.leaves_out for name in chain):
        return f"{area} is left out of the area covered"
    if not _held_by_another(reading, chain):
        return None
    if machine.label(watch.map_) == "held":
        return f"{area} is held by another, and the map counts what is held"
    return None


def upward(reading: Reading, name: str | None) -> list[str]:
    """An area and every area it is part of."""
    chain: list[str] = []
    while name is not None and name in reading.treaty.areas:
        chain.append(name)
        name = reading.treaty.areas[name].in_
    return chain


def _held_by_another(reading: Reading, chain: list[str]) -> bool:
    """Whether an area is held by someone other than the one it belongs to in law."""
    held = owner = 0
    for name in chain:
        area = reading.treaty.areas[name]
        held = held or _who(reading, area.held_by)
        owner = owner or _who(reading, area.of)
    return bool(held and owner and not held & owner)


def _who(reading: Reading, value: Who | Unstated | Readings[Who] | None) -> int:
    return 0 if value is None else reading.mask(value)
