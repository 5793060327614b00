"""One transition function: check, trace, game and exercise all call this `step`.

    dormant ── trigger holds, area covered ──────────────▶ every route at step 1
    step k  ── a winning set has done it ────────────────▶ step k+1
    step k  ── the refusals meet every winning set ──────▶ route refused (a body: blocked)
    step k  ── its time is over ──▶ proceed: k+1 · lapse: ended · each_free: k+1, each may
    assist  ── opens a duty for each guarantor and does not wait

Pure and total: an event that is not legal leaves the state as it is.
"""

from __future__ import annotations

from typing import TypeVar

from foedus.machine.deadline import base_hours, ending, family_now, pending
from foedus.machine.event import Event
from foedus.machine.family import bits, blocks
from foedus.machine.guard import has_finder, holds, never_more, open_tracks
from foedus.machine.machine import Machine, Step
from foedus.machine.state import RouteState, State, StepState, marked

T = TypeVar("T")
DONE_BY = {"appeal": "appeal", "consult": "attend", "determine": "find", "decide": "vote"}
"""The move that does each kind of step that waits."""


def start(machine: Machine) -> State:
    """The state before anything has happened, with what is granted taken as having happened."""
    facts = tuple(machine.accused if watch.granted else 0 for watch in machine.watches)
    routes = tuple(RouteState(-1, (StepState(),) * len(r.steps)) for r in machine.routes)
    return settle(machine, State(0, routes, facts, ((0, 0),) * len(machine.findings)))


def step(machine: Machine, state: State, event: Event) -> State:
    """The state after an event; the same state if the event is not legal there.

    Parameters
    ----------
    machine : Machine
    state : State
    event : Event
        By one party or by several at once, or `tick` (the earliest deadline passes) or `close`.

    Raises
    ------
    OpenQuestion
        The answer needs a reading or a silence that has not been decided.
    """
    changed = _applied(machine, state, event)
    return state if changed is None else settle(machine, changed)


def _applied(machine: Machine, state: State, event: Event) -> State | None:
    word = event.word
    if word == "tick":
        return _tick(machine, state)
    if word == "wait":
        hours = [deadline.hour for deadline in pending(machine, state)]
        later = min(hours, default=state.hour)
        return state._replace(hour=later) if later > state.hour else None
    if word == "close":
        return _close(machine, state)
    if word == "occur":
        (place,) = event.at
        if not event.by & ~state.facts[place]:
            return None
        return state._replace(facts=_put(state.facts, place, state.facts[place] | event.by))
    if word == "declare_void":
        (guarantee,) = event.at
        ground = machine.voids[guarantee]
        if state.void >> guarantee & 1 or ground.kind == "never" or has_finder(ground):
            return None
        return state._replace(void=state.void | 1 << guarantee)
    if word == "find" and len(event.at) == 1:
        return _found(machine, state, event)
    return _acted(machine, state, event)


def _put(items: tuple[T, ...], place: int, item: T) -> tuple[T, ...]:
    return (*items[:place], item, *items[place + 1 :])


def _with_step(state: State, r: int, k: int, now: StepState, *, free: bool = False) -> State:
    since, steps, was_free = state.routes[r]
    route = RouteState(since, _put(steps, k, now), was_free or free)
    hour, routes, facts, found, void, given = state
    return State(hour, _put(routes, r, route), facts, found, void, given)


def _found(machine: Machine, state: State, event: Event) -> State | None:
    (place,) = event.at
    yes, no = state.found[place]
    by = machine.findings[place].family.deciders & event.by & ~(yes | no)
    if not by:
        return None
    pair = (yes | by, no) if event.yes else (yes, no | by)
    return state._replace(found=_put(state.found, place, pair))


def _acted(machine: Machine, state: State, event: Event) -> State | None:
    r, k = event.at
    at, now = machine.routes[r].steps[k], state.routes[r].steps[k]
    if at.kind in ("assist", "report"):
        gone = state.void >> machine.routes[r].guarantee & 1 or holds(machine, state, at.until)
        return None if gone else _helped(state, event, at, now)
    by = at.deciders & event.by & ~(now.yes | now.no)
    if event.word != DONE_BY[at.kind] or not by or not open_tracks(state, r, k):
        return None
    if not event.yes:
        return _with_step(state, r, k, now._replace(no=now.no | by)) if at.can_be_refused else None
    return _with_step(state, r, k, now._replace(yes=now.yes | by))


def _helped(state: State, event: Event, at: Step, now: StepState) -> State | None:
    r, k = event.at
    by = event.by
    if not marked(now.opened):
        return None
    if event.word == "vote":
        by &= at.deciders & ~now.no
        joint = at.family is not None and by
        return _with_step(state, r, k, now._replace(no=now.no | by)) if joint else None
    done = {row[:4] for row in state.given}
    rows = {(r, k, bit, event.act, state.hour) for bit in bits(by & at.given_by)}
    new = frozenset(row for row in rows if row[:4] not in done)
    return state._replace(given=state.given | new) if new else None


def _tick(machine: Machine, state: State) -> State | None:
    ahead = list(pending(machine, state))
    if not ahead:
        return None
    hour = min(deadline.hour for deadline in ahead)
    state = state._replace(hour=max(hour, state.hour))
    for _, r, k, tracks, opens in (d for d in ahead if d.hour == hour):
        if not opens:
            state = _expired(machine, state, r, k, tracks)
    return state


