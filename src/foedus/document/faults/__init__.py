"""What the forms refuse, told to a reader: each fault at its place, in the words of the treaty.

What comes in: the error of a pydantic model, and the tree it was given.
What goes out: diagnostics in file order, one for each mistake, and no word of Python.
Which neighbour to copy: `wording` to tell a new kind of error.
"""

from foedus.document.faults.translate import faults

__all__ = ["faults"]
