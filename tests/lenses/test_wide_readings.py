"""A wide reading changes the guarantee that is asked about, in check as in trace."""

from __future__ import annotations

import json

from foedus.lenses.check import check
from strategies import text_of


def document(*patches):
    """Two guarantors who must agree; one label of `w` patches the text, the other leaves it."""
    steps = [{"decide": {"rule": "all"}}, {"assist": {"duty": "shall", "within": "2 d"}}]
    clause = {"of": "AAA", "by": ["BBB", "CCC"], "trigger": "armed_attack", "steps": steps}
    return {
        "foedus": 1,
        "treaty": "wide",
        "title": "A text with a wide reading",
        "dated": "2000-01-01",
        "status": "draft",
        "parties": {"AAA": "A", "BBB": "B", "CCC": "C", "DDD": "D"},
        "articles": {"1": {"says": "x", "clauses": [{"guarantee": clause}]}},
        "readings": {"w": {"one": {"says": "x", "changes": list(patches)}, "two": {"says": "y"}}},
    }


def verdict(patch, name, **asked):
    """The verdict and its failing sets, as plain data."""
    found = check(text_of(document(patch)), **asked).property(name)
    return found.verdict, json.loads(json.dumps(found.fails_when))


def test_a_wide_reading_of_the_rule_decides_the_veto():
    """Read as each for itself nobody can stop help; read as written one can."""
    patch = {"at": "1/guarantee/steps/decide/rule", "becomes": "each"}
    assert verdict(patch, "no-veto-by-the-accused") == ("depends", [[["w", ["two"], "reading"]]])
    one = verdict(patch, "no-veto-by-the-accused", fixed={"w": "one"}, accused="BBB")
    assert one[0] == "holds"


def test_a_wide_reading_may_change_who_is_protected():
    """Who is asked about follows the reading too."""
    found = check(text_of(document({"at": "1/guarantee/of", "becomes": "DDD"})))
    pairs = {pair.victim for pair in found.property("no-veto-by-the-accused").pairs}
    assert pairs == {"AAA", "DDD"}


def test_the_decisions_follow_the_reading():
    """The table of who decides has a row for each wording."""
    patch = {"at": "1/guarantee/steps/decide/rule", "becomes": "each"}
    rules = [row.rule for row in check(text_of(document(patch))).decisions]
    assert rules == ["each", "all 2"]
