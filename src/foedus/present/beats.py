"""One line of a story in words: who does what, subject first, in the present tense.

A trigger is what is said of somebody, never what is found; nobody here obstructs or fails: they
vote no, stay away, or withhold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter

from foedus.answers.check import Beat
from foedus.present.naming import Parties, capital, does, name, names, whom
from foedus.present.places import step_noun
from foedus.present.titles import title, titles
from foedus.terms import words


def sentence(beat: Beat, parties: Parties = (), victim: str = "", sense: str | None = None) -> str:
    """What a beat tells, as one sentence.

    Parameters
    ----------
    beat : Beat
    parties : pairs of id and name
    victim : str
        Whom the story is about; without it a trigger is told by its title.
    sense : str or None
        `promise` or `permission` where help is not owed in law.

    Examples
    --------
    >>> sentence(Beat(0, "no", ("A", "B")), [("A", "Astrania"), ("B", "Belonia")])
    'Astrania and Belonia vote no.'
    >>> attack = Beat(0, "trigger", ("B",), "5", "5/guarantee/steps", "armed_attack")
    >>> sentence(attack, [("A", "Astrania"), ("B", "Belonia")], "A")
    'It is said that Belonia attacked Astrania.'
    """
    if beat.what in ACTS:
        return does(beat.by, parties, *ACTS[beat.what])
    if beat.what == "owed":
        return _owed(beat, parties, sense)
    return TOLD[beat.what](beat, parties, victim)


ACTS: Mapping[str, tuple[str, str]] = {
    "appeal": ("appeals", "appeal"),
    "attend": ("comes to the consultation", "come to the consultation"),
    "yes": ("votes yes", "vote yes"),
    "no": ("votes no", "vote no"),
    "report": ("reports", "report"),
}
"""What somebody simply does: for one, and for several."""


def _trigger(beat: Beat, parties: Parties, victim: str) -> str:
    happened = [word for word in beat.act.split(", ") if word]
    if len(happened) == 1 and beat.by and _wrong(happened[0]):
        return _alleged(happened[0], beat, parties, victim)
    said = f": {titles(happened, 'or')}" if happened else ""
    return f"The trigger is taken to be met{said}."


def _wrong(word: str) -> bool:
    return word in words.known("events") and words.event(word).brought_about_by == "accused"


def _alleged(word: str, beat: Beat, parties: Parties, victim: str) -> str:
    """What is said of the accused, in the pattern of the word if all it names is known."""
    pattern = words.event(word).says
    known = {"by": names(beat.by, parties)}
    if victim and victim not in beat.by:
        known["against"] = name(victim, parties)
    if {field for _, field, _, _ in Formatter().parse(pattern) if field} <= known.keys():
        return f"It is said that {pattern.format(**known)}."
    who = names(beat.by, parties)
    return f"{capital(who)} {'are' if len(beat.by) > 1 else 'is'} accused of “{title(word)}”."


def _occurs(beat: Beat, parties: Parties, victim: str) -> str:
    if not beat.by:
        return f"It comes about: {title(beat.act)}."
    if _wrong(beat.act):
        return _alleged(beat.act, beat, parties, victim)
    known = beat.act in words.known("events") and words.event(beat.act).brought_about_by
    part = ("does its part", "do their part") if known == "both_sides" else ("acts", "act")
    return f"{does(beat.by, parties, *part)[:-1]}: {title(beat.act)}."


def _finds(beat: Beat, parties: Parties, victim: str) -> str:
    what = f" of “{titles(beat.act.split(', '), 'or')}”" if beat.act else ""
    if beat.what == "find":
        return does(beat.by, parties, f"finds a case{what}", f"find a case{what}")
    return does(beat.by, parties, f"finds no case{what}", f"find no case{what}")


def _gives(beat: Beat, parties: Parties, victim: str) -> str:
    return does(
        beat.by, parties, *(f"{verb} help by {title(beat.act)}" for verb in ("gives", "give"))
    )


def _void(beat: Beat, parties: Parties, victim: str) -> str:
    ground = f", on the ground of “{titles(beat.act.split(', '), 'or')}”" if beat.act else ""
    if not beat.by:
        return f"The guarantee is void{ground}."
    say = [f"{verb} the guarantee void{ground}" for verb in ("declares", "declare")]
    return does(beat.by, parties, *say)


def _at(beat: Beat) -> str:
    """The step a beat is about, without its article."""
    last = beat.path.rpartition("/")[2]
    noun = step_noun(last) if last and last != "steps" else "the procedure"
    return "help" if noun == "the help" else noun


def _absent(beat: Beat, parties: Parties, verb: tuple[str, str]) -> str:
    return does(beat.by, parties, *verb)[:-1] if beat.by else ""


AWAY = ("stays away", "stay away")
SILENT = ("withholds agreement", "withhold agreement")


def _ends(beat: Beat, parties: Parties, victim: str) -> str:
    """A step refused or lapsed, a deadline passed, or a deadline that frees each."""
    at = _at(beat)
    how = {
        "refused": f"{at} is refused",
        "lapsed": f"time is over and {at} lapses",
        "deadline": f"time is over and {at} counts as done",
        "free": "time is over and each may choose for itself",
    }[beat.what]
    who = _absent(beat, parties, SILENT if beat.what == "refused" else AWAY)
    return f"{who}; {how}." if who else f"{capital(how)}."


def _waits(beat: Beat, parties: Parties, victim: str) -> str:
    who, after = whom(beat.by, parties)
    for_ = f" for {who}" if who else ""
    return f"{capital(_at(beat))} waits{for_} without a deadline{after}."


def _awaits(beat: Beat, parties: Parties, victim: str) -> str:
    by = f" by {names(beat.by, parties)}" if beat.by else ""
    return f"{capital(_at(beat))} waits for an event{by}: {title(beat.act)}."


def _dormant(beat: Beat, parties: Parties, victim: str) -> str:
    if not beat.act:
        return "The guarantee is not called into force."
    hold = [f"{verb} what it needs" for verb in ("withholds", "withhold")]
    who = does(beat.by, parties, *hold)[:-1] if beat.by else "It lacks what it needs"
    return f"The guarantee is not called into force. {who}: {title(beat.act)}."


def _owed(beat: Beat, parties: Parties, sense: str | None) -> str:
    help_ = f"help by {titles(beat.act.split(', '))}" if beat.act else "help"
    return does(beat.by, parties, *(f"{verb} {help_}" for verb in OWES.get(sense, OWES[None])))


OWES: Mapping[str | None, tuple[str, str]] = {
    None: ("owes", "owe"),
    "promise": ("has promised", "have promised"),
    "permission": ("is allowed", "are allowed"),
}
"""How a duty is told, by what it is in law."""

TOLD: Mapping[str, Callable[[Beat, Parties, str], str]] = {
    "trigger": _trigger,
    "occur": _occurs,
    "find": _finds,
    "deny": _finds,
    "give": _gives,
    "void": _void,
    "close": lambda beat, parties, victim: "The vote ends with those who have come.",
    "deadline": _ends,
    "free": _ends,
    "refused": _ends,
    "lapsed": _ends,
    "waits": _waits,
    "awaits": _awaits,
    "dormant": _dormant,
    "untimed": lambda beat, parties, victim: "No time is set for it.",
    "allowed": lambda beat, parties, victim: "Help is allowed, but nobody owes it.",
    "end": lambda beat, parties, victim: "Nothing obliges anyone to help.",
}
