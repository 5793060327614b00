"""A page of plain text for a terminal: wrapped, indented, and bold or dim only if asked.

What comes from a document cannot move the cursor or turn the text around: every sign that could
is shown as a replacement mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

NARROWEST = 40
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_JOINERS = "\u200c\u200d"
"""Signs that some scripts need between letters."""


@dataclass
class Page:
    """Lines as they are written, none wider than the page.

    Parameters
    ----------
    colour : bool
        Whether bold and dim may be used.
    width : int, unit: columns
        At least 40.
    """

    colour: bool
    width: int
    lines: list[str] = field(default_factory=list)

    def heading(self, text: str) -> None:
        """A line of its own, after an empty one."""
        if self.lines:
            self.gap()
        self.say(text, style=BOLD)

    def gap(self) -> None:
        """One empty line, never two."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def say(
        self, text: str, *, indent: int = 0, lead: str = "", hang: int = 0, style: str = ""
    ) -> None:
        """A paragraph.

        Parameters
        ----------
        text : str
            Nothing is written where it is empty.
        indent : int, unit: columns
        lead : str
            What stands at the left of the first line, as a mark or a day.
        hang : int, unit: columns
            How far the text stands to the right of where `lead` starts.
        style : str
            BOLD or DIM, for the lead if there is one, else for all of it.

        Examples
        --------
        >>> page = Page(False, 40)
        >>> page.say("Astrania votes no, and the decision is refused.", lead="Day 3", hang=7)
        >>> print(page.text())
        Day 3  Astrania votes no, and the
               decision is refused.
        """
        if not text:
            return
        hang = max(hang, len(lead) + bool(lead))
        room = max(self.width, NARROWEST) - indent - hang
        for place, line in enumerate(wrapped(harmless(text), room)):
            before = f"{lead:<{hang}}" if place == 0 else " " * hang
            if lead and place == 0:
                self.lines.append(" " * indent + self._styled(before, style) + line)
            else:
                self.lines.append(
                    " " * indent + before + self._styled(line, "" if lead else style)
                )

    def _styled(self, text: str, style: str) -> str:
        bare = text.rstrip()
        if not (self.colour and style and bare):
            return text
        return f"{style}{bare}{PLAIN}{text[len(bare) :]}"

    def text(self) -> str:
        """The whole page, without a line break at its end."""
        return "\n".join(line.rstrip() for line in self._trimmed())

    def _trimmed(self) -> Iterator[str]:
        last = len(self.lines)
        while last and not self.lines[last - 1]:
            last -= 1
        yield from self.lines[:last]


def wrapped(text: str, room: int) -> list[str]:
    """The text in lines of at most so many columns; a word that is too long is broken.

    Examples
    --------
    >>> wrapped("a treaty between peoples", 10)
    ['a treaty', 'between', 'peoples']
    >>> wrapped("unconstitutionally", 10)
    ['unconstitu', 'tionally']
    """
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
            continue
        pieces = [word[start : start + room] for start in range(0, len(word), room)]
        lines += pieces
    return lines[1:] or lines


def harmless(text: str) -> str:
    r"""The text with every sign that could steer a terminal replaced.

    Examples
    --------
    >>> harmless("a\x1b[31mb")
    'a�[31mb'
    """
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() or sign in _JOINERS else " " if sign.isspace() else "\ufffd"
        for sign in text
    )
