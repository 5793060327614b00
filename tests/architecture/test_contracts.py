"""Rooms are entered in one direction; each contract is tried with a breach of it."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from architecture.house import ROOT, SOURCE, here, python_files

ROOMS = (
    "terms", "machine", "ideas", "clauses", "document", "compiler", "library", "answers",
    "properties", "lenses", "present", "cli",
)  # fmt: skip


def lint_imports(source: Path, work: Path) -> subprocess.CompletedProcess[str]:
    """Hold the package below a source folder against our contracts."""
    command = [
        str(Path(sys.executable).with_name("lint-imports")),
        "--no-logo",
        "--no-cache",
        "--config",
    ]
    return subprocess.run(
        [*command, str(ROOT / "pyproject.toml")],
        cwd=work,
        env={**os.environ, "PYTHONPATH": str(source), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_room_breaks_a_contract(tmp_path):
    """Data goes one way, shelves are independent, the core is pure and needs no extra."""
    result = lint_imports(SOURCE.parent, tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture
def bare_house(tmp_path):
    """The rooms, empty but for two things on each shelf."""
    for room in ("", *ROOMS):
        folder = tmp_path / "src" / "foedus" / room
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text("")
    for shelf in ("clauses", "properties"):
        for thing in ("one", "two"):
            (tmp_path / "src" / "foedus" / shelf / f"{thing}.py").write_text("")
    return tmp_path


def test_the_bare_house_breaks_nothing(bare_house):
    """What the next test finds is the breach it plants, and nothing else."""
    result = lint_imports(bare_house / "src", bare_house)
    assert result.returncode == 0, result.stdout + result.stderr


ONE_DIRECTION = "Rooms are entered in the data's direction only"
CLAUSES_APART = "Clause kinds do not know each other"
PROPERTIES_APART = "Properties do not know each other"
PURE_CORE = "The core neither prints, asks the clock, nor rolls hidden dice"
NO_EXTRA = "What check and trace stand on imports no extra"


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("terms/names.py", "import foedus.document", ONE_DIRECTION),
        ("present/text.py", "import foedus.lenses", ONE_DIRECTION),
        ("utils/__init__.py", "", ONE_DIRECTION),
        ("clauses/one.py", "import foedus.clauses.two", CLAUSES_APART),
        ("properties/one.py", "import foedus.properties.two", PROPERTIES_APART),
        ("compiler/law.py", "import time", PURE_CORE),
        ("machine/step.py", "import random", PURE_CORE),
        ("lenses/check.py", "import scipy", NO_EXTRA),
    ],
)
def test_a_breach_is_noticed(bare_house, module, line, contract):
    """Each contract fails when it is broken, and no other does."""
    path = bare_house / "src" / "foedus" / module
    path.parent.mkdir(exist_ok=True)
    path.write_text(line + "\n")
    result = lint_imports(bare_house / "src", bare_house)
    rows = result.stdout.splitlines()
    assert [row.removesuffix(" BROKEN") for row in rows if row.endswith(" BROKEN")] == [contract]
    assert result.returncode != 0


def imports_of_the_front_hall(path: Path) -> list[str]:
    """Lines in which a module imports from `foedus` itself and not from a room."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        whole = isinstance(node, ast.Import) and any(a.name == "foedus" for a in node.names)
        part = isinstance(node, ast.ImportFrom) and node.module == "foedus"
        if whole or part:
            found.append(f"{here(path)}:{node.lineno}")
    return found


def test_no_room_imports_the_front_hall():
    """The public names are for people outside; rooms take things from the room they lie in."""
    inner = [path for path in python_files(SOURCE) if path.parent != SOURCE]
    assert [line for path in inner for line in imports_of_the_front_hall(path)] == []


def test_an_import_of_the_front_hall_is_noticed(tmp_path):
    """Both ways of writing it count."""
    module = tmp_path / "ask.py"
    module.write_text("import foedus\nfrom foedus import check\nfrom foedus.terms import x\n")
    assert imports_of_the_front_hall(module) == ["ask.py:1", "ask.py:2"]


def test_every_room_says_what_comes_in_what_goes_out_and_which_neighbour_to_copy():
    """A newcomer can find the way from the first lines of each folder."""
    questions = ("What comes in", "What goes out", "Which neighbour to copy")
    silent = []
    for room in sorted(path for path in SOURCE.iterdir() if any(path.glob("*.py"))):
        front = room / "__init__.py"
        says = ast.get_docstring(ast.parse(front.read_text())) if front.is_file() else None
        flat = " ".join((says or "").split())
        silent += [f"{here(front)}: {ask}" for ask in questions if ask not in flat]
    assert silent == []
