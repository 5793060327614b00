"""Who stands where in a sequence diagram: at most four lanes, the protected party first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foedus.answers.check import Beat
from foedus.present.html import figure_strings as strings
from foedus.present.naming import ROLES, Parties, capital

AGAINST = frozenset({"no", "deny", "refused", "lapsed"})
PLACES = {1: (55.0,), 2: (32.0, 78.0), 3: (26.0, 54.0, 83.0), 4: (20.0, 42.3, 64.6, 87.0)}
MOST_CODES = 12


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of the diagram: whose it is, what stands above and below its name, where it is."""

    members: tuple[str, ...]
    title: str
    role: str
    x: float


@dataclass(frozen=True, slots=True)
class Telling:
    """A story with whom it is about.

    Attributes
    ----------
    beats : tuple of Beat
    victim, accused : str
    parties : pairs of id and name
    unstated : set of str
        Paths of the steps whose time begins at a moment the text does not state.
    """

    beats: tuple[Beat, ...]
    victim: str
    accused: str
    parties: Parties
    unstated: frozenset[str] = frozenset()


def lanes(telling: Telling) -> tuple[Lane, ...]:
    """The protected party, the accused, others who stand against help, and all the rest.

    Parties that the story does not tell apart share a lane, so that nobody is put first.
    """
    beats, victim, accused = telling.beats, telling.victim, telling.accused
    acting = list(dict.fromkeys(who for beat in beats for who in beat.by))
    against = {who for beat in beats if beat.what in AGAINST for who in beat.by}
    rest = [who for who in acting if who not in (victim, accused)]
    groups = [
        ((victim,) if victim else (), strings.LANE_PROTECTED),
        ((accused,) if accused in acting else (), strings.LANE_ACCUSED),
        (tuple(who for who in rest if who in against), ""),
        (tuple(who for who in rest if who not in against), ""),
    ]
    filled = [(members, role) for members, role in groups if members]
    places = PLACES[max(len(filled), 1)]
    return tuple(
        _lane(members, role, x, telling.parties)
        for (members, role), x in zip(filled, places, strict=True)
    )


def _lane(members: tuple[str, ...], role: str, x: float, parties: Parties) -> Lane:
    if len(members) == 1:
        return Lane(members, label(members[0], parties), role, x)
    return Lane(members, strings.LANE_OTHERS.format(n=len(members)), codes(members), x)


def label(who: str, parties: Parties) -> str:
    """A party's name as a heading, without *the*; a body keeps the name the text gives it."""
    return dict(parties).get(who) or capital(ROLES.get(who, who.replace("_", " ")))


def codes(members: Iterable[str]) -> str:
    """The ids of a few parties, or how many there are."""
    listed = list(members)
    if len(listed) > MOST_CODES:
        return strings.N_PARTIES.format(n=len(listed))
    return " ".join(strings.CODES.get(who, who) for who in listed)


def places(all_lanes: Sequence[Lane], who: Iterable[str]) -> list[int]:
    """The lanes in which any of these parties stands, from left to right."""
    wanted = set(who)
    return [n for n, lane in enumerate(all_lanes) if wanted.intersection(lane.members)]
