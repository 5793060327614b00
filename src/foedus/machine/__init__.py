"""State machines: states, events, one total `step`; no treaty, no clock, no input or output.

What comes in: a table of what may happen and who may do it, and a stream of events.
What goes out: the next state, the moves that are legal now, and graphs of what can be reached.
Check, trace, game and exercise all call the same `step`; nobody writes it again.
Which neighbour to copy: `step`, which is pure and total: a refused event leaves the state as it
was and says why.
"""
