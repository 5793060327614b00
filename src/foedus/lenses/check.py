"""Check a text: every exact property over all readings, with the shortest story of a failure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import ModuleType
from typing import Literal, NamedTuple

from foedus.answers.check import ArticleCoverage, Check, Pair, PropertyAnswer
from foedus.answers.judgement import LEFT_OUT, Account, Judgement
from foedus.answers.verdict import Choice, Leaf, failing_sets, word
from foedus.compiler.cases import Case, kinds_of_party, pairs
from foedus.document.load import Text
from foedus.lenses.decisions import decisions
from foedus.lenses.lost import lost
from foedus.lenses.readings import Tree, over_readings
from foedus.lenses.story import records, tell
from foedus.lenses.timing import timing
from foedus.machine.question import Choices, OpenQuestion
from foedus.terms.diagnostic import Diagnostic, nearest
from foedus.terms.discover import modules
from foedus.terms.errors import UsageError

Conduct = Literal["lawful-but-accused", "any"]


def check(
    text: Text,
    *,
    accused: str | None = None,
    fixed: Mapping[str, str] | None = None,
    conduct: Conduct = "lawful-but-accused",
    only: tuple[str, ...] = (),
) -> Check:
    """Ask every property of a text, over all its readings and silences.

    Parameters
    ----------
    text : Text
    accused : str, optional
        Keep one accused; otherwise each party that may be accused is tried in turn.
    fixed : mapping of question to label, optional
        Readings chosen beforehand.
    conduct : str
        Who may break the text: the accused alone, or `any` party.
    only : tuple of str
        Names of properties to ask; all if empty.

    Raises
    ------
    UsageError
        The accused is not a party, or a reading chosen is not in the text.
    """
    chosen = {**text.fixed, **(fixed or {})}
    fits(text, accused, fixed or {})
    answers = tuple(
        ask(text, name, module, Terms(accused, chosen, breach=conduct == "any"))
        for name, module in shelf().items()
        if not only or name in only
    )
    treaty = text.treaty
    return Check(
        text.id,
        treaty.title,
        treaty.dated,
        treaty.status,
        named(text),
        tuple(chosen.items()),
        accused,
        (),
        answers,
        () if only else decisions(text, accused, chosen),
        None if only else timing(text, accused, chosen),
        tuple(coverage(text)),
        tuple((number, article.says) for number, article in treaty.articles.items()),
        tuple((key, source.title, source.url) for key, source in treaty.sources.items()),
        tuple(_places(text)),
    )


def shelf() -> dict[str, ModuleType]:
    """The properties by name, in the order of the language."""
    found = modules("foedus.properties")
    ordered = sorted(found, key=lambda name: (found[name].PLACE, name))
    return {name.replace("_", "-"): found[name] for name in ordered}


def fits(text: Text, accused: str | None, fixed: Mapping[str, str]) -> None:
    """Refuse an accused that is no party, or a reading that is not in the text."""
    faults = []
    parties = [*text.treaty.parties, "outsider"]
    if accused is not None and accused not in parties:
        near = nearest(accused, parties)
        faults.append(
            Diagnostic(
                "unknown-party",
                "error",
                f"{accused!r} is not a party of {text.id}",
                None,
                "nobody else can be accused under this text",
                f"did you mean {near!r}?" if near else f"parties: {', '.join(parties)}",
            )
        )
    for question, label in fixed.items():
        labels = text.questions.get(question)
        if labels is not None and label not in labels:
            faults.append(_unknown_reading(f"question {question!r}", label, labels))
        elif labels is None and "/" not in question:
            faults.append(_unknown_reading("text", question, list(text.questions)))
    if faults:
        raise UsageError(tuple(faults))


def _unknown_reading(where: str, label: str, known: list[str]) -> Diagnostic:
    near = nearest(label, known)
    return Diagnostic(
        "unknown-reading",
        "error",
        f"the {where} has no {label!r}",
        None,
        "a choice that fits nothing would change no answer",
        f"did you mean {near!r}?" if near else f"known here: {', '.join(known) or 'none'}",
    )


class Terms(NamedTuple):
    """On what terms a property is asked: the accused kept, the readings fixed, who may breach."""

    accused: str | None
    fixed: Mapping[str, str]
    breach: bool = False


def ask(text: Text, name: str, module: ModuleType, terms: Terms) -> PropertyAnswer:
    """One property of a text, over all readings."""
    fixed = terms.fixed
    cases: Callable[..., Iterator[Case]] = getattr(module, "cases", pairs)
    asked = (case._replace(breach=terms.breach) for case in cases(text, terms.accused))
    trees = list(_trees(text, module, asked, fixed))
    whole = _joined([tree for _, tree in trees])
    verdict = word(whole.leaves)
    answer = PropertyAnswer(
        name,
        module.ASKS,
        verdict,
        _sense(trees),
        failing_sets(whole.leaves, whole.asked) if verdict == "depends" else (),
        tuple(_pair(case, tree) for case, tree in trees),
        tuple(_routes_alone(text, module, trees, fixed)),
        _reason(trees, verdict)
        or ("" if trees else getattr(module, "NOBODY", "nothing is promised")),
        tuple(dict.fromkeys(case.place.article for case, tree in trees if _matters(tree))),
    )
    if verdict in ("fails", "depends"):
        return _shown(text, module, answer, trees, fixed)
    return answer


def _trees(
    text: Text, module: ModuleType, cases: Iterator[Case], fixed: Mapping[str, str]
) -> Iterator[tuple[Case, Tree]]:
    """The answers for each case; cases with the same procedure are worked out once."""
    kinds = kinds_of_party(text, procedures=True)
    known: dict[object, Tree] = {}
    for case in cases:
        key: object = case
        if getattr(module, "PROCEDURE_ONLY", False) and case.victim in kinds:
            key = (case.place.path, case.route, kinds[case.victim], kinds[case.accused])
        if key not in known:
            known[key] = over_readings(_asker(text, module, case), fixed)
        yield case, known[key]


def _asker(
    text: Text, module: ModuleType, case: Case
) -> Callable[[Choices], tuple[bool | None, Judgement]]:
    def answer(choices: Choices) -> tuple[bool | None, Judgement]:
        judgement: Judgement = module.judge(text, case, choices)
        return judgement.value, judgement

    return answer


def _matters(tree: Tree) -> bool:
    return any(leaf.value is not None for leaf in tree.leaves)


def _joined(trees: list[Tree]) -> Tree:
    """The property as a whole: true only where it is true of every case that arises."""

    def answer(choices: Choices) -> tuple[bool | None, None]:
        values = {tree.at(choices).value for tree in trees}
        return (False if False in values else True if True in values else None), None

    whole = over_readings(answer, {})
    return whole


def _pair(case: Case, tree: Tree) -> Pair:
    verdict = word(tree.leaves)
    return Pair(case.place.article, case.victim, case.accused, verdict, case.alike, case.route)


def _routes_alone(
    text: Text, module: ModuleType, trees: list[tuple[Case, Tree]], fixed: Mapping[str, str]
) -> Iterator[Pair]:
    """How each route alone would do, where a guarantee has several."""
    if not getattr(module, "PROCEDURE_ONLY", False):
        return
    for case, _ in trees:
        routes = list(case.place.form.routes or ())
        if len(routes) > 1:
            alone = (case._replace(route=route) for route in routes)
            yield from (_pair(*one) for one in _trees(text, module, alone, fixed))


def _sense(trees: list[tuple[Case, Tree]]) -> str | None:
    senses = {
        leaf.detail.sense for _, tree in trees for leaf in tree.leaves if leaf.value is not None
    }
    return senses.pop() if len(senses) == 1 else None


def _reason(trees: list[tuple[Case, Tree]], verdict: str) -> str:
    wanted = {"holds": True, "fails": False, "depends": False, "not_applicable": None}[verdict]
    reasons = [
        leaf.detail.reason
        for _, tree in trees
        for leaf in tree.leaves
        if leaf.value is wanted and leaf.detail.reason
    ]
    telling = [reason for reason in reasons if reason != LEFT_OUT.reason]
    return str(next(iter(telling or reasons), ""))


def _shown(
    text: Text,
    module: ModuleType,
    answer: PropertyAnswer,
    trees: list[tuple[Case, Tree]],
    fixed: Mapping[str, str],
) -> PropertyAnswer:
    """The answer with the story of the clearest failing case."""
    wanted = answer.fails_when[0] if answer.fails_when else ()
    best = _clearest(text, trees, wanted)
    if best is None:
        return answer
    case, tree, leaf = best
    asked = tree.asked
    account, more, choices = accounted(text, module, case, {**fixed, **leaf.choices})
    under = [Choice(q, (label,), asked.kinds[q]) for q, label in leaf.choices.items()]
    needed = failing_sets([one for one in tree.leaves if one is leaf or one.value], asked)
    pair = next(p for p in answer.pairs if (p.victim, p.accused) == (case.victim, case.accused))
    answer = replace(
        answer, shown=pair, shown_under=next(iter(needed), ()), replay_under=(*under, *more)
    )
    if account is None:
        return answer
    duty, permission, under_articles = lost(text, case, choices)
    return replace(
        answer,
        story=tell(account.machine, account.events, account.strength),
        counterexample=records(account.machine, account.events),
        besides=account.besides,
        blocks_duty=duty,
        blocks_permission=permission,
        permission_lost_under=under_articles,
    )


def accounted(
    text: Text, module: ModuleType, case: Case, choices: Choices
) -> tuple[Account | None, tuple[Choice, ...], Choices]:
    """The run that shows a failing case, the choices it needed besides, and all of them.

    A story may pass a place that the verdict did not depend on; it is then told under the first
    label of that place.
    """
    made, more = dict(choices), list[Choice]()
    while True:
        try:
            return module.account(text, case, made), tuple(more), made
        except OpenQuestion as open_:
            name, labels, kind = open_.question
            made[name] = labels[0]
            more.append(Choice(name, labels[:1], kind))


def _clearest(
    text: Text, trees: list[tuple[Case, Tree]], wanted: tuple[Choice, ...]
) -> tuple[Case, Tree, Leaf] | None:
    """A failing case under the first set of choices, with a named party as the accused."""

    def fits(leaf: Leaf) -> bool:
        return all(leaf.choices.get(c.question, c.choices[0]) in c.choices for c in wanted)

    failing = [
        (case, tree, leaf)
        for case, tree in trees
        for leaf in tree.leaves
        if leaf.value is False and fits(leaf)
    ]
    named = [one for one in failing if one[0].accused in text.treaty.parties]
    return next(iter(named or failing), None)


def named(text: Text) -> tuple[tuple[str, str], ...]:
    """Parties and bodies with their names, in the order of the text."""
    bodies = ((name, body.title or name) for name, body in text.treaty.bodies.items())
    return (*text.treaty.parties.items(), *bodies)


def _places(text: Text) -> Iterator[tuple[str, str, int, int]]:
    for number in text.treaty.articles:
        span = text.tree.key_span(("articles", number))
        yield number, span.file, span.line, span.column


def coverage(text: Text) -> Iterator[ArticleCoverage]:
    """How much of each article is understood."""
    for number, article in text.treaty.articles.items():
        kinds = tuple(clause.kind for clause in article.clauses)
        covered = "none" if not kinds else "part" if article.not_encoded else "full"
        yield ArticleCoverage(number, covered, kinds, tuple(article.not_encoded))  # type: ignore[arg-type]
