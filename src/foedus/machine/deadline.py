"""Deadlines: when each waiting step runs out, and what silence then means."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from foedus.machine.family import Family, blocks
from foedus.machine.guard import holds, silent
from foedus.machine.machine import Machine, Step
from foedus.machine.question import settled
from foedus.machine.state import RouteState, State, StepState, marked

Ending = Literal["done", "refused", "open"]


class Deadline(NamedTuple):
    """Tracks of a step whose time runs out, or begins, at an hour."""

    hour: int
    route: int
    step: int
    tracks: int
    opens: bool


def family_now(step: Step, route: RouteState) -> Family | None:
    """Who must act together at a step; nobody, once a deadline has freed each to choose."""
    return None if route.free else step.family


def base_hours(machine: Machine, state: State, r: int, k: int) -> dict[int, int]:
    """For each group of tracks at a step, the hour its clock is counted from.

    The question `counted_from` is put only if its labels give different hours.
    """
    route, now = machine.routes[r], state.routes[r]
    step = route.steps[k]
    arrived = now.steps[k - 1].passed if k else ((route.tracks, now.since),)
    out: dict[int, int] = {}
    for tracks, hour in arrived:
        out[tracks] = settled(
            step.counted_from,
            machine.choices,
            lambda word, hour=hour: _since(machine, state, r, word, hour),  # type: ignore[misc]
        )
    return out


def _since(machine: Machine, state: State, r: int, label: str, previous: int) -> int:
    if label == "previous":
        return previous
    if label == "trigger":
        return state.routes[r].since
    for place, (route, now) in enumerate(zip(machine.routes, state.routes, strict=True)):
        if place == r or route.name == label:
            for step, step_now in zip(route.steps, now.steps, strict=True):
                named = step.kind if label == "appeal" else step.name
                if label in (named, route.name) and step_now.passed:
                    return step_now.passed[0][1]
    return state.routes[r].since


def pending(machine: Machine, state: State) -> Iterator[Deadline]:
    """Every hour at which something happens by time alone, from now on."""
    for r, (route, now) in enumerate(zip(machine.routes, state.routes, strict=True)):
        if now.since < 0 or state.void >> route.guarantee & 1:
            continue
        reach = route.tracks
        for k, step in enumerate(route.steps):
            here = now.steps[k]
            if step.within is not None:
                yield from _ends(machine, state, r, k)
            if step.not_before is not None:
                yield from _begins(machine, state, r, k, reach & ~marked(here.opened))
            reach = marked(here.passed)
            if not reach:
                break


def _ends(machine: Machine, state: State, r: int, k: int) -> Iterator[Deadline]:
    """When the time of a step that is open runs out."""
    step, here = machine.routes[r].steps[k], state.routes[r].steps[k]
    waiting = marked(here.opened) & ~marked(here.passed) & ~here.dead
    if waiting and step.within is not None and (step.measured or _says(step)):
        for tracks, base in base_hours(machine, state, r, k).items():
            if tracks & waiting:
                hour = max(base + step.within, state.hour)
                yield Deadline(hour, r, k, tracks & waiting, opens=False)


def _begins(machine: Machine, state: State, r: int, k: int, early: int) -> Iterator[Deadline]:
    """When a step that must not be done before its time may be entered."""
    step = machine.routes[r].steps[k]
    if early and step.not_before is not None and holds(machine, state, step.when):
        for tracks, base in base_hours(machine, state, r, k).items():
            if tracks & early and base + step.not_before > state.hour:
                yield Deadline(base + step.not_before, r, k, tracks & early, opens=True)


def _says(step: Step) -> bool:
    """Whether the text itself says what follows when the time is over."""
    return isinstance(step.at_deadline, str)


def ending(machine: Machine, step: Step, family: Family | None, now: StepState) -> Ending:
    """What a vote or finding comes to when those who have not moved are absent.

    How silence counts is asked only where the answers differ.
    """
    if family is None or not step.can_be_refused:
        return "open"
    out = silent(step.deciders, now.yes, now.no)
    if not out:
        return "open"

    def result(policy: str) -> Ending:
        if policy == "consents":
            return "done" if family.wins(now.yes | out) else "refused"
        if policy == "not_counted":
            rest = family.without(out)
            if rest.wins(now.yes):
                return "done"
            return "refused" if rest.deciders else "open"
        return "refused" if blocks(family, now.no | out) else "open"

    return settled(step.absent, machine.choices, result)
