"""Stories: pages of prose in which a treaty, and what is expected of it, stand side by side.

The words after a fence say what the block is:

- `yaml`: a treaty, in full. `text`: the name of a shipped one. Either is *the text* from there on.
- `amend`: one change to the text, `{at: …, becomes: …}`; it stays until the next text.
- `yaml incident`: an incident, in full. `text incident`: the name of a shipped one.
- `expect`: what a check answers. `expect trace`: what the incident brings about.
- `error`: the whole message that the treaty above earns.

An expectation is a list of facts, `name: value`, as `story_facts.py` puts them; what is written
is compared to the letter, a `reason` as a part of the one given. Facts below a property or below
a course of the incident belong to it. Lines `accused: …` and `reading: question = label; …` come
first and narrow the check. Each expectation is a test of its own: they may run in any order.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sybil import Document, Example, Region
from sybil.parsers.markdown.lexers import FencedCodeBlockLexer

import foedus
from foedus.document.incident import IncidentText, incident_from
from foedus.document.load import load_bytes
from foedus.document.read import read_bytes
from foedus.ideas.patch import Change
from foedus.lenses.check import shelf
from story_facts import Line, about_check, about_trace, differences

BLOCKS = FencedCodeBlockLexer(r"[^\n]*", {"language": "kind", "source": "body"})
TEXTS, INCIDENTS = ("yaml", "text"), ("yaml incident", "text incident")


class Block(NamedTuple):
    """An expectation, with what stands above it: the text, its changes, the incident."""

    text: tuple[str, str] = ("", "")
    changes: tuple[str, ...] = ()
    incident: tuple[str, str] = ("", "")
    body: str = ""

    def lines(self) -> list[Line]:
        """The facts expected."""
        parts = (line.partition(":") for line in self.body.splitlines() if line.strip())
        return [(name.strip(), value.strip()) for name, _, value in parts]

    def treaty(self) -> foedus.Text:
        """The text with the changes made."""
        kind, body = self.text
        by_name = kind == "text"
        text = foedus.load(body.strip()) if by_name else load_bytes(body.encode(), "treaty.yaml")
        changes = (read_bytes(change.encode(), "amend").data for change in self.changes)
        return text.changed(tuple(map(Change.read, changes))) if self.changes else text

    def happens(self) -> IncidentText:
        """The incident."""
        kind, body = self.incident
        if kind == "text incident":
            return foedus.load_incident(body.strip())
        return incident_from(read_bytes(body.encode(), "incident.yaml"))


def stories(document: Document) -> Iterator[Region]:
    """Every expectation of a page, and every block that is unknown or that none follows."""
    above, unused = Block(), None
    for region in BLOCKS(document):
        start, end, (kind, body) = region.start, region.end, region.lexemes.values()
        if kind in JUDGES:
            unused = None
            yield Region(start, end, above._replace(body=body), JUDGES[kind])
            continue
        if kind in TEXTS and unused:
            yield unused
        unused = Region(start, end, "nothing is expected of this", _fault)
        if kind in TEXTS:
            above = Block((kind, body))
        elif kind == "amend":
            above = above._replace(changes=(*above.changes, body))
        elif kind in INCIDENTS:
            above = above._replace(incident=(kind, body))
        else:
            yield Region(start, end, f"no block is called {kind!r}", _fault)
            unused = None
    if unused:
        yield unused


def _fault(example: Example) -> str:
    return str(example.parsed)


def _checked(example: Example) -> str | None:
    lines = example.parsed.lines()
    accused, readings = (dict(lines).get(name) for name in ("accused", "reading"))
    fixed = dict(one.split(" = ") for one in readings.split("; ")) if readings else {}
    facts = [line for line in lines if line[0] not in ("accused", "reading")]
    asked = {name.split()[0] for name, _ in facts}
    whole = asked & {"suffices", "stops", "earliest", "latest"}
    only = () if whole else tuple(asked & set(shelf()))
    answer = foedus.check(example.parsed.treaty(), accused=accused, fixed=fixed, only=only)
    return differences(facts, about_check(answer))


def _traced(example: Example) -> str | None:
    block: Block = example.parsed
    return differences(block.lines(), about_trace(foedus.trace(block.treaty(), block.happens())))


def _message(example: Example) -> str | None:
    expected, found = example.parsed.body.rstrip(), "no fault"
    try:
        example.parsed.treaty()
    except foedus.FoedusError as error:
        found = "\n".join(line.rstrip() for line in str(error).splitlines())
    return None if found == expected else f"expected:\n{expected}\nfound:\n{found}"


JUDGES = {"expect": _checked, "expect trace": _traced, "error": _message}
