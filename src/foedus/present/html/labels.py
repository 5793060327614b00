"""What stands beside a line of a sequence diagram: a few words; the sentence is elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from foedus.answers.check import Beat
from foedus.present.html import figure_strings as strings
from foedus.present.html.lanes import Lane, codes, places
from foedus.present.titles import titles

MOST_NAMED = 3
"""Codes that fit into a label; more are counted."""


def label(beat: Beat, lanes: Sequence[Lane]) -> str:
    """A beat in a few words.

    Whoever acts is named only where the lane does not say it: where only some of those who share
    a lane act.
    """
    pattern = strings.BEAT_LABELS[beat.what]
    act = titles(word for word in beat.act.split(", ") if word) if beat.act else ""
    if not act:
        pattern = strings.BEAT_LABELS_WITHOUT_ACT.get(beat.what, pattern)
    if beat.by:
        pattern = strings.BEAT_LABELS_WITH_PARTY.get(beat.what, pattern)
    return pattern.format(act=act, who=_who(beat, lanes), step=_step(beat))


def _step(beat: Beat) -> str:
    kind = beat.path.rpartition("/")[2].partition(".")[0]
    return strings.STEPS.get(kind, strings.STEP)


def _who(beat: Beat, lanes: Sequence[Lane]) -> str:
    """Whoever acts, as a few codes or as a count; nothing where whole lanes act."""
    by = places(lanes, beat.by)
    whole = sum(len(lanes[n].members) for n in by) == len(beat.by)
    if beat.what in strings.LABELS_THAT_NAME:
        return few(beat.by)
    if whole or not beat.by:
        return ""
    return f" ({few(beat.by)})"


def few(who: Sequence[str]) -> str:
    """The codes of some parties, or how many they are."""
    if len(who) > MOST_NAMED:
        return strings.N_PARTIES.format(n=len(who))
    return codes(who)
