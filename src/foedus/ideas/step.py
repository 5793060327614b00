"""Steps: the six things a procedure can wait for, and the form two clause kinds share."""

from typing import Annotated, Any, Literal

from pydantic_core import PydanticCustomError

from foedus.ideas.clock import AtDeadline, DurationLike
from foedus.ideas.coalition import RuleLike, WhoLike
from foedus.ideas.condition import AreaLike, ConditionLike
from foedus.ideas.duty import Duty
from foedus.ideas.form import Form, Limits
from foedus.ideas.known import ActWord, FindWord, Id, StepId, ValueWord
from foedus.ideas.shape import ByShape
from foedus.ideas.silence import UNSTATED, Maybe

KINDS = ("appeal", "determine", "consult", "decide", "assist", "report")

MeansLike = Annotated[
    dict[str, Any],
    ByShape(
        forms=(("list", list[ActWord]), ("mapping", dict[ActWord, Maybe[Duty]])),
        expected="a list of acts, or a mapping from acts to duties",
        why="it must be clear what help consists of",
        join=lambda v: v if isinstance(v, dict) else dict.fromkeys(v),
    ),
]


class StepForm(Form):
    """Keys that every step takes: who, when, by when, and what happens if not."""

    id: Id | None = None
    by: Maybe[WhoLike] | None = None
    rule: Maybe[RuleLike] | None = None
    duty: Maybe[Duty] = UNSTATED
    when: Maybe[ConditionLike] | None = None
    within: Maybe[DurationLike] = UNSTATED
    not_before: Maybe[DurationLike] | None = None
    counted_from: Maybe[StepId] = UNSTATED
    at_deadline: Maybe[AtDeadline] = UNSTATED
    firm: bool = True


class Appeal(StepForm):
    """The beneficiary's formal call on the guarantors."""

    to: Maybe[WhoLike] | None = None


class Determine(StepForm):
    """The finding that the event has happened."""

    finds: list[FindWord] | None = None


class Consult(StepForm):
    """The duty to meet and talk; talk itself has no result."""

    convener: Maybe[WhoLike] = UNSTATED


class Decide(StepForm):
    """The vote on what to do."""


class Assist(StepForm):
    """The help: opens a duty, or a permission, and does not wait."""

    means: Maybe[MeansLike] = UNSTATED
    until: Maybe[ConditionLike] = UNSTATED
    to: Maybe[WhoLike] | None = None
    only_if_decided: Maybe[bool] = UNSTATED


class Report(StepForm):
    """The account given to another body; does not wait."""

    to: Maybe[WhoLike] | None = None


FORMS: dict[str, type[StepForm]] = {
    "appeal": Appeal,
    "determine": Determine,
    "consult": Consult,
    "decide": Decide,
    "assist": Assist,
    "report": Report,
}


class Step(Form):
    """One step: exactly one of the six kinds."""

    appeal: Appeal | None = None
    determine: Determine | None = None
    consult: Consult | None = None
    decide: Decide | None = None
    assist: Assist | None = None
    report: Report | None = None

    def check_form(self) -> None:
        """Refuse what no reader could make sense of."""
        if sum(getattr(self, kind) is not None for kind in KINDS) != 1:
            raise PydanticCustomError(
                "one-step",
                "a step has exactly one kind",
                {
                    "why": "otherwise the order of the procedure is unclear",
                    "mend": f"write one of {', '.join(KINDS)}, and the next as a new item",
                },
            )

    @property
    def kind(self) -> str:
        """Which of the six kinds this is."""
        written = self.__dict__
        return next(kind for kind in KINDS if written[kind] is not None)

    @property
    def form(self) -> StepForm:
        """The keys of the step."""
        form: StepForm = getattr(self, self.kind)
        return form


class Procedure(Form):
    """What guarantees and consultations share: for whom, by whom, on what event, what steps."""

    of: Maybe[WhoLike]
    by: Maybe[WhoLike]
    against: Maybe[WhoLike] | Literal["anyone"] = "anyone"
    trigger: Maybe[ConditionLike]
    protects: list[ValueWord] = []
    area: Maybe[AreaLike] = UNSTATED
    steps: Annotated[list[Step], Limits(least=1)] | None = None
    routes: Annotated[dict[Id, Annotated[list[Step], Limits(least=1)]], Limits(least=1)] | None = (
        None
    )
    void_if: Maybe[ConditionLike] | None = None

    def check_form(self) -> None:
        """Refuse what no reader could make sense of."""
        if (self.steps is None) == (self.routes is None):
            raise PydanticCustomError(
                "steps-or-routes",
                "give either `steps` (one way) or `routes` (several ways side by side)",
                {
                    "why": "a promise without a procedure cannot be called on",
                    "mend": "write steps: [...], or routes: {name: [...]}",
                },
            )

    def ways(self) -> dict[str, list[Step]]:
        """The routes by name; a single sequence is the route called `steps`."""
        return self.routes if self.routes is not None else {"steps": self.steps or []}

    def has_help(self) -> bool:
        """Whether any route contains an `assist` step."""
        return any(step.assist is not None for way in self.ways().values() for step in way)
