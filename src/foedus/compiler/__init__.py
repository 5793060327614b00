"""What it means: a document becomes a machine.

What comes in: a treaty, and the readings and silences that are to be settled or left open.
What goes out: the machine of `foedus.machine`, with every edge knowing its article.
Law, will and force are kept apart, one module each; the first to be here is law.
Which neighbour to copy: the module whose stage comes just before yours.
"""
