"""Changes to a text that leave every other character of it as it was."""

from __future__ import annotations

from dataclasses import dataclass

from foedus.document.yaml.page import LINE_BREAK, Node, Page


@dataclass(frozen=True, slots=True)
class Collection:
    """A list or mapping on a page, and what can be done to its entries.

    Each method returns the whole text after one change.
    """

    page: Page
    node: Node

    def replace(self, place: int, written: str) -> str:
        """Write a value in place of that of an entry."""
        text, value = self.page.text, self._value(place)
        if value.is_empty:
            sign = "" if text[value.start - 1 : value.start] in {":", "-"} else ":"
            return f"{text[: value.start]}{sign} {written}{text[value.start :]}"
        key = self.node.pairs()[place][0] if self.node.kind == "mapping" else value
        if value.style == "block" and value.line > key.line:
            after = text.index(":", key.end) + 1
            first, last = (
                self._line_start(value.start),
                self._next_line(self._end(value, whole=False)),
            )
            return f"{text[:after]} {written}{text[after:first]}{text[last:]}"
        return text[: value.start] + written + text[self._end(value, whole=False) :]

    def remove(self, place: int) -> str:
        """Take out an entry; there must be another one."""
        text, (start, end) = self.page.text, self._entry(place)
        last = place == len(self) - 1
        if self.node.style == "flow":
            if last:
                return text[: self._entry(place - 1)[1]] + text[end:]
            return text[:start] + text[self._entry(place + 1)[0] :]
        if text[self._line_start(start) : start].strip() and not last:
            return text[:start] + text[self._entry(place + 1)[0] :]
        return text[: self._line_start(start)] + text[self._next_line(end) :]

    def append(self, written: str) -> str:
        """Write a new entry after the last one."""
        text = self.page.text
        end = self._entry(len(self) - 1)[1] if len(self) else self.node.start + 1
        if self.node.style == "flow":
            return text[:end] + (", " if len(self) else "") + written + text[end:]
        dash = "- " if self.node.kind == "list" else ""
        entry = " " * (self.node.column - 1) + dash + written
        line = "\r\n" if "\r\n" in text else "\n"
        if text[end - 1] in "\r\n":
            return text[:end] + entry + line + text[end:]
        end = self._line_end(end)
        return text[:end] + line + entry + text[end:]

    def __len__(self) -> int:
        return len(self.node.children) // (2 if self.node.kind == "mapping" else 1)

    def _value(self, place: int) -> Node:
        return self.node.children[place * 2 + 1 if self.node.kind == "mapping" else place]

    def _entry(self, place: int) -> tuple[int, int]:
        """Where an entry starts, its key or dash included, and where it ends."""
        value = self._value(place)
        if self.node.kind == "mapping":
            key = self.node.children[place * 2]
            return key.start, max(key.end, self._end(value))
        return (self._dash(value) if self.node.style == "block" else value.start), self._end(value)

    def _dash(self, item: Node) -> int:
        """The dash of an item stands in the column of its list, on or above the item's line."""
        column, start = self.node.column - 1, self._line_start(item.start)
        while self.page.text[start + column : start + column + 1] != "-" and start > 0:
            start = self._line_start(start - 1)
        return start + column

    def _end(self, node: Node, *, whole: bool = True) -> int:
        """Where what was written ends; with `whole`, empty lines that belong to it included."""
        if node.style == "block":
            return self._end(node.children[-1], whole=whole)
        if node.style not in {"|", ">"}:
            return node.end
        written = self.page.text[node.start : node.end]
        keeps = "+" in LINE_BREAK.split(written, maxsplit=1)[0].split("#")[0]
        return node.end if keeps and whole else node.start + len(written.rstrip())

    def _line_start(self, index: int) -> int:
        return max(self.page.text.rfind(sign, 0, index) for sign in "\r\n") + 1

    def _line_end(self, index: int) -> int:
        found = LINE_BREAK.search(self.page.text, index)
        return found.start() if found else len(self.page.text)

    def _next_line(self, index: int) -> int:
        if index and self.page.text[index - 1] in "\r\n":
            return index
        found = LINE_BREAK.search(self.page.text, index)
        return found.end() if found else len(self.page.text)
