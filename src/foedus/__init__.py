"""foedus: security guarantees you can run.

Write a treaty down as data; foedus finds where it breaks, runs an incident through it, and finds
the smallest change that mends it. The verbs below are the whole public interface; everything else
may be imported from its room, without promise.

>>> import foedus
>>> text = foedus.load("istanbul-2022-04-15@RUS")
>>> foedus.check(text).property("no-veto-by-the-accused").verdict
'fails'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedus.answers.check import Check
    from foedus.answers.proposals import Proposals
    from foedus.answers.trace import Trace
    from foedus.document.incident import IncidentText
    from foedus.document.load import Text
    from foedus.lenses.amend import Terms, amend
    from foedus.lenses.check import check
    from foedus.lenses.trace import trace
    from foedus.library.find import incident as load_incident
    from foedus.library.find import treaty as load
    from foedus.terms.diagnostic import Diagnostic
    from foedus.terms.errors import FoedusError

__all__ = [
    "Check",
    "Diagnostic",
    "FoedusError",
    "IncidentText",
    "Proposals",
    "Terms",
    "Text",
    "Trace",
    "amend",
    "check",
    "load",
    "load_incident",
    "trace",
]

_PLACES = {
    "Check": ("answers.check", "Check"),
    "Diagnostic": ("terms.diagnostic", "Diagnostic"),
    "FoedusError": ("terms.errors", "FoedusError"),
    "IncidentText": ("document.incident", "IncidentText"),
    "Proposals": ("answers.proposals", "Proposals"),
    "Terms": ("lenses.amend", "Terms"),
    "Text": ("document.load", "Text"),
    "Trace": ("answers.trace", "Trace"),
    "amend": ("lenses.amend", "amend"),
    "check": ("lenses.check", "check"),
    "load": ("library.find", "treaty"),
    "load_incident": ("library.find", "incident"),
    "trace": ("lenses.trace", "trace"),
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that a command starts quickly."""
    if name not in _PLACES:
        raise AttributeError(f"foedus has no {name!r}; it has {', '.join(__all__)}")
    from importlib import import_module  # noqa: PLC0415

    module, attribute = _PLACES[name]
    found: object = getattr(import_module(f"foedus.{module}"), attribute)
    return found
