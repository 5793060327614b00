"""Incidents in words: what was done, what is owed and how it stands, what may be done next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from foedus.answers.check import Beat
from foedus.answers.trace import Divergence, Happened, Help, Obligation, Outcome, Trace
from foedus.answers.verdict import Choice
from foedus.present.beats import sentence
from foedus.present.choices import choice_sentence, under
from foedus.present.naming import Parties, capital, listed, names, number, whom
from foedus.present.titles import article, on_day, plain, title, titles

HELP: Mapping[Help, str] = {
    "owed": "Help is owed",
    "permitted": "Help is allowed, but nobody owes it",
    "given": "Help is given",
    "blocked": "Help is blocked",
    "void": "The guarantee is void",
    "not_called": "The guarantee is not called on",
    "nothing_owed": "The text owes no help here",
}

DONE = {
    "vote yes": "yes",
    "vote no": "no",
    "find yes": "find",
    "find no": "deny",
    "assist": "give",
    "attend": "attend",
    "appeal": "appeal",
    "report": "report",
    "declare_void": "void",
}
"""What an incident says was done, as a story tells it."""

MAY = {
    "vote": "vote",
    "find": "find",
    "assist": "help by",
    "attend": "come to the consultation",
    "appeal": "appeal",
    "report": "report",
    "declare_void": "declare the guarantee void",
    "occur": "bring about",
}
"""What a party may do next, by the machine's word for it."""


def outcome_sentence(outcome: Outcome, parties: Parties = ()) -> str:
    """What came of the call for help: by whom it was blocked, where, and when.

    Examples
    --------
    >>> outcome_sentence(Outcome("blocked", 72, ("A",), article="5"), [("A", "Astrania")])
    'Help is blocked by Astrania, under article 5, on day 3.'
    """
    by = f" by {whom(outcome.blocked_by, parties)[0]}" if outcome.blocked_by else ""
    where = f", under {article(outcome.article)}" if outcome.article else ""
    when = f", {on_day(outcome.hour)}" if outcome.hour is not None else ""
    return f"{HELP[outcome.help]}{by}{where}{when}."


def outside_sentence(outcome: Outcome) -> str:
    """Which acts stay permitted outside the text, and which the text bars."""
    if outcome.help in ("owed", "given"):
        return ""
    said = []
    if outcome.permitted_outside:
        said.append(
            f"Help by {titles(outcome.permitted_outside)} stays permitted outside the text."
        )
    if outcome.barred:
        said.append(f"The text bars help by {titles(outcome.barred)}.")
    return " ".join(said)


def happened_sentence(event: Happened, parties: Parties = (), victim: str = "") -> str:
    """One event of an incident, as a story would tell it.

    Examples
    --------
    >>> happened_sentence(Happened(60, ("A",), "vote no"), [("A", "Astrania")])
    'Astrania votes no.'
    """
    first, _, given = event.what.partition(" ")
    what = DONE.get(event.what) or DONE.get(first, "occur")
    act = {"give": given, "occur": event.what}.get(what, "")
    return sentence(Beat(event.hour, what, event.by, "", event.path, act), parties, victim)


def reading_sentence(sets: Sequence[Sequence[Choice]], parties: Parties = ()) -> str:
    """Under which readings a course is taken; nothing where there is only one course."""
    found = [under(one, parties) for one in sets if one]
    return f"Where {'; or where '.join(found)}." if found else ""


def obligation_sentence(duty: Obligation, parties: Parties = ()) -> str:
    """Who owes what to whom, by when.

    Examples
    --------
    >>> duty = Obligation("B", ("A",), "supply_weapons", "5", 24, 72, "pending", "shall")
    >>> obligation_sentence(duty, [("A", "Astrania"), ("B", "Belonia")])
    'Belonia, to Astrania: supplying weapons (article 5), due on day 3.'
    """
    by = duty.by.split(", ")
    who = capital(names(by, parties))
    to = f", to {names(duty.to, parties)}" if duty.to and list(duty.to) != by else ""
    what = listed(title(word) if "_" in word else word for word in duty.what.split(", "))
    due = f", due {on_day(duty.due)}" if duty.due is not None else ""
    why = f"; {plain(duty.reason, parties)}" if duty.reason else ""
    return f"{who}{to}: {what} ({article(duty.article)}){due}{why}."


def move_words(move: str, parties: Parties = ()) -> str:
    """What a party may do next.

    Examples
    --------
    >>> move_words("assist supply_weapons (article 5)")
    'help by supplying weapons (article 5)'
    """
    said, bracket, where = move.partition(" (")
    first, _, rest = said.partition(" ")
    if first not in MAY:
        return f"{MAY['occur']} “{title(said)}”{bracket}{where}"
    act = title(rest) if first == "assist" else rest
    return f"{MAY[first]} {act}".strip() + bracket + where


def divergence_sentence(found: Divergence, parties: Parties = ()) -> str:
    """The event after which two readings part: the real dispute."""
    kind: Literal["reading", "silence"] = "silence" if "/" in found.question else "reading"
    parts = choice_sentence(Choice(found.question, found.labels, kind), parties)
    return f"The readings part {on_day(found.hour)}, at “{move_words(found.what)}”: {parts}."


def courses_sentence(trace: Trace) -> str:
    """The answer over all readings: what comes of the call for help.

    Examples
    --------
    >>> from foedus.answers.trace import Run
    >>> blocked = Run((), (), (), Outcome("blocked", 72, ("A",), article="5"), ())
    >>> courses_sentence(Trace("t", "i", "", "B", "A", (("A", "Astrania"),), (blocked,)))
    'Help is blocked by Astrania, under article 5, on day 3.'
    """
    outcomes = list(dict.fromkeys(run.outcome for run in trace.runs))
    if not outcomes:
        return "The text says nothing of such an incident."
    if not outcomes[1:]:
        return outcome_sentence(outcomes[0], trace.parties)
    kinds = [run.outcome.help for run in trace.runs]
    every = dict.fromkeys(kinds)
    if len(every) == 1:
        return f"{HELP[kinds[0]]} in every reading; the readings part on how."
    parts = [f"{_lower(HELP[kind])} in {number(kinds.count(kind))}" for kind in every]
    return f"It depends on the reading: of {number(len(kinds))} courses, {listed(parts)}."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
