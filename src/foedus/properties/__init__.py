"""SHELF: promises that a treaty may keep or break, one module each.

What comes in: the machine of one treaty under one reading, and who is accused.
What goes out: true or false, with the shortest run that shows it.
Which neighbour to copy: `no_veto_by_the_accused`. A new property is one file here and one story
in `tests/properties/`; its name comes from the file. Its docstring has the headings What it
asks, Why it matters, True when, Limits, Sources.
"""
