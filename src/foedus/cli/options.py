"""Options that several commands take, and how their answers are written out."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from foedus.document.load import Text
from foedus.library.find import treaty
from foedus.terms.diagnostic import Diagnostic
from foedus.terms.errors import UsageError

USUAL, WIDEST = 80, 100


def treaty_argument(command: argparse.ArgumentParser) -> None:
    """TREATY: a file, a library id, `id@variant`, or `-`."""
    command.add_argument(
        "treaty",
        metavar="TREATY",
        help="a file, a library id, id@variant, or - for standard input",
    )


def asking(command: argparse.ArgumentParser) -> None:
    """Options that fix a reading or keep one accused."""
    command.add_argument(
        "--reading",
        action="append",
        default=[],
        metavar="QUESTION=LABEL",
        help="fix one reading; may be given several times",
    )
    command.add_argument("--accused", metavar="PARTY", help="keep one accused")
    command.add_argument(
        "--with", dest="amendment", metavar="FILE", help="make this amendment first"
    )


def format_option(command: argparse.ArgumentParser, *more: str) -> None:
    """--format text|json, and more where a command has them."""
    choices = ["text", "json", *more]
    command.add_argument(
        "--format", choices=choices, default="text", help="for people, or complete"
    )


def the_text(name: str, arguments: argparse.Namespace) -> Text:
    """The text named, with the amendment asked for made."""
    text = treaty(name)
    if not arguments.amendment:
        return text
    from foedus.document.amendment import amended

    return amended(text, Path(arguments.amendment))


def called(arguments: argparse.Namespace, name: str) -> str:
    """How a text and its options were typed, for what to do next."""
    words = [name]
    words += [f"--reading {shlex_quote(pair)}" for pair in arguments.reading]
    if arguments.amendment:
        words.append(f"--with {shlex_quote(arguments.amendment)}")
    return " ".join(words)


def shlex_quote(word: str) -> str:
    """A word as a shell reads it in one piece."""
    plain = all(sign.isalnum() or sign in "-_./@=:," for sign in word)
    return word if plain else "'" + word.replace("'", "'\\''") + "'"


def readings(arguments: argparse.Namespace) -> dict[str, str]:
    """The readings fixed on the command line.

    Raises
    ------
    UsageError
        One of them is not QUESTION=LABEL.
    """
    out = {}
    for pair in arguments.reading:
        question, equals, label = pair.partition("=")
        if not (question and equals and label):
            raise UsageError(
                (
                    Diagnostic(
                        "wrong-reading",
                        "error",
                        f"{pair!r} does not fix a reading",
                        None,
                        "without question and label nobody can tell what was chosen",
                        "write --reading QUESTION=LABEL, as in --reading vote=each",
                    ),
                )
            )
        out[question] = label
    return out


def write(text: str) -> None:
    """Write an answer to standard output."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def write_json(answer: object) -> None:
    """Write an answer as JSON."""
    import json

    write(json.dumps(answer, ensure_ascii=False, indent=2))


def colour() -> bool:
    """Whether to use bold and dim: only on a terminal, and never against NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def width() -> int:
    """How wide the text may be."""
    if (asked := os.environ.get("COLUMNS", "")).isdigit():
        return min(WIDEST, int(asked))
    try:
        return min(WIDEST, os.get_terminal_size(sys.stdout.fileno()).columns)
    except (OSError, ValueError):
        return USUAL
