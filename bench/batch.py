"""How long it takes to check the whole library in one process, beside a bare Python.

Every shipped text, and every variant of one, is asked all that a check asks. The seconds differ
from one machine to the next; the bare Python beside them says how fast this one is.
"""

import statistics
import sys
import time

import foedus
from bench import startup
from foedus.library import find

ROUNDS = 3
GOAL_SECONDS = 10.0


def texts() -> list[str]:
    """Every shipped text, each followed by its variants."""
    return [
        name
        for text in find.ids("treaties")
        for name in (text, *(f"{text}@{one}" for one in foedus.load(text).treaty.variants))
    ]


def seconds() -> float:
    """Wall time of one batch: each text is read and asked every property."""
    start = time.perf_counter()
    for text in texts():
        foedus.check(foedus.load(text))
    return time.perf_counter() - start


def main() -> int:
    """Print the seconds, and how often a bare Python starts in that time."""
    batches = [seconds() for _ in range(ROUNDS)]
    command = startup.commands()[startup.BARE]
    bare = statistics.median(startup.seconds(command) for _ in range(startup.ROUNDS))
    taken = statistics.median(batches)
    print(f"batch: {len(texts())} texts and variants in one process, median of {ROUNDS}")
    print(f"  first {batches[0]:.2f} s, median {taken:.2f} s, goal {GOAL_SECONDS:.0f} s")
    print(f"  {startup.BARE}: {bare:.3f} s, so {taken / bare:.0f} times a bare Python")
    return 0


if __name__ == "__main__":
    sys.exit(main())
