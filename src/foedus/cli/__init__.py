"""The command line: one command per module, each short.

What comes in: the words that a person types.
What goes out: text on standard output, messages on standard error, and an exit code: 0 clean,
1 findings, 2 could not run.
A command reads its options, calls one lens and one presenter, and does nothing else.
Which neighbour to copy: the shortest command.
"""
