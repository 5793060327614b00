"""The text: each article in our paraphrase, what it was understood as, and what was left out."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from foedus.answers.check import ArticleCoverage, Check, Finding
from foedus.present import wording as say
from foedus.present.html import strings
from foedus.present.html.captions import state
from foedus.present.html.element import Node, Raw, h
from foedus.present.html.marks import mark
from foedus.present.naming import capital

LONGEST_NUMBER = 4
"""Signs of an article's number that are set large; a longer one is a word."""


def articles(check: Check) -> Node:
    """Every article with its square of coverage, the findings, and the sources."""
    covered = {one.article: one for one in check.coverage}
    key = [h("span", h("i", class_=kind), words) for kind, words in strings.COVERED.items()]
    cards = [_card(number, says, covered.get(number)) for number, says in check.articles_say]
    return [
        h("p", key, class_="key small") if cards else state(strings.NO_ARTICLES),
        cards,
        _findings(check),
        _sources(check),
    ]


def coverage_bar(check: Check) -> Raw:
    """The whole text as one bar; its three figures are its name."""
    counts = coverage_counts(check)
    parts = [h("i", class_=kind, style=f"flex:{n}") for kind, n in counts.items() if n]
    return h("span", parts, class_="cov", role="img", aria_label=coverage_words(check))


def coverage_counts(check: Check) -> dict[str, int]:
    """How many articles are encoded, in part, and not."""
    return {kind: sum(one.covered == kind for one in check.coverage) for kind in strings.COVERED}


def coverage_words(check: Check) -> str:
    """The three figures in words."""
    n = len(check.coverage)
    return strings.COVERAGE.format(n=n, articles=strings.ARTICLE[n != 1], **coverage_counts(check))


def _card(number: str, says: str, one: ArticleCoverage | None) -> Raw:
    kinds = Counter(one.clauses if one else ())
    covered = one.covered if one else "none"
    clauses = [
        _clause(
            "full", h("b", strings.CLAUSES.get(kind, capital(kind.replace("_", " ")))), _times(n)
        )
        for kind, n in kinds.items()
    ]
    left = [
        _clause("none", strings.NOT_ENCODED, f"{reason}.")
        for reason in (one.not_encoded if one else ())
    ]
    if not clauses:
        clauses = [_clause("none", strings.NOTHING_ENCODED, "")]
    return h(
        "article",
        h("div", number, class_="no" if len(number) <= LONGEST_NUMBER else "no word"),
        h(
            "div",
            h("h3", capital(say.article(number)), class_="vh"),
            h("p", says),
            h(
                "div",
                h("h4", strings.UNDERSTOOD, h("i", class_=covered), strings.COVERED[covered]),
                clauses,
                left,
                class_="und",
            ),
        ),
        class_="art",
    )


def _times(n: int) -> str:
    return strings.TIMES.format(n=n) if n > 1 else ""


def _clause(kind: str, words: Node, reason: str) -> Raw:
    return h(
        "div", h("i", class_=kind), h("div", words, f" {reason}" if reason else None), class_="cl"
    )


def _findings(check: Check) -> Node:
    """Faults found in the text itself, the accepted ones with their reason."""
    if not check.findings:
        return None
    return [
        h("h3", strings.FINDINGS),
        h("ul", [_finding(one) for one in check.findings], class_="list"),
    ]


def _finding(one: Finding) -> Raw:
    where = strings.FINDING_PLACE.format(
        rule=one.rule, article=say.article(one.article), line=one.line
    )
    shape = h("span", mark(one.severity), class_="err" if one.severity == "error" else None)
    accepted = None
    if one.accepted is not None:
        by, why, until = one.accepted
        said = strings.ACCEPTED.format(by=by, why=why, until=f", {until}" if until else "")
        accepted = h("p", mark("accepted"), " ", said, class_="small")
    return h(
        "li",
        h("p", shape, " ", strings.SEVERITIES[one.severity], ": ", one.message),
        h("p", one.why) if one.why else None,
        [h("p", strings.MEND.format(mend=mend)) for mend in one.mend],
        h("p", where, class_="small"),
        accepted,
    )


def _sources(check: Check) -> Node:
    if not check.sources:
        return [h("h3", strings.SOURCES), state(strings.NO_SOURCES)]
    listed = [h("li", source(title, url)) for _, title, url in check.sources]
    return [
        h("h3", strings.SOURCES),
        h("p", strings.PARAPHRASE, class_="small"),
        h("ul", listed, class_="list small"),
    ]


def source(title: str, url: str | None) -> Node:
    """A source by its title; a link only where its address is one of the web."""
    if not url:
        return title
    try:
        known = urlsplit(url).scheme in ("http", "https")
    except ValueError:
        known = False
    return h("a", title, href=url, rel="noreferrer") if known else f"{title} ({url})"
