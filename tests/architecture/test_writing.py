"""What people read is in British spelling, and what tools read is in the agreed form."""

import re
import subprocess
import sys
from pathlib import Path

from architecture.house import ROOT, here, kept_files, text_of

# Written with a bar inside, so that this file does not contain what it looks for.
WORDS = ["behavi|or", "defen|se", "analy|ze", "fav|or", "hon|or", "neighb|or"]
STEMS = [word.replace("|", "") for word in WORDS]
AMERICAN = re.compile(
    # a word all in capitals is somebody's code, not our spelling
    rf"\b({'|'.join(f'(?i:{stem[0]}){stem[1:]}' for stem in STEMS)})(s|ed|d|ing)?\b"
)


def american(path: Path) -> list[str]:
    """American spellings in a file; a line that quotes (it starts with >) is left alone."""
    lines = enumerate(text_of(path).splitlines(), start=1)
    return [
        f"{here(path)}:{n}: {hit[0]}"
        for n, line in lines
        if not line.lstrip().startswith("> ") and (hit := AMERICAN.search(line))
    ]


def test_pages_and_code_are_in_british_spelling():
    """One spelling, so that one word finds every place."""
    files = [path for path in kept_files() if path.suffix in {".md", ".py"}]
    assert [fault for path in files for fault in american(path)] == []


def test_the_code_is_written_the_agreed_way():
    """`make format` has been run, so that a change shows only what it changes."""
    ruff = str(Path(sys.executable).with_name("ruff"))
    command = [ruff, "format", "--check", "--quiet", "--no-cache", "."]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + "run `make format`"


def test_an_american_spelling_is_noticed_unless_it_is_quoted(tmp_path):
    """A treaty may be quoted as it was written."""
    page = tmp_path / "page.md"
    word = "defen" + "se"
    page.write_text(f"collective {word}\n> in the {word} of the area\nATOP {word.upper()}\n")
    assert american(page) == [f"page.md:1: {word}"]
