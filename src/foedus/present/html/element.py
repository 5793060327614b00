"""Write elements of HTML and SVG: whatever is not markup of our own is escaped."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from html import escape
from typing import TypeAlias

EMPTY_ELEMENTS = frozenset({"br", "meta"})
HARMLESS = frozenset("\xad\u200b\u200c\u200d\u200e\u200f")
"""Signs that several scripts need and that can neither hide nor reorder other text."""


class Raw(str):
    """Markup that is safe as it stands: made by `h`, or read from this package."""

    __slots__ = ()


Node: TypeAlias = "str | int | Iterable[Node] | None"
"""What may stand inside an element: text, markup, nothing, or several of these."""

Attribute: TypeAlias = str | int | float | bool | None


def h(tag: str, /, *children: Node, **attributes: Attribute) -> Raw:
    """An element with its content; text is escaped, only `Raw` passes.

    Parameters
    ----------
    tag : str
        Name of the element.
    *children : Node
        Text, markup, or any nesting of both; None is left out.
    **attributes : Attribute
        `class_` is written class, `data_l` data-l; True stands alone; False and None are left out.

    Examples
    --------
    >>> h("p", "<b>", h("em", "unstated"), class_="small")
    '<p class="small">&lt;b&gt;<em>unstated</em></p>'
    """
    start = f"<{tag}{''.join(_attribute(*pair) for pair in attributes.items())}>"
    if tag in EMPTY_ELEMENTS:
        return Raw(start)
    return Raw(f"{start}{join(children)}</{tag}>")


def join(nodes: Node) -> Raw:
    """Nodes one after the other, without an element around them.

    Examples
    --------
    >>> join(["a & b", Raw("<br>"), None])
    'a &amp; b<br>'
    """
    if nodes is None:
        return Raw("")
    if isinstance(nodes, Raw):
        return nodes
    if isinstance(nodes, str | int):
        return Raw(escape(plain(str(nodes)), quote=True))
    return Raw("".join(join(node) for node in nodes))


def plain(text: str) -> str:
    r"""The text with every sign made harmless that could hide or reorder what follows.

    Examples
    --------
    >>> plain("one\x00two\nthree")
    'one�two three'
    """
    return text if text.isprintable() else "".join(map(_harmless, text))


def _harmless(sign: str) -> str:
    if sign.isprintable() or sign in HARMLESS or unicodedata.category(sign) == "Zs":
        return sign
    return " " if sign in "\t\n\r" else "\N{REPLACEMENT CHARACTER}"


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    written = name.rstrip("_").replace("_", "-")
    if value is True:
        return f" {written}"
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return f' {written}="{escape(plain(text), quote=True)}"'
