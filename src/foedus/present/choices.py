"""Readings and silences in words: what a choice means for the place of the text it is about.

Each silence that branches has its phrases in one table; a reading is quoted by its question and
label, since the text, or whoever reads it, gave them their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from foedus.answers.verdict import Choice
from foedus.present.naming import Parties, capital, listed, name
from foedus.present.places import spot

PHRASES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "rule": (
        "",
        {
            "each": "is left to each alone",
            "unanimity": "needs all to agree",
            "majority": "needs a majority",
            "any who come": "is held with any who come",
            "all must attend": "needs all to attend",
        },
    ),
    "body rule": (
        "decides ",
        {"majority": "by majority", "unanimity": "by unanimity"},
    ),
    "at_deadline": (
        "at its deadline ",
        {"proceed": "counts as done", "lapse": "lapses", "each_free": "leaves each free"},
    ),
    "counted_from": (
        "has its time counted ",
        {
            "trigger": "from the trigger",
            "appeal": "from the appeal",
            "previous": "from the step before",
        },
    ),
    "absent": (
        "",
        {
            "refuses": "counts an absent member as refusing",
            "not_counted": "leaves an absent member out of the count",
            "consents": "counts an absent member as agreeing",
        },
    ),
    "map": (
        "takes an area ",
        {"de_jure": "as it is by law", "held": "as it is held"},
    ),
    "duty": (
        "is ",
        {"shall": "owed", "may": "only allowed"},
    ),
    "only_if_decided": (
        "is allowed ",
        {"true": "only once it is decided", "false": "without a decision too"},
    ),
    "until": (
        "",
        {
            "never ends": "never ends",
            "released by a material breach of the other side": (
                "ends with a material breach by the other side"
            ),
        },
    ),
}
"""For each silent field, what can be said of its step: how it begins, and each completion."""


def choice_sentence(choice: Choice, parties: Parties = ()) -> str:
    """A choice as a clause that can follow *when*.

    Examples
    --------
    >>> choice_sentence(Choice("vote", ("Security Council",), "reading"))
    '“vote” is read as “Security Council”'
    >>> path = "5/guarantee/steps/consult/at_deadline"
    >>> choice_sentence(Choice(path, ("lapse", "each_free"), "silence"))
    'the consultation of article 5 at its deadline lapses or leaves each free (unstated)'
    """
    return under((choice,), parties)


def _reading(choice: Choice, parties: Parties) -> str:
    question = choice.question
    if "/" in question:
        at = spot(question, parties)
        question = f"{at.step}: {at.field.replace('_', ' ')}" if at.field else at.step
    if all(label in dict(parties) for label in choice.choices):
        return f"“{question}” is read as {_or(choice.choices, parties)} words it"
    return f"“{question}” is read as {_or(choice.choices, parties)}"


def _or(labels: Iterable[str], parties: Parties) -> str:
    known = dict(parties)
    return listed((name(x, parties) if x in known else f"“{x}”" for x in labels), "or")


def _silence(choice: Choice, parties: Parties) -> tuple[str, str]:
    """Of which step or body something is taken to hold, and what."""
    at = spot(choice.question, parties)
    before, labels = PHRASES.get(at.field, ("", {}))
    if any(label not in labels for label in choice.choices):
        said = listed((label.replace("_", " ") for label in choice.choices), "or")
        return at.step, f"has its “{at.field.replace('_', ' ')}” taken as “{said}”"
    subject = at.article if at.field == "map" else at.step
    return subject, before + listed((labels[label] for label in choice.choices), "or")


def under(choices: Sequence[Choice], parties: Parties = ()) -> str:
    """Several choices made at once, as one clause; what is silent about one step is said at once.

    Examples
    --------
    >>> at = "5/guarantee/steps/consult/"
    >>> come = Choice(at + "rule", ("all must attend",), "silence")
    >>> under([come, Choice(at + "at_deadline", ("lapse",), "silence")])
    'the consultation of article 5 needs all to attend and at its deadline lapses (unstated)'
    """
    said = [_reading(choice, parties) for choice in choices if choice.kind == "reading"]
    silent: dict[str, list[str]] = {}
    for choice in choices:
        if choice.kind == "silence":
            subject, what = _silence(choice, parties)
            silent.setdefault(subject, []).append(what)
    said += [f"{subject} {listed(what)} (unstated)" for subject, what in silent.items()]
    return listed(said)


def failing_sentence(sets: Sequence[Sequence[Choice]], parties: Parties = ()) -> str:
    """When a property fails: each smallest set of choices, joined by *or when*."""
    found = [under(one, parties) for one in sets if one]
    return f"Fails when {'; or when '.join(found)}." if found else ""


def chosen_sentence(fixed: Iterable[tuple[str, str]], parties: Parties = ()) -> str:
    """The readings that were chosen beforehand, as a sentence."""
    said = [chosen(question, label, parties) for question, label in fixed]
    return f"{capital(listed(said))}." if said else ""


def chosen(question: str, label: str, parties: Parties = ()) -> str:
    """One label of a question that was chosen beforehand, as a clause."""
    if "/" in question and spot(question).field in PHRASES:
        return " ".join(_silence(Choice(question, (label,), "silence"), parties))
    return _reading(Choice(question, (label,), "reading"), parties)
