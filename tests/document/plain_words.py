"""What every message about a document must keep to, for the tests of this room."""

import re

from foedus.terms.diagnostic import Diagnostic

FOREIGN = re.compile(
    r"\b(str|dict|int|float|bool|tuple|None|True|False|NoneType|loc|ctx|kwargs|traceback"
    r"|Input should|valid (string|integer|dictionary|list)|Field required|Extra inputs"
    r"|ruamel|pydantic|python(?!/)|[A-Z]\w+Error|\w+Event|\w+Token|scalar|token|stream"
    r"|simple key|block (mapping|end|collection)|flow (mapping|sequence)|mapping values)\b"
    r"|<[a-z ]+>|«|»"
)
"""Words of the programs underneath, which no reader should meet."""


def faults_of_telling(diagnostic: Diagnostic) -> list[str]:
    """What is wrong with a message; nothing when it can be shown to anybody."""
    told = {"what": diagnostic.what, "why": diagnostic.why, "mend": diagnostic.mend}
    found = [f"{part} is empty" for part, text in told.items() if not text.strip()]
    for part, text in told.items():
        quoted = re.sub(r"'[^']*'", "''", text)  # what the author wrote may be shown
        found += [f"{part} says {hit[0]!r}" for hit in FOREIGN.finditer(quoted)]
        found += [f"{part} has several lines"] if "\n" in text else []
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", diagnostic.name):
        found.append(f"{diagnostic.name!r} is not in kebab-case")
    return found
