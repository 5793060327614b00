"""Find where a text breaks: every exact property, over all its readings and silences.

Exit code 1 if a property fails; with --strict also if one depends on the reading.
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
    width,
    write,
    write_json,
)
from foedus.lenses.check import check


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the options."""
    command.add_argument(
        "treaty", nargs="+", metavar="TREATY", help="files, library ids, id@variant, or -"
    )
    asking(command)
    format_option(command, "concise", "sarif")
    command.add_argument(
        "--conduct",
        choices=["lawful-but-accused", "any"],
        default="lawful-but-accused",
        help="who may break the text: the accused alone, or every party",
    )
    command.add_argument("--strict", action="store_true", help="exit 1 also where it depends")


def run(arguments: argparse.Namespace) -> int:
    """Check each text named, in turn."""
    failing = {"fails", "depends"} if arguments.strict else {"fails"}
    code, answers = 0, []
    for name in arguments.treaty:
        answer = check(
            the_text(name, arguments),
            accused=arguments.accused,
            fixed=readings(arguments),
            conduct=arguments.conduct,
        )
        answer = replace(answer, called=called(arguments, name))
        answers.append(answer)
        if any(one.verdict in failing for one in answer.properties):
            code = 1
        if arguments.format == "text":
            from foedus.present.terminal.check import check_text

            write(check_text(answer, colour=colour(), width=width()))
        elif arguments.format == "concise":
            from foedus.present.terminal.check import check_concise

            write(check_concise(answer))
    if arguments.format in ("json", "sarif"):
        from foedus.present.json import check_json, sarif

        one = check_json if arguments.format == "json" else sarif
        first, *others = [one(answer) for answer in answers]
        if arguments.format == "sarif":
            first["runs"] += [run for log in others for run in log["runs"]]
            write_json(first)
        else:
            write_json([first, *others] if others else first)
    return code
