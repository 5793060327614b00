"""The JSON Schema of the documents, for editors and other programs."""

from __future__ import annotations

from typing import Any

from foedus.document.amendment import Amendment
from foedus.document.incident import Incident
from foedus.document.treaty import Treaty

FORMS = {"treaty": Treaty, "incident": Incident, "amendment": Amendment}


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a kind of document: `treaty`, `incident` or `amendment`.

    Examples
    --------
    >>> schema("incident")["properties"]["victim"]["type"]
    'string'
    """
    found = FORMS[kind].model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"foedus {kind}, version 1",
        **found,
    }
