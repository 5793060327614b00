"""Show the page of a property: what it asks, why it matters, when it is true, its limits."""

from __future__ import annotations

import argparse

from foedus.cli.options import write
from foedus.lenses.check import shelf
from foedus.terms.diagnostic import Diagnostic, nearest
from foedus.terms.errors import UsageError


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the options."""
    command.add_argument(
        "name", nargs="?", metavar="NAME", help="a property; all are listed if left out"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print one page, or the list of them."""
    pages = shelf()
    if arguments.name is None:
        write("\n".join(f"{name:<32} {module.ASKS}" for name, module in pages.items()))
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
                    "pages exist for properties",
                    f"did you mean {near!r}?" if near else f"known: {', '.join(pages)}",
                ),
            )
        )
    write((pages[arguments.name].__doc__ or "").strip())
    return 0
