"""The obligation timeline of a run: who owed what, since when, until when, and how it stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foedus.answers.trace import Obligation, Run, Status
from foedus.present.html import figure_strings as strings
from foedus.present.html.drawing import bar, drawing, line, lines, text, wrapped
from foedus.present.html.element import Node, Raw, h, join
from foedus.present.html.labels import few
from foedus.present.html.lanes import codes
from foedus.present.naming import capital
from foedus.present.titles import titles

WIDEST_WHAT, WIDEST_WHO, WIDEST_LINE, SHORTEST = 22, 36, 38, 8
LEFT, WIDTH = 4.0, 92.0
BAR = 9
DAY = 24
STEPS_OF_AXIS = (1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 365, 730, 1825, 3650)
MOST_TICKS = 7
SMALLEST = 2.4


@dataclass(frozen=True, slots=True)
class Row:
    """Duties that differ only in who owes them, drawn as one."""

    by: tuple[str, ...]
    one: Obligation


def rows_of(obligations: Sequence[Obligation]) -> tuple[Row, ...]:
    """Obligations that are alike but for who owes them, together, in the order they arise."""
    groups: dict[tuple[object, ...], list[Obligation]] = {}
    for one in obligations:
        alike = (
            one.what,
            one.article,
            one.since,
            one.due,
            one.status,
            one.to,
            one.duty,
            one.reason,
        )
        groups.setdefault(alike, []).append(one)
    return tuple(
        Row(tuple(who for one in group for who in one.by.split(", ")), group[0])
        for group in groups.values()
    )


def timeline(run: Run, *, title: str, name: str) -> Raw:
    """The duties of a run as bars over the days of the incident."""
    rows = rows_of(run.obligations)
    span = _span(run)
    y, drawn = 18, list[Raw]()
    for row in rows:
        made, y = _row(row, run, span, y)
        drawn += made
    axis = _axis(span, y)
    mark = []
    if run.outcome.hour is not None:
        x = _x(run.outcome.hour, span)
        mark = [line(x, x, 2, y, "ln")]
    told = "; ".join(f"{_what(row)}, {codes(row.by)}: {standing(row.one, run)}" for row in rows)
    return drawing([axis, mark, drawn], y + 24, title=title, desc=f"{told}.", name=name)


def standing(one: Obligation, run: Run) -> str:
    """How a duty stands: by whom it was blocked, and the day where there is one."""
    said = strings.STANDINGS[one.status]
    hour = one.due if one.status in ("overdue", "pending") else None
    if one.status == "blocked":
        hour = run.outcome.hour
        said += (
            strings.BLOCKED_BY.format(who=few(run.outcome.blocked_by))
            if run.outcome.blocked_by
            else ""
        )
    return f"{said}, {strings.day_label(hour)}" if hour is not None else said


def _what(row: Row) -> str:
    return capital(titles(row.one.what.split(", ")))


def _span(run: Run) -> int:
    """The hours the picture shows: whole days, and one day at least."""
    hours = [hour for one in run.obligations for hour in (one.since, one.due) if hour is not None]
    last = max([*hours, run.outcome.hour or 0, 1])
    days = -(-last // DAY)
    return DAY * (days + (1 if days < MOST_TICKS else 0))


def _x(hour: float, span: int) -> float:
    return round(LEFT + WIDTH * hour / span, 2)


def _axis(span: int, bottom: int) -> list[Raw]:
    days = span // DAY
    step = next((n for n in STEPS_OF_AXIS if days / n <= MOST_TICKS), STEPS_OF_AXIS[-1])
    drawn = []
    for n in range(0, days + 1, step):
        x = _x(n * DAY, span)
        said = strings.day_label(0) if n == 0 else str(n)
        drawn += [line(x, x, 6, bottom, "hair"), text(x, bottom + 18, said, "t3", "middle")]
    return drawn


def _row(row: Row, run: Run, span: int, y: int) -> tuple[list[Raw], int]:
    """One duty: what and how it stands, who and until when, and its bar."""
    one = row.one
    what = _beside(_what(row), WIDEST_LINE - len(standing(one, run)))
    who = wrapped(f"{codes(row.by)}{_until(one)}", WIDEST_WHO)
    class_ = {"blocked": "bad", "overdue": "bad", "void": "t2 struck"}.get(one.status, "t2")
    drawn = [lines(0, y, what, "tb", "start"), lines(100, y, [standing(one, run)], class_, "end")]
    y += 17 * len(what)
    drawn.append(lines(0, y, who, "t3", "start"))
    y += 17 * (len(who) - 1) + 9
    drawn.append(_bar(one, run, span, y))
    return drawn, y + BAR + 26


def _beside(words: str, room: int) -> list[str]:
    """Words on lines of which the first has so much room beside what stands at its right."""
    first = wrapped(words, min(max(room, SHORTEST), WIDEST_WHAT))[0]
    rest = words[len(first) :].strip()
    return [first, *(wrapped(rest, WIDEST_WHO) if rest else [])]


def _until(one: Obligation) -> str:
    if one.since is None or one.due is None:
        return ""
    return f" · {strings.WITHIN.format(time=strings.duration(one.due - one.since))}"


def _bar(one: Obligation, run: Run, span: int, y: int) -> Raw:
    """The life of a duty: solid, open, dashed, hatched or struck through, by its standing."""
    since, due = one.since, one.due
    if one.status == "blocked" and run.outcome.hour is not None:
        since, due = (run.outcome.hour if since is None else since), run.outcome.hour
    start = _x(since or 0, span)
    end = _x(due, span) if due is not None else LEFT + WIDTH
    if since is None:
        return bar(start, f"{LEFT + WIDTH - start:g}%", y, BAR, "bar dash")
    if one.status == "discharged" and one.due is None:
        end = start
    width = max(end - start, SMALLEST)
    middle = y + BAR // 2 + 1
    over: Node = None
    if one.status == "overdue":
        over = line(start, start + width, middle, middle, "hatch")
    elif one.status == "void":
        over = line(start, start + width, middle, middle, "ln")
    return join([bar(start, f"{width:g}%", y, BAR, BARS[one.status]), over])


BARS: dict[Status, str] = {
    "pending": "bar",
    "discharged": "barf",
    "overdue": "late",
    "blocked": "barb",
    "void": "bar",
    "ended": "barf",
    "not_called": "bar dash",
}
"""The look of each standing; the words stand beside it."""


def table(run: Run) -> Raw:
    """The same duties as rows."""
    columns = strings.TIMELINE_COLUMNS
    body = []
    for row in rows_of(run.obligations):
        one = row.one
        cells = (
            codes(row.by),
            codes(one.to) or strings.NONE,
            one.article or strings.NONE,
            strings.NONE if one.since is None else strings.day_label(one.since),
            strings.NO_DAY if one.due is None else strings.day_label(one.due),
            standing(one, run),
        )
        told = [h("td", said, data_l=name) for said, name in zip(cells, columns[1:], strict=True)]
        body.append(h("tr", h("th", _what(row), scope="row"), told))
    head = [h("th", words, scope="col") for words in columns]
    return h("table", h("thead", h("tr", head)), h("tbody", body), class_="st")
