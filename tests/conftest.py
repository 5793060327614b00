"""Stories are tests: every page below this folder is collected, but for its own README."""

from sybil import Sybil

from literate import stories

pytest_collect_file = Sybil([stories], pattern="*.md", exclude="README.md").pytest()
