"""YAML text to plain values with places; or every fault of spelling, each with its place.

Values follow the core schema of YAML 1.2: only ``true``, ``null``, ``17`` and the like are more
than text. ``NO`` is a party and ``2022-03-29`` a text; a key is always text, as written.
"""

from __future__ import annotations

import os
from pathlib import Path as FilePath

from foedus.document.tree import Path, Place, Tree
from foedus.document.yaml.compose import compose
from foedus.document.yaml.page import Node, Page
from foedus.document.yaml.plain import Reader
from foedus.document.yaml.raw import LARGEST, page_of, too_large
from foedus.terms.diagnostic import Diagnostic, in_file_order, nearest
from foedus.terms.errors import DocumentError

__all__ = ["LARGEST", "Path", "Place", "Tree", "read_bytes", "read_file"]


def read_file(path: FilePath | str) -> Tree:
    """Read a document from a file.

    Parameters
    ----------
    path : path
        A file, a link to one, or a pipe.

    Raises
    ------
    DocumentError
        The file cannot be opened, or `read_bytes` finds a fault.
    """
    file = str(path)
    try:
        with open(path, "rb") as opened:
            raw = opened.read(LARGEST + 1)
            size = os.fstat(opened.fileno()).st_size
    except (OSError, ValueError) as error:
        raise DocumentError([_unopened(file, error)]) from None
    if len(raw) > LARGEST:
        raise DocumentError([too_large(file, max(size, len(raw)))])
    return read_bytes(raw, file)


def read_bytes(raw: bytes, file: str) -> Tree:
    """Read a document from bytes.

    Parameters
    ----------
    raw : bytes
        UTF-8, with or without a byte order mark, at most `LARGEST` bytes.
    file : str
        The name under which messages speak of it.

    Raises
    ------
    DocumentError
        Carries every fault that could be found at once, in file order.

    Examples
    --------
    >>> read_bytes(b"parties: {NO: Norway}", "demo.yaml").data
    {'parties': {'NO': 'Norway'}}
    """
    page = page_of(raw, file)
    top, faults = compose(page)
    reader = Reader(page)
    data = reader.value(top) if top is not None else None
    faults += reader.faults
    if not faults:
        faults += _not_a_document(page, top)
    if faults:
        raise DocumentError(in_file_order(faults))
    return Tree(file, page.lines, data, reader.keys, reader.values)


def _not_a_document(page: Page, top: Node | None) -> list[Diagnostic]:
    mend = "begin with 'foedus: 1' and go on with a key on each line, as the library does"
    if top is None or top.is_empty:
        what, why = "this file is empty", "there is no text to read"
        return [Diagnostic("empty-file", "error", what, page.span(1, 1), why, mend)]
    if top.kind == "mapping":
        return []
    written = "a list" if top.kind == "list" else "a single text"
    what = f"this document is {written}, not a mapping of keys"
    why = "a document says under named keys what it is, who takes part and what is promised"
    span = page.span(top.line, top.column)
    return [Diagnostic("not-a-mapping", "error", what, span, why, mend)]


def _unopened(file: str, error: Exception) -> Diagnostic:
    why = "without the file there is nothing to read"
    if isinstance(error, IsADirectoryError):
        what, mend = f"{file!r} is a folder, not a file", "name one file inside it"
        return Diagnostic("folder-given", "error", what, None, why, mend)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        what, near = f"there is no file {file!r}", _near(file)
        mend = f"did you mean {near!r}?" if near else "check the name and the folder"
        return Diagnostic("no-such-file", "error", what, None, why, mend)
    if isinstance(error, PermissionError):
        what, mend = f"the file {file!r} may not be read", "ask its owner for leave to read it"
        return Diagnostic("unreadable-file", "error", what, None, why, mend)
    reason = error.strerror if isinstance(error, OSError) else "its name is not one of a file"
    what, mend = f"the file {file!r} cannot be read: {reason}", "check the name and the disk"
    return Diagnostic("unreadable-file", "error", what, None, why, mend)


def _near(file: str) -> str | None:
    """A file beside the missing one whose name is nearly the same."""
    path = FilePath(file)
    try:
        beside = [entry.name for entry in os.scandir(path.parent)]
    except OSError:
        return None
    name = nearest(path.name, beside)
    return str(path.with_name(name)) if name else None
