"""What history wrote: shipped treaties and incidents, and the reader that finds them.

What comes in: a library id such as `nato-1949`.
What goes out: the text of that document and where it lies.
Here alone parties may be named, and only in data: every text has its sources, and every article
says what was left out.
Which neighbour to copy: the shortest file in `treaties/`.
"""
