"""Write a report ready to send: one HTML file, no links to anything outside it."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path

from foedus.cli.options import asking, readings, the_text, treaty_argument, write
from foedus.lenses.amend import Terms, amend
from foedus.lenses.check import check
from foedus.lenses.trace import trace
from foedus.library.find import incident
from foedus.present.html.report import report_html
from foedus.terms.diagnostic import Diagnostic
from foedus.terms.errors import UsageError

GOAL = "no-veto-by-the-accused"


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the options."""
    treaty_argument(command)
    command.add_argument("--incident", metavar="INCIDENT", help="run it and show the run")
    command.add_argument(
        "--goal", default=GOAL, metavar="PROPERTY", help="what the mends must reach"
    )
    command.add_argument(
        "-o", "--output", required=True, metavar="FILE.html", help="where to write"
    )
    asking(command)


def run(arguments: argparse.Namespace) -> int:
    """Write the report."""
    from importlib.metadata import version

    out = Path(arguments.output)
    if out.suffix != ".html":
        raise _cannot(f"{out.name!r} does not end in .html", "name the file something.html")
    text, fixed = the_text(arguments.treaty, arguments), readings(arguments)
    story = incident(arguments.incident) if arguments.incident else None
    page = report_html(
        check(text, accused=arguments.accused, fixed=fixed),
        trace(text, story, fixed=fixed) if story else None,
        amend(text, arguments.goal, Terms(arguments.accused, fixed, story)),
        made=os.environ.get("FOEDUS_DATE") or datetime.now(UTC).date().isoformat(),
        version=version("foedus"),
    )
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise _cannot(
            f"{out} cannot be written: {error.strerror}", "choose another place"
        ) from None
    write(f"written: {out}")
    return 0


def _cannot(what: str, mend: str) -> UsageError:
    why = "a report is one HTML file that can be sent"
    return UsageError((Diagnostic("cannot-write", "error", what, None, why, mend),))
