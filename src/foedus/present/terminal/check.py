"""A check as text for people: first a sentence that answers, then each promise, then its story."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from foedus.answers.check import Check, Decision, Finding, PropertyAnswer
from foedus.present import wording as say
from foedus.present.cases import VERBS, routes_sentence
from foedus.present.naming import Parties, capital, counted, listed, number
from foedus.present.terminal.layout import BOLD, DIM, Page, harmless
from foedus.present.terminal.story import MARGIN, story

MARKS = {"holds": "✓", "fails": "✗", "depends": "◐", "not_applicable": "–"}
"""Beside the word of a verdict, never instead of it."""


def check_text(check: Check, *, colour: bool, width: int) -> str:
    """A check for people.

    Parameters
    ----------
    check : Check
    colour : bool
        Whether bold and dim may be used.
    width : int, unit: columns

    Returns
    -------
    str
        Lines none of which is wider; without a line break at the end.
    """
    page = Page(colour, width)
    _head(page, check)
    _findings(page, check)
    _promises(page, check)
    _breaks(page, check)
    _decisions(page, check)
    _timing(page, check)
    _coverage(page, check)
    _next(page, check)
    return page.text()


def check_concise(check: Check) -> str:
    """One line for each finding, and for each property that fails or depends.

    Each begins with file, line and column, so that an editor can go there.
    """
    places = {article: f"{file}:{line}:{col}" for article, file, line, col in check.places}
    lines = [
        f"{check.treaty}: {_place(found)}: {found.severity}[{found.rule}] {found.message}"
        for found in check.findings
        if found.accepted is None
    ]
    for answer in check.properties:
        if answer.verdict in ("fails", "depends"):
            line = say.answer_line(answer, check.parties)
            where = f"article{'s' * bool(answer.articles[1:])} {', '.join(answer.articles)}"
            at = places.get(answer.articles[0] if answer.articles else "", check.treaty)
            lines.append(f"{at}: {answer.verdict}[{answer.name}] {where}: {line}")
    return "\n".join(map(harmless, lines))


def _head(page: Page, check: Check) -> None:
    page.say(headline(check.properties, check.parties), style=BOLD)
    page.gap()
    page.say(check.title)
    status = check.status.replace("_", " ")
    page.say(f"{check.treaty}, {status}, {say.dated(check.dated)}", style=DIM)
    page.say(say.chosen_sentence(check.fixed, check.parties), style=DIM)
    if check.accused:
        page.say(f"Asked with {say.name(check.accused, check.parties)} as the accused.", style=DIM)


def headline(answers: Sequence[PropertyAnswer], parties: Parties) -> str:
    """The answer in a sentence: how many promises hold, and how the first that does not breaks.

    Examples
    --------
    >>> headline([PropertyAnswer("no-dead-end", "", "holds")], [])
    'The one promise asked of this text holds in every reading.'
    """
    asked = [answer for answer in answers if answer.verdict != "not_applicable"]
    broken = [answer for answer in asked if answer.verdict != "holds"]
    if not asked:
        return "None of the questions asked arises under this text."
    if not broken:
        which = "The one promise" if not asked[1:] else f"All {number(len(asked))} promises"
        return (
            f"{which} asked of this text {'holds' if not asked[1:] else 'hold'} in every reading."
        )
    parts = []
    for verdict in ("fails", "depends", "holds"):
        count = sum(answer.verdict == verdict for answer in asked)
        if count:
            parts.append(f"{number(count)} {VERBS[verdict][count > 1]}")
    line = say.answer_line(broken[0], parties)
    counts = f"Of {counted(len(asked), 'promise')} asked of this text, {listed(parts)}."
    return f"{counts} {say.property_title(broken[0].name)}: {line[:1].lower()}{line[1:]}"


def _findings(page: Page, check: Check) -> None:
    if not check.findings:
        return
    page.heading("Findings")
    for found in check.findings:
        page.say(
            f"{found.message} ({_place(found)})", lead=found.severity, hang=MARGIN, style=BOLD
        )
        page.say(found.why, indent=MARGIN)
        for mend in found.mend:
            page.say(f"mend: {mend}", indent=MARGIN)
        if found.accepted is not None:
            by, why, until = found.accepted
            term = f" until {say.dated(until)}" if until else ""
            page.say(f"accepted as deliberate by {by}{term}: {why}", indent=MARGIN)


def _place(found: Finding) -> str:
    return f"article {found.article}, line {found.line}" if found.article else f"line {found.line}"


def _promises(page: Page, check: Check) -> None:
    page.heading("What the text promises")
    senses = list(dict.fromkeys(filter(None, map(say.sense_sentence, check.properties))))
    if not senses[1:]:
        page.say(
            "".join(f"Every question about help is {one[0].lower()}{one[1:]}" for one in senses)
        )
    wide = max(len(say.verdict_word(answer.verdict)) for answer in check.properties) + 4
    for answer in check.properties:
        word = f"{MARKS[answer.verdict]} {say.verdict_word(answer.verdict)}"
        where = _articles(answer.articles)
        page.say(f"{say.property_title(answer.name)}{where}", lead=word, hang=wide, style=BOLD)
        if answer.verdict == "depends":
            page.say(say.failing_sentence(answer.fails_when, check.parties), indent=wide)
        else:
            page.say(say.answer_line(answer, check.parties), indent=wide)
        page.say(routes_sentence(answer), indent=wide)
        if senses[1:]:
            page.say(say.sense_sentence(answer), indent=wide)


def _articles(articles: Sequence[str]) -> str:
    if not articles:
        return ""
    return (
        f" ({say.article(articles[0])})" if not articles[1:] else f" (articles {listed(articles)})"
    )


def _breaks(page: Page, check: Check) -> None:
    """Each story once, with every property it shows broken."""
    shown = [answer for answer in check.properties if answer.story]
    if not shown:
        return
    page.heading("How it breaks")
    told: dict[tuple[object, ...], list[PropertyAnswer]] = {}
    for answer in shown:
        told.setdefault((answer.story, answer.shown), []).append(answer)
    blocks = list(dict.fromkeys(say.blocks_sentence(answers[0]) for answers in told.values()))
    for answers in told.values():
        page.gap()
        page.say(" · ".join(say.property_title(answer.name) for answer in answers), style=BOLD)
        first = answers[0]
        page.say(say.case_sentence(first, check.parties), indent=2)
        victim = first.shown.victim if first.shown else ""
        story(page, first.story, check.parties, victim, first.sense)
        if blocks[1:]:
            page.say(say.blocks_sentence(first), indent=2)
        for line in dict.fromkeys(say.pairs_sentence(a.pairs, check.parties) for a in answers):
            page.say(line, indent=2)
    if not blocks[1:]:
        page.gap()
        page.say("".join(blocks))


def _decisions(page: Page, check: Check) -> None:
    if not check.decisions:
        return
    page.heading("Who decides, who can stop it")
    for _, group in groupby(check.decisions, key=lambda one: one.step):
        rows = list(group)
        page.say(say.decision_title(rows[0], check.parties))
        for sentence, same in _alike(rows, check.parties).items():
            readings = [say.under(row.reading, check.parties) for row in same if row.reading]
            where = f"Where {'; or where '.join(readings)}: " if len(same) < len(rows) else ""
            page.say(capital(where + sentence), indent=2)


def _alike(rows: Sequence[Decision], parties: Parties) -> dict[str, list[Decision]]:
    """Decisions by what is said of them; who decides is said where it is not as in the first."""
    found: dict[str, list[Decision]] = {}
    for row in rows:
        line = say.decision_sentence(row, parties)
        if row.deciders != rows[0].deciders:
            line = f"of {say.names(row.deciders, parties)}, {line}"
        found.setdefault(line, []).append(row)
    return found


def _timing(page: Page, check: Check) -> None:
    page.heading("When help is due")
    page.say(say.timing_sentence(check.timing))
    for line in say.timing_lines(check.timing, check.parties):
        page.say(line, indent=2)


def _coverage(page: Page, check: Check) -> None:
    if not check.coverage:
        return
    page.heading("How much of the text this rests on")
    total = len(check.coverage)
    kinds = [one.covered for one in check.coverage]
    parts = [
        f"{number(kinds.count(kind))} {COVERED[kind]}"
        if kinds.count(kind) < total
        else COVERED[kind]
        for kind in COVERED
        if kind in kinds
    ]
    page.say(f"{capital(counted(total, 'article'))}, {listed(parts)}.")
    for one in check.coverage:
        if one.not_encoded:
            left = "; ".join(one.not_encoded)
            page.say(f"Not encoded of {say.article(one.article)}: {left}.", indent=2)


COVERED = {"full": "encoded in full", "part": "encoded in part", "none": "not encoded"}


def _next(page: Page, check: Check) -> None:
    page.heading("Next")
    called = check.called or check.treaty
    broken = [answer.name for answer in check.properties if answer.verdict in ("fails", "depends")]
    page.say(f"foedus trace {called} INCIDENT", indent=2)
    if broken:
        page.say(f"foedus amend {called} --goal {broken[0]}", indent=2)
    page.say(f"foedus report {called} -o report.html", indent=2)
