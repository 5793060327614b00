"""The life of each duty in a run, and what came of the call for help."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from foedus.answers.trace import Help, Obligation, Outcome, Status
from foedus.compiler.places import clauses, ways
from foedus.compiler.reading import Reading
from foedus.compiler.standing import breaks, rows
from foedus.machine.deadline import base_hours
from foedus.machine.duties import OWED, RANK, open_duties
from foedus.machine.family import bits
from foedus.machine.guard import holds, open_tracks
from foedus.machine.lawful import alive
from foedus.machine.machine import Machine, Route, Step
from foedus.machine.state import RouteState, State, StepState

DONE = {
    "appeal": "appeal",
    "determine": "find whether the event has happened",
    "consult": "consult",
    "decide": "decide together",
    "report": "report",
}


def obligations(machine: Machine, state: State) -> tuple[Obligation, ...]:
    """Every step and every promised help of the procedures that run, with its standing."""
    return tuple(
        row
        for r, route in enumerate(machine.routes)
        for k in range(len(route.steps))
        for row in _rows(machine, state, r, k)
    )


def _rows(machine: Machine, state: State, r: int, k: int) -> Iterator[Obligation]:
    route = machine.routes[r]
    at = route.steps[k]
    now = state.routes[r]
    here = now.steps[k]
    void = bool(state.void >> route.guarantee & 1)
    victim = machine.names(machine.victim)
    if at.kind in ("assist", "report"):
        for by in bits(at.given_by & ~machine.victim & ~machine.accused):
            yield _promised(machine, state, (r, k), by)
        return
    if at.kind == "decide" and at.family is None:
        return
    status, reason = _standing(machine, state, r, k, void=void)
    since = here.opened[0][1] if here.opened else None
    due = None
    if at.within is not None and at.measured and here.opened:
        base = min(base_hours(machine, state, r, k).values(), default=None)
        due = None if base is None else base + at.within
    who = ", ".join(machine.names(at.deciders))
    yield Obligation(who, victim, DONE[at.kind], at.article, since, due, status, at.owes, reason)


def _standing(machine: Machine, state: State, r: int, k: int, *, void: bool) -> tuple[Status, str]:
    now = state.routes[r]
    at, here = machine.routes[r].steps[k], now.steps[k]
    if void:
        return "void", ""
    if here.passed:
        return "discharged", "" if here.yes else "its time is over and it counts as done"
    if here.dead and not (at.splits and open_tracks(state, r, k)):
        if here.lapsed:
            return "blocked", _absent(machine, at, here, "its time is over")
        who = ", ".join(machine.names(here.no))
        return "blocked", f"refused by {who}" if who else _absent(machine, at, here, "refused")
    if open_tracks(state, r, k):
        return "pending", ""
    return "not_called", ""


def _absent(machine: Machine, at: Step, here: StepState, what: str) -> str:
    who = ", ".join(machine.names(at.deciders & ~(here.yes | here.no)))
    return f"{what}, without {who}" if who else what


def _promised(machine: Machine, state: State, spot: tuple[int, int], by: int) -> Obligation:
    r, k = spot
    void = bool(state.void >> machine.routes[r].guarantee & 1)
    route, now = machine.routes[r], state.routes[r]
    at, here = route.steps[k], now.steps[k]
    left = _left_by(machine, state, r, k)
    name = machine.names(by)[0]
    since = next((hour for mask, hour in here.opened if mask & by), None)
    acts = [act for act, _ in at.duty if act]
    what = "report" if at.kind == "report" else ", ".join(acts) or "help of its choice"
    word = max((w for _, w in at.duty), key=lambda w: RANK[w], default=at.owes)
    if (now.free or left) and RANK.get(word, 0) > RANK["may"]:
        word = "may"
    due = None if since is None or at.within is None else since + at.within
    given = {row[3] for row in state.given if row[0] == r and row[1] == k and row[2] == by}
    status: Status
    reason = f"no longer joint, refused by {', '.join(machine.names(left))}" if left else ""
    if void:
        status, reason = "void", ""
    elif since is None:
        status, reason = _uncalled(machine, state, (r, k), by)
    elif given:
        status = "discharged"
    elif at.until.kind != "never" and holds(machine, state, at.until):
        status = "ended"
    elif RANK.get(word, 0) >= OWED and due is not None and state.hour > due and at.firm:
        status, reason = "overdue", "" if at.measured else "due at once, which is not measured"
    else:
        status = "pending"
    to = machine.names(machine.victim)
    return Obligation(name, to, what, at.article, since, due, status, word, reason)


def _left_by(machine: Machine, state: State, r: int, k: int) -> int:
    """Mask of those who refused a joint duty, where without them it binds nobody."""
    at, now = machine.routes[r].steps[k], state.routes[r]
    refused = now.steps[k].no
    if at.kind != "assist" or at.family is None or now.free:
        return 0
    return 0 if at.family.wins(at.deciders & ~refused) else refused


def _uncalled(
    machine: Machine, state: State, spot: tuple[int, int], by: int
) -> tuple[Status, str]:
    """Why help never opened for one guarantor: its own way there has ended, or has not begun."""
    r, k = spot
    for before in range(k):
        if state.routes[r].steps[before].dead & by:
            return "blocked", _standing(machine, state, r, before, void=False)[1]
    return "not_called", ""


def outcome(reading: Reading, machine: Machine, states: list[State]) -> Outcome:
    """What came of the call for help, at the end of a run."""
    last = states[-1]
    outside, barred = _outside(reading, machine)
    helping = [r for r, route in enumerate(machine.routes) if _has_help(route)]
    begun = [r for r in helping if last.routes[r].since >= 0]

    def answer(
        help_: Help, hour: int | None, blocked_by: tuple[str, ...] = (), *, by_route: int = -1
    ) -> Outcome:
        r = by_route if by_route >= 0 else next(iter((*begun, *helping, 0)))
        return Outcome(help_, hour, blocked_by, outside, barred, machine.routes[r].article)

    if last.void:
        return answer("void", _first(states, lambda s: bool(s.void)))
    if given := sorted((row[4], row[0]) for row in last.given if _is_help(machine, row)):
        return answer("given", given[0][0], by_route=given[0][1])
    both = machine.victim | machine.accused
    if owed := next(filter(None, (_owed(machine, s, last, both) for s in states)), None):
        return answer("owed", owed[0], by_route=owed[1])
    ever = [
        (s.hour, d.strength) for s in states for d in open_duties(machine, s) if not d.by & both
    ]
    if allowed := [hour for hour, strength in ever if strength >= RANK["may"]]:
        still = any(d.strength >= RANK["may"] for d in open_duties(machine, last))
        return answer("permitted", last.hour if still else allowed[0])
    if not helping:
        return answer("nothing_owed", None)
    if any(not duty.by & both for duty in open_duties(machine, last)):
        return answer("nothing_owed", last.hour)
    if not any(_called(machine, r, last.routes[r]) for r in begun):
        return answer("not_called", None)
    return answer("blocked", last.hour, _blockers(machine, last, begun))


def _has_help(route: Route) -> bool:
    return any(at.kind == "assist" for at in route.steps)


def _called(machine: Machine, r: int, now: RouteState) -> bool:
    """Whether a route that began was also appealed to, where it needs an appeal."""
    pairs = zip(machine.routes[r].steps, now.steps, strict=True)
    return all(here.passed for at, here in pairs if at.kind == "appeal")


def _is_help(machine: Machine, row: tuple[int, int, int, str, int]) -> bool:
    return machine.routes[row[0]].steps[row[1]].kind == "assist"


def _owed(machine: Machine, state: State, last: State, both: int) -> tuple[int, int] | None:
    """Hour and route of a duty owed in a state, unless refusals have dissolved it since."""
    for duty in open_duties(machine, state):
        if duty.strength >= OWED and not duty.by & both:
            gone = _left_by(machine, last, duty.route, duty.step)
            if not gone | (last.routes[duty.route].steps[duty.step].no & duty.by):
                return state.hour, duty.route
    return None


def _first(states: list[State], true: Callable[[State], bool]) -> int:
    return next(state.hour for state in states if true(state))


def _blockers(machine: Machine, state: State, routes: list[int]) -> tuple[str, ...]:
    """Who refused or stayed away where a route to help ended, or who is waited for."""
    who = 0
    for r in routes:
        route, now = machine.routes[r], state.routes[r]
        for k, (at, here) in enumerate(zip(route.steps, now.steps, strict=True)):
            missing = at.deciders & ~(here.yes | here.no)
            if here.dead:
                who |= here.no or missing
            elif open_tracks(state, r, k) and alive(machine, state, r):
                who |= missing
    return machine.names(who)


def _outside(reading: Reading, machine: Machine) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Acts of help that stay lawful outside the text, and those a standing row bars."""
    standing = tuple(rows(reading))
    places = clauses(reading.treaty, "guarantee", "consultation")
    forms = {path: place.form for place in places for _, path, _ in ways(place)}
    free: dict[str, None] = {}
    barred: dict[str, None] = {}
    for route in machine.routes:
        for at in route.steps:
            for act, _ in at.duty if at.kind == "assist" else ():
                row = (
                    breaks(reading, standing, (at.given_by, act), forms[route.path])
                    if act
                    else None
                )
                (free if row is None else barred).setdefault(act or "unstated")
    return tuple(free), tuple(barred)
