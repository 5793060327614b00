"""Read a document one way: every place of it, by the choices made, or an open question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from foedus.document.load import Text
from foedus.document.treaty import Treaty
from foedus.ideas.coalition import Who
from foedus.ideas.silence import Readings, Unstated
from foedus.machine.question import Choices, Open, Place, Question, chosen

T = TypeVar("T")
OUTSIDER = "outsider"
MANY = "third_states"


@dataclass
class Reading:
    """A text under some choices, for one victim and one accused.

    Attributes
    ----------
    text : Text
    choices : mapping
    victim, accused : str
        Party ids; the accused may be the outsider.
    parties : list of str
        Everyone met so far; the bit of party k is ``1 << k``.
    """

    text: Text
    choices: Choices
    victim: str = ""
    accused: str = ""
    parties: list[str] = field(default_factory=list)
    treaty: Treaty = field(init=False)

    def __post_init__(self) -> None:
        for question, labels in self.text.wide.items():
            chosen(Question(question, tuple(labels), "reading"), self.choices)
        self.treaty = self.text.under(self.choices)
        self.parties = [*self.treaty.parties, OUTSIDER, MANY, *self.treaty.bodies]

    def stated(self, value: Any) -> Any:
        """The value by the reading chosen; `unstated` and nothing pass through."""
        if isinstance(value, Readings):
            question = Question(value.question, tuple(value.labels), "reading")
            return value.labels[chosen(question, self.choices)]
        return value

    def silence(self, path: str, labels: Iterable[str]) -> Question:
        """The question that a silent place puts."""
        return Question(path, tuple(labels), "silence")

    def silent(self, path: str, words: tuple[str, ...]) -> Open:
        """A silent place that is asked only when a run reaches it."""
        return Open(self.silence(path, words), words)

    def place(self, value: Any, path: str, words: tuple[str, ...]) -> Place:
        """A place of the text, read only when a run reaches it; `words` complete its silence."""
        if isinstance(value, Readings):
            then = tuple(self.place(v, path, words) for v in value.labels.values())
            return Open(Question(value.question, tuple(value.labels), "reading"), then)
        if value is None or isinstance(value, Unstated):
            return self.silent(path, words)
        return str(value)

    def choose(self, question: Question) -> str:
        """The label chosen for a question, or OpenQuestion."""
        return chosen(question, self.choices)

    def bit(self, party: str) -> int:
        """The bit of an party."""
        return 1 << self.parties.index(party)

    def mask(self, who: Who | Unstated | Readings[Who] | None) -> int:
        """Mask of the parties and bodies a set stands for; 0 where it is unstated."""
        value = self.stated(who)
        if value is None or isinstance(value, Unstated):
            return 0
        mask = 0
        for name in value.of:
            mask |= self._named(name)
        return mask & ~self.mask(value.without) if value.without is not None else mask

    def _named(self, name: str) -> int:
        if name in self.treaty.groups:
            members = self.stated(self.treaty.groups[name])
            mask = 0
            for member in members if isinstance(members, list) else ():
                mask |= self._named(member)
            return mask
        if name == "anyone":
            return self._all(*self.treaty.parties, OUTSIDER)
        if name == "parties_to_hostilities":
            return self.mask_of("victim", "accused")
        if name in ("victim", "accused"):
            return self.mask_of(name)
        return self.bit(name)

    def mask_of(self, *roles: str) -> int:
        """Mask of those who have a role: victim or accused."""
        return self._all(*(getattr(self, role) for role in roles))

    def _all(self, *names: str) -> int:
        mask = 0
        for name in names:
            if name:
                mask |= self.bit(name)
        return mask

    @property
    def everyone(self) -> int:
        """Mask of all parties and the outsider, without bodies."""
        return (1 << len(self.treaty.parties) + 1) - 1


def possible(text: Text, value: Any, resolve: Callable[[Who], Iterable[str]]) -> list[str]:
    """Every id a set could stand for under any reading, in the order written."""
    out: list[str] = []
    options = value.labels.values() if isinstance(value, Readings) else [value]
    for who in options:
        if isinstance(who, Who):
            out += [name for name in resolve(who) if name not in out]
    return out
