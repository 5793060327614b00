"""Look at a stage of the way from text to answer: the document as read, or the machine.

The machine is shown for one victim and one accused, under the readings given; a place that is
still open stands at its first label, and the choices made are listed.
"""

from __future__ import annotations

import argparse
from dataclasses import asdict

from foedus.cli.options import (
    asking,
    format_option,
    readings,
    the_text,
    treaty_argument,
    write,
    write_json,
)
from foedus.lenses.picture import picture


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the options."""
    treaty_argument(command)
    command.add_argument("--stage", choices=["document", "machine"], required=True)
    asking(command)
    format_option(command)


def run(arguments: argparse.Namespace) -> int:
    """Show the stage."""
    text = the_text(arguments.treaty, arguments)
    if arguments.stage == "document":
        found = {"schema": 1, "treaty": text.id, "fixed": dict(text.fixed), "document": text.data}
        if arguments.format == "text":
            left = [question for question in text.questions if question not in text.fixed]
            write(f"{text.id}\nopen questions: {', '.join(left) or 'none'}")
        write_json(found)
        return 0
    drawn = picture(text, arguments.accused, readings(arguments))
    if arguments.format == "json":
        write_json({"schema": 1, "treaty": text.id, **asdict(drawn)})
        return 0
    lines = [drawn.title, ""]
    for node in drawn.nodes:
        article = f" (article {node.article})" if node.article else ""
        lines.append(f"{node.id}  {node.label}{article}")
        lines += [f"      {e.label} → {e.target}" for e in drawn.edges if e.source == node.id]
    write("\n".join(lines))
    return 0