def _expired(machine: Machine, state: State, r: int, k: int, tracks: int) -> State:
    at, route = machine.routes[r].steps[k], state.routes[r]
    now = route.steps[k]
    outcome = ending(machine, at, family_now(at, route), now)
    beyond = now._replace(passed=(*now.passed, (tracks, state.hour)))
    ended = now._replace(dead=now.dead | tracks)
    if outcome == "done":
        return _with_step(state, r, k, beyond)
    if outcome == "refused":
        return _with_step(state, r, k, ended)
    label = machine.label(at.at_deadline)
    if label == "lapse":
        return _with_step(state, r, k, ended._replace(lapsed=True))
    return _with_step(state, r, k, beyond, free=label == "each_free")


def closing(machine: Machine, state: State) -> tuple[tuple[int, int], ...]:
    """Votes and findings without a deadline that can end with those who came."""
    return tuple(
        (r, k)
        for r, route in enumerate(machine.routes)
        for k, at in enumerate(route.steps)
        if at.can_be_refused
        and at.within is None
        and family_now(at, state.routes[r]) is not None
        and open_tracks(state, r, k)
        and (state.routes[r].steps[k].yes or state.routes[r].steps[k].no)
    )


def _close(machine: Machine, state: State) -> State | None:
    before = state
    for r, k in closing(machine, state):
        at, route = machine.routes[r].steps[k], state.routes[r]
        now, tracks = route.steps[k], open_tracks(state, r, k)
        outcome = ending(machine, at, family_now(at, route), now)
        if outcome == "done":
            passed = (*now.passed, (tracks, state.hour))
            state = _with_step(state, r, k, now._replace(passed=passed))
        elif outcome == "refused":
            state = _with_step(state, r, k, now._replace(dead=now.dead | tracks))
    return None if state == before else state


def settle(machine: Machine, state: State) -> State:
    """Follow every consequence that needs nobody's act, until nothing changes."""
    while True:
        before = state
        state = _voided(machine, state)
        for r in range(len(machine.routes)):
            state = _advanced(machine, state, r)
        if state is before:
            return state


def _voided(machine: Machine, state: State) -> State:
    """A guarantee is void once its ground is found by those who are to find it."""
    for g, ground in enumerate(machine.voids):
        if has_finder(ground) and not state.void >> g & 1 and holds(machine, state, ground):
            state = state._replace(void=state.void | 1 << g)
    return state


def _advanced(machine: Machine, state: State, r: int) -> State:
    route, now = machine.routes[r], state.routes[r]
    if state.void >> route.guarantee & 1:
        return state
    if now.since < 0:
        if not holds(machine, state, route.trigger):
            return state
        now = now._replace(since=state.hour)
        state = state._replace(routes=_put(state.routes, r, now))
    reach = route.tracks
    for k in range(len(route.steps)):
        was = state.routes[r].steps[k]
        here = _moved_on(machine, state, r, k, reach)
        if here is not was:
            state = _with_step(state, r, k, here)
        reach = marked(here.passed)
        if not reach:
            break
    return state


def _moved_on(machine: Machine, state: State, r: int, k: int, reach: int) -> StepState:
    """A step after those who reached it have entered, and those who may have gone on."""
    at, here = machine.routes[r].steps[k], state.routes[r].steps[k]
    missing = reach & ~marked(here.opened)
    new = _admitted(machine, state, r, k, missing) if missing else 0
    if new:
        here = here._replace(opened=(*here.opened, (new, state.hour)))
        if machine.prompt and at.kind == "appeal":
            here = here._replace(yes=here.yes | machine.victim & at.deciders)
    elif missing & ~here.dead and never_more(machine, state, at.when):
        here = here._replace(dead=here.dead | missing, lapsed=True)
    waiting = marked(here.opened) & ~marked(here.passed) & ~here.dead
    if waiting:
        through, ended = _through(machine, at, state.routes[r], here, waiting)
        if through or ended:
            passed = (*here.passed, (through, state.hour)) if through else here.passed
            here = here._replace(passed=passed, dead=here.dead | ended)
    return here


def _admitted(machine: Machine, state: State, r: int, k: int, tracks: int) -> int:
    """Tracks that may enter a step now: its guard holds and its earliest hour has come."""
    at = machine.routes[r].steps[k]
    if at.when.kind != "true" and not holds(machine, state, at.when):
        return 0
    if at.not_before is None:
        return tracks
    base = base_hours(machine, state, r, k)
    due = (mask for mask, hour in base.items() if hour + at.not_before <= state.hour)
    return sum(due) & tracks


def _through(
    machine: Machine, at: Step, route: RouteState, now: StepState, waiting: int
) -> tuple[int, int]:
    """Of the tracks that wait at a step: those that go on, and those that end here."""
    if at.kind in ("assist", "report"):
        return waiting, 0
    if at.body & machine.blocked_body:
        return 0, waiting
    if at.kind == "consult" and machine.held:
        return waiting, 0
    family = family_now(at, route)
    if family is not None:
        if family.wins(now.yes):
            return waiting, 0
        refused = at.can_be_refused and blocks(family, now.no)
        return 0, waiting if refused else 0
    if at.kind == "decide":
        return waiting, 0
    followers = waiting & ~at.deciders
    through = waiting & now.yes | (followers if now.yes else 0)
    if not at.can_be_refused:
        return through, 0
    all_no = at.deciders and not at.deciders & ~now.no
    return through, waiting & now.no & ~through | (followers if all_no else 0)
