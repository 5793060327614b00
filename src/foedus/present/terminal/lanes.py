"""A run as a sequence in plain text: time goes down, one column for each side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from foedus.answers.check import Beat
from foedus.present.naming import Parties, counted, name
from foedus.present.titles import day, title

MOVES = {
    "appeal": "appeals",
    "attend": "comes to the talks",
    "find": "finds it so",
    "deny": "denies it",
    "yes": "votes yes",
    "no": "votes no",
    "give": "gives help",
}
ENDS = {
    "owed": "help is owed",
    "refused": "refused",
    "lapsed": "the time is over: it lapses",
    "deadline": "the time is over: it goes on",
    "free": "the time is over: each is free",
    "close": "the vote ends",
    "end": "no help is owed",
}
TIME = 16


def lanes(
    story: Iterable[Beat], victim: str, accused: str, parties: Parties, width: int
) -> list[str]:
    """The lines of the sequence: victim, accused, and all others in one column.

    Examples
    --------
    >>> beats = (Beat(0, "appeal", ("AAA",)), Beat(0, "end"))
    >>> for line in lanes(beats, "AAA", "BBB", (("AAA", "Astrania"),), 64): print(line)
                    Astrania        BBB             the others
    Day 0           appeals
                    └─ no help is owed ────────────────────────────
    """
    beats = list(story)
    room = (width - TIME) // 3
    others = {who for beat in beats for who in beat.by} - {victim, accused}
    heads = [_head(who, parties, room) for who in (victim, accused)]
    last = counted(len(others), "other") if others else "the others"
    rows = [" " * TIME + "".join(_cell(text, room) for text in (*heads, last)).rstrip()]
    before = None
    for beat in beats:
        when = day(beat.hour) if beat.hour != before else ""
        said = list(_said(beat, victim, accused, room))
        rows += [f"{when if n == 0 else '':<{TIME}}{line}".rstrip() for n, line in enumerate(said)]
        before = beat.hour if said else before
    return rows


def _head(who: str, parties: Parties, room: int) -> str:
    """The name of a side, or its id where the name is too long for its column."""
    called = name(who, parties)
    return called if len(called) < room else who


def _cell(text: str, room: int) -> str:
    short = text if len(text) < room else text[: room - 2] + "…"
    return f"{short:<{room}}"


def _said(beat: Beat, victim: str, accused: str, room: int) -> Iterator[str]:
    if beat.what in ENDS:
        said = f"└─ {ENDS[beat.what]} "
        yield said + "─" * max(0, 3 * room - 1 - len(said))
        return
    word = MOVES.get(beat.what)
    if beat.what == "occur" or (beat.what == "trigger" and beat.by):
        word = title(beat.act)
    if word is None:
        return
    columns = [victim in beat.by, accused in beat.by, bool(set(beat.by) - {victim, accused})]
    yield "".join(_cell(word if here else "", room) for here in columns)
