"""Several texts side by side for a terminal: one question, then a line for each text."""

from __future__ import annotations

from foedus.answers.compare import Comparison
from foedus.present.naming import capital, number
from foedus.present.terminal.layout import BOLD, Page
from foedus.present.wording import property_title

SHORT = {"holds": "holds", "fails": "fails", "depends": "depends", "not_applicable": "–"}


def compare_text(found: Comparison, *, colour: bool, width: int) -> str:
    """The comparison as text; an answer that no other text shares is marked with a bar."""
    page = Page(colour, width)
    hang = max(len(treaty) for treaty, _, _ in found.treaties) + 4
    page.say(f"{capital(number(len(found.treaties)))} texts compared", style=BOLD)
    for treaty, title, dated in found.treaties:
        page.say(f"{title} ({dated})", lead=f"  {treaty}", hang=hang)
    for row in found.rows:
        if row.kind == "text":
            page.heading(row.question)
            for cell in row.cells:
                page.say(cell.says, lead=f"{'|' if cell.odd else ' '} {cell.treaty}", hang=hang)
    page.heading("What each text promises")
    _matrix(page, found)
    return page.text()


def _matrix(page: Page, found: Comparison) -> None:
    """One row for each property, one column for each text, named by its letter."""
    letters = [chr(ord("a") + n) for n in range(len(found.treaties))]
    page.say(", ".join(f"{k} {t[0]}" for k, t in zip(letters, found.treaties, strict=True)))
    rows = [row for row in found.rows if row.kind == "property"]
    head = max(len(property_title(row.question)) for row in rows) + 1
    page.lines.append(" " * head + "".join(f"{letter:<8}" for letter in letters).rstrip())
    for row in rows:
        words = "".join(f"{SHORT[cell.says]:<8}" for cell in row.cells).rstrip()
        page.lines.append(f"{property_title(row.question):<{head}}{words}")


def compare_json(found: Comparison) -> dict[str, object]:
    """The comparison with the keys of the contract."""
    return {
        "schema": found.schema,
        "treaties": [{"id": t, "title": title, "dated": d} for t, title, d in found.treaties],
        "rows": [
            {
                "question": row.question,
                "kind": row.kind,
                "cells": {
                    cell.treaty: {"says": cell.says, "article": cell.article, "odd": cell.odd}
                    for cell in row.cells
                },
            }
            for row in found.rows
        ],
    }
