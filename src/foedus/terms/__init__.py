"""Words that every room shares; this room knows no treaty and imports nothing of ours.

What comes in: nothing but text and numbers.
What goes out: names, quantities with their units, places in a file, diagnostics, the exception
tree, and the one way in which a shelf finds its own modules.
Which neighbour to copy: `source` for a small frozen value, `errors` for the family tree drawn
at its top.
"""
