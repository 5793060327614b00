"""SHELF: the clause kinds of the treaty language, one module each.

What comes in: the plain values under a clause's key.
What goes out: a frozen clause that knows its form, its meaning for the machine and its own
sentence in words.
Which neighbour to copy: `undertaking`. A new kind is one file here and one story in
`tests/clauses/`; there is no list to edit. Its docstring has the headings In plain words,
How treaties say it, What it does to the machine, Limits, Sources.
"""
