"""The sentences of foedus: what each answer says, subject first, in words a minister could read.

Whatever a reader is shown, on a terminal or on a page, is worded here and in the modules this
one gathers, from names (`naming`, `titles`, `places`) to what is said with them (`choices`,
`beats`, `endings`, `cases`, `families`), so that the same fact has the same words everywhere.
The test of a sentence: swap the names of two sides and read it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from foedus.answers.check import Timing, TimingUnder
from foedus.present.beats import sentence
from foedus.present.cases import case_sentence, pairs_sentence, sense_sentence
from foedus.present.choices import (
    choice_sentence,
    chosen_sentence,
    failing_sentence,
    under,
)
from foedus.present.endings import answer_line, blocks_sentence, outcome_line
from foedus.present.families import decision_sentence, decision_title, reading_words, sets_words
from foedus.present.naming import Parties, capital, name, names
from foedus.present.places import route
from foedus.present.titles import article, articles, dated, day, on_day, plain, title, titles

if TYPE_CHECKING:  # a check is worded without loading what a proposal is
    from foedus.answers.proposals import Effect

__all__ = [
    "answer_line",
    "article",
    "articles",
    "blocks_sentence",
    "case_sentence",
    "choice_sentence",
    "chosen_sentence",
    "dated",
    "day",
    "decision_sentence",
    "decision_title",
    "effect_lines",
    "effect_sentence",
    "failing_sentence",
    "name",
    "names",
    "on_day",
    "outcome_line",
    "pairs_sentence",
    "plain",
    "property_title",
    "reading_words",
    "route",
    "sense_sentence",
    "sentence",
    "sets_words",
    "timing_lines",
    "timing_sentence",
    "title",
    "titles",
    "under",
    "verdict_word",
]

VERDICTS = ("holds", "fails", "depends", "not_applicable")


def verdict_word(verdict: str) -> str:
    """A verdict as people read it.

    Examples
    --------
    >>> verdict_word("not_applicable")
    'not applicable'
    """
    return verdict.replace("_", " ")


def property_title(called: str) -> str:
    """The name of a property as a heading.

    Examples
    --------
    >>> property_title("no-veto-by-the-accused")
    'No veto by the accused'
    """
    return capital(called.replace("-", " "))


def timing_sentence(timing: Timing | None) -> str:
    """When help can be due at the earliest, and by when at the latest.

    Examples
    --------
    >>> timing_sentence(Timing(0, None, False))
    'Help can be due on day 0 at the earliest; the text sets no last day.'
    >>> timing_sentence(Timing(0, 72, True))
    'Help can be due on day 0 at the earliest; it is due on day 3 at the latest (“at once”).'
    """
    if timing is None:
        return "No help is promised, so no time can be measured."
    soonest = "Help is never due"
    if timing.fastest_hours is not None:
        soonest = f"Help can be due {on_day(timing.fastest_hours)} at the earliest"
    if len({row.slowest_hours for row in timing.by_reading}) > 1:
        return f"{soonest}; the last day depends on the reading."
    return f"{soonest}; {_latest(timing)}."


def timing_lines(timing: Timing | None, parties: Parties = ()) -> list[str]:
    """The last day under each reading that changes it; readings with the same day together."""
    rows: dict[str, list[str]] = {}
    for row in timing.by_reading if timing is not None else ():
        rows.setdefault(_latest(row), []).append(under(row.under, parties))
    return [f"{capital(said)} when {'; or when '.join(whens)}." for said, whens in rows.items()]


def _latest(timing: Timing | TimingUnder) -> str:
    if timing.slowest_hours is None:
        return "the text sets no last day"
    once = " (“at once”)" if timing.unmeasured else ""
    return f"it is due {on_day(timing.slowest_hours)} at the latest{once}"


SAYS = {
    "always": "can stop help",
    "when_accused": "can stop help when it is itself accused",
    "unless_accused": "can stop help unless it is itself accused",
    "never": "cannot stop help",
}


def effect_sentence(effect: Effect, parties: Parties = ()) -> str:
    """What an amendment changes for one party, before and after, in the same words for each side.

    Examples
    --------
    >>> from foedus.answers.proposals import Effect
    >>> change = Effect("A", "guarantor", "always", "unless_accused")
    >>> effect_sentence(change, [("A", "Astrania")])
    'Astrania alone can stop help now; afterwards it can stop help unless it is itself accused.'
    """
    return _effect(effect, name(effect.party, parties))


def effect_lines(effects: Iterable[Effect], parties: Parties = ()) -> list[str]:
    """The same for several parties; those for whom the same changes stand together."""
    groups: dict[tuple[str, str, str], list[Effect]] = {}
    for effect in effects:
        groups.setdefault((effect.role, effect.before, effect.after), []).append(effect)
    lines = []
    for same in groups.values():
        each = "each of " if same[1:] else ""
        lines.append(_effect(same[0], each + names((one.party for one in same), parties)))
    return lines


def _effect(effect: Effect, who: str) -> str:
    before, after = SAYS[effect.before], SAYS[effect.after]
    if effect.role == "guarantor":
        return f"{capital(who)} alone {before} now; afterwards it {after}."
    before, after = (said.replace("it is itself", "that party is") for said in (before, after))
    before, after = (said.replace("help", f"help to {who}") for said in (before, after))
    return f"One party alone {before} now; afterwards it {after}."
