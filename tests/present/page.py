"""A page as a parser reads it: its elements in order, and whatever is wrong with their nesting."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = {"meta", "br"}


@dataclass
class Element:
    """One element: its tag, its attributes, the elements around it, the text inside."""

    tag: str
    attributes: dict[str, str]
    above: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """A parsed page.

    Attributes
    ----------
    elements : list of Element
    faults : list of str
        Tags closed in the wrong order, or never.
    """

    elements: list[Element] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []

    def handle_starttag(self, tag, attrs):
        above = tuple(one.tag for one in self._open)
        element = Element(tag, {name: value or "" for name, value in attrs}, above)
        self.elements.append(element)
        if tag not in EMPTY:
            self._open.append(element)

    def handle_endtag(self, tag):
        if not self._open or self._open[-1].tag != tag:
            opened = self._open[-1].tag if self._open else "nothing"
            self.faults.append(f"{tag} closes {opened}")
            return
        self._open.pop()

    def handle_data(self, data):
        for element in self._open:
            element.text += data

    def every(self, tag: str) -> list[Element]:
        """All elements with a tag."""
        return [element for element in self.elements if element.tag == tag]


def parsed(text: str) -> Page:
    """A page from its text; what is still open at the end is a fault too."""
    page = Page()
    page.feed(text)
    page.close()
    page.faults += [f"{element.tag} is never closed" for element in page._open]
    return page
