"""The report: one page that can be opened, printed and sent, and that makes no request."""

from __future__ import annotations

from pathlib import Path

from foedus.answers.check import Check
from foedus.answers.proposals import Proposals
from foedus.answers.trace import Trace
from foedus.present import wording as say
from foedus.present.html import strings
from foedus.present.html.articles import articles, coverage_bar, coverage_words
from foedus.present.html.breaks import breaks
from foedus.present.html.captions import Numbering
from foedus.present.html.deciders import deciders
from foedus.present.html.element import Node, Raw, h
from foedus.present.html.incident import incident
from foedus.present.html.marks import SYMBOLS
from foedus.present.html.mends import mends
from foedus.present.html.method import method
from foedus.present.html.summary import summary

NOTHING_FROM_ELSEWHERE = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
    " form-action 'none'"
)
"""What a browser may load for the page: its own style, and nothing else."""


def report_html(
    check: Check, trace: Trace | None, proposals: Proposals | None, *, made: str, version: str
) -> str:
    """A whole report as one HTML file.

    Parameters
    ----------
    check : Check
    trace : Trace or None
        An incident, if one was run.
    proposals : Proposals or None
        Mends, if any were searched for.
    made : str
        The day of the report, as an ISO date; the caller knows it, the page asks no clock.
    version : str
        Of foedus.

    Returns
    -------
    str
        Everything in it that came from a document is escaped.
    """
    numbering = Numbering()
    sections = {
        "summary": summary(check, numbering),
        "fails": breaks(check, numbering),
        "decides": deciders(check, numbering),
        "incident": incident(trace, numbering),
        "mends": mends(proposals),
        "text": articles(check),
        "method": method(check, made=made, version=version),
    }
    body = h(
        "body",
        h("a", strings.SKIP, href="#main", class_="skip"),
        SYMBOLS,
        h(
            "div",
            _header(check, made),
            h("main", [_section(n, *one) for n, one in enumerate(sections.items(), 1)], id="main"),
            _foot(check, version),
            class_="rep",
        ),
    )
    return f"<!doctype html>\n{h('html', _head(check), body, lang=strings.LANGUAGE)}\n"


def style() -> str:
    """The style of the page, as it stands in the package."""
    return Path(__file__).with_name("foedus.css").read_text(encoding="utf-8")


def _head(check: Check) -> Raw:
    return h(
        "head",
        h("meta", charset="utf-8"),
        h("meta", http_equiv="Content-Security-Policy", content=NOTHING_FROM_ELSEWHERE),
        h("meta", name="viewport", content="width=device-width, initial-scale=1"),
        h("meta", name="referrer", content="no-referrer"),
        h("title", strings.TITLE.format(title=check.title)),
        h("style", Raw(style())),
    )


def _header(check: Check, made: str) -> Raw:
    head = strings.RUNNING_HEAD.format(treaty=check.treaty)
    state = [strings.STATE_OF, " ", h("b", say.dated(check.dated))]
    return h(
        "header",
        h("div", h("span", head), h("span", say.dated(made)), class_="run"),
        h("h1", check.title),
        h(
            "p",
            h("span", state),
            h("span", strings.STATUSES.get(check.status, check.status)),
            class_="meta",
        ),
        h("p", _chosen(check), class_="meta"),
        h("p", strings.ABOUT, class_="q about"),
        _coverage(check),
        _contents(),
    )


def _chosen(check: Check) -> Node:
    """Which readings were chosen beforehand, and who is accused."""
    chosen = say.chosen_sentence(check.fixed, check.parties) or strings.ALL_READINGS
    accused = strings.EVERY_ACCUSED
    if check.accused:
        accused = strings.ACCUSED.format(name=say.name(check.accused, check.parties))
    return [h("span", chosen), h("span", accused)]


def _coverage(check: Check) -> Node:
    if not check.coverage:
        return None
    return h(
        "div",
        coverage_bar(check),
        h("p", coverage_words(check), ".", class_="small"),
        class_="covered",
    )


def _contents() -> Raw:
    items = [h("li", h("a", f"{n} {title}", href=f"#{key}")) for n, (key, title) in _titles()]
    return h("nav", h("ol", items), aria_label=strings.CONTENTS, class_="toc noprint")


def _titles() -> list[tuple[int, tuple[str, str]]]:
    return list(enumerate(strings.SECTIONS.items(), start=1))


def _section(number: int, key: str, content: Node) -> Raw:
    title = h("h2", f"{number} {strings.SECTIONS[key]}", id=key)
    return h("section", title, content, aria_labelledby=key)


def _foot(check: Check, version: str) -> Raw:
    said = [one.format(version=version, schema=check.schema) for one in strings.FOOT]
    return h("footer", [h("span", one) for one in said], class_="foot")
