"""The first five minutes: a real draft breaks in an incident, and is mended."""

from __future__ import annotations

import argparse
import tomllib

from foedus.cli.options import colour, width, write
from foedus.lenses.amend import Terms, amend
from foedus.lenses.check import check
from foedus.lenses.trace import trace
from foedus.library.find import HERE, incident, treaty
from foedus.present.terminal.demo import demo_text


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the options: there are none."""


def run(arguments: argparse.Namespace) -> int:
    """Show the demo."""
    shown = tomllib.loads((HERE / "demo.toml").read_text(encoding="utf-8"))
    text, story = treaty(shown["treaty"]), incident(shown["incident"])
    accused = story.incident.accused
    goal = shown["goal"]
    answers = (
        check(text, accused=accused, only=(goal,)),
        trace(text, story),
        amend(text, goal, Terms(accused, None, story)),
    )
    write(demo_text(answers, shown["article"], colour=colour(), width=width()))
    return 0
