"""How answers look: text, JSON and pages.

What comes in: an answer, and nothing else.
What goes out: text for a terminal, JSON for a script, one offline page for a reader. A presenter
computes nothing: what it cannot find in the answer belongs in the answer.
Which neighbour to copy: `text`.
"""
