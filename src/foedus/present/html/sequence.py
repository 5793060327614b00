"""The sequence diagram of a story: time goes down, one lane for each party it tells apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from foedus.answers.check import Beat
from foedus.present.html import figure_strings as strings
from foedus.present.html.drawing import (
    LINE_HEIGHT,
    arrow,
    bar,
    drawing,
    line,
    stopped,
    text,
    wrapped,
)
from foedus.present.html.element import Raw, h
from foedus.present.html.labels import label
from foedus.present.html.lanes import Telling, lanes, places
from foedus.present.html.sheet import RIGHT, Sheet

DECIDING = frozenset(
    {"attend", "yes", "no", "find", "deny", "refused", "lapsed", "deadline", "free", "waits"}
)
"""Beats in which those act, or fail to, on whom help waits."""

WIDEST_LABEL = 27
WIDEST_IN_NARROW_BOX = 16
NARROW_BOX, MARGIN_OF_BOX = 16.5, 9.0

Line = Callable[[float, float, int], Raw]


def sequence(telling: Telling, *, title: str, name: str) -> Raw:
    """A story drawn: who moved towards whom, when, and where it stopped.

    Parameters
    ----------
    telling : Telling
    title, name : str
        What the picture is called, and the id it has on the page.
    """
    beats = telling.beats
    stand = lanes(telling)
    acting = [who for beat in beats if beat.what in DECIDING for who in beat.by]
    sheet = Sheet(stand, 0, frozenset(places(stand, acting)))
    sheet.draw_heads()
    top = sheet.y - 14
    for n, beat in enumerate(beats, start=1):
        sheet.draw_day(beat.hour)
        rows = wrapped(f"{n} · {label(beat, sheet.lanes)}", WIDEST_LABEL)
        DRAW.get(beat.what, _note)(sheet, beat, rows)
    bottom = sheet.y - 12
    lives = [line(lane.x, lane.x, top, bottom, "life") for lane in sheet.lanes]
    sheet.draw_bars(bottom, telling.unstated)
    told = ". ".join(f"{n} {label(b, sheet.lanes)}" for n, b in enumerate(beats, start=1))
    return drawing([lives, sheet.drawn], sheet.y + 4, title=title, desc=f"{told}.", name=name)


def _trigger(sheet: Sheet, beat: Beat, rows: list[str]) -> None:
    to = sheet.protected
    by = [n for n in places(sheet.lanes, beat.by) if n != to]
    if not by or to is None:
        _note(sheet, beat, rows)
        return
    _meet(sheet, by, to, rows, draw=arrow)


def _to_deciders(sheet: Sheet, beat: Beat, rows: list[str]) -> None:
    by = places(sheet.lanes, beat.by) or ([sheet.protected] if sheet.protected is not None else [])
    to = [n for n in sheet.helpers if n not in by]
    if not by or not to:
        _note(sheet, beat, rows)
        return
    start, end = by[0], to[-1]
    sheet.y = sheet.say(rows, sheet.between(start, end)) + 10
    sheet.drawn.append(arrow(sheet.x(start), sheet.x(end), sheet.y))
    sheet.drawn += sheet.passed(start, end, to)
    sheet.y += 36


def _to_protected(sheet: Sheet, beat: Beat, rows: list[str]) -> None:
    by = [n for n in places(sheet.lanes, beat.by) if n != sheet.protected]
    if not by or sheet.protected is None:
        _note(sheet, beat, rows)
        return
    _meet(sheet, by, sheet.protected, rows, draw=arrow)


def _vote(sheet: Sheet, beat: Beat, rows: list[str]) -> None:
    """Towards the nearest lane that did not move alike; within one lane, or all lanes, a box."""
    by = places(sheet.lanes, beat.by)
    others = [n for n in sheet.helpers if n not in by]
    if not by or not others:
        _box(sheet, beat, rows)
        return
    end = min(others, key=lambda n: min(abs(n - k) for k in by))
    _meet(sheet, by, end, rows, draw=arrow if beat.what in ("yes", "find") else stopped)


def _meet(sheet: Sheet, by: list[int], end: int, rows: list[str], draw: Line) -> None:
    """Lines from the outermost of some lanes to another, from both sides if they stand on both."""
    sides = ([n for n in by if n < end], [n for n in by if n > end])
    starts = [max(side, key=lambda n: abs(n - end)) for side in sides if side]
    class_ = "bad" if draw is stopped else ""
    sheet.y = sheet.say(rows, sheet.between(starts[-1], end), class_) + 10
    for start in starts:
        sheet.drawn.append(draw(sheet.x(start), sheet.x(end), sheet.y))
        sheet.drawn += sheet.passed(start, end, by)
    sheet.y += 36


def _refused(sheet: Sheet, beat: Beat, rows: list[str]) -> None:
    """Refused by those who stayed away or by a body: a line that stops; else words."""
    by = places(sheet.lanes, beat.by)
    others = [n for n in sheet.helpers if n not in by]
    end = others[-1] if others else sheet.protected
    if not by or end is None or end in by:
        _note(sheet, beat, rows)
        return
    _meet(sheet, by, end, rows, draw=stopped)


def _box(sheet: Sheet, beat: Beat, rows: list[str]) -> None:
    """Something done together, in a box over the lanes of those who do it and of nobody else."""
    by = places(sheet.lanes, beat.by) or sheet.helpers or [0]
    half = NARROW_BOX if len(by) == 1 else MARGIN_OF_BOX
    left, right = sheet.x(by[0]) - half, min(sheet.x(by[-1]) + half, RIGHT)
    if len(by) == 1:
        rows = wrapped(" ".join(rows), WIDEST_IN_NARROW_BOX)
    height = len(rows) * LINE_HEIGHT + 20
    sheet.drawn.append(bar(left, f"{right - left:g}%", sheet.y - 8, height, "mask"))
    for k, row in enumerate(rows):
        y = sheet.y + 14 + k * LINE_HEIGHT
        sheet.drawn.append(text((left + right) / 2, y, row, "", "middle"))
    sheet.y += height + 24


def _note(sheet: Sheet, beat: Beat, rows: list[str]) -> None:
    """Words on the lane of those they are about, or across."""
    by = places(sheet.lanes, beat.by)
    x = (
        sum(map(sheet.x, by)) / len(by)
        if by
        else sum(lane.x for lane in sheet.lanes) / len(sheet.lanes)
    )
    class_ = {"refused": "bad", "lapsed": "bad", "void": "bad"}.get(beat.what, "t2")
    sheet.y = sheet.say(rows, x, class_) + 34


def _deadline(sheet: Sheet, beat: Beat, rows: list[str]) -> None:
    """Words, and a bar at the left for the time that has run out."""
    if len(sheet.days) > 1:
        sheet.ended.append((sheet.days[-2][1], sheet.days[-1][1], beat))
    _note(sheet, beat, rows)


def _waits(sheet: Sheet, beat: Beat, rows: list[str]) -> None:
    """Words, and a dashed bar at the left that has no end."""
    sheet.open_from = sheet.y if sheet.open_from is None else sheet.open_from
    _note(sheet, beat, rows)


def _nothing(sheet: Sheet, beat: Beat, rows: list[str]) -> None:
    """The end: a dashed line where help would have been."""
    if sheet.protected is None or not sheet.helpers:
        _note(sheet, beat, rows)
        return
    start, end = sheet.helpers[-1], sheet.protected
    sheet.y = sheet.say(rows, sheet.between(start, end), "t2") + 10
    sheet.drawn.append(line(sheet.x(start), sheet.x(end), sheet.y, sheet.y, "soft dash"))
    sheet.y += 36


def table(beats: Sequence[Beat], sentences: Sequence[str]) -> Raw:
    """The same data as rows: number, day, what happens, article."""
    head = [h("th", words, scope="col") for words in strings.SEQUENCE_COLUMNS]
    rows = [
        h(
            "tr",
            h("th", str(n), scope="row"),
            h("td", strings.day_label(beat.hour), class_="nw", data_l=strings.SEQUENCE_COLUMNS[1]),
            h("td", said, data_l=strings.SEQUENCE_COLUMNS[2]),
            h("td", beat.article or strings.NONE, data_l=strings.SEQUENCE_COLUMNS[3]),
        )
        for n, (beat, said) in enumerate(zip(beats, sentences, strict=True), start=1)
    ]
    return h("table", h("thead", h("tr", head)), h("tbody", rows), class_="st")


Draw = Callable[[Sheet, Beat, list[str]], None]

DRAW: dict[str, Draw] = {
    "trigger": _trigger,
    "appeal": _to_deciders,
    "attend": _box,
    "find": _vote,
    "deny": _vote,
    "yes": _vote,
    "no": _vote,
    "refused": _refused,
    "give": _to_protected,
    "owed": _to_protected,
    "deadline": _deadline,
    "free": _deadline,
    "lapsed": _deadline,
    "waits": _waits,
    "end": _nothing,
}
"""How each kind of beat is drawn; any other is a note."""
