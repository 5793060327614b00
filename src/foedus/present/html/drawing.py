"""Lines, arrows and words of a figure: x in per cent, y in pixels, so that text is never scaled.

One drawing serves a phone, a wide screen and paper. Arrow heads are placed by reference to the
shapes of `marks`; nothing in the page points outside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from foedus.present.html.element import Node, Raw, h, join

LINE_HEIGHT = 17


def wrapped(words: str, width: int) -> list[str]:
    """Words on lines of at most `width` characters; one empty line if there are none."""
    return wrap(words, width) or [""]


def text(x: float, y: int, words: str, class_: str = "", anchor: str | None = None) -> Raw:
    """One line of words; `anchor` is start, middle or end."""
    return h("text", words, class_=class_ or None, x=f"{x:g}%", y=y, text_anchor=anchor)


def lines(
    x: float, y: int, rows: Sequence[str], class_: str, anchor: str | None = "middle"
) -> Raw:
    """Several lines of words, the first at `y`, on a ground that covers what lies behind them."""
    return join(
        text(x, y + n * LINE_HEIGHT, row, f"{class_} halo".strip(), anchor)
        for n, row in enumerate(rows)
    )


def line(x1: float, x2: float, y1: int, y2: int, class_: str) -> Raw:
    """A straight line."""
    return h("line", class_=class_, x1=f"{x1:g}%", x2=f"{x2:g}%", y1=y1, y2=y2)


def bar(x: float, width: str, y: int, height: int, class_: str) -> Raw:
    """A rectangle; its width is given with its unit."""
    return h("rect", class_=class_, x=f"{x:g}%", y=y, width=width, height=height)


def dot(x: float, y: int) -> Raw:
    """A point where a line meets somebody it passes."""
    return h("circle", class_="dot", cx=f"{x:g}%", cy=y, r=4)


def arrow(start: float, end: float, y: int) -> Raw:
    """A line with a head at its end."""
    head = "to-right" if end > start else "to-left"
    shape = h("use", href=f"#{head}", class_="head", x=f"{end:g}%", y=y)
    return join([line(start, end, y, y, "ln"), shape])


def stopped(start: float, end: float, y: int) -> Raw:
    """A line that ends in a cross: something is refused."""
    shape = h("use", href="#cross", class_="x", x=f"{end:g}%", y=y)
    return join([line(start, end, y, y, "lnb"), shape])


def drawing(content: Node, height: int, *, title: str, desc: str, name: str) -> Raw:
    """A figure as a picture with a name and a description for those who do not see it."""
    ids = (f"{name}-title", f"{name}-desc")
    told = [h("title", title, id=ids[0]), h("desc", desc, id=ids[1])]
    return h(
        "svg",
        told,
        content,
        class_="f",
        height=height,
        role="img",
        aria_labelledby=ids[0],
        aria_describedby=ids[1],
    )
