"""What was written: treaties, incidents and patches, each key with its line and column.

What comes in: YAML text.
What goes out: a typed, frozen document, or every fault in it at once, each with its place, the
reason and the mend; and the same text again after a change, comments kept.
Which neighbour to copy: `read` for the way in, `write` for the way out.
"""
