"""Hypothesis strategies: small treaties of every shape, as documents and as loaded texts."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from foedus.document.load import Text, load_bytes

PARTIES = ("AAA", "BBB", "CCC", "DDD")
Document = dict[str, Any]

quotas = st.sampled_from(["any", "majority", "all", 1, 2, "2/3"])
names = st.sampled_from(PARTIES)


@st.composite
def rules(draw: st.DrawFn) -> Any:
    """A rule: a word, or a quota with holders, parties left out, and a policy on silence."""
    if draw(st.booleans()):
        return draw(
            st.sampled_from(["each", "any", "majority", "two_thirds", "unanimity", "consensus"])
        )
    rule: Document = {"at_least": draw(quotas)}
    if draw(st.integers(0, 3)) == 0:
        rule["with"] = draw(names)
    if draw(st.integers(0, 2)) == 0:
        rule["without"] = draw(st.sampled_from(["accused", "parties_to_hostilities"]))
    if draw(st.booleans()):
        rule["absent"] = draw(st.sampled_from(["refuses", "consents", "not_counted"]))
    return rule


@st.composite
def clocks(draw: st.DrawFn) -> Document:
    """A deadline with its default, a silent default, or none."""
    kind = draw(st.integers(0, 3))
    if kind == 0:
        return {}
    clock: Document = {"within": draw(st.sampled_from(["12 h", "3 d", "1 w"]))}
    if kind > 1:
        clock["at_deadline"] = draw(st.sampled_from(["proceed", "lapse", "each_free"]))
    return clock


@st.composite
def steps(draw: st.DrawFn, most: int = 2) -> list[Document]:
    """A procedure that ends in help, with at most so many steps that wait for a vote or talks."""
    out: list[Document] = []
    if draw(st.booleans()):
        out.append({"appeal": {}})
    for kind in draw(st.lists(st.sampled_from(["consult", "determine", "decide"]), max_size=most)):
        step = draw(clocks())
        if draw(st.integers(0, 3)):
            step["rule"] = draw(rules())
        out.append({kind: step})
    help_: Document = {"duty": draw(st.sampled_from(["shall", "full", "may", "political"]))}
    if draw(st.booleans()):
        help_["within"] = draw(st.sampled_from(["at_once", "2 d"]))
    if draw(st.integers(0, 4)) == 0:
        help_["rule"] = "unanimity"
    if draw(st.integers(0, 3)) == 0:
        help_["when"] = {"any": ["assistance"], "by": draw(names)}
    return [*out, {"assist": help_}]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A whole treaty: one or two routes, guarantors with or without the parties to hostilities."""
    guarantors: Any = draw(
        st.sampled_from(["ring", {"of": "ring", "without": ["victim", "accused"]}, ["BBB", "CCC"]])
    )
    clause: Document = {
        "of": draw(st.sampled_from(["AAA", ["AAA", "BBB"]])),
        "by": guarantors,
        "trigger": draw(
            st.sampled_from(["armed_attack", {"any": ["armed_attack"], "after": "ceasefire"}])
        ),
    }
    if draw(st.booleans()):
        clause["against"] = draw(st.sampled_from(["BBB", "DDD", "ring"]))
    if draw(st.integers(0, 2)):
        clause["steps"] = draw(steps())
    else:
        clause["routes"] = {"first": draw(steps(1)), "second": draw(steps(1))}
    return {
        "foedus": 1,
        "treaty": "drawn",
        "title": "A drawn treaty",
        "dated": "2000-01-01",
        "status": "draft",
        "parties": {name: name.title() for name in PARTIES},
        "groups": {"ring": list(PARTIES[: draw(st.integers(3, 4))])},
        "articles": {"1": {"says": "Drawn.", "clauses": [{"guarantee": clause}]}},
    }


def text_of(document: Document) -> Text:
    """A document as a loaded text; JSON is YAML."""
    return load_bytes(json.dumps(document).encode(), "drawn")
