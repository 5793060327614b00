"""The traces of the shipped incidents, kept whole: nothing in them changes unnoticed.

`FOEDUS_UPDATE=1` writes them anew; read the difference before keeping it.
"""

import os
from pathlib import Path

import pytest

import foedus
from foedus.library.find import ids
from foedus.present.terminal.trace import trace_text

GOLDEN = Path(__file__).parents[1] / "golden"
ELSE = {"kharkiv-attack": "istanbul-2022-04-15"}
"""The text for an incident that is meant for several."""


@pytest.mark.parametrize("name", ids("incidents"))
def test_the_trace_is_the_one_that_was_kept(name):
    """A change of a text, of the machine or of a sentence shows here as a difference."""
    incident = foedus.load_incident(name)
    treaty = foedus.load(incident.incident.treaty or ELSE[name])
    found = trace_text(foedus.trace(treaty, incident), colour=False, width=80)
    kept = GOLDEN / f"{name}.txt"
    if os.environ.get("FOEDUS_UPDATE") == "1":
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8")


def test_every_trace_kept_belongs_to_an_incident():
    """No golden file outlives its incident."""
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(ids("incidents"))
