"""Run every benchmark: `make bench`, or `python -m bench`."""

import sys

from bench import startup

if __name__ == "__main__":
    sys.exit(startup.main())
