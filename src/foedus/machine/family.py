"""Families of winning sets: who among the deciders suffices, and who can stop.

Sets of parties are bit masks. Every family is up-closed: adding a party to a winning set leaves
it winning; so a set blocks exactly when the rest of the deciders no longer wins.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from math import comb
from typing import NamedTuple

MOST_LISTED = 16
"""Above so many deciders the smallest sets are not listed one by one."""


def bits(mask: int) -> Iterator[int]:
    """The single bits of a mask, lowest first.

    Examples
    --------
    >>> list(bits(0b1010))
    [2, 8]
    """
    while mask:
        low = mask & -mask
        yield low
        mask ^= low


@dataclass(frozen=True, slots=True)
class Counted:
    """A quota among `of`, with the parties of `holders` among those who agree.

    Attributes
    ----------
    of : int
        Mask of those who have a say, bodies included.
    quota : int | Fraction | str
        `any`, `majority`, `all`, a number k (at most n), or a fraction q (at least q·n).
    holders : int
        Mask of those without whom nothing passes.
    many : int
        Mask of outside parties that fill any number.
    nested : tuple of (bit, family)
        Bodies among `of`: each agrees when its own family wins.
    """

    of: int
    quota: int | Fraction | str
    holders: int = 0
    many: int = 0
    nested: "tuple[tuple[int, Family], ...]" = ()
    threshold: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "threshold", self._threshold())

    def _threshold(self) -> int:
        """How many of `of` are needed; at least one, so that nobody decides nothing."""
        n = (self.of & ~self.many).bit_count()
        if isinstance(self.quota, Fraction):
            return max(1, -(-self.quota.numerator * n // self.quota.denominator))
        if isinstance(self.quota, int):
            return self.quota if self.of & self.many else max(1, min(self.quota, n))
        return {"any": 1, "majority": n // 2 + 1}.get(self.quota, max(1, self.of.bit_count()))

    def wins(self, yes: int) -> bool:
        """Whether those who agree suffice."""
        for bit, family in self.nested:
            if family.wins(yes):
                yes |= bit
        if self.holders & ~yes:
            return False
        yes &= self.of
        if yes & self.many and self.quota != "all":
            return True
        return yes.bit_count() >= self.threshold

    @property
    def deciders(self) -> int:
        """Mask of everyone who may move: the parties of nested bodies in place of the bodies."""
        mask = self.of | self.holders
        for bit, family in self.nested:
            mask = mask & ~bit | family.deciders
        return mask

    def without(self, gone: int) -> "Counted":
        """The same rule with some parties out of the count and out of the holders."""
        nested = tuple((bit, family.without(gone)) for bit, family in self.nested)
        return Counted(self.of & ~gone, self.quota, self.holders & ~gone, self.many, nested)

    @property
    def counts_silence(self) -> bool:
        """Whether the text must say how silence counts: a number, a fraction, holders."""
        plain = isinstance(self.quota, str) and self.quota in ("any", "all")
        return not plain or bool(self.holders)


class Every(NamedTuple):
    """Several keys: all the families must win."""

    parts: "tuple[Family, ...]"

    def wins(self, yes: int) -> bool:
        """Whether those who agree suffice."""
        return all(part.wins(yes) for part in self.parts)

    @property
    def deciders(self) -> int:
        """Mask of everyone who may move."""
        return _joined(self.parts)

    def without(self, gone: int) -> "Every":
        """The same rule with some parties out of it."""
        return Every(tuple(part.without(gone) for part in self.parts))

    @property
    def counts_silence(self) -> bool:
        """Whether the text must say how silence counts."""
        return any(part.counts_silence for part in self.parts)


class Either(NamedTuple):
    """Alternative keys: one of the families must win."""

    parts: "tuple[Family, ...]"

    def wins(self, yes: int) -> bool:
        """Whether those who agree suffice."""
        return any(part.wins(yes) for part in self.parts)

    @property
    def deciders(self) -> int:
        """Mask of everyone who may move."""
        return _joined(self.parts)

    def without(self, gone: int) -> "Either":
        """The same rule with some parties out of it."""
        return Either(tuple(part.without(gone) for part in self.parts))

    @property
    def counts_silence(self) -> bool:
        """Whether the text must say how silence counts."""
        return any(part.counts_silence for part in self.parts)


Family = Counted | Every | Either


def _joined(parts: tuple[Family, ...]) -> int:
    mask = 0
    for part in parts:
        mask |= part.deciders
    return mask


def blocks(family: Family, no: int) -> bool:
    """Whether the refusals meet every winning set.

    Examples
    --------
    >>> blocks(Counted(0b111, 2), 0b100), blocks(Counted(0b111, "all"), 0b100)
    (False, True)
    """
    return not family.wins(family.deciders & ~no)


def minimal_winning(family: Family, limit: int = 200) -> tuple[int, ...] | None:
    """The smallest sets that suffice, smallest first, or None if there are too many to list.

    Examples
    --------
    >>> [bin(s) for s in minimal_winning(Counted(0b111, 2))]
    ['0b11', '0b101', '0b110']
    """
    if isinstance(family, Counted) and not family.nested and not family.many:
        return _groups(family.of, family.threshold, family.holders, limit)
    return _minimal(family, family.wins, limit)


def minimal_blocking(family: Family, limit: int = 200) -> tuple[int, ...] | None:
    """The smallest sets that can stop, smallest first, or None if there are too many to list.

    Examples
    --------
    >>> [bin(s) for s in minimal_blocking(Counted(0b111, "all"))]
    ['0b1', '0b10', '0b100']
    """
    if isinstance(family, Counted) and not family.nested and not family.many:
        rest = family.of & ~family.holders
        missing = family.of.bit_count() - family.threshold + 1
        groups = _groups(rest, missing, 0, limit) if rest.bit_count() >= missing else ()
        return None if groups is None else (*bits(family.holders), *groups)
    return _minimal(family, lambda no: blocks(family, no), limit)


def _groups(of: int, size: int, holders: int, limit: int) -> tuple[int, ...] | None:
    """The groups of one size with all the holders among them."""
    free = list(bits(of & ~holders))
    more = max(0, size - holders.bit_count())
    if comb(len(free), more) > limit:
        return None
    return tuple(sum(group) | holders for group in combinations(free, more))


def _minimal(
    family: Family, suffices: Callable[[int], bool], limit: int
) -> tuple[int, ...] | None:
    members = list(bits(family.deciders))
    if len(members) > MOST_LISTED:
        return None
    found: list[int] = []
    for size in range(1, len(members) + 1):
        for group in combinations(members, size):
            mask = sum(group)
            if not any(mask & smaller == smaller for smaller in found) and suffices(mask):
                found.append(mask)
                if len(found) > limit:
                    return None
    return tuple(found)
