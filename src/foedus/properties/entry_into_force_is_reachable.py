"""Entry into force is reachable.

What it asks
------------
Can those who must act bring the text into force together, and who of them can prevent it?

Why it matters
--------------
A treaty that waits for itself, or for an event nobody can bring about, never binds.

True when
---------
All signatories (those named in the condition, and both sides for peace or a ceasefire) can
together put the text into force; no condition waits for help under the text itself.

Limits
------
Who can prevent it is listed, not judged: every consent can be withheld.

Sources
-------
Vienna Convention on the Law of Treaties 1969, article 24; the European Defence Community, lost
in ratification in 1954.
"""

from __future__ import annotations

from collections.abc import Iterator

from foedus.answers.judgement import Account, Judgement
from foedus.compiler.cases import Case
from foedus.compiler.families import family
from foedus.compiler.law import guarantees
from foedus.compiler.places import as_read, clauses, exists, ways
from foedus.compiler.reading import Reading
from foedus.document.load import Text
from foedus.ideas.condition import Condition
from foedus.ideas.silence import Unstated
from foedus.machine.family import Counted, Every, Family, bits, blocks
from foedus.machine.question import Choices
from foedus.terms import words

ASKS = "Can the signatories put the text into force together?"
PLACE = 8
NOBODY = "no article says when the text enters into force"


def cases(text: Text, accused: str | None = None) -> Iterator[Case]:
    """One case for each clause on entry into force."""
    for place in clauses(text.treaty, "entry_into_force"):
        yield Case(place, "", accused or "")


def judge(text: Text, case: Case, choices: Choices) -> Judgement:
    """Whether the property is true of a case under some choices."""
    reading = Reading(text, choices, "", case.accused)
    place = as_read(reading, case.place)
    if place is None or not exists(reading, place):
        return Judgement(None, reason="this article is not in the text as read")
    when = reading.stated(place.form.when)
    if when is None or isinstance(when, Unstated):
        return Judgement(None, reason="the text does not say when it enters into force")
    routes = {name for one in guarantees(text) for name, _, _ in ways(one)}
    waits = [word for word in _words(when) if word in routes or _made_by_machine(word)]
    if waits:
        return Judgement(
            False, None, f"it waits for {', '.join(waits)}, which needs the text in force"
        )
    needed = _needed(reading, when, f"{place.path}/when")
    stoppers: list[str] = []
    if needed is not None:
        everyone = [b for b in bits(needed.deciders) if blocks(needed, b)]
        stoppers = [reading.parties[b.bit_length() - 1] for b in everyone]
    sides = any(_needs_both(word) for word in _words(when))
    said = [f"each of {', '.join(stoppers)} can prevent it"] if stoppers else []
    said += ["both sides are needed for peace"] if sides else []
    return Judgement(True, None, "; ".join(said))


def _words(condition: Condition) -> Iterator[str]:
    for part in (*(condition.any or ()), *(condition.all or ())):
        yield from [part] if isinstance(part, str) else _words(part)
    if condition.after is not None:
        yield from _words(condition.after)


def _made_by_machine(word: str) -> bool:
    return word in words.known("events") and words.event(word).brought_about_by == "machine"


def _needs_both(word: str) -> bool:
    return word in words.known("events") and words.event(word).brought_about_by == "both_sides"


def _needed(reading: Reading, condition: Condition, path: str) -> Family | None:
    """The family of those who suffice, as far as the text names them."""
    if condition.all is not None:
        parts = [_needed(reading, part, path) for part in condition.all]
        named = tuple(part for part in parts if part is not None)
        return Every(named) if named else None
    by = reading.mask(condition.by)
    if not by:
        return None
    return family(reading, condition.rule, by, f"{path}/rule", "all") or Counted(by, "any")


def account(text: Text, case: Case, choices: Choices) -> Account | None:
    """Shown by the clause, not by a run."""
    return None
