"""YAML 1.2 as foedus reads it: the part of the language that a treaty needs, and no more.

What comes in: the text of one file, as characters.
What goes out: nodes that know where they stand, or faults in the reader's words; and, the other
way, one line of YAML for a plain value.
Which neighbour to copy: `page` for the values that travel, `syntax` for a message.
"""
