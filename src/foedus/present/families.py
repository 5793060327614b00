"""Who suffices and who can stop: families of sets in words, and the joint steps they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import comb

from foedus.answers.check import Decision, Sets
from foedus.present.choices import under
from foedus.present.naming import Parties, capital, listed, names, number
from foedus.present.places import spot

OUTSIDE = "third_states"
MOST_SETS = 4
"""Sets that are read out one by one; of a longer list the first is given as an example."""


def sets_words(sets: Sets, parties: Parties = (), among: Sequence[str] = ()) -> str:
    """A family of smallest sets, as a reader can check it.

    Parameters
    ----------
    sets : Sets
    parties : pairs of id and name
    among : sequence of str
        The deciders, where the reader has just met them: *all six* then needs no list.

    Examples
    --------
    >>> sets_words(Sets((("A",), ("B",), ("C",))), among="ABC")
    'any one of the three'
    >>> sets_words(Sets((("A", "B"), ("A", "C"))))
    'the A and the B, or the A and the C'
    >>> sets_words(Sets(at_least=4, of=tuple("ABCDEF")), among="ABCDEF")
    'any four of the six'
    """
    if sets.every or sets.either:
        parts = [sets_words(part, parties, among) for part in (*sets.every, *sets.either)]
        return listed(parts, "and, besides," if sets.every else "or")
    if sets.sets is None:
        return _at_least(sets, parties, among)
    if not sets.sets:
        return "nobody"
    return _counted(sets.sets, parties, among) or _each(sets.sets, parties)


def _at_least(sets: Sets, parties: Parties, among: Sequence[str]) -> str:
    count = number(sets.at_least or 0)
    least = f"any {count} of {_those(sets.of, parties, among)}"
    if OUTSIDE in sets.of:
        least = f"at least {count} members"
    if sets.with_:
        least += f", with {names(sets.with_, parties)} among them"
    return least + (f", without {names(sets.without, parties)}" if sets.without else "")


def _those(of: Sequence[str], parties: Parties, among: Sequence[str]) -> str:
    return f"the {number(len(of))}" if set(of) == set(among) else names(of, parties)


def _counted(sets: tuple[tuple[str, ...], ...], parties: Parties, among: Sequence[str]) -> str:
    """A list that is every group of one size, said by that size; else nothing."""
    everyone = tuple(dict.fromkeys(who for one in sets for who in one))
    sizes = {len(one) for one in sets}
    size, count = min(sizes), len(everyone)
    if len(sizes) > 1 or len(sets) != comb(count, size) or count == 1:
        return ""
    told = set(everyone) == set(among)
    if OUTSIDE in everyone:
        return _uncounted(size, count, everyone, parties, told=told)
    if size == count:
        together = f"all {number(count)}" if everyone[2:] else "both"
        return f"{together} together" if told else f"{names(everyone, parties)} together"
    return f"any {number(size)} of {_those(everyone, parties, among if told else ())}"


def _uncounted(
    size: int, count: int, everyone: Sequence[str], parties: Parties, *, told: bool
) -> str:
    """The same where other members take part, of whom there is no telling how many."""
    who = "them" if told else names(everyone, parties)
    if size == count:
        return "all of them together" if told else f"{who} together"
    return f"any one of {who}" if size == 1 else f"any {number(size)} of {who}"


def _each(sets: tuple[tuple[str, ...], ...], parties: Parties) -> str:
    if all(len(one) == 1 for one in sets):
        alone = names((one[0] for one in sets), parties, "or")
        return f"{alone} alone"
    if len(sets) <= MOST_SETS:
        return ", or ".join(names(one, parties) for one in sets)
    return f"any of {len(sets)} sets, such as {names(sets[0], parties)}"


def decision_sentence(decision: Decision, parties: Parties = ()) -> str:
    """Who suffices at a joint step, who can stop it, and whether the accused can.

    Starts small, so that it can follow the reading it holds under.

    Examples
    --------
    >>> one = Sets((("A",), ("B",)))
    >>> both = Sets((("A", "B"),))
    >>> at = "5/guarantee/steps/decide"
    >>> vote = Decision("5", at, "steps", "decide", (), "all 2", ("A", "B"), "B", both, one, True)
    >>> decision_sentence(vote, [("A", "Astrania"), ("B", "Belonia")])
    'both together suffice; any one of the two can stop it. The accused can stop it alone.'
    """
    return " ".join(_told(decision, parties))


def _told(decision: Decision, parties: Parties) -> Iterator[str]:
    among = decision.deciders
    if decision.rule == "each" or (len(among) == 1 and not decision.minimal_winning.with_):
        who = "each" if among[1:] else names(among, parties)
        yield f"{who} acts alone; nobody else can stop it."
    else:
        winning = decision.minimal_winning
        verb = "suffices" if _one_alone(winning) else "suffice"
        wins = sets_words(winning, parties, among)
        stops = sets_words(decision.minimal_blocking, parties, among)
        yield f"{wins} {verb}; {stops} can stop it."
    if decision.accused is not None and decision.accused_blocks is not None:
        can = "can" if decision.accused_blocks else "cannot"
        part = decision.accused in among
        yield f"The accused {can} stop it alone." if part else "The accused has no part in it."


def _one_alone(sets: Sets) -> bool:
    return sets.sets is not None and all(len(one) == 1 for one in sets.sets)


def decision_title(decision: Decision, parties: Parties = ()) -> str:
    """Which step it is, and who decides there."""
    who = names(decision.deciders, parties)
    return f"{capital(spot(decision.step, parties).step)}: {who}."


def reading_words(decision: Decision, parties: Parties = ()) -> str:
    """The reading under which a decision is taken so; nothing where there is only one."""
    return f"Where {under(decision.reading, parties)}:" if decision.reading else ""
