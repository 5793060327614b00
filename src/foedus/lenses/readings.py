"""Ask a question under every reading, choosing only where a run reaches an open place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from foedus.answers.verdict import Asked, Leaf
from foedus.machine.question import Choices, OpenQuestion, Question
from foedus.terms.diagnostic import Diagnostic, nearest
from foedus.terms.errors import CompileError, UsageError

MOST_LEAVES = 5_000


class TooManyReadings(CompileError):
    """More readings were reached than can be worked through."""


@dataclass
class Tree:
    """Answers by the choices that led to them, with every question that was put."""

    leaves: list[Leaf] = field(default_factory=list)
    questions: dict[str, Question] = field(default_factory=dict)

    @property
    def asked(self) -> Asked:
        """The questions put, with labels and kinds."""
        return Asked(
            {name: q.labels for name, q in self.questions.items()},
            {name: q.kind for name, q in self.questions.items()},
        )

    def at(self, choices: Choices) -> Leaf:
        """The answer under some choices; OpenQuestion if they do not decide it."""
        for leaf in self.leaves:
            undecided = [q for q in leaf.choices if q not in choices]
            if all(choices.get(q, label) == label for q, label in leaf.choices.items()):
                if undecided:
                    raise OpenQuestion(self.questions[undecided[0]])
                return leaf
        raise AssertionError("the leaves cover every choice")


def _not_a_label(question: Question, label: str) -> Diagnostic:
    near = nearest(label, question.labels)
    return Diagnostic(
        "unknown-reading",
        "error",
        f"the question {question.name!r} has no label {label!r}",
        None,
        "a choice that fits nothing would change no answer",
        f"did you mean {near!r}?" if near else f"its labels: {', '.join(question.labels)}",
    )


def _too_many(question: Question, asked: int) -> Diagnostic:
    return Diagnostic(
        "too-many-readings",
        "error",
        f"more than {MOST_LEAVES} readings were reached, over {asked} open questions",
        None,
        "an answer over all of them could neither be worked out nor shown",
        f"fix some of them, as in --reading {question.name}={question.labels[0]}",
    )


Asker = Callable[[Choices], tuple[bool | None, Any]]


def over_readings(ask: Asker, fixed: Mapping[str, str]) -> Tree:
    """Every answer of `ask`, each with the choices it needed.

    Parameters
    ----------
    ask : callable
        From choices to (answer, detail); raises OpenQuestion where a choice is missing.
    fixed : mapping
        Choices made beforehand; they are not reported as asked.

    Examples
    --------
    >>> vote = Question("vote", ("each", "all"), "reading")
    >>> def ask(choices):
    ...     from foedus.machine.question import chosen
    ...     return chosen(vote, choices) == "each", None
    >>> [leaf.value for leaf in over_readings(ask, {}).leaves]
    [True, False]
    """
    tree = Tree()
    todo: list[dict[str, str]] = [{}]
    while todo:
        made = todo.pop()
        try:
            value, detail = ask({**fixed, **made})
        except OpenQuestion as open_:
            question = open_.question
            if question.name in fixed:
                raise UsageError((_not_a_label(question, fixed[question.name]),)) from None
            tree.questions.setdefault(question.name, question)
            todo += [{**made, question.name: label} for label in reversed(question.labels)]
            if len(todo) + len(tree.leaves) > MOST_LEAVES:
                raise TooManyReadings((_too_many(question, len(tree.questions)),)) from None
            continue
        tree.leaves.append(Leaf(made, value, detail))
    return tree
