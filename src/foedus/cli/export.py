"""Write a text in a form other programs read: JSON Schema, DOT or Mermaid.

`--to schema` needs no text: it describes what a treaty, incident or amendment may contain.
"""

from __future__ import annotations

import argparse
import json

from foedus.cli.options import asking, readings, the_text, write


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the options."""
    command.add_argument(
        "treaty", nargs="?", metavar="TREATY", help="a file, a library id, id@variant, or -"
    )
    command.add_argument("--to", choices=["schema", "dot", "mermaid"], required=True)
    command.add_argument(
        "--of", choices=["treaty", "incident", "amendment"], default="treaty", help="for schema"
    )
    asking(command)


def run(arguments: argparse.Namespace) -> int:
    """Export."""
    if arguments.to == "schema":
        from foedus.document.schema import schema

        write(json.dumps(schema(arguments.of), indent=2))
        return 0
    from foedus.lenses.picture import picture
    from foedus.present.export import dot, mermaid

    if arguments.treaty is None:
        from foedus.terms.diagnostic import Diagnostic
        from foedus.terms.errors import UsageError

        raise UsageError(
            (
                Diagnostic(
                    "missing-treaty",
                    "error",
                    f"--to {arguments.to} needs a text to draw",
                    None,
                    "a picture shows the procedure of one text",
                    "name one, as in: foedus export nato-1949 --to mermaid",
                ),
            )
        )
    drawn = picture(the_text(arguments.treaty, arguments), arguments.accused, readings(arguments))
    write(dot(drawn) if arguments.to == "dot" else mermaid(drawn))
    return 0
