"""The amendment as written: a named list of changes to one text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic_core import ValidationError

from foedus.document.load import Text
from foedus.document.read import Tree, read_file
from foedus.ideas.form import Form, Limits
from foedus.ideas.known import Id, VersionLike
from foedus.ideas.known import Text as Words
from foedus.ideas.patch import Change, PathFault
from foedus.terms.diagnostic import Diagnostic
from foedus.terms.errors import DocumentError


class Amendment(Form):
    """Changes that belong together, and the text they are meant for."""

    foedus: VersionLike
    amendment: Id
    treaty: str | None = None
    says: Words = ""
    changes: Annotated[list[Change], Limits(least=1)]


def load_amendment(path: Path) -> tuple[Amendment, Tree]:
    """Read an amendment.

    Raises
    ------
    DocumentError
        The file cannot be read or is not an amendment; carries every fault with its place.
    """
    tree = read_file(path)
    try:
        found: Amendment = Amendment.read(tree.data)
    except ValidationError as error:
        from foedus.document.faults import faults  # noqa: PLC0415 - only a faulty document

        raise DocumentError(faults(error, tree, form=Amendment)) from None
    return found, tree


def amended(text: Text, path: Path) -> Text:
    """A text with the amendment of a file made.

    Raises
    ------
    DocumentError
        A change fits nothing in the text, or what comes out is no longer a treaty.
    """
    found, tree = load_amendment(path)
    for n, change in enumerate(found.changes):
        try:
            text = text.changed((change,))
        except PathFault as fault:
            raise DocumentError((_misses(tree, n, fault),)) from None
    return text


def _misses(tree: Tree, n: int, fault: PathFault) -> Diagnostic:
    return Diagnostic(
        "patch-misses",
        "error",
        f"the change at {fault.path!r} fits nothing: {fault.why}",
        tree.value_span(("changes", n, "at")),
        "an amendment that changes nothing would be reported as if it did",
        "write the path as article / clause kind / keys; foedus library ID shows the articles",
    )
