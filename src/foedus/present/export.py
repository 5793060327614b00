"""Pictures of a procedure for other programs: Graphviz DOT and Mermaid."""

from __future__ import annotations

from foedus.answers.picture import Picture

SHAPES = {"start": "box", "waiting": "box", "help": "doubleoctagon", "end": "octagon"}
MERMAID = {"start": ("([", "])"), "waiting": ("[", "]"), "help": ("[[", "]]"), "end": ("((", "))")}


def dot(picture: Picture) -> str:
    """A picture as a Graphviz digraph.

    Examples
    --------
    >>> dot(Picture("t", (), ())).splitlines()[0]
    'digraph procedure {'
    """
    lines = ["digraph procedure {", f"  label={_quoted(picture.title)};", "  rankdir=TB;"]
    for node in picture.nodes:
        article = f"\narticle {node.article}" if node.article else ""
        lines.append(
            f"  {node.id} [shape={SHAPES[node.kind]}, label={_quoted(node.label + article)}];"
        )
    lines += [f"  {e.source} -> {e.target} [label={_quoted(e.label)}];" for e in picture.edges]
    return "\n".join([*lines, "}"])


def mermaid(picture: Picture) -> str:
    """A picture as a Mermaid flowchart.

    Examples
    --------
    >>> mermaid(Picture("t", (), ())).splitlines()[-1]
    'flowchart TD'
    """
    lines = ["---", f"title: {_plain(picture.title)}", "---", "flowchart TD"]
    for node in picture.nodes:
        left, right = MERMAID[node.kind]
        article = f"<br>article {_plain(node.article)}" if node.article else ""
        lines.append(f'  {node.id}{left}"{_plain(node.label)}{article}"{right}')
    lines += [f'  {e.source} -->|"{_plain(e.label)}"| {e.target}' for e in picture.edges]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """Text between quotation marks, as DOT reads it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _plain(text: str) -> str:
    """Text that means nothing to Mermaid."""
    out = text.replace("&", "&amp;").replace("#", "&num;").replace('"', "&quot;")
    return out.replace("<", "&lt;").replace(">", "&gt;").replace("|", "&vert;").replace("\n", " ")
