"""Answers as plain text for a terminal, one module for each answer and one for the page.

Which neighbour to copy: `check`, which opens with a sentence that answers and ends with what to
run next.
"""
