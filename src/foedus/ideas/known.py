"""The ids and words a document may use, checked at the place where each is written."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic_core import PydanticCustomError, core_schema

from foedus.ideas.form import Checked, Limits, Written
from foedus.terms import words
from foedus.terms.diagnostic import nearest

SPECIAL = frozenset({"victim", "accused", "parties_to_hostilities", "anyone", "third_states"})
RULE_WORDS = frozenset({"each", "any", "majority", "two_thirds", "all", "unanimity", "consensus"})
RESERVED = SPECIAL | RULE_WORDS | {"unstated", "none"}


@dataclass(frozen=True)
class Known:
    """What the document defines, handed to validation as its context.

    `parties` includes groups, bodies and the special parties; `steps` the ids of steps and routes.
    """

    parties: frozenset[str] = SPECIAL
    areas: frozenset[str] = frozenset()
    steps: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    extra: frozenset[str] = field(default_factory=frozenset)


def unknown(kind: str, word: str, known: Collection[str], why: str) -> PydanticCustomError:
    """The error for a word that is not in its list, with the nearest one as the mend."""
    near = nearest(word, known)
    listed = ", ".join(sorted(known)[:12])
    mend = f"did you mean {near!r}?" if near else f"known here: {listed or 'none'}"
    return PydanticCustomError(
        f"unknown-{kind}",
        "{what}",
        {"what": f"{word!r} is not a known {kind}", "why": why, "mend": mend},
    )


def _party(value: str, known: Known | None) -> str:
    if known is not None and value not in known.parties:
        raise unknown("party", value, known.parties, "nobody can owe or be owed what has no owner")
    return value


def _rule_name(value: str, known: Known | None) -> str:
    if known is not None and value not in known.parties:
        raise unknown(
            "rule", value, RULE_WORDS | known.parties, "it must be clear who can decide and stop"
        )
    return value


def _area(value: str, known: Known | None) -> str:
    if known is not None and value not in known.areas | {"none"}:
        raise unknown("area", value, known.areas, "what lies inside the promise cannot be told")
    return value


def _source(value: str, known: Known | None) -> str:
    if known is not None and value not in known.sources:
        raise unknown("source", value, known.sources, "a fact without a source cannot be checked")
    return value


def _step(value: str, known: Known | None) -> str:
    if known is not None and value not in known.steps | COUNTED_FROM:
        raise unknown("step", value, known.steps | COUNTED_FROM, "the clock would never start")
    return value


def _word(kind: str, label: str, why: str) -> Any:
    def check(value: str, known: Known | None) -> str:
        if (
            known is None
            or value in words.known(kind)
            or (kind == "events" and value in known.steps)
        ):
            return value
        raise unknown(
            label, value, words.known(kind) | (known.steps if kind == "events" else set()), why
        )

    return Checked(check)


COUNTED_FROM = frozenset({"trigger", "appeal", "previous"})


def _finding(why: str) -> Any:
    def check(value: str, known: Known | None) -> str:
        allowed = words.known("tests") | words.known("events")
        if known is None or value in allowed | known.steps:
            return value
        raise unknown("test", value, allowed | known.steps, why)

    return Checked(check)


Id = Annotated[str, Limits(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", most=80)]
Text = Annotated[str, Limits(most=4000)]
PartyId = Annotated[str, Checked(_party)]
RuleName = Annotated[str, Checked(_rule_name)]
AreaId = Annotated[str, Checked(_area)]
StepId = Annotated[str, Checked(_step)]
SourceId = Annotated[str, Checked(_source)]
ActWord = Annotated[str, _word("acts", "act", "a duty nobody can recognise cannot be performed")]
EventWord = Annotated[str, _word("events", "event", "an obligation on it can never be called on")]
FindWord = Annotated[str, _finding("what is to be found cannot be recognised")]
TestWord = Annotated[str, _word("tests", "test", "a threshold nobody can recognise is never met")]
LimitWord = Annotated[str, _word("limits", "limit", "a ceiling on nothing known binds nobody")]
SettlementWord = Annotated[
    str, _word("means_of_settlement", "means of settlement", "nobody could tell what to do")
]
ValueWord = Annotated[str, _word("values", "protected value", "what is promised cannot be told")]

VERSION = 1


def _version(value: Any) -> int:
    if value == VERSION and not isinstance(value, bool):
        return VERSION
    raise PydanticCustomError(
        "wrong-version",
        "{what}",
        {
            "what": f"{value!r} is not a version of the language that can be read here",
            "why": "words may mean something else in another version",
            "mend": f"write foedus: {VERSION}, or read it with a newer foedus",
        },
    )


VersionLike = Annotated[int, Written(_version, core_schema.literal_schema([VERSION]))]
