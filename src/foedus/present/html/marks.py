"""The shapes of the visual language: each stands beside its word, never alone."""

from __future__ import annotations

from foedus.answers.verdict import Word
from foedus.present.html import strings
from foedus.present.html.element import Raw, h

SYMBOLS = Raw(
    '<svg width="0" height="0" class="defs" aria-hidden="true" focusable="false"><defs>'
    '<symbol id="m-holds" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8"/>'
    '<path class="cut" d="M4.4 8.3l2.5 2.5 4.8-5.3"/></symbol>'
    '<symbol id="m-fails" viewBox="0 0 16 16"><path d="M.5.5h15v15H.5z"/>'
    '<path class="cut" d="M4.6 4.6l6.8 6.8m0-6.8l-6.8 6.8"/></symbol>'
    '<symbol id="m-depends" viewBox="0 0 16 16"><path d="M8 0l8 8-8 8-8-8z"/>'
    '<path class="hole" d="M8.4 2.6l5.4 5.4-5.4 5.4z"/></symbol>'
    '<symbol id="m-na" viewBox="0 0 16 16"><path d="M2 7.2h12v1.6H2z"/></symbol>'
    '<symbol id="m-silent" viewBox="0 0 16 16">'
    '<path class="open" stroke-dasharray="1.6 2.1" d="M1.5 1.5h13v13h-13z"/></symbol>'
    '<symbol id="m-yes" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5"/></symbol>'
    '<symbol id="m-no" viewBox="0 0 16 16"><circle class="open" cx="8" cy="8" r="5.8"/></symbol>'
    '<symbol id="m-half" viewBox="0 0 16 16"><circle class="open" cx="8" cy="8" r="5.8"/>'
    '<path d="M2.2 8a5.8 5.8 0 0 0 11.6 0z"/></symbol>'
    '<symbol id="m-error" viewBox="0 0 16 16"><path d="M8 .8L15.6 15H.4z"/>'
    '<path class="cut" d="M8 5.6v4.6m0 1.5v1.6"/></symbol>'
    '<symbol id="m-warning" viewBox="0 0 16 16">'
    '<path class="open" d="M8 2.2L14.4 14H1.6z"/></symbol>'
    '<symbol id="m-note" viewBox="0 0 16 16">'
    '<path class="open" d="M2 4h12M2 8h12M2 12h7"/></symbol>'
    '<symbol id="m-accepted" viewBox="0 0 16 16"><path class="open" d="M2 12.5h12M3 9c2-5 4-6 '
    '4.5-4S5 9.5 6.5 9.5 9 6 10 6s.2 3 1.4 3S13 8 13.8 7"/></symbol>'
    '<path id="to-left" d="M0 0l9-4.6v9.2z"/><path id="to-right" d="M0 0l-9-4.6v9.2z"/>'
    '<path id="cross" d="M-4.5-4.5l9 9m0-9l-9 9"/>'
    "</defs></svg>"
)
"""Drawn once, used by reference within the page; the page refers to nothing outside itself."""

VERDICTS: dict[Word, str] = {
    "holds": "holds",
    "fails": "fails",
    "depends": "depends",
    "not_applicable": "na",
}


def mark(shape: str) -> Raw:
    """One shape, hidden from screen readers because its word stands beside it."""
    used = h("use", href=f"#m-{shape}")
    return h("svg", used, class_="m", viewBox="0 0 16 16", aria_hidden="true")


def marked(shape: str, words: str) -> Raw:
    """A shape and its word, kept on one line's start."""
    return h("span", mark(shape), h("span", words), class_=f"v v-{shape}")


def yes_or_no(value: bool) -> Raw:  # noqa: FBT001 - the answer itself
    """Yes or no, in ink: an answer to a question is not a verdict."""
    return marked("yes", strings.YES) if value else marked("no", strings.NO)
