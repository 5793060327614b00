"""The six ideas of the treaty language: coalition, condition, clock, duty, act, patch.

What comes in: the plain values found under a key such as `by`, `within` or `rule`.
What goes out: one frozen form for each idea, which every clause kind uses, so that `within`
means the same in a guarantee and in an undertaking.
Which neighbour to copy: `clock`, the shortest one that still has a silence with completions.
"""
