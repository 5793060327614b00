"""A procedure as a graph: states, moves between them, and which of them are ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["start", "waiting", "help", "end"]


@dataclass(frozen=True, slots=True)
class Node:
    """A place of the procedure: what is waited for, or how it ended."""

    id: str
    label: str
    kind: Kind
    article: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from one place to another: who does what, or what time does."""

    source: str
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The ordered graph of one text under one reading, for one victim and one accused."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
