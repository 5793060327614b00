"""List what is shipped, or show one text of it."""

from __future__ import annotations

import argparse
from textwrap import shorten, wrap

from foedus.cli.options import format_option, width, write, write_json
from foedus.document.load import Text
from foedus.lenses.check import coverage
from foedus.library.find import ids, incident, treaty

MARGIN = 20


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the options."""
    command.add_argument("id", nargs="?", metavar="ID", help="show this one")
    format_option(command)


def run(arguments: argparse.Namespace) -> int:
    """List the library, or show one text or incident of it."""
    if arguments.id in ids("incidents"):
        return _show_incident(arguments)
    texts = [treaty(name) for name in ([arguments.id] if arguments.id else ids("treaties"))]
    if arguments.format == "json":
        entries = [_entry(text) for text in texts]
        write_json({"schema": 1, "treaties": entries, "incidents": ids("incidents")})
    elif arguments.id:
        write(_page(texts[0]))
    else:
        write(_list(texts))
    return 0


def _list(texts: list[Text]) -> str:
    lines = ["Treaties"]
    room = max(width() - 38, MARGIN)
    for text in texts:
        form = text.treaty
        title = shorten(form.title, room, placeholder=" …")
        lines.append(f"  {text.id:<22} {form.dated[:4]}  {title}")
        if form.variants:
            lines.append(f"  {'':<22}       worded as @{', @'.join(form.variants)}")
    lines += ["", "Incidents"]
    for name in ids("incidents"):
        story = incident(name).incident
        title = shorten(story.title, room, placeholder=" …")
        lines.append(f"  {name:<22} {story.dated[:4]}  {title}")
    lines += ["", "Next", "  foedus library ID", "  foedus check ID", "  foedus trace ID INCIDENT"]
    return "\n".join(lines)


def _show_incident(arguments: argparse.Namespace) -> int:
    told = incident(arguments.id)
    story = told.incident
    if arguments.format == "json":
        write_json({"schema": 1, "incident": told.tree.data})
        return 0
    sort = "hypothetical" if story.hypothetical else "with a record"
    lines = [story.title, f"{told.id} · {story.dated} · {sort}", ""]
    lines += [*_folded(story.says), ""] if story.says else []
    for event in story.events:
        what = event.does.replace("_", " ") + (f" {event.act}" if event.act else "")
        answer = f": {event.answer}" if event.does in ("vote", "find") else ""
        lines += _folded(f"hour {story.hour(event.at)}: {', '.join(event.by)}: {what}{answer}")
    if story.record is not None:
        lines += ["", "What followed", *_folded(story.record.says)]
    if story.treaty:
        lines += ["", "Next", f"  foedus trace {story.treaty} {told.id}"]
    write("\n".join(lines))
    return 0


def _folded(text: str) -> list[str]:
    return wrap(text, width(), initial_indent="  ", subsequent_indent="    ")


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
        lines += [f"Article {number}", *_folded(article.says)]
        for what in article.not_encoded:
            lines += _folded(f"not encoded: {what}")
    lines += ["", "Open questions of the text"]
    questions = (f"{q}: {' | '.join(labels)}" for q, labels in text.questions.items())
    lines += [line for question in questions for line in _folded(question)] or ["  none stated"]
    lines += ["", "Sources"]
    lines += [line for source in form.sources.values() for line in _folded(source.title)]
    lines += ["", "Next", f"  foedus check {text.id}"]
    return "\n".join(lines)
