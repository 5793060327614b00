"""The command line: `foedus COMMAND …`. Each command is a module of this folder.

Only the module of the command that was named is imported, so a check starts in a fraction of a
second. Every fault is a message on standard error and exit code 2, never a traceback.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from importlib import import_module
from types import ModuleType

from foedus.terms.diagnostic import nearest
from foedus.terms.discover import module_names
from foedus.terms.errors import FoedusError

ORDER = ("demo", "library", "new", "check", "trace", "amend", "compare", "report", "explain")
SERVICE = frozenset({"main", "options"})
INTERRUPTED = 130
WIDTH = 92


def commands() -> list[str]:
    """Every command, in the order in which a newcomer meets them."""
    found = set(module_names(import_module("foedus.cli"))) - SERVICE
    return [name for name in ORDER if name in found] + sorted(found - set(ORDER))


def parser(only: str | None = None) -> argparse.ArgumentParser:
    """The parser of all commands, or of one."""
    whole = argparse.ArgumentParser(
        prog="foedus",
        description="Security guarantees you can run: write a treaty as data, find where it "
        "breaks, run an incident through it, and find the smallest change that mends it.",
        epilog="Start with: foedus demo",
        formatter_class=_layout,
    )
    whole.add_argument("--version", action="store_true", help="print the version and stop")
    below = whole.add_subparsers(dest="command", metavar="COMMAND")
    for name in commands() if only is None else [only]:
        module = _module(name)
        lines = (module.__doc__ or "").strip().split("\n\n", 1)
        command = below.add_parser(
            name,
            help=lines[0].rstrip("."),
            description="\n\n".join(lines),
            formatter_class=_layout,
        )
        module.arguments(command)
        command.set_defaults(run=module.run)
    return whole


def _layout(prog: str) -> argparse.HelpFormatter:
    """How help is laid out; the width is given, because finding it out loads ten modules."""
    return argparse.RawDescriptionHelpFormatter(prog, width=WIDTH)


def _module(name: str) -> ModuleType:
    return import_module(f"foedus.cli.{name}")


def _tolerant(stream: object) -> None:
    """Write what a terminal cannot show as a mark, instead of stopping."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")


def _unknown(name: str) -> int:
    """Say that there is no such command, and which is nearest."""
    near = nearest(name, commands())
    hint = f"did you mean {near!r}?" if near else f"commands: {', '.join(commands())}"
    fault = f"error[unknown-command]: foedus has no command {name!r}"
    sys.stderr.write(f"{fault}\n   = mend: {hint}\n")
    return 2


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    if sys.stdout is None:
        return 2  # nobody could be told anything
    _tolerant(sys.stdout)
    gc.disable()  # one short run: collecting costs more than it frees
    argv = sys.argv[1:] if argv is None else argv
    if argv[:1] == ["--version"]:
        from importlib.metadata import version

        sys.stdout.write(f"foedus {version('foedus')}\n")
        return 0
    only = argv[0] if argv and argv[0] in commands() else None
    if only is None and argv and not argv[0].startswith("-"):
        return _unknown(argv[0])
    arguments = parser(only).parse_args(argv)
    if arguments.command is None:
        parser().print_help()
        return 0
    return _answered(arguments)


def _answered(arguments: argparse.Namespace) -> int:
    """Run the command; every fault becomes a message and an exit code."""
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
        return code
    except FoedusError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        sys.stderr.write(f"error[cannot-write]: the answer cannot be written: {error.strerror}\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("FOEDUS_DEBUG"):
            raise
        sys.stderr.write(
            f"error[own-fault]: foedus met a fault of its own: {type(error).__name__}: {error}\n"
            "   = why:  this is not a fault of your text\n"
            "   = mend: run again with FOEDUS_DEBUG=1 and report what it prints\n"
        )
        return 2


if __name__ == "__main__":
    sys.exit(main())
