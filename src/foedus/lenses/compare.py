"""Put up to eight texts side by side: trigger, finder, clock, rule, duty, area, void, end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from foedus.answers.compare import Cell, Comparison, Row
from foedus.compiler.places import Place, clauses, ways
from foedus.document.load import Text
from foedus.ideas.condition import Condition
from foedus.ideas.silence import Readings, Unstated
from foedus.ideas.step import Step
from foedus.ideas.wording import rule_words, who_words
from foedus.lenses.check import check, shelf
from foedus.terms.diagnostic import Diagnostic
from foedus.terms.errors import UsageError

MOST = 8
SILENT = "unstated"


def compare(texts: Sequence[Text]) -> Comparison:
    """The same questions put to several texts.

    Parameters
    ----------
    texts : sequence of Text
        Two to eight.

    Raises
    ------
    UsageError
        Fewer than two or more than eight texts were given.

    Examples
    --------
    >>> import foedus
    >>> found = compare([foedus.load("nato-1949"), foedus.load("edc-1952")])
    >>> [cell.says for cell in found.rows[0].cells]
    ['armed attack', 'armed attack']
    """
    if not 1 < len(texts) <= MOST:
        raise UsageError(
            (
                Diagnostic(
                    "wrong-number-of-texts",
                    "error",
                    f"{len(texts)} text{'' if len(texts) == 1 else 's'} cannot be compared",
                    None,
                    "a comparison needs something to compare, and must fit on a page",
                    f"name two to {MOST} texts",
                ),
            )
        )
    rows = [
        _row(question, "text", [(text.id, *_asked(text, question)) for text in texts])
        for question in (*QUESTIONS, END)
    ]
    answers = [check(text) for text in texts]
    for name in shelf():
        cells = []
        for answer in answers:
            one = answer.property(name)
            cells.append((answer.treaty, one.verdict, ", ".join(one.articles)))
        rows.append(_row(name, "property", cells))
    heads = tuple((text.id, text.treaty.title, text.treaty.dated) for text in texts)
    return Comparison(heads, tuple(rows))


def _row(question: str, kind: str, cells: Sequence[tuple[str, str, str]]) -> Row:
    counts = Counter(says for _, says, _ in cells)
    common, times = counts.most_common(1)[0]
    alone = times == len(cells) - 1 and len(cells) > 2  # noqa: PLR2004 - two cannot have an odd one
    return Row(
        question,
        kind,
        tuple(Cell(who, says, at, alone and says != common) for who, says, at in cells),
    )


def _asked(text: Text, question: str) -> tuple[str, str]:
    """One question put to every guarantee of a text, and the articles that answer."""
    sheet = _Sheet(text)
    if question == END:
        return sheet.end(), ", ".join(p.article for p in clauses(text.treaty, "duration"))
    said: dict[str, list[str]] = {}
    places = list(clauses(text.treaty, "guarantee")) or list(clauses(text.treaty, "consultation"))
    for place in places:
        said.setdefault(QUESTIONS[question](sheet, place), []).append(place.article)
    if len(said) == 1:
        says, articles = next(iter(said.items()))
        return says, ", ".join(dict.fromkeys(articles))
    parts = [f"{says} (article {', '.join(at)})" for says, at in said.items()]
    return "; ".join(parts) or "no promise of help", ""


class _Sheet:
    """What one text says, under the readings its variant has fixed."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def each(self, value: Any, say: Callable[[Any], str]) -> str:
        """What a place says, under each reading where there are several."""
        if isinstance(value, Readings):
            fixed = self.text.fixed.get(value.question, "")
            if fixed in value.labels:
                return self.each(value.labels[fixed], say)
            parts = (f"{label}: {self.each(one, say)}" for label, one in value.labels.items())
            return " / ".join(parts)
        return SILENT if value is None or isinstance(value, Unstated) else say(value)

    def trigger(self, place: Place) -> str:
        return self.each(place.form.trigger, _events)

    def finder(self, place: Place) -> str:
        steps = [step.form for step in _steps(place) if step.kind == "determine"]
        if steps:
            return _joined(self.each(form.by or place.form.by, who_words) for form in steps)
        by = self.each(place.form.trigger, self.judge)
        return "each for itself" if set(by.split(" / ")) == {SILENT} else by

    def judge(self, condition: Condition) -> str:
        return self.each(condition.found_by, lambda rule: self.rule(rule, "those"))

    def rule(self, rule: Any, who: str) -> str:
        return rule_words(rule, who, lambda value: value)

    def clock(self, place: Place) -> str:
        return _joined(
            f"{step.kind} {self.each(step.form.within, str)}"
            for step in _steps(place)
            if not isinstance(step.form.within, Unstated)
        )

    def decision(self, place: Place) -> str:
        said = []
        for step in _steps(place):
            if step.kind not in ("decide", "determine"):
                continue
            who = self.each(step.form.by or place.form.by, who_words)
            if step.form.rule is None:
                said.append(f"{who}, by its own rule")
            else:
                said.append(self.each(step.form.rule, partial(self.rule, who=who)))
        return _joined(said) if said else "no decision needed"

    def duty(self, place: Place) -> str:
        return _joined(
            self.each(step.form.duty, lambda word: str(word).replace("_", " "))
            for step in _steps(place)
            if step.assist is not None
        )

    def area(self, place: Place) -> str:
        return self.each(place.form.area, self.covered)

    def covered(self, area: Any) -> str:
        covers, gone = self.each(area.covers, self.named), self.each(area.except_, self.named)
        return f"{covers}, except {gone}" if gone not in ("", SILENT) else covers

    def named(self, areas: tuple[str, ...]) -> str:
        known = self.text.treaty.areas
        titles = (known[name].title if name in known else "" for name in areas)
        return ", ".join(t or n.replace("_", " ") for t, n in zip(titles, areas, strict=True))

    def void(self, place: Place) -> str:
        ground = place.form.void_if
        return "none" if ground is None else self.each(ground, _events)

    def end(self) -> str:
        """How long the text binds, and how a party may leave."""
        said = []
        for place in clauses(self.text.treaty, "duration"):
            said.append(f"term {self.each(place.form.term, str)}")
            leave = place.form.withdrawal
            if not isinstance(leave, Unstated):
                said.append(f"withdrawal {self.each(leave, _leaving)}")
        return _joined(said)


def _steps(place: Place) -> Iterable[Step]:
    return (step for _, _, steps in ways(place) for step in steps)


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(part for part in parts if part)) or SILENT


def _events(condition: Condition) -> str:
    parts = [
        part.replace("_", " ") if isinstance(part, str) else _events(part)
        for part in (*(condition.any or ()), *(condition.all or ()))
    ]
    said = (" and " if condition.all else " or ").join(parts)
    if condition.tests:
        said += f", found to be {', '.join(t.replace('_', ' ') for t in condition.tests)}"
    return said + (f", after {_events(condition.after)}" if condition.after else "")


def _leaving(leave: Any) -> str:
    if leave == "none":
        return "none"
    after = f" after {leave.after}" if leave.after else ""
    return f"with {leave.notice} notice{after}" if leave.notice else f"free{after}"


END = "How does it end?"
QUESTIONS: dict[str, Callable[[_Sheet, Place], str]] = {
    "What calls the promise?": _Sheet.trigger,
    "Who finds that it has happened?": _Sheet.finder,
    "What has a time?": _Sheet.clock,
    "Who decides, and how?": _Sheet.decision,
    "How strong is the word?": _Sheet.duty,
    "Where does it apply?": _Sheet.area,
    "What makes it void?": _Sheet.void,
}
