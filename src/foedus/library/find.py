"""Find a document by library id, by file, or on standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from foedus.document.load import Text, load_bytes, load_file
from foedus.terms.diagnostic import Diagnostic, nearest
from foedus.terms.errors import UsageError

if TYPE_CHECKING:
    from foedus.document.incident import IncidentText

HERE = Path(__file__).parent
SUFFIXES = (".yaml", ".yml")


def ids(shelf: str) -> list[str]:
    """The ids on a shelf of the library: `treaties` or `incidents`.

    Examples
    --------
    >>> "nato-1949" in ids("treaties")
    True
    """
    return sorted(file.stem for file in (HERE / shelf).glob("*.yaml"))


def treaty(name: str) -> Text:
    """Load a treaty: a library id, a file, or `-` for standard input; `@variant` picks a variant.

    Raises
    ------
    UsageError
        Nothing of that name is shipped and no such file exists.
    DocumentError
        The document has faults.
    """
    if name == "-":
        return load_bytes(sys.stdin.buffer.read(), "standard input")
    if Path(name).exists():
        return load_file(Path(name))
    base, at, variant = name.rpartition("@")
    base, picked = (base, variant) if at else (name, None)
    if _is_id(base) and base in ids("treaties"):
        raw = (HERE / "treaties" / f"{base}.yaml").read_bytes()
        return load_bytes(raw, f"library/{base}.yaml", picked)
    if at and Path(base).exists():
        return load_file(Path(base), picked)
    raise _missing(base, "treaty", "treaties")


def incident(name: str) -> IncidentText:
    """Load an incident: a library id or a file."""
    from foedus.document.incident import load_incident  # noqa: PLC0415 - only a trace needs it

    if Path(name).exists():
        return load_incident(Path(name))
    if _is_id(name) and name in ids("incidents"):
        return load_incident(HERE / "incidents" / f"{name}.yaml")
    raise _missing(name, "incident", "incidents")


def _is_id(name: str) -> bool:
    return "/" not in name and not name.startswith(".")


def _missing(name: str, kind: str, shelf: str) -> UsageError:
    looks_like_file = name.endswith(SUFFIXES) or "/" in name
    near = None if looks_like_file else nearest(name, ids(shelf))
    what = f"there is no file {name!r}" if looks_like_file else f"no {kind} is called {name!r}"
    mend = f"did you mean {near!r}?" if near else "see what is shipped with: foedus library"
    if looks_like_file:
        mend = "check the spelling and the folder, or name one that is shipped: foedus library"
    why = "nothing can be said about a text that cannot be read"
    return UsageError((Diagnostic(f"unknown-{kind}", "error", what, None, why, mend),))
