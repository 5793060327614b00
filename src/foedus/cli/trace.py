"""Run an incident through a text: who owes what, when, and what came of the call.

Every reading is run; where two of them give some party different duties, the place is named.
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
from foedus.lenses.trace import trace
from foedus.library.find import incident


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the options."""
    treaty_argument(command)
    command.add_argument("incident", metavar="INCIDENT", help="a file or a library id")
    asking(command)
    format_option(command)


def run(arguments: argparse.Namespace) -> int:
    """Trace the incident."""
    text = the_text(arguments.treaty, arguments)
    fixed = readings(arguments)
    story = incident(arguments.incident)
    answer = trace(text, story, accused=arguments.accused, fixed=fixed)
    answer = replace(answer, called=called(arguments, arguments.treaty))
    if arguments.format == "json":
        from foedus.present.json import trace_json

        write_json(trace_json(answer))
    else:
        from foedus.present.terminal.trace import trace_text

        write(trace_text(answer, colour=colour(), width=width()))
    return 0
