"""A treaty, read one way, becomes a machine for one victim and one accused."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from foedus.compiler.conditions import Guards
from foedus.compiler.families import absence, acting_body, body_family, family
from foedus.compiler.places import (
    Place,
    clauses,
    exists,
    step_names,
    trigger_words,
    ways,
)
from foedus.compiler.reading import MANY, Reading
from foedus.document.load import Text
from foedus.ideas.clock import AT_DEADLINE, Duration
from foedus.ideas.duty import capped
from foedus.ideas.silence import Readings, Unstated, stated
from foedus.ideas.step import Assist, Procedure, StepForm
from foedus.ideas.step import Step as Written
from foedus.machine.family import Counted, Family
from foedus.machine.machine import TRUE, Guard, Machine, Route, Step

ATTENDANCE = ("any who come", "all must attend")
DECISION = ("each", "unanimity")
CLOCKS = ("trigger", "appeal", "previous")
DEFAULT: Mapping[str, str | tuple[str, ...]] = {
    "appeal": "any",
    "determine": "each",
    "consult": ATTENDANCE,
    "decide": DECISION,
    "assist": "each",
    "report": "each",
}


class Options(NamedTuple):
    """How a machine is built.

    Attributes
    ----------
    undisputed : bool
        The accused's own wrong is granted and the victim appeals at once.
    held : bool
        Consultations count as held; how attendance is counted is then not asked.
    route : str or None
        Keep one route of the first guarantee.
    breach : bool
        Every party may break the text, not the accused alone.
    means : bool
        What help consists of is read too.
    whole : bool
        Ends of help, areas and reports are compiled too (a trace needs them; a boolean question
        does not, and asks fewer questions).
    """

    undisputed: bool = True
    held: bool = False
    route: str | None = None
    breach: bool = False
    means: bool = False
    whole: bool = False


def guarantees(text: Text, *kinds: str) -> list[Place]:
    """The procedures of a text that promise help, or those of the kinds given."""
    return list(clauses(text.treaty, *(kinds or ("guarantee",))))


def compile_machine(reading: Reading, place: Place, options: Options) -> Machine | None:
    """The machine of a guarantee, with those that share a trigger word running along.

    Parameters
    ----------
    reading : Reading
        The text, the choices made, the victim and the accused.
    place : Place
        The guarantee in question.
    options : Options

    Returns
    -------
    Machine or None
        None where, as read, the guarantee does not cover this victim against this accused.

    Raises
    ------
    OpenQuestion
        The structure of the machine depends on a choice that has not been made.
    """
    if not (exists(reading, place) and covers(reading, place.form)):
        return None
    along = [place]
    mine = trigger_words(place.form.trigger)
    for other in clauses(reading.treaty, "guarantee", "consultation"):
        same = other.path == place.path or other.kind != place.kind
        if same or not trigger_words(other.form.trigger) & mine:
            continue
        if exists(reading, other) and covers(reading, other.form):
            along.append(other)
    machine = _Build(reading, along, options).machine()
    if options.undisputed and not _can_hold(machine, machine.routes[0].trigger):
        return None
    return machine


def compile_whole(reading: Reading) -> Machine | None:
    """Every procedure of a text that covers this victim against this accused, run side by side.

    Nothing is granted: what has happened comes from an incident.
    """
    options = Options(undisputed=False, means=True, whole=True)
    covering = [
        place
        for place in clauses(reading.treaty, "guarantee", "consultation")
        if exists(reading, place) and covers(reading, place.form)
    ]
    return _Build(reading, covering, options).machine() if covering else None


class Spot(NamedTuple):
    """One step as written: the clause it belongs to, its kind and keys, and its path."""

    place: Place
    kind: str
    form: StepForm
    path: str


def who_acts(reading: Reading, spot: Spot, *, held: bool = False) -> tuple[int, Family | None]:
    """Mask of those who may act at a step, and who must act together (None: each alone)."""
    place, kind, form, path = spot
    by_default = place.form.of if kind == "appeal" else place.form.by
    by = reading.mask(form.by if form.by is not None else by_default)
    if kind in ("assist", "report") and form.rule is None:
        return by, None
    if kind == "consult" and held:
        return by, Counted(by, "any")
    return by, family(reading, form.rule, by, f"{path}/rule", DEFAULT[kind])


def covers(reading: Reading, form: Procedure) -> bool:
    """Whether a procedure, as read, is for this victim, against this accused, anywhere."""
    if not reading.mask(form.of) & reading.mask_of("victim"):
        return False
    against = form.against
    if against != "anyone" and not reading.mask(against) & reading.mask_of("accused"):
        return False
    area = reading.stated(form.area) if _may_be_none(form.area) else None
    if area is None or isinstance(area, Unstated) or not _may_be_none(area.covers):
        return True
    return bool(reading.stated(area.covers) != ("none",))


def _may_be_none(value: Any) -> bool:
    options = stated(value)
    areas = [getattr(one, "covers", one) for one in options]
    return any(("none",) in stated(covers) for covers in areas)


def _can_hold(machine: Machine, guard: Guard) -> bool:
    if guard.kind in ("all", "any"):
        return (all if guard.kind == "all" else any)(_can_hold(machine, p) for p in guard.parts)
    if guard.kind != "watch":
        return guard.kind != "never"
    watch = machine.watches[guard.at[0]]
    if not watch.granted:
        return bool(watch.movers)
    return watch.by is None or watch.by.wins(machine.accused)


Way = tuple[str, str, list[Written]]


class _Build:
    """Builds one machine, clause by clause."""

    def __init__(self, reading: Reading, along: list[Place], options: Options) -> None:
        self.reading, self.along, self.options = reading, along, options
        self.guards = Guards(reading, options.undisputed, self.place_of)
        self.spots: dict[str, list[tuple[int, int]]] = {}
        self.left_out: set[str] = set()
        year, month, day = (reading.treaty.dated + "-01-01").split("-")[:3]
        self.origin = date(int(year), int(month), int(day))
        r = 0
        for number, place in enumerate(along):
            for name, _, steps in ways(place):
                if not self.wanted(number, name):
                    self.left_out |= {name, *step_names(self.kept(steps))}
                    continue
                self.spots.setdefault(name, []).append((r, -1))
                for k, step_name in enumerate(step_names(self.kept(steps))):
                    self.spots.setdefault(step_name, []).append((r, k))
                r += 1

    def wanted(self, number: int, route: str) -> bool:
        """Whether a route belongs to the machine."""
        return number > 0 or self.options.route in (None, route)

    def kept(self, steps: list[Written]) -> list[Written]:
        """Reports only follow help: a boolean question leaves them out unless they come first."""
        if self.options.whole:
            return steps
        return [step for step in steps if step.kind != "report"]

    def place_of(self, name: str) -> Guard | None:
        """The guard *this route has opened help* or *this step is done*, for an id."""
        spots = self.spots.get(name)
        if not spots:
            return Guard("never") if name in self.left_out else None
        if spots[0][1] < 0:
            return Guard("route", at=tuple(r for r, k in spots if k < 0))
        return Guard("step", at=spots[0])

    def machine(self) -> Machine:
        reading = self.reading
        routes: list[Route] = []
        voids: list[Guard] = []
        for number, place in enumerate(self.along):
            form: Procedure = place.form
            self.guards.of = reading.mask(form.of)
            area = reading.stated(form.area) if self.options.whole else None
            self.guards.area = None if isinstance(area, Unstated) else area
            self.guards.area_path = f"{place.path}/area"
            trigger = self.guards.guard(form.trigger, f"{place.path}/trigger")
            kept = [way for way in ways(place) if self.wanted(number, way[0])]
            routes += [self.route(number, place, way, trigger) for way in kept]
            voids.append(self.void(place))
        bodies = [(reading.bit(b), b) for b in reading.treaty.bodies]
        opaque = sum(bit for bit, _ in bodies if body_family(reading, bit) == Counted(bit, "all"))
        return Machine(
            tuple(reading.parties),
            reading.mask_of("victim"),
            reading.mask_of("accused"),
            tuple(routes),
            tuple(self.guards.watches),
            tuple(self.guards.findings),
            reading.choices,
            outside=reading.bit(MANY),
            opaque=opaque,
            voids=tuple(voids),
            held=self.options.held,
            prompt=self.options.undisputed,
            breach=self.options.breach,
        )

    def void(self, place: Place) -> Guard:
        if not self.options.whole or place.form.void_if is None:
            return Guard("never")
        return self.guards.guard(place.form.void_if, f"{place.path}/void_if")

    def route(self, number: int, place: Place, way: Way, trigger: Guard) -> Route:
        name, path, steps = way
        kept = self.kept(steps)
        built = tuple(
            self.step(Spot(place, step.kind, step.form, f"{path}/{step_name}"), step_name)
            for step, step_name in zip(kept, step_names(kept), strict=True)
        )
        tracks = self.reading.mask(place.form.by)
        for one in built:
            tracks |= one.given_by
        return Route(name, path, place.article, number, trigger, built, tracks)

    def step(self, spot: Spot, name: str) -> Step:
        reading = self.reading
        place, kind, form, path = spot
        by, who = who_acts(reading, spot, held=self.options.held)
        deciders = who.deciders if who is not None else by
        within = reading.stated(form.within)
        early = reading.stated(form.not_before)
        written = Step(
            kind=kind,  # type: ignore[arg-type]
            path=path,
            article=place.article,
            family=who,
            deciders=deciders,
            body=acting_body(reading, form.rule, by),
            within=within.hours(self.origin) if isinstance(within, Duration) else None,
            measured=not (isinstance(within, Duration) and within.at_once),
            firm=form.firm,
            not_before=early.hours(self.origin) if isinstance(early, Duration) else None,
            counted_from=reading.place(form.counted_from, f"{path}/counted_from", CLOCKS),
            at_deadline=reading.place(form.at_deadline, f"{path}/at_deadline", AT_DEADLINE),
            absent=absence(reading, form.rule, by, who, f"{path}/rule"),
            when=self.guards.guard(form.when, f"{path}/when") if form.when is not None else TRUE,
            finds=tuple(getattr(form, "finds", None) or ()),
            name=name,
        )
        if isinstance(form, Assist):
            return self.assist(place, form, path, written)
        duty = reading.stated(form.duty)
        owes = "none" if isinstance(duty, Unstated) or duty is None else duty
        return written._replace(
            owes=capped(owes, place.legal_form), given_by=by * (kind == "report")
        )

    def assist(self, place: Place, form: Assist, path: str, written: Step) -> Step:
        reading = self.reading
        duty = self.duties(place, form, path)
        until = Guard("never")
        if self.options.whole and not isinstance(reading.stated(form.until), Unstated):
            until = self.guards.guard(form.until, f"{path}/until")
        decided = form.only_if_decided
        only = reading.place(
            {True: "true", False: "false"}.get(decided, decided)  # type: ignore[arg-type]
            if not isinstance(decided, Readings)
            else decided,
            f"{path}/only_if_decided",
            ("false", "true"),
        )
        given_by = written.deciders
        return written._replace(duty=duty, given_by=given_by, until=until, only_if_decided=only)

    def duties(self, place: Place, form: Assist, path: str) -> tuple[tuple[str, str], ...]:
        """What is promised how strongly; the means are read only where the answer needs them."""
        reading = self.reading
        own = [word for means in stated(form.means) for word in means.values()]
        means: Any = None
        if self.options.means or any(word is not None for word in own):
            means = reading.stated(form.means)
        if not isinstance(means, dict) or any(word is None for word in means.values()):
            common = self.word(place, form.duty, f"{path}/duty")
        if not isinstance(means, dict):
            return (("", common),)
        return tuple(
            (act, common if word is None else self.word(place, word, f"{path}/means/{act}"))
            for act, word in means.items()
        )

    def word(self, place: Place, value: Any, path: str) -> str:
        duty = self.reading.stated(value)
        if duty is None or isinstance(duty, Unstated):
            if place.legal_form == "political":
                return "political"
            duty = self.reading.choose(self.reading.silence(path, ("shall", "may")))
        return capped(duty, place.legal_form)
