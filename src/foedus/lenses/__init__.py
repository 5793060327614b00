"""The questions, one function each: check, trace, amend.

What comes in: documents, and the options of the question.
What goes out: an answer from `foedus.answers`. A lens never prints and never draws.
Which neighbour to copy: `trace`, the shortest path from a document to an answer.
"""
