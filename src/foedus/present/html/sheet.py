"""The sheet a sequence diagram is drawn on: lanes across, days down, running time at the left."""

from __future__ import annotations

from dataclasses import dataclass, field

from foedus.answers.check import Beat
from foedus.present.html import figure_strings as strings
from foedus.present.html.drawing import LINE_HEIGHT, bar, dot, line, lines, text, wrapped
from foedus.present.html.element import Raw
from foedus.present.html.lanes import Lane

WIDEST_HEAD = 12
RIGHT = 100.0
BAR = 3.5
HALF_OF_A_SIGN = 1.25  # per cent of the narrowest figure


@dataclass
class Sheet:
    """The drawing while it grows: what is drawn, how far down, and which deadlines run."""

    lanes: tuple[Lane, ...]
    y: int
    deciding: frozenset[int] = frozenset()
    drawn: list[Raw] = field(default_factory=list)
    days: list[tuple[int, int]] = field(default_factory=list)
    open_from: int | None = None
    ended: list[tuple[int, int, Beat]] = field(default_factory=list)

    @property
    def helpers(self) -> list[int]:
        """The lanes of those who decide; if none does, of all but the protected party."""
        rest = [n for n in range(len(self.lanes)) if n != self.protected]
        return [n for n in rest if n in self.deciding] or rest

    @property
    def protected(self) -> int | None:
        """The protected party's lane."""
        roles = [lane.role for lane in self.lanes]
        return roles.index(strings.LANE_PROTECTED) if strings.LANE_PROTECTED in roles else None

    def x(self, lane: int) -> float:
        """Where a lane stands."""
        return self.lanes[lane].x

    def say(self, rows: list[str], x: float, class_: str = "") -> int:
        """Write a label at the present height; its last line's height."""
        self.drawn.append(lines(_kept_inside(x, rows), self.y, rows, class_))
        return self.y + (len(rows) - 1) * LINE_HEIGHT

    def between(self, start: int, end: int) -> float:
        """The middle between two lanes."""
        return (self.x(start) + self.x(end)) / 2

    def passed(self, start: int, end: int, among: list[int]) -> list[Raw]:
        """A dot on each of some lanes that a line meets on its way."""
        low, high = sorted((start, end))
        return [dot(self.x(n), self.y) for n in among if low < n < high]

    def draw_heads(self) -> None:
        """Whose lane each is, above all the rest."""
        deepest = 0
        for lane in self.lanes:
            title = wrapped(lane.title, WIDEST_HEAD)
            role = wrapped(lane.role, WIDEST_HEAD) if lane.role else []
            for k, row in enumerate([*title, *role]):
                class_ = "tb" if k < len(title) else "t3"
                self.drawn.append(text(lane.x, 14 + 16 * k, row, class_, "middle"))
            deepest = max(deepest, len(title) + len(role))
        self.y = 14 + 16 * deepest + 26

    def draw_day(self, hour: int) -> None:
        """The day at the left where it changes, with a hairline across."""
        if self.days and self.days[-1][0] == hour:
            return
        if self.days:
            self.drawn.append(line(0, RIGHT, self.y - 14, self.y - 14, "hair"))
            self.y += 10
        self.days.append((hour, self.y))
        self.drawn.append(text(0, self.y, strings.day_label(hour), "t2 tb"))
        self.y += 6 if len(self.days) == 1 else 8

    def draw_bars(self, bottom: int, unstated: frozenset[str]) -> None:
        """The time that runs, at the far left: whole, or dashed where its start is unstated."""
        hours = {y: hour for hour, y in self.days}
        for start, end, beat in self.ended:
            rows, class_ = [strings.duration(beat.hour - hours[start])], "barf"
            if beat.path in unstated:
                rows, class_ = [*rows, strings.START, strings.UNSTATED], "bar dash"
            self.drawn.append(bar(BAR, "7", start + 12, end - start - 36, class_))
            self.drawn.append(line(BAR - 2, BAR + 4, end - 24, end - 24, "ln"))
            middle = (start + end) // 2 - 8 * len(rows)
            self.drawn.append(lines(BAR + 3.5, middle, rows, "t3", "start"))
        if self.open_from is not None:
            self.drawn.append(bar(BAR, "7", self.open_from, bottom - self.open_from, "bar dash"))


def _kept_inside(x: float, rows: list[str]) -> float:
    """The middle of a label, moved so that a long one stays on a narrow page."""
    half = max(map(len, rows)) * HALF_OF_A_SIGN
    return min(max(x, half), RIGHT - half)
