"""Conditions become guards over watched events, findings, routes and steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from foedus.compiler.families import family
from foedus.compiler.reading import Reading
from foedus.ideas.condition import Area, Condition
from foedus.ideas.silence import Readings, Unstated
from foedus.machine.family import Counted, Family
from foedus.machine.machine import TRUE, Finding, Guard, Watch
from foedus.machine.question import Place
from foedus.terms import words

ConditionValue = Condition | Unstated | Readings[Condition] | None
ENDED = ("blocked", "fails_to_act")


@dataclass
class Guards:
    """Compiles conditions, and collects what they watch.

    Attributes
    ----------
    reading : Reading
    undisputed : bool
        Whether the accused's own wrong is taken as having happened.
    places : callable
        From the id of a route or step to where it stands, or nothing.
    of : int
        Mask of those whom an event must target unless it says otherwise.
    area : Area or None
        Where an event must lie unless it says otherwise; `area_path` is where that is written.
    """

    reading: Reading
    undisputed: bool
    places: Callable[[str], Guard | None]
    of: int = 0
    area: Area | None = None
    area_path: str = ""
    watches: list[Watch] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def guard(self, value: ConditionValue, path: str) -> Guard:
        """The guard a condition stands for; always true where nothing is said."""
        condition = self.reading.stated(value)
        if condition is None or isinstance(condition, Unstated):
            return TRUE
        if condition.all is not None:
            inner = tuple(self.guard(part, path) for part in condition.all)
            parts = [Guard("all", inner)]
        else:
            inner = tuple(
                self._event(event, condition, path)
                if isinstance(event, str)
                else self.guard(event, path)
                for event in condition.any or ()
            )
            parts = [inner[0] if len(inner) == 1 else Guard("any", inner)]
        if condition.after is not None:
            parts.append(self.guard(condition.after, path))
        found = self.reading.stated(condition.found_by)
        if not isinstance(found, Unstated) and found is not None:
            parts.append(self._finding(condition, path))
        return parts[0] if len(parts) == 1 else Guard("all", tuple(parts))

    def _finding(self, condition: Condition, path: str) -> Guard:
        default = self.reading.everyone  # unless the rule says of whom it speaks
        who = family(self.reading, condition.found_by, default, f"{path}/found_by", "all")
        what = ", ".join(e for e in condition.any or () if isinstance(e, str))
        self.findings.append(Finding(who or Counted(default, "any"), what))
        return Guard("finding", at=(len(self.findings) - 1,))

    def _event(self, word: str, condition: Condition, path: str) -> Guard:
        by = self.reading.mask(condition.by)
        if word in ENDED:
            return Guard("blocked", who=by)
        place = self.places(word)
        if place is not None:
            return place
        self.watches.append(self._watch(word, by, condition, path))
        return Guard("watch", at=(len(self.watches) - 1,))

    def _watch(self, word: str, by: int, condition: Condition, path: str) -> Watch:
        reading = self.reading
        brought = words.event(word).brought_about_by
        sides = reading.mask_of("victim", "accused")
        who: Family | None = Counted(sides, "all") if brought == "both_sides" else None
        if by:
            who = family(reading, condition.rule, by, f"{path}/rule", "all") or Counted(by, "any")
        needs_move = {"parties": by or reading.everyone, "both_sides": by or sides}
        movers = who.deciders if who is not None and by else 0
        movers = movers or needs_move.get(brought, 0)
        granted = self.undisputed and (
            (brought == "accused" and (not by or bool(by & reading.mask_of("accused"))))
            or (brought == "anyone" and not by)
        )
        if brought == "accused" or (brought == "machine" and word != "assistance"):
            movers = 0
        covers, leaves_out, map_ = self._where(condition, path)
        target = reading.mask(condition.against) or (0 if by & self.of else self.of)
        return Watch(
            word, who, movers, granted, covers, leaves_out, target, map_, tuple(condition.tests)
        )

    def _where(
        self, condition: Condition, path: str
    ) -> tuple[tuple[str, ...], tuple[str, ...], Place]:
        area = condition.area or self.area
        at = f"{path}/area" if condition.area is not None else self.area_path
        if area is None or self.undisputed:
            return (), (), "de_jure"
        covers, leaves_out = self.reading.stated(area.covers), self.reading.stated(area.except_)
        return (
            covers if isinstance(covers, tuple) else (),
            leaves_out if isinstance(leaves_out, tuple) else (),
            self.reading.place(area.map, f"{at}/map", ("de_jure", "held")),
        )
