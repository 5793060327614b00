"""Coalition: `by` says of whom, `rule` says who among them suffices. The only idea of decision."""

import re
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic_core import PydanticCustomError, core_schema

from foedus.ideas.form import Form, SpeltOut, Written
from foedus.ideas.known import PartyId, RuleName
from foedus.ideas.shape import ByShape
from foedus.ideas.silence import UNSTATED, Maybe

Quota = int | Fraction | Literal["any", "majority", "all", "each"]


class Who(Form):
    """A set of parties, groups and bodies: everyone in `of`, less everyone in `without`.

    Examples
    --------
    >>> Who(of=("members",), without=Who(of=("victim", "accused"))).of
    ('members',)
    """

    of: tuple[PartyId, ...]
    without: "WhoLike | None" = None


class WhoForm(Form):
    """The long way of writing a set: `{of: X, without: Y}`."""

    of: "WhoLike"
    without: "WhoLike | None" = None


def _join(value: Any) -> Any:
    if isinstance(value, str):
        return Who.made(of=(value,), without=None)
    if isinstance(value, WhoForm):
        inner = value.of
        if inner.without is None:
            return Who.made(of=inner.of, without=value.without)
        taken = inner.without.of + (value.without.of if value.without else ())
        return Who.made(of=inner.of, without=Who.made(of=taken, without=None))
    return Who.made(of=tuple(value), without=None)


WhoLike = Annotated[
    Who,
    ByShape(
        forms=(("text", PartyId), ("list", list[PartyId]), ("mapping", WhoForm)),
        expected="a party, a list of parties, or {of: …, without: …}",
        why="it must be clear whose promise, act or voice this is",
        join=_join,
    ),
]


def _quota(value: Any) -> Quota:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    if isinstance(value, str) and value in ("each", "any", "majority", "all"):
        return value  # type: ignore[return-value]
    if isinstance(value, str) and (match := re.fullmatch(r"(\d{1,4})/(\d{1,4})", value)):
        top, bottom = int(match[1]), int(match[2])
        if 0 < top <= bottom:
            return Fraction(top, bottom)
    raise PydanticCustomError(
        "wrong-quota",
        "{what}",
        {
            "what": f"{value!r} does not say how many are needed",
            "why": "without it nobody can tell when a decision has been taken",
            "mend": "write each, any, majority, all, a whole number, or a fraction such as 2/3",
        },
    )


QuotaLike = Annotated[
    Quota,
    Written(
        _quota,
        core_schema.union_schema(
            [
                core_schema.literal_schema(["each", "any", "majority", "all"]),
                core_schema.int_schema(ge=1),
                core_schema.str_schema(pattern="^[0-9]+/[0-9]+$"),
            ]
        ),
    ),
]
WORDS: dict[str, dict[str, Any]] = {
    "each": {"at_least": "each"},
    "any": {"at_least": "any"},
    "majority": {"at_least": "majority"},
    "two_thirds": {"at_least": "2/3"},
    "all": {"at_least": "all"},
    "unanimity": {"at_least": "all"},
    "consensus": {"at_least": "all", "absent": "consents"},
}


def _spelled_out(value: Any) -> Any:
    if isinstance(value, str):
        return WORDS.get(value, {"named": value})
    return value


class Rule(Form):
    """Which sets suffice: a quota of `by`, holders who must be `with`, parties `without` a say.

    `named` stands for a rule written as the id of a party or body: a body brings its own rule.
    """

    named: RuleName | None = None
    by: WhoLike | None = None
    at_least: Maybe[QuotaLike] = UNSTATED
    with_: WhoLike | None = None
    without: Maybe[WhoLike] | None = None
    absent: Maybe[Literal["refuses", "consents", "not_counted"]] = UNSTATED
    every: "list[RuleLike] | None" = None
    either: "list[RuleLike] | None" = None

    def check_form(self) -> None:
        """Refuse what no reader could make sense of."""
        if self.every is not None and self.either is not None:
            raise PydanticCustomError(
                "two-rules",
                "a rule has `every` or `either`, not both",
                {
                    "why": "nobody could tell whether all the keys are needed or one of them",
                    "mend": "nest one inside the other",
                },
            )


RuleLike = Annotated[
    Rule,
    ByShape(
        forms=(("mapping", Rule),),
        expected="a rule: each, any, majority, two_thirds, unanimity, consensus, "
        "the id of a party or body, or {at_least: …, with: …, without: …}",
        why="it must be clear who can decide and who can stop",
    ),
    SpeltOut(_spelled_out, (core_schema.str_schema(),)),
]
