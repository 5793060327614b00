"""`check` and `trace` start quickly: they load little, and no extra."""

import json
import os
import subprocess
import sys

import pytest

from architecture.house import SOURCE

MOST_MODULES = 250
EXTRAS = {
    "numba", "scipy", "altair", "vl_convert", "starlette", "uvicorn", "jinja2", "sqlalchemy",
    "psycopg", "docx", "openpyxl", "defusedxml", "SALib", "pyarrow", "joblib",
}  # fmt: skip

RUN = """
import json, sys
from foedus.cli.main import main
sys.argv = ["foedus", *sys.argv[1:]]
code = None
try:
    code = main()
except SystemExit as end:
    code = end.code
print()
print(json.dumps({"code": code or 0, "modules": sorted(sys.modules)}))
"""

COMMANDS = [
    ("check", "istanbul-2022-03-29"),
    ("trace", "istanbul-2022-04-15@RUS", "kharkiv-attack"),
]


def run(command, folder, extra=""):
    """Run a command in a fresh Python; return its exit code, its text and what it loaded."""
    result = subprocess.run(
        [sys.executable, "-c", extra + RUN, *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(SOURCE.parent), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    text, _, last = result.stdout.rstrip("\n").rpartition("\n")
    loaded = json.loads(last)
    return loaded["code"], text, set(loaded["modules"])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_the_command_loads_no_extra_and_few_modules(command, tmp_path):
    """A command that answers in a second must not spend it on loading what it does not use."""
    code, text, modules = run(command, tmp_path)
    assert code in {0, 1}, "the command must really have answered"
    assert text.strip(), "the command must have said something"
    assert EXTRAS & {name.partition(".")[0] for name in modules} == set()
    assert len(modules) <= MOST_MODULES


def test_a_loaded_extra_is_noticed(tmp_path):
    """What is loaded before the command is seen in the count."""
    planted = "import sys, types\nsys.modules['SALib'] = types.ModuleType('SALib')\n"
    assert "SALib" in run(COMMANDS[0], tmp_path, planted)[2]
