"""Run every benchmark: `make bench`, or `python -m bench`."""

import sys

from bench import batch, startup

if __name__ == "__main__":
    sys.exit(max(startup.main(), batch.main()))
