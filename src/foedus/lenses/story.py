"""Replay a run and note what happened, by whom, when, under which article."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.answers.check import Beat, EventRecord
from foedus.machine.duties import OWED, OpenDuty, open_duties
from foedus.machine.event import Event
from foedus.machine.guard import open_tracks, watched
from foedus.machine.lawful import alive
from foedus.machine.machine import Machine, Route, Step
from foedus.machine.state import State, StepState
from foedus.machine.step import start, step

Move = tuple[Event, State, State]
ANSWERS = {
    ("find", True): "find",
    ("find", False): "deny",
    ("vote", True): "yes",
    ("vote", False): "no",
}


def replay(machine: Machine, events: tuple[Event, ...]) -> list[State]:
    """The states of a run, the first included."""
    states = [start(machine)]
    for event in events:
        states.append(step(machine, states[-1], event))
    return states


def records(machine: Machine, events: tuple[Event, ...]) -> tuple[EventRecord, ...]:
    """A run as plain data: names for bits, paths for places."""
    states = replay(machine, events)
    return tuple(
        EventRecord(
            machine.names(event.by),
            event.word,
            event.yes,
            _path(machine, event),
            event.act,
            after.hour,
        )
        for event, after in zip(events, states[1:], strict=True)
    )


def as_events(machine: Machine, run: tuple[EventRecord, ...]) -> tuple[Event, ...]:
    """The run back as events of a machine: what `records` wrote down."""
    places = {
        one.path: (r, k)
        for r, route in enumerate(machine.routes)
        for k, one in enumerate(route.steps)
    }
    out = []
    for record in run:
        by = sum(machine.bit(name) for name in record.by)
        if record.path.startswith("watch "):
            at: tuple[int, ...] = (int(record.path.split()[1]),)
        else:
            at = places.get(record.path, ())
        out.append(Event(by, record.word, record.yes, at, record.act))  # type: ignore[arg-type]
    return tuple(out)


def _path(machine: Machine, event: Event) -> str:
    if len(event.at) > 1:
        return machine.routes[event.at[0]].steps[event.at[1]].path
    return f"watch {event.at[0]}" if event.at else ""


def tell(machine: Machine, events: tuple[Event, ...], strength: int = OWED) -> tuple[Beat, ...]:
    """The story of a run: what each event did, what followed, and how it ended."""
    states = replay(machine, events)
    moves = list(zip(events, states, states[1:], strict=False))
    return tell_moves(machine, states[0], moves, strength)


def tell_moves(
    machine: Machine, first: State, moves: list[Move], strength: int = OWED
) -> tuple[Beat, ...]:
    """The same from moves already made: each event with the states before and after it."""
    beats = list(_opening(machine, first))
    last = first
    for event, before, last in moves:
        beats += _acted(machine, event, last)
        beats += _followed(machine, event, before, last)
    beats += _ending(machine, last, strength)
    return tuple(dict.fromkeys(beats))


def _opening(machine: Machine, state: State) -> Iterator[Beat]:
    for r, (route, now) in enumerate(zip(machine.routes, state.routes, strict=True)):
        if now.since >= 0 and not any(
            other.guarantee == route.guarantee and state.routes[q].since >= 0
            for q, other in enumerate(machine.routes[:r])
        ):
            words = [machine.watches[n].word for n in _watched(route.trigger)]
            yield Beat(
                0, "trigger", machine.names(machine.accused), route.article, route.path, words[0]
            )
        for at, here in zip(route.steps, now.steps, strict=True):
            if at.kind == "appeal" and here.yes:
                yield Beat(0, "appeal", machine.names(here.yes), route.article, at.path)
            if here.dead:
                yield Beat(0, "refused", machine.names(at.body), route.article, at.path)


def _watched(guard: object) -> list[int]:
    kind, at = guard.kind, guard.at  # type: ignore[attr-defined]
    if kind == "watch":
        return [at[0]]
    return [place for part in guard.parts for place in _watched(part)]  # type: ignore[attr-defined]


def _acted(machine: Machine, event: Event, after: State) -> Iterator[Beat]:
    by, hour = machine.names(event.by), after.hour
    if event.word in ("tick", "wait"):
        return
    if event.word == "close":
        yield Beat(hour, "close")
        return
    if len(event.at) <= 1:
        word = event.act
        if event.word == "occur":
            word = event.act or machine.watches[event.at[0]].word
        elif event.word == "find":
            word = machine.findings[event.at[0]].what
        what = (
            "void"
            if event.word == "declare_void"
            else ANSWERS.get((event.word, event.yes), "occur")
        )
        yield Beat(hour, what, by, act=word)
        return
    at = machine.routes[event.at[0]].steps[event.at[1]]
    by = machine.names(
        event.by & (at.given_by if event.word in ("assist", "report") else at.deciders)
    )
    what = ANSWERS.get((event.word, event.yes), event.word)
    yield Beat(hour, "give" if what == "assist" else what, by, at.article, at.path, event.act)


def _followed(machine: Machine, event: Event, before: State, after: State) -> Iterator[Beat]:
    for r, route in enumerate(machine.routes):
        old_route, new_route = before.routes[r], after.routes[r]
        if old_route.since < 0 <= new_route.since:
            words = [machine.watches[n].word for n in _watched(route.trigger)]
            yield Beat(after.hour, "trigger", (), route.article, route.path, ", ".join(words))
        for k, at in enumerate(route.steps):
            old, new = old_route.steps[k], new_route.steps[k]
            if event.word == "tick" and new.passed != old.passed and _waited(at, old):
                freed = new_route.free and not old_route.free
                what = "free" if freed else "deadline"
                yield Beat(
                    after.hour,
                    what,
                    machine.names(_missing(at.deciders, new)),
                    at.article,
                    at.path,
                )
            if new.dead & ~old.dead:
                what = "lapsed" if new.lapsed else "refused"
                absent = machine.names(_missing(at.deciders, new)) if new.no == old.no else ()
                yield Beat(after.hour, what, absent, at.article, at.path)


def _waited(at: Step, old: StepState) -> bool:
    """Whether a step was waiting for its time to run out."""
    return bool(old.opened) and at.kind not in ("assist", "report")


def _missing(deciders: int, now: StepState) -> int:
    return deciders & ~(now.yes | now.no)


def _ending(machine: Machine, state: State, strength: int) -> Iterator[Beat]:
    """How a run ends: help is owed, or what is waited for and that nothing obliges anyone."""
    both = machine.victim | machine.accused
    duties = [duty for duty in open_duties(machine, state) if not duty.by & both]
    bound = [duty for duty in duties if duty.strength >= strength]
    if bound:
        yield from _owed(machine, state, bound)
        return
    for r in range(len(machine.routes)):
        if alive(machine, state, r):
            yield from _waiting(machine, state, r)
    if not state.void and not any(now.since >= 0 for now in state.routes):
        route = machine.routes[0]
        yield from _dormant(machine, state, route)
    if any(duty.strength >= 0 for duty in duties):
        at = machine.routes[duties[0].route].steps[duties[0].step]
        yield Beat(state.hour, "allowed", (), at.article, at.path)
    yield Beat(state.hour, "end")


def _dormant(machine: Machine, state: State, route: Route) -> Iterator[Beat]:
    """Why a procedure has not begun: an event withheld, or a finding not made."""
    withheld = [w for n in _watched(route.trigger) if not (w := machine.watches[n]).granted]
    if withheld:
        accused = machine.names(machine.accused)
        yield Beat(state.hour, "dormant", accused, route.article, route.path, withheld[0].word)
    for finding in machine.findings:
        who = machine.names(finding.family.deciders)
        yield Beat(state.hour, "awaits", who, route.article, route.path, finding.what)


def _owed(machine: Machine, state: State, bound: list[OpenDuty]) -> Iterator[Beat]:
    at = machine.routes[bound[0].route].steps[bound[0].step]
    who = 0
    for duty in bound:
        who |= duty.by
    acts = ", ".join(act for act, _ in bound[0].acts if act)
    yield Beat(state.hour, "owed", machine.names(who), at.article, at.path, acts)
    if at.within is None:
        yield Beat(state.hour, "untimed", (), at.article, at.path)


def _waiting(machine: Machine, state: State, r: int) -> Iterator[Beat]:
    for k, at in enumerate(machine.routes[r].steps):
        now = state.routes[r].steps[k]
        if waiting := open_tracks(state, r, k):
            who = _missing(at.deciders, now) if at.deciders else waiting
            yield Beat(state.hour, "waits", machine.names(who), at.article, at.path)
        if not now.opened:
            yield from _awaited(machine, state, at)
            break


def _awaited(machine: Machine, state: State, at: Step) -> Iterator[Beat]:
    """What a step that has not opened waits for."""
    for n in _watched(at.when):
        if not watched(machine, state, n):
            watch = machine.watches[n]
            by = machine.names(watch.by.deciders) if watch.by is not None else ()
            yield Beat(state.hour, "awaits", by, at.article, at.path, watch.word)
