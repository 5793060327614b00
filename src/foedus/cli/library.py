"""List what is shipped, or show one text of it."""

from __future__ import annotations

import argparse

from foedus.cli.options import format_option, write, write_json
from foedus.document.load import Text
from foedus.lenses.check import coverage
from foedus.library.find import ids, treaty


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the options."""
    command.add_argument("id", nargs="?", metavar="ID", help="show this one")
    format_option(command)


def run(arguments: argparse.Namespace) -> int:
    """List the library, or show one text."""
    names = [arguments.id] if arguments.id else ids("treaties")
    texts = [treaty(name) for name in names]
    if arguments.format == "json":
        write_json(
            {
                "schema": 1,
                "treaties": [_entry(text) for text in texts],
                "incidents": ids("incidents"),
            }
        )
    elif arguments.id:
        write(_page(texts[0]))
    else:
        lines = ["Treaties"]
        for text in texts:
            variants = f"  @{' @'.join(text.treaty.variants)}" if text.treaty.variants else ""
            lines.append(f"  {text.id:<22} {text.treaty.title[:54]}{variants}")
        lines += ["", "Incidents", *(f"  {name}" for name in ids("incidents"))]
        write("\n".join(lines))
    return 0


def _entry(text: Text) -> dict[str, object]:
    covered = [one.covered for one in coverage(text)]
    return {
        "id": text.id,
        "title": text.treaty.title,
        "dated": text.treaty.dated,
        "status": text.treaty.status,
        "parties": dict(text.treaty.parties),
        "variants": list(text.treaty.variants),
        "articles": list(text.treaty.articles),
        "coverage": {word: covered.count(word) for word in ("full", "part", "none")},
    }


def _page(text: Text) -> str:
    form = text.treaty
    lines = [form.title, f"{text.id} · {form.dated} · {form.status.replace('_', ' ')}", ""]
    for number, article in form.articles.items():
        lines += [f"Article {number}", f"  {article.says}"]
        lines += [f"  not encoded: {what}" for what in article.not_encoded]
    questions = text.questions
    lines += ["", "Open questions of the text"]
    lines += [f"  {q}: {' | '.join(labels)}" for q, labels in questions.items()] or [
        "  none stated"
    ]
    lines += ["", "Sources", *(f"  {s.title}" for s in form.sources.values())]
    return "\n".join(lines)
