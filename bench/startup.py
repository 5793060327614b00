"""How long a cold `foedus check` takes, beside a bare Python and the import of pydantic.

The three commands take turns, so that a busy moment of the machine meets all of them. What counts
are the ratios; seconds differ from one machine to the next.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROUNDS = 9
GOAL_SECONDS = 1.5
GOAL_TIMES_PYDANTIC = 6.0
GOAL_MODULES = 250
TREATY = "istanbul-2022-03-29"

BARE = "python -c pass"
PYDANTIC = 'python -c "import pydantic"'
CHECK = f"foedus check {TREATY}"

COUNT = f"""
import contextlib, os, sys
from foedus.cli.main import main
sys.argv = ["foedus", "check", "{TREATY}"]
with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
    with contextlib.suppress(SystemExit):
        main()
print(len(sys.modules))
"""


def commands() -> dict[str, list[str]]:
    """The commands that are measured, by the name shown in the table."""
    foedus = str(Path(sys.executable).with_name("foedus"))
    return {
        BARE: [sys.executable, "-c", "pass"],
        PYDANTIC: [sys.executable, "-c", "import pydantic"],
        CHECK: [foedus, "check", TREATY],
    }


def seconds(command: Sequence[str]) -> float:
    """Wall time of one cold run; anything but an answer (exit 0 or 1) is an error."""
    start = time.perf_counter()
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - start
    if result.returncode not in {0, 1}:
        raise RuntimeError(f"{' '.join(command)} gave no answer: {result.stderr.strip()}")
    return taken


def medians() -> dict[str, float]:
    """The median of nine runs of each command, taken in turns after one round to warm the disk."""
    runs: dict[str, list[float]] = {name: [] for name in commands()}
    for turn in range(ROUNDS + 1):
        for name, command in commands().items():
            taken = seconds(command)
            if turn:
                runs[name].append(taken)
    return {name: statistics.median(times) for name, times in runs.items()}


def modules_imported() -> int:
    """How many modules a check has loaded when it ends."""
    result = subprocess.run(
        [sys.executable, "-c", COUNT], capture_output=True, text=True, check=True
    )
    return int(result.stdout.split()[-1])


def main() -> int:
    """Print the table; exit 2 if the command gave no answer."""
    try:
        times, modules = medians(), modules_imported()
    except (OSError, RuntimeError, subprocess.CalledProcessError) as fault:
        print(f"startup: {fault}", file=sys.stderr)
        return 2
    print(f"startup: median of {ROUNDS} cold runs, taken in turns")
    print(f"  {'command':<36}{'ms':>8}{'x bare':>9}{'x pydantic':>12}")
    for name, taken in times.items():
        bare, pydantic = taken / times[BARE], taken / times[PYDANTIC]
        print(f"  {name:<36}{taken * 1000:>8.0f}{bare:>9.1f}{pydantic:>12.1f}")
    print(f"  modules imported by the check: {modules} (goal: at most {GOAL_MODULES})")
    print(f"  goals for the check: {GOAL_SECONDS} s, {GOAL_TIMES_PYDANTIC:.0f} x pydantic")
    return 0
