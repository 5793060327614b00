"""Answers: frozen results that compare by value; no solving here and no printing.

What comes in: what a lens found.
What goes out: the same, as plain data with articles, readings and the story that shows it, and
as the JSON that scripts rely on.
Lenses fill answers and presenters draw them; the two never meet anywhere else.
Which neighbour to copy: `trace`, which holds runs and obligations and nothing else.
"""
