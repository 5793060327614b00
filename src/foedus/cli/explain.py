"""Show the page of a property or a clause kind: what it asks or says, its limits, its sources."""

from __future__ import annotations

import argparse
from types import ModuleType

from foedus.cli.options import write
from foedus.lenses.check import shelf
from foedus.terms.diagnostic import Diagnostic, nearest
from foedus.terms.discover import modules
from foedus.terms.errors import UsageError


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the options."""
    command.add_argument(
        "name",
        nargs="?",
        metavar="NAME",
        help="a page; all are listed if left out",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print one page, or the list of them."""
    clauses = {name.replace("_", "-"): m for name, m in modules("foedus.clauses").items()}
    pages = {**shelf(), **clauses}
    if arguments.name is None:
        write("\n".join(f"{name:<32} {_first(page)}" for name, page in pages.items()))
        return 0
    if arguments.name not in pages:
        near = nearest(arguments.name, pages)
        raise UsageError(
            (
                Diagnostic(
                    "unknown-page",
                    "error",
                    f"there is no page {arguments.name!r}",
                    None,
                    "pages exist for properties and clause kinds",
                    f"did you mean {near!r}?" if near else f"known: {', '.join(pages)}",
                ),
            )
        )
    write((pages[arguments.name].__doc__ or "").strip())
    return 0


def _first(page: ModuleType) -> str:
    """What a page is about, in one line."""
    asks: str = getattr(page, "ASKS", "")
    return asks or (page.__doc__ or "").strip().splitlines()[0]
