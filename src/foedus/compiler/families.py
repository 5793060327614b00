"""Coalition rules become families of winning sets."""

from __future__ import annotations

from foedus.compiler.reading import MANY, Reading
from foedus.ideas.coalition import Rule, Who
from foedus.ideas.silence import Readings, Unstated
from foedus.machine.family import Counted, Either, Every, Family, bits
from foedus.machine.question import Place

NEVER = Counted(0, "all")
RuleValue = Rule | Unstated | Readings[Rule] | None


def family(
    reading: Reading, rule: RuleValue, by: int, path: str, default: str | tuple[str, ...]
) -> Family | None:
    """Who among `by` suffices; None where each acts for itself.

    Parameters
    ----------
    reading : Reading
    rule : Rule, silence or readings
    by : int
        Mask of those of whom the rule speaks, unless it says `by` itself.
    path : str
        Where the rule stands: the name of its question if it is silent.
    default : str or tuple of str
        The quota where nothing is written, or the completions of the silence.

    Raises
    ------
    OpenQuestion
        A reading or silence has not been decided.
    """
    value = reading.stated(rule)
    body = _body(reading, by)
    if value is None or isinstance(value, Unstated):
        if body:
            return body_family(reading, body)
        if isinstance(default, str):
            quota = default
        elif by.bit_count() == 1:
            quota = default[-1]
        else:
            quota = reading.choose(reading.silence(path, default))
        return None if quota == "each" else _counted(reading, by, _QUOTA.get(quota, quota))
    return _ruled(reading, value, by, path, default)


_QUOTA = {"unanimity": "all", "any who come": "any", "all must attend": "all"}


def _ruled(
    reading: Reading, rule: Rule, by: int, path: str, default: str | tuple[str, ...]
) -> Family | None:
    if rule.every is not None or rule.either is not None:
        parts = tuple(
            family(reading, part, by, path, "all") or _counted(reading, by, "any")
            for part in rule.every or rule.either or ()
        )
        return Every(parts) if rule.every is not None else Either(parts)
    if rule.named is not None:
        return _named(reading, rule.named)
    if rule.by is not None:
        by = reading.mask(rule.by)
    quota = reading.stated(rule.at_least)
    body = _body(reading, by)
    gone = reading.mask(rule.without)
    holders = reading.mask(rule.with_)
    if isinstance(quota, Unstated):
        if body and not holders:
            own = body_family(reading, body)
            return own.without(gone) if gone else own
        if body:
            by = _members(reading, body)
        alone = by.bit_count() == 1 or isinstance(default, str)
        quota = "all" if alone else reading.choose(reading.silence(path, default))
        quota = _QUOTA.get(str(quota), str(quota))
    elif body:
        by = _members(reading, body) or by
    if quota == "each":
        return None
    return _counted(reading, by & ~gone, quota, holders & ~gone)


def _named(reading: Reading, name: str) -> Family:
    if name in reading.treaty.bodies:
        return body_family(reading, reading.bit(name))
    return _counted(reading, reading.mask(Who.made(of=(name,), without=None)), "all")


def _body(reading: Reading, by: int) -> int:
    """The bit of a body that acts alone, else 0."""
    if by.bit_count() != 1:
        return 0
    return by if reading.parties[by.bit_length() - 1] in reading.treaty.bodies else 0


def _members(reading: Reading, body: int) -> int:
    return reading.mask(reading.treaty.bodies[reading.parties[body.bit_length() - 1]].members)


def body_family(reading: Reading, body: int) -> Family:
    """A body's own rule over its members; a body without named members moves for itself."""
    name = reading.parties[body.bit_length() - 1]
    form = reading.treaty.bodies[name]
    members = _members(reading, body)
    rule = reading.stated(form.rule)
    if not members and (rule is None or isinstance(rule, Unstated) or _plain(rule)):
        return Counted(body, "all")
    choices = ("majority", "unanimity")
    path = f"bodies/{name}/rule"
    if rule is None or isinstance(rule, Unstated):
        same = members.bit_count() // 2 + 1 == members.bit_count()
        quota = "all" if same else reading.choose(reading.silence(path, choices))
        return _counted(reading, members, _QUOTA.get(quota, quota))
    return _ruled(reading, rule, members, path, choices) or _counted(reading, members, "any")


def _plain(rule: Rule) -> bool:
    return rule.every is None and rule.either is None and rule.named is None and rule.by is None


def _counted(reading: Reading, of: int, quota: object, holders: int = 0) -> Counted:
    nested = tuple(
        (bit, body_family(reading, bit))
        for bit in bits(of)
        if reading.parties[bit.bit_length() - 1] in reading.treaty.bodies
    )
    nested = tuple((bit, inner) for bit, inner in nested if inner != Counted(bit, "all"))
    many = of & reading.bit(MANY)
    of |= holders
    return Counted(of, quota, holders, many, nested)  # type: ignore[arg-type]


def absence(reading: Reading, rule: RuleValue, by: int, family: Family | None, path: str) -> Place:
    """How silence counts in a vote: as stated, or the question the text leaves open."""
    value = reading.stated(rule)
    if family is None:
        return "refuses"
    if (value is None or isinstance(value, Unstated)) and (body := _body(reading, by)):
        form = reading.treaty.bodies[reading.parties[body.bit_length() - 1]]
        value = reading.stated(form.rule)
    said = _absence_said(reading, value)
    if said is not None:
        return said
    if family.counts_silence:
        return reading.silent(f"{path}/absent", ("refuses", "not_counted"))
    return "refuses"


def _absence_said(reading: Reading, rule: Rule | Unstated | None) -> str | None:
    if rule is None or isinstance(rule, Unstated):
        return None
    if rule.named in reading.treaty.bodies:
        return _absence_said(reading, reading.stated(reading.treaty.bodies[rule.named].rule))
    said = reading.stated(rule.absent)
    return None if isinstance(said, Unstated) else said


def acting_body(reading: Reading, rule: RuleValue, by: int) -> int:
    """The bit of the body that acts: as the doer, or because its rule is borrowed; else 0."""
    value = reading.stated(rule)
    if isinstance(value, Rule) and value.named in reading.treaty.bodies:
        return reading.bit(value.named)
    return _body(reading, by)
