"""The whole library can be asked in one process; how long it takes is measured in `bench/`."""

import time

import pytest

import foedus
from foedus.answers.check import Check
from foedus.library.find import ids

GENEROUS = 60.0  # seconds; the goal is ten, and stands in bench/batch.py


def everything() -> list[str]:
    """Every shipped text, each followed by its variants."""
    return [
        name
        for text in ids("treaties")
        for name in (text, *(f"{text}@{one}" for one in foedus.load(text).treaty.variants))
    ]


def batch(names: list[str]) -> dict[str, Check]:
    """The answers to several texts, one after the other."""
    return {name: foedus.check(foedus.load(name)) for name in names}


def test_a_text_is_answered_alike_whatever_was_asked_before_it():
    """No text leaves anything behind for the next one."""
    names = everything()
    assert len({name.partition("@")[0] for name in names}) >= 18
    assert any("@" in name for name in names)
    assert batch(names) == batch(names[::-1])


@pytest.mark.nightly
def test_the_whole_library_takes_less_than_a_minute():
    """A slip in the search would take hours, not seconds."""
    start = time.perf_counter()
    batch(everything())
    assert time.perf_counter() - start < GENEROUS
