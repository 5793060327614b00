"""The treaty as written: parties, groups, bodies, areas, sources, articles, readings, variants."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal

from pydantic_core import PydanticCustomError

from foedus.ideas.coalition import RuleLike, WhoLike
from foedus.ideas.duty import Form as LegalForm
from foedus.ideas.form import Form, Limits
from foedus.ideas.known import RESERVED, AreaId, Id, PartyId, SourceId, Text, VersionLike
from foedus.ideas.patch import Patch
from foedus.ideas.shape import ByShape
from foedus.ideas.silence import UNSTATED, Maybe
from foedus.terms.discover import modules

Status = Literal["proposal", "draft", "signed", "in_force", "lapsed", "never_ratified"]


def _clause_forms() -> dict[str, type[Form]]:
    forms = {}
    for kind, module in modules("foedus.clauses").items():
        name = "".join(part.capitalize() for part in kind.split("_"))
        forms[kind] = getattr(module, name)
    return forms


CLAUSES = _clause_forms()


class Clause(Form):
    """One clause: exactly one of the kinds on the shelf."""

    def check_form(self) -> None:
        """Refuse what no reader could make sense of."""
        if sum(getattr(self, kind) is not None for kind in CLAUSES) != 1:
            raise PydanticCustomError(
                "one-clause",
                "a clause has exactly one kind",
                {
                    "why": "each clause is one obligation or rule",
                    "mend": f"write one of {', '.join(CLAUSES)}, and the next as a new item",
                },
            )

    @classmethod
    @cache
    def hints(cls) -> Mapping[str, Any]:
        """One field for each kind on the shelf."""
        return {kind: form | None for kind, form in CLAUSES.items()}

    @classmethod
    @cache
    def defaults(cls) -> Mapping[str, Any]:
        """A clause has one kind; the others are not written."""
        return dict.fromkeys(CLAUSES)

    @property
    def kind(self) -> str:
        """Which of the clause kinds this is."""
        return next(kind for kind in CLAUSES if getattr(self, kind) is not None)

    @property
    def form(self) -> Any:
        """The clause itself."""
        return getattr(self, self.kind)


class Body(Form):
    """A named organ: a coalition rule with a name."""

    title: Text = ""
    members: Maybe[WhoLike] = UNSTATED
    rule: Maybe[RuleLike] = UNSTATED
    convener: Maybe[WhoLike] = UNSTATED


class Territory(Form):
    """An area: whose it is in law, who holds it in fact, what it is part of, how it is bounded."""

    title: Text = ""
    of: Maybe[WhoLike] | None = None
    in_: AreaId | None = None
    held_by: Maybe[WhoLike] | None = None
    line: Maybe[str] | None = None


class Source(Form):
    """Where the text can be read."""

    title: Text
    url: str | None = None
    note: Text | None = None


SourcesLike = Annotated[
    tuple[str, ...],
    ByShape(
        forms=(("text", SourceId), ("list", list[SourceId])),
        expected="the id of a source, or a list of them",
        join=lambda v: (v,) if isinstance(v, str) else tuple(v),
    ),
]


class Article(Form):
    """A numbered part: our paraphrase, and the clauses it is understood as."""

    says: Text
    source: SourcesLike = ()
    form: LegalForm | None = None
    state: str = "agreed"
    clauses: list[Clause] = []
    not_encoded: list[Text] = []


class Accepted(Form):
    """A finding kept on purpose: which, by whom, why, until when."""

    rule: str
    article: str | None = None
    by: str
    why: str
    until: str | None = None


def is_a_day(dated: str) -> None:
    """Refuse a date that no calendar has."""
    try:
        date(*(int(part) for part in f"{dated}-01-01".split("-")[:3]))
    except ValueError:
        raise PydanticCustomError(
            "wrong-date",
            "{what}",
            {
                "what": f"{dated!r} is not a day of the calendar",
                "why": "months and years are counted from it",
                "mend": "write a year, a month or a day, as in 1949, 1949-04 or 1949-04-04",
                "at": ["dated"],
            },
        ) from None


class Treaty(Form):
    """One treaty text."""

    foedus: VersionLike
    treaty: Id
    title: Text
    dated: Annotated[str, Limits(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
    status: Status
    form: LegalForm = "treaty"
    parties: Annotated[dict[Id, str], Limits(least=1)]
    groups: dict[Id, Maybe[list[PartyId]]] = {}
    bodies: dict[Id, Body] = {}
    areas: dict[Id, Territory] = {}
    sources: dict[Id, Source] = {}
    articles: Annotated[dict[str, Article], Limits(least=1)]
    readings: dict[str, dict[str, Patch]] = {}
    variants: dict[Id, Patch] = {}
    accepted: list[Accepted] = []

    def check_form(self) -> None:
        """Refuse what no reader could make sense of."""
        is_a_day(self.dated)
        for top in ("parties", "groups", "bodies"):
            for name in getattr(self, top):
                if name in RESERVED:
                    raise PydanticCustomError(
                        "reserved-word",
                        "{what}",
                        {
                            "what": f"{name!r} is a word of the language and cannot be an id",
                            "why": "a rule or a set written with it would mean two things",
                            "mend": "choose another id",
                            "at": [top, name],
                            "key": True,
                        },
                    )
