"""Put up to eight texts side by side: what they say, and what each promises."""

from __future__ import annotations

import argparse

from foedus.cli.options import colour, format_option, width, write, write_json
from foedus.lenses.compare import compare
from foedus.library.find import treaty


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the options."""
    command.add_argument("treaty", nargs="+", metavar="TREATY", help="two to eight texts")
    format_option(command)


def run(arguments: argparse.Namespace) -> int:
    """Compare the texts."""
    from foedus.present.terminal.compare import compare_json, compare_text

    found = compare([treaty(name) for name in arguments.treaty])
    if arguments.format == "json":
        write_json(compare_json(found))
    else:
        write(compare_text(found, colour=colour(), width=width()))
    return 0
