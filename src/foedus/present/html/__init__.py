"""One offline page: a report that a person can open, print and send, and that asks for nothing.

What comes in: answers, and the sentences of `foedus.present.wording`.
What goes out: one HTML file with its style inside; no script, no font, no picture from elsewhere.
`report` puts the page together; each section is one module, and `sequence` and `timeline` draw.
Everything that comes from a document passes through `element.h`, which escapes it.
Which neighbour to copy: `method`, the shortest section.
"""
