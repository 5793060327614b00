"""A trace as text: what comes of the call for help, then each course of the incident."""

from __future__ import annotations

from foedus.answers.trace import Obligation, Run, Trace
from foedus.present import runs
from foedus.present import wording as say
from foedus.present.naming import capital, counted, listed
from foedus.present.terminal.layout import BOLD, DIM, Page
from foedus.present.terminal.story import story

STATUS = 14
"""Columns kept for how a duty stands."""


def trace_text(trace: Trace, *, colour: bool, width: int) -> str:
    """A trace for people; no line is wider than `width`."""
    page = Page(colour, width)
    page.say(runs.courses_sentence(trace), style=BOLD)
    page.gap()
    kind = ", hypothetical" if trace.hypothetical else ""
    page.say(trace.title)
    page.say(f"{trace.incident}{kind}, run through {trace.treaty}", style=DIM)
    victim, accused = (say.name(who, trace.parties) for who in (trace.victim, trace.accused))
    page.say(f"{capital(victim)} is the victim, {accused} the accused.", style=DIM)
    if trace.diverges_at is not None:
        page.gap()
        page.say(runs.divergence_sentence(trace.diverges_at, trace.parties))
    for place, run in enumerate(trace.runs):
        page.heading(_title(place, len(trace.runs)))
        page.say(runs.reading_sentence(run.reading, trace.parties))
        _course(page, trace, run)
        _moves(page, trace, place)
    _record(page, trace)
    page.heading("Next")
    page.say(f"foedus check {trace.called or trace.treaty} --accused {trace.accused}", indent=2)
    page.say(
        f"foedus amend {trace.called or trace.treaty} --goal no-veto-by-the-accused", indent=2
    )
    return page.text()


def _title(place: int, count: int) -> str:
    return "The course of events" if count == 1 else f"Course {place + 1} of {count}"


def _course(page: Page, trace: Trace, run: Run) -> None:
    story(page, run.story, trace.parties, trace.victim)
    _without_effect(page, trace, run)
    page.gap()
    page.say(runs.outcome_sentence(run.outcome, trace.parties), indent=2, style=BOLD)
    page.say(runs.outside_sentence(run.outcome), indent=2)
    if run.obligations:
        page.gap()
        page.say("What is owed, and how it stands", indent=2, style=BOLD)
    for same in _alike(run.obligations):
        line = runs.obligation_sentence(same, trace.parties)
        page.say(line, indent=2, lead=same.status.replace("_", " "), hang=STATUS, style=DIM)


def _without_effect(page: Page, trace: Trace, run: Run) -> None:
    """Events of the incident that change nothing under the text, by the reason why."""
    reasons = dict.fromkeys(event.because for event in run.events if not event.accepted)
    for because in reasons:
        why = f", because {say.plain(because, trace.parties)}" if because else ""
        page.say(f"Without effect{why}:", indent=2)
        for event in run.events:
            if not event.accepted and event.because == because:
                said = runs.happened_sentence(event, trace.parties, trace.victim)
                page.say(said, indent=4, lead=f"{say.day(event.hour)}:", style=DIM)


def _alike(duties: tuple[Obligation, ...]) -> list[Obligation]:
    """Duties that differ only in who owes them, as one."""
    groups: dict[tuple[object, ...], list[Obligation]] = {}
    for duty in duties:
        key = (duty.to, duty.what, duty.article, duty.since, duty.due, duty.status, duty.reason)
        groups.setdefault(key, []).append(duty)
    return [_joined(same) for same in groups.values()]


def _joined(same: list[Obligation]) -> Obligation:
    first = same[0]
    by = ", ".join(dict.fromkeys(one.by for one in same))
    return Obligation(
        by, first.to, first.what, first.article, first.since, first.due, first.status,
        first.duty, first.reason,
    )  # fmt: skip


def _moves(page: Page, trace: Trace, place: int) -> None:
    """What each may lawfully do next; parties with the same moves together."""
    if place >= len(trace.moves) or not trace.moves[place]:
        return
    groups: dict[tuple[str, ...], list[str]] = {}
    for party, moves in trace.moves[place]:
        groups.setdefault(moves, []).append(party)
    page.gap()
    page.say("What may be done next", indent=2, style=BOLD)
    for moves, parties in groups.items():
        words = listed((runs.move_words(move) for move in moves), "or")
        page.say(f"{capital(say.names(parties, trace.parties))}: {words}.", indent=2)


def _record(page: Page, trace: Trace) -> None:
    if trace.record is None:
        return
    page.heading("What really followed")
    page.say(trace.record.says)
    if trace.record.agrees:
        agreeing = listed(str(place + 1) for place in trace.record.agrees)
        noun = "course" if not trace.record.agrees[1:] else "courses"
        page.say(f"As in {noun} {agreeing}.")
    else:
        page.say(f"As in none of {counted(len(trace.runs), 'course')} above.")
    page.say(f"Sources: {listed(trace.record.sources)}.", style=DIM)
