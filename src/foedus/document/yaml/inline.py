"""A plain value as one line of YAML."""

from __future__ import annotations

import json
import re
from typing import Any

from foedus.document.yaml.page import Style
from foedus.document.yaml.plain import scalar

_Value = Any  # text, number, truth, nothing, or lists and mappings of them
_PLAIN = re.compile(r"\w([\w./()' -]*[\w./()'-])?")


def inline(value: _Value, style: Style = "plain") -> str:
    """The value on one line, fit to stand in brackets.

    Parameters
    ----------
    value : plain value
        Text, number, truth, nothing, and lists and mappings of them.
    style : Style
        How a text was written before; its quotes are kept.

    Examples
    --------
    >>> inline({"rule": {"at_least": 9, "with": ["AST", "BEL"]}, "dated": "2022-03-29"})
    '{rule: {at_least: 9, with: [AST, BEL]}, dated: 2022-03-29}'
    >>> inline({"5": "Article 5: help", "sure": None, "so": True})
    '{"5": "Article 5: help", sure: null, so: true}'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{inline(k)}: {inline(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    if not isinstance(value, str):
        return json.dumps(value)
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if style != '"' and _PLAIN.fullmatch(value) and scalar(value) == value:
        return value
    return json.dumps(value, ensure_ascii=False)
