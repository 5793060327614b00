"""Find the smallest single change that makes a failing property hold, and its price.

Exit code 1 if no single change does.
"""

from __future__ import annotations

import argparse
from dataclasses import replace

from foedus.cli.options import (
    asking,
    called,
    colour,
    format_option,
    readings,
    the_text,
    treaty_argument,
    width,
    write,
    write_json,
)
from foedus.lenses.amend import Terms, amend
from foedus.library.find import incident
from foedus.terms.diagnostic import Diagnostic
from foedus.terms.errors import UsageError


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the options."""
    treaty_argument(command)
    command.add_argument(
        "--goal", default="no-veto-by-the-accused", metavar="PROPERTY", help="what must hold"
    )
    command.add_argument("--incident", metavar="INCIDENT", help="run it before and after")
    command.add_argument("--max-changes", type=int, default=1, metavar="K", help="only 1 for now")
    asking(command)
    format_option(command)


def run(arguments: argparse.Namespace) -> int:
    """Search for mends."""
    if arguments.max_changes != 1:
        raise UsageError(
            (
                Diagnostic(
                    "one-change-only",
                    "error",
                    f"--max-changes {arguments.max_changes} cannot be searched yet",
                    None,
                    "sets of several changes are not tried together so far",
                    "leave it out: every change of one place is tried",
                ),
            )
        )
    story = incident(arguments.incident) if arguments.incident else None
    terms = Terms(arguments.accused, readings(arguments), story)
    answer = amend(the_text(arguments.treaty, arguments), arguments.goal, terms)
    answer = replace(answer, called=called(arguments, arguments.treaty))
    if arguments.format == "json":
        from foedus.present.json import proposals_json

        write_json(proposals_json(answer))
    else:
        from foedus.present.terminal.amend import proposals_text

        write(proposals_text(answer, colour=colour(), width=width()))
    return 0 if answer.amendments or answer.before in ("holds", "not_applicable") else 1
