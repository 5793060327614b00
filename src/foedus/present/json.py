"""Answers as data for scripts: the keys of the contract, in a fixed order, with some more.

Keys may be added, never renamed or removed without a new schema number. The shape of an answer is
loaded when it is asked for, so that a check does not load what a trace looks like.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedus.present.check_json import check_json
    from foedus.present.run_json import proposals_json, trace_json
    from foedus.present.sarif import sarif

__all__ = ["check_json", "proposals_json", "sarif", "trace_json"]

PAGES = {
    "check_json": "check_json",
    "proposals_json": "run_json",
    "sarif": "sarif",
    "trace_json": "run_json",
}


def __getattr__(wanted: str) -> object:
    """Load the shape of one answer when it is first asked for."""
    if wanted not in __all__:
        raise AttributeError(wanted)
    return getattr(import_module(f"foedus.present.{PAGES[wanted]}"), wanted)
