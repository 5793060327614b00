"""Answers as plain text: the door to the pages of `terminal`.

A page is loaded when it is asked for, so that a check does not load what a trace looks like.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedus.present.terminal.amend import proposals_text
    from foedus.present.terminal.check import check_concise, check_text
    from foedus.present.terminal.trace import trace_text

__all__ = ["check_concise", "check_text", "proposals_text", "trace_text"]

PAGES = {
    "check_concise": "terminal.check",
    "check_text": "terminal.check",
    "proposals_text": "terminal.amend",
    "trace_text": "terminal.trace",
}


def __getattr__(wanted: str) -> object:
    """Load the page of one answer when it is first asked for."""
    if wanted not in __all__:
        raise AttributeError(wanted)
    return getattr(import_module(f"foedus.present.{PAGES[wanted]}"), wanted)
