"""A treaty with a piece out of place is checked, or refused with a message; it never crashes."""

from __future__ import annotations

import copy
import json
import os
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus.document.load import load_bytes, load_file
from foedus.lenses.check import check
from foedus.library.find import HERE, ids
from foedus.terms.errors import FoedusError


def places(node, path=()):
    """Every place of a document, with what stands there."""
    yield path, node
    items = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    for key, value in items:
        yield from places(value, (*path, key))


DOCUMENTS = {
    name: load_file(HERE / "treaties" / f"{name}.yaml").tree.data for name in ids("treaties")
}
POOL = [value for data in DOCUMENTS.values() for _, value in places(data["articles"])]


def disturbed(name: str, seed: int):
    """A shipped treaty in which one to three places hold something from another."""
    rng = random.Random(seed)
    data = copy.deepcopy(DOCUMENTS[name])
    for _ in range(rng.randint(1, 3)):
        path, _ = rng.choice([p for p in places(data) if len(p[0]) > 1])
        node = data
        for step in path[:-1]:
            node = node[step]
        if rng.random() < 0.3:
            del node[path[-1]]
        else:
            node[path[-1]] = copy.deepcopy(rng.choice(POOL))
    return data


@settings(
    deadline=None,
    max_examples=int(os.environ.get("FOEDUS_EXAMPLES", "25")),
    derandomize="FOEDUS_EXAMPLES" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.sampled_from(sorted(DOCUMENTS)), st.integers(0, 2**32))
def test_a_disturbed_treaty_is_answered_or_refused(name, seed):
    """Whatever is out of place, the reader gets an answer or a message with place and mend."""
    answered, told = answer(disturbed(name, seed))
    assert answered or told
    assert all(one.what and one.mend for one in told)


def answer(data):
    """The properties of a document, or what is wrong with it."""
    try:
        return check(load_bytes(json.dumps(data).encode(), "disturbed")).properties, ()
    except FoedusError as error:
        return (), error.diagnostics


@pytest.mark.nightly
def test_many_disturbed_treaties_are_answered_or_refused():
    """The same for two thousand treaties."""
    for seed in range(2000):
        test_a_disturbed_treaty_is_answered_or_refused.hypothesis.inner_test(
            random.Random(seed).choice(sorted(DOCUMENTS)), seed
        )
