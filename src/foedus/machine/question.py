"""Open questions: a place of the text with several readings, asked only when a run reaches it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeVar

Kind = Literal["reading", "silence"]
Choices = Mapping[str, str]
T = TypeVar("T")


class Question(NamedTuple):
    """A choice the text leaves open.

    Its name, its labels in order, and whether the text states several readings or is silent.
    """

    name: str
    labels: tuple[str, ...]
    kind: Kind


class OpenQuestion(Exception):
    """Raised where an answer needs a choice that has not been made.

    Not an error: whoever asked makes each choice in turn and asks again.
    """

    def __init__(self, question: Question) -> None:
        super().__init__(question.name)
        self.question = question


class Open(NamedTuple):
    """A place that depends on a question: what stands there under each label.

    A label may lead to a further question: a reading under which the text is silent.
    """

    question: Question
    then: "tuple[Place, ...]"

    def leaves(self) -> tuple[str, ...]:
        """Every word that could stand here.

        Examples
        --------
        >>> silent = Question("5/consult/at_deadline", ("proceed", "lapse"), "silence")
        >>> Open(silent, ("proceed", "lapse")).leaves()
        ('proceed', 'lapse')
        """
        nested = (place.leaves() if isinstance(place, Open) else (place,) for place in self.then)
        return tuple(dict.fromkeys(word for words in nested for word in words))


Place = str | Open
"""What the text says at a place: a word, or a question that leads to one."""


def leaves(place: Place) -> tuple[str, ...]:
    """Every word that could stand at a place."""
    return place.leaves() if isinstance(place, Open) else (place,)


def chosen(question: Question, choices: Choices) -> str:
    """The label chosen, or OpenQuestion.

    Examples
    --------
    >>> chosen(Question("vote", ("each", "all"), "reading"), {"vote": "all"})
    'all'
    """
    label = choices.get(question.name)
    if label is None or label not in question.labels:
        raise OpenQuestion(question)
    return label


def word_at(place: Place, choices: Choices) -> str:
    """The word at a place by the choices made, or OpenQuestion."""
    while isinstance(place, Open):
        place = place.then[place.question.labels.index(chosen(place.question, choices))]
    return place


def settled(place: Place, choices: Choices, result: Callable[[str], T]) -> T:
    """What follows from a place, asking its question only if the answers would differ.

    Examples
    --------
    >>> silent = Question("clock", ("trigger", "appeal"), "silence")
    >>> settled(Open(silent, ("trigger", "appeal")), {}, lambda word: 0)
    0
    """
    if isinstance(place, str):
        return result(place)
    results = [result(word) for word in place.leaves()]
    if all(one == results[0] for one in results):
        return results[0]
    return result(word_at(place, choices))


class Recorded(Mapping[str, str]):
    """Choices that remember which of them were looked at.

    Examples
    --------
    >>> choices = Recorded({"vote": "all", "deadlock": "proceed"})
    >>> choices["vote"], choices.used
    ('all', {'vote': 'all'})
    """

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self.used: dict[str, str] = {}

    def __getitem__(self, question: str) -> str:
        label = self._choices[question]
        self.used[question] = label
        return label

    def __iter__(self) -> Iterator[str]:
        return iter(self._choices)

    def __len__(self) -> int:
        return len(self._choices)
