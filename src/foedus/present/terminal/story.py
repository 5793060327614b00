"""A story on a page: the day at the left, then the sentence, then where in the text it stands."""

from __future__ import annotations

from collections.abc import Sequence

from foedus.answers.check import Beat
from foedus.present import wording as say
from foedus.present.naming import Parties
from foedus.present.terminal.layout import DIM, Page

MARGIN = 10
"""Columns kept for the day, or for the severity of a finding."""


def story(
    page: Page,
    beats: Sequence[Beat],
    parties: Parties,
    victim: str,
    sense: str | None = None,
) -> None:
    """A story line by line; day and article are written where they change."""
    day = at = ""
    hang = max([MARGIN, *(len(say.day(beat.hour)) + 2 for beat in beats)])
    for beat in beats:
        when = say.day(beat.hour)
        line = say.sentence(beat, parties, victim, sense)
        where = ", ".join(filter(None, (say.article(beat.article), say.route(beat.path))))
        if beat.article and where != at:
            at = where
            line += f" ({where})"
        page.say(line, indent=2, lead=when if when != day else " ", hang=hang, style=DIM)
        day = when
