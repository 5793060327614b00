"""How a drafter would write a step: the sentence that an amendment changes.

These are plain statements of what is encoded, in one voice, so that words struck and words added
can be counted; the authentic wording of a text is its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from fractions import Fraction
from typing import Any

from foedus.ideas.clock import Duration
from foedus.ideas.coalition import Rule, Who
from foedus.ideas.silence import Unstated

Read = Callable[[Any], Any]
_WHO = {
    "victim": "the state attacked",
    "accused": "a state accused of the attack",
    "parties_to_hostilities": "the parties to the hostilities",
    "third_states": "other states",
}
_AT_DEADLINE = {
    "proceed": "when that time is over the procedure goes on",
    "lapse": "when that time is over the call lapses",
    "each_free": "when that time is over each is free to act",
}
_COUNTS = {"majority": "a majority", "any": "any one"}


def who_words(who: Any) -> str:
    """A set of parties as a drafter would name it.

    Examples
    --------
    >>> who_words(Who(of=("guarantors",), without=Who(of=("accused",))))
    'the guarantors other than a state accused of the attack'
    """
    if not isinstance(who, Who):
        return "those concerned"
    names = [_WHO.get(name) or _name(name) for name in who.of]
    said = " and ".join(names)
    return f"{said} other than {who_words(who.without)}" if who.without is not None else said


def _name(name: str) -> str:
    if not name.islower():
        return name
    said = name.replace("_", " ")
    return said if said.startswith("all ") else f"the {said}"


def rule_words(rule: Any, who: str, read: Read) -> str:
    """Who must agree, in words; `read` picks the reading of a place."""
    value = read(rule)
    if value is None or isinstance(value, Unstated):
        return f"{who}, in a way the text does not state"
    if value.named is not None:
        return f"{_name(value.named)}, by its own rule"
    if value.every is not None:
        return " and ".join(rule_words(part, who, read) for part in value.every)
    if value.either is not None:
        return " or ".join(rule_words(part, who, read) for part in value.either)
    return _counted(value, who, read)


def _counted(rule: Rule, who: str, read: Read) -> str:
    who = who_words(rule.by) if rule.by is not None else who
    quota = read(rule.at_least)
    if quota == "each":
        return f"each of {who} for itself"
    if quota == "all":
        said = f"all of {who}"
    elif isinstance(quota, Fraction):
        said = f"{_fraction(quota)} of {who}"
    elif isinstance(quota, int):
        said = f"at least {quota} of {who}"
    elif isinstance(quota, str):
        said = f"{_COUNTS[quota]} of {who}"
    else:
        said = who
    if rule.with_ is not None:
        said += f", {who_words(rule.with_)} among them"
    gone = read(rule.without)
    return f"{said}, {who_words(gone)} having no vote" if isinstance(gone, Who) else said


def _fraction(value: Fraction) -> str:
    known = {
        Fraction(2, 3): "two thirds",
        Fraction(3, 4): "three quarters",
        Fraction(1, 2): "half",
    }
    return known.get(value, f"{value.numerator} in {value.denominator}")


def step_words(kind: str, form: Any, by: Any, read: Read) -> str:
    """The sentence of one step.

    Parameters
    ----------
    kind : str
        Which of the six kinds.
    form : StepForm
    by : Who
        Who acts, where the step does not say.
    read : callable
        Picks the reading of a place; silence stays silence.
    """
    who = who_words(read(form.by) if form.by is not None else read(by))
    opening = {
        "appeal": "on an appeal by",
        "determine": "once it has been found by",
        "consult": "after consultations among",
        "decide": "on the basis of a decision by",
        "assist": "help is given by",
        "report": "a report is made by",
    }[kind]
    said = f"{opening} {rule_words(form.rule, who, read) if form.rule is not None else who}"
    within = read(form.within)
    if isinstance(within, Duration):
        said += " at once" if within.at_once else f" within {_length(within)}"
    label = read(form.at_deadline)
    return f"{said}, and {_AT_DEADLINE[label]}" if isinstance(label, str) else said


def _length(duration: Duration) -> str:
    unit = {"min": "minute", "h": "hour", "d": "day", "w": "week", "mo": "month", "y": "year"}
    return f"{duration.count} {unit[duration.unit]}{'' if duration.count == 1 else 's'}"


def words_changed(before: str, after: str) -> int:
    """Words struck plus words added.

    Examples
    --------
    >>> words_changed("all of the guarantors", "two thirds of the guarantors")
    3
    """
    old, new = _split(before), _split(after)
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum((i2 - i1) + (j2 - j1) for tag, i1, i2, j1, j2 in blocks if tag != "equal")


def _split(text: str) -> list[str]:
    return re.findall(r"[^\s,.;]+", text)
