"""`python -m foedus` is the command `foedus`."""

import sys

from foedus.cli.main import main

sys.exit(main())
