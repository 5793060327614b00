"""Verdicts over readings: holds, fails, depends; and the smallest choices that make one fail."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, Literal, NamedTuple

Word = Literal["holds", "fails", "depends", "not_applicable"]
Labels = frozenset[str]
Cube = Mapping[str, Labels]
"""Questions with the labels allowed for each; a question not named is left open."""

MOST_SETS = 6


class Choice(NamedTuple):
    """One question with the labels under which an answer comes out the same."""

    question: str
    choices: tuple[str, ...]
    kind: Literal["reading", "silence"]


class Leaf(NamedTuple):
    """An answer under the choices that were asked on the way to it."""

    choices: Mapping[str, str]
    value: bool | None
    detail: Any = None


class Asked(NamedTuple):
    """Every question that was put, with its labels and kind, in the order first asked."""

    labels: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, Literal["reading", "silence"]]


def word(leaves: Sequence[Leaf]) -> Word:
    """The verdict over all readings; those without help are left out.

    Examples
    --------
    >>> word([Leaf({}, True), Leaf({}, None)])
    'holds'
    """
    values = {leaf.value for leaf in leaves if leaf.value is not None}
    if not values:
        return "not_applicable"
    if values == {True, False}:
        return "depends"
    return "holds" if values == {True} else "fails"


def failing_sets(
    leaves: Sequence[Leaf], asked: Asked, most: int = MOST_SETS
) -> tuple[tuple[Choice, ...], ...]:
    """The smallest sets of choices under which an answer fails.

    Labels that fail alike stand together; the text's own questions come before its silences.

    Parameters
    ----------
    leaves : sequence of Leaf
        All answers; together they cover every combination of labels once.
    asked : Asked
    most : int
        At most so many sets.

    Returns
    -------
    tuple of tuples of Choice
        Each inner tuple is one set; empty when nothing fails, ``((),)`` when everything does.

    Examples
    --------
    >>> asked = Asked({"vote": ("each", "all")}, {"vote": "reading"})
    >>> failing_sets([Leaf({"vote": "each"}, True), Leaf({"vote": "all"}, False)], asked)
    ((Choice(question='vote', choices=('all',), kind='reading'),),)
    """
    good = [leaf.choices for leaf in leaves if leaf.value]
    bad = [leaf.choices for leaf in leaves if leaf.value is False]
    if not good:
        return ((),) if bad else ()
    cubes: list[dict[str, Labels]] = []
    for point in bad:
        if any(_allows(cube, point, asked) for cube in cubes):
            continue
        cube = _widest(point, good, asked)
        if cube not in cubes:
            cubes.append(cube)
    sets = [_as_choices(cube, asked) for cube in _needed(cubes, bad, asked)]
    order = {name: place for place, name in enumerate(asked.labels)}
    sets.sort(key=lambda s: (len(s), [(c.kind == "silence", order[c.question]) for c in s]))
    return tuple(sets[:most])


def _meets(cube: Cube, point: Mapping[str, str]) -> bool:
    """Whether some reading lies both in a cube and under a leaf."""
    return all(q not in point or point[q] in labels for q, labels in cube.items())


def _allows(cube: Cube, point: Mapping[str, str], asked: Asked) -> bool:
    """Whether every reading under a leaf lies in a cube."""
    return all(
        (point[q] in labels) if q in point else len(labels) == len(asked.labels[q])
        for q, labels in cube.items()
    )


def _widest(
    point: Mapping[str, str], good: Sequence[Mapping[str, str]], asked: Asked
) -> dict[str, Labels]:
    """The widest set of readings around a failing leaf that meets no good one.

    As few questions as possible, readings of the text before silences; then as many labels.
    """
    names = sorted(point, key=lambda q: (asked.kinds[q] == "silence", list(asked.labels).index(q)))
    kept = tuple(names)
    for size in range(1, len(names) + 1):
        smaller = next(
            (
                group
                for group in combinations(names, size)
                if not any(_meets({q: frozenset({point[q]}) for q in group}, g) for g in good)
            ),
            None,
        )
        if smaller is not None:
            kept = smaller
            break
    cube = {q: frozenset({point[q]}) for q in kept}
    for q in kept:
        for label in asked.labels[q]:
            wider = {**cube, q: cube[q] | {label}}
            if not any(_meets(wider, g) for g in good):
                cube = wider
    return cube


def _needed(
    cubes: list[dict[str, Labels]], bad: Sequence[Mapping[str, str]], asked: Asked
) -> list[dict[str, Labels]]:
    """Drop sets that the others already cover."""
    kept = list(cubes)
    for cube in sorted(cubes, key=len, reverse=True):
        rest = [other for other in kept if other is not cube]
        if rest and all(any(_allows(o, p, asked) for o in rest) for p in bad):
            kept = rest
    return kept


def _as_choices(cube: Cube, asked: Asked) -> tuple[Choice, ...]:
    names = sorted(cube, key=lambda q: (asked.kinds[q] == "silence", list(asked.labels).index(q)))
    return tuple(
        Choice(q, tuple(label for label in asked.labels[q] if label in cube[q]), asked.kinds[q])
        for q in names
    )
