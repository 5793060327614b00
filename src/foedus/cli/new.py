"""Start a draft from a text of the library: the same clauses under a new name, in this folder."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from foedus.cli.options import write
from foedus.document.write import write as rewritten
from foedus.library.find import HERE, ids, treaty
from foedus.terms.diagnostic import Diagnostic
from foedus.terms.errors import UsageError


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the options."""
    command.add_argument("id", metavar="ID", help="what the draft is called; ID.yaml is written")
    command.add_argument("--from", dest="base", required=True, metavar="LIBRARY_ID")


def run(arguments: argparse.Namespace) -> int:
    """Write the draft; nothing that exists is overwritten."""
    name, base = arguments.id, arguments.base
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}", name):
        raise _cannot(f"{name!r} is not an id", "use letters, digits, and - _ . after the first")
    if base not in ids("treaties"):
        treaty(base)  # says what is known, and what is near
        raise _cannot(
            f"{base!r} is not a whole text", "leave out what follows @, or copy the file"
        )
    out = Path(f"{name}.yaml")
    source = (HERE / "treaties" / f"{base}.yaml").read_text(encoding="utf-8")
    text = rewritten(source, [(("treaty",), name), (("status",), "draft")])
    try:
        with out.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise _cannot(f"{out} is there already", "choose another id, or move the file") from None
    except OSError as error:
        raise _cannot(
            f"{out} cannot be written: {error.strerror}", "choose another folder"
        ) from None
    write(f"written: {out}\nnext: foedus check {out}")
    return 0


def _cannot(what: str, mend: str) -> UsageError:
    why = "a draft is a new file; what you have stays as it is"
    return UsageError((Diagnostic("cannot-start", "error", what, None, why, mend),))
