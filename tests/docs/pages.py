"""Pages of the documentation: those that are run, and those that are written from the code.

What the words after a fence mean:

- `console`: commands, each after a `$`, and what they print; `…` on a line of its own stands for
  lines left out. `$ echo $?` shows the exit code of the command before it.
- `yaml NAME`: a file of that name, in full. `diff NAME`: lines of it that go (-) and come (+).
- `python`: an example with `>>>`, run with what the examples above it left behind.
- `sh`, `text`, `mermaid`: for the eye only. A `yaml` without a name is a part of a file.

The blocks of a page are run in order, in one empty folder.
"""

import ast
import doctest
import gc
import inspect
import os
import re
import shlex
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from architecture.house import ROOT, here
from foedus.cli.main import main, parser
from foedus.lenses.check import shelf
from foedus.terms.discover import modules

DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
UPDATE = bool(os.environ.get("FOEDUS_UPDATE"))
FENCE = re.compile(r"^```([^\n`]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = "…"
ANY_LINES = r"(?:.*\n)*"
MOST_SHOWN = 60
RUN = {"console", "yaml", "diff", "python"}
SEEN = {"sh", "text", "mermaid", "yaml"}


class Block(NamedTuple):
    """A fenced block: the first word after the fence, the second, and the lines inside."""

    kind: str
    name: str
    body: str
    line: int


def written() -> list[Path]:
    """Every page that a person wrote, with the README first."""
    below = sorted(path for path in DOCS.rglob("*.md") if REFERENCE not in path.parents)
    return [ROOT / "README.md", *below]


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a page."""
    found = []
    for hit in FENCE.finditer(page):
        kind, _, name = hit[1].strip().partition(" ")
        found.append(Block(kind, name, hit[2], page.count("\n", 0, hit.start()) + 1))
    return found


class Page:
    """A page whose blocks are run in an empty folder, one after the other."""

    def __init__(self, folder: Path, spoken: Callable[[], str]) -> None:
        self.folder, self.spoken = folder, spoken
        self.names: dict[str, object] = {}
        self.code = 0

    def differs(self, block: Block) -> str | None:
        """What is wrong with a block, or None."""
        if block.kind == "console":
            return self.shown(block)[1]
        if block.kind == "python":
            return self._example(block)
        if block.kind == "diff":
            return self._changed(block)
        if block.kind == "yaml" and block.name:
            (self.folder / block.name).write_text(block.body, encoding="utf-8")
            return None
        return None if block.kind in SEEN else f"no block is called {block.kind!r}"

    def printed(self, command: str) -> str:
        """What a command prints."""
        words = shlex.split(command)
        if command == "echo $?":
            return f"{self.code}\n"
        if words[:1] != ["foedus"]:
            return f"only foedus is run here, not {command!r}\n"
        try:
            self.code = main(words[1:])
        except SystemExit as end:
            self.code = int(end.code or 0)
        finally:
            gc.enable()
        return self.spoken()

    def shown(self, block: Block) -> tuple[str, str | None]:
        """A console block as it should be, and what is wrong with it, if anything is.

        What has lines left out stays as it is: only a person knows what they are to show.
        """
        parts = re.split(r"^(\$ .*\n)", block.body, flags=re.MULTILINE)
        if parts[0] or len(parts) < 3:
            return block.body, "a console block starts with a command"
        faults = []
        for n in range(1, len(parts), 2):
            expected, found = parts[n + 1], plain(self.printed(parts[n][2:-1]))
            if not matches(plain(expected), found):
                start = "\n".join(found.splitlines()[:MOST_SHOWN])
                faults.append(f"{parts[n]}expected:\n{expected}\nfound:\n{start}")
            if LEFT_OUT not in expected.splitlines():
                parts[n + 1] = found
        return "".join(parts), "\n".join(faults) or None

    def _example(self, block: Block) -> str | None:
        said: list[str] = []
        test = doctest.DocTestParser().get_doctest(block.body, self.names, "page", None, 0)
        doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(
            test, out=said.append, clear_globs=False
        )
        self.names = test.globs
        self.spoken()
        return "".join(said) or None

    def _changed(self, block: Block) -> str | None:
        file = self.folder / block.name
        text = file.read_text(encoding="utf-8")
        lines = block.body.splitlines(keepends=True)
        was = "".join(line[1:] for line in lines if line[0] in " -")
        becomes = "".join(line[1:] for line in lines if line[0] in " +")
        if text.count(was) != 1:
            return f"{block.name} has {text.count(was)} places like:\n{was}"
        file.write_text(text.replace(was, becomes), encoding="utf-8")
        return None


def plain(text: str) -> str:
    """Text without blanks at the ends of lines, and one newline at its end."""
    lines = [line.rstrip() for line in text.rstrip().splitlines()]
    return "".join(f"{line}\n" for line in lines)


def matches(expected: str, found: str) -> bool:
    r"""Whether what was found is what was expected, `…` standing for any lines.

    Examples
    --------
    >>> matches("a\n…\nd\n", "a\nb\nc\nd\n")
    True
    """
    lines = expected.splitlines()
    pattern = "".join(ANY_LINES if line == LEFT_OUT else re.escape(f"{line}\n") for line in lines)
    return re.fullmatch(pattern, found) is not None


# ---------------------------------------------------------------- written from the code


def generated() -> dict[str, Callable[[], str]]:
    """The pages that are written from the code."""
    return {"cli.md": cli_page, "properties.md": properties_page, "clauses.md": clauses_page}


NOTE = "<!-- Written from the code. Change it there, then: FOEDUS_UPDATE=1 make test -->\n"
COMMAND_LINE = """\
`foedus COMMAND …`. `TREATY` is a file or the id of a shipped text; `id@variant` picks a wording
that the text itself names; `-` is standard input. Answers go to standard output, messages to
standard error.

| exit code | when |
|---|---|
| 0 | it ran, and nothing below applies |
| 1 | `check`: a property fails (`--strict`: or depends); `amend`: no change was found |
| 2 | it could not run: wrong usage, a file that cannot be read, a question that does not fit |
| 130 | it was interrupted |

Bold and dim are used on a terminal only, and never where `NO_COLOR` is set. A report carries the
day it was made, or the one in `FOEDUS_DATE`. Where foedus meets a fault of its own,
`FOEDUS_DEBUG=1` shows it whole.
"""


def each_command() -> dict[str, ArgumentParser]:
    """The parser of each command."""
    groups = [a for a in parser()._actions if isinstance(a, _SubParsersAction)]
    return dict(groups[0].choices)


def cli_page() -> str:
    """The reference of the command line."""
    lines = [f"{NOTE}# The command line\n", COMMAND_LINE]
    for name, command in each_command().items():
        lines += [f"## {name}\n", f"```text\n{plain(command.format_help())}```\n"]
    return "\n".join(lines)


def properties_page() -> str:
    """The reference of the properties: the docstring of each."""
    head = (
        "# The properties\n\n"
        "What `foedus check` asks of a text. Each verdict is *holds*, *fails*, *depends* (on the\n"
        "reading, which is then named) or *not applicable*. `foedus explain NAME` shows a page.\n"
    )
    pages = (_section(name, module.__doc__) for name, module in shelf().items())
    return "\n".join([NOTE + head, *pages])


def clauses_page() -> str:
    """The reference of the clause kinds: the docstring of each."""
    head = (
        "# The clause kinds\n\n"
        "What an article may contain. The keys of each are in the JSON Schema:\n"
        "`foedus export --to schema`.\n"
    )
    pages = (_section(name, found.__doc__) for name, found in modules("foedus.clauses").items())
    return "\n".join([NOTE + head, *pages])


def _section(name: str, docstring: str | None) -> str:
    """A docstring as a section, each of its headings one level deeper."""
    text = inspect.cleandoc(docstring or "")
    text = re.sub(r"^(.+)\n-{3,}$", r"### \1\n", text, flags=re.MULTILINE)
    return f"## {name}\n\n{text}\n"


def public_nouns() -> Iterator[str]:
    """The classes among the public names, read from the front door."""
    tree = ast.parse((files("foedus") / "__init__.py").read_text(encoding="utf-8"))
    names = (n.value for n in ast.walk(tree) if isinstance(n, ast.Assign) and _is_all(n))
    return (name for value in names for name in ast.literal_eval(value) if name[0].isupper())


def _is_all(node: ast.Assign) -> bool:
    return any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets)


def told(page: Path, block: Block, fault: str) -> str:
    """A fault with its place."""
    return f"{here(page)}:{block.line}: {fault}"
