"""The smallest mends: the words, the answers that change, and the price for each party."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from string import ascii_lowercase

from foedus.answers.proposals import Amendment, Effect, Proposals, Say
from foedus.present import runs
from foedus.present import wording as say
from foedus.present.html import strings
from foedus.present.html.captions import state
from foedus.present.html.element import Node, Raw, h
from foedus.present.html.summary import verdict
from foedus.present.naming import Parties, capital, counted
from foedus.present.terminal.amend import headline

_WORD = re.compile(r"\s*(?:[\w’'-]+|[^\w\s])")

RANK: dict[Say, int] = {"never": 0, "when_accused": 1, "unless_accused": 1, "always": 2}
"""How much one party alone can stop; the two in the middle are not ordered."""


def mends(proposals: Proposals | None) -> Node:
    """Every smallest mend, fewest words first."""
    if proposals is None:
        return state(strings.NO_MEND_ASKED)
    found = headline(proposals)
    if not proposals.amendments:
        return [state(found, _tried(proposals)), _conflict(proposals)]
    return [
        h("p", found),
        h("p", strings.A_MEND_IS, " ", _tried(proposals), class_="q"),
        h("div", [_amendment(n, one, proposals) for n, one in enumerate(proposals.amendments)]),
        _conflict(proposals),
    ]


def _tried(proposals: Proposals) -> str:
    return capital(strings.TRIED_SINGLY.format(n=counted(proposals.tried, "change")))


def _conflict(proposals: Proposals) -> Node:
    if not proposals.conflict:
        return None
    said = [h("li", say.plain(one, proposals.parties)) for one in proposals.conflict]
    return [h("p", strings.CONFLICT), h("ul", said, class_="list")]


def _amendment(n: int, one: Amendment, proposals: Proposals) -> Raw:
    parties = proposals.parties
    count = strings.WORDS_CHANGED.format(words=counted(one.words, "word"))
    removed = h("p", strings.REMOVES_GUARANTEE, class_="q") if one.removes_the_guarantee else None
    rows: list[tuple[str, Node]] = [
        *(
            (say.property_title(name), _turns(before, after))
            for name, before, after in one.answers
        ),
        *_effects(one.effect, parties),
    ]
    if one.outcome is not None and proposals.outcome_before is not None:
        again = strings.AGAIN.format(
            before=runs.outcome_sentence(proposals.outcome_before, parties),
            after=runs.outcome_sentence(one.outcome, parties),
        )
        rows.append((strings.SAME_INCIDENT, again))
    return h(
        "div",
        h("div", letter(n), class_="k"),
        h(
            "div",
            h("p", reworded(one.before, one.after)),
            h("p", count, class_="small"),
            removed,
        ),
        h("dl", [[h("dt", name), h("dd", said)] for name, said in rows]),
        class_="am",
    )


def letter(n: int) -> str:
    """The name of a mend: a, b, … z, then aa.

    Examples
    --------
    >>> letter(0), letter(25), letter(26)
    ('a', 'z', 'aa')
    """
    rounds, rest = divmod(n, len(ascii_lowercase))
    return (letter(rounds - 1) if rounds else "") + ascii_lowercase[rest]


def reworded(before: str, after: str) -> Node:
    """A sentence with the words struck and the words added, each said to be so.

    Examples
    --------
    >>> from foedus.present.html.element import join
    >>> str(join(reworded("by all", "by most of them"))).count("<ins>")
    1
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    parts: list[Node] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            parts.append("".join(new[c:d]))
            continue
        for tag, words in (("del", "".join(old[a:b])), ("ins", "".join(new[c:d]))):
            if words:
                said = h("span", strings.REWORDED[tag], " ", class_="vh")
                parts += [" " if words[0].isspace() else "", h(tag, said, words.strip())]
    return parts


def _turns(before: str, after: str) -> Node:
    """A verdict before and after."""
    return [verdict(before), f" {strings.THEN} ", verdict(after)]  # type: ignore[arg-type]


def _effects(effects: Sequence[Effect], parties: Parties) -> list[tuple[str, Node]]:
    """What each party gains or loses; those for whom the same changes stand together."""
    groups: dict[tuple[str, Say, Say], list[Effect]] = {}
    for one in effects:
        groups.setdefault((one.role, one.before, one.after), []).append(one)
    return [
        (strings.GAINS[_direction(*change)], " ".join(say.effect_lines(same, parties)))
        for change, same in groups.items()
    ]


def _direction(role: str, before: Say, after: Say) -> str:
    """Whether a party gains or loses: a guarantor by what it can stop, the helped by less."""
    change = RANK[after] - RANK[before]
    if change == 0:
        return "changes"
    return "gains" if (change > 0) == (role == "guarantor") else "loses"
