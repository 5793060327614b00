"""Proposals as text: how many changes would do, then each with its words and its price."""

from __future__ import annotations

from foedus.answers.proposals import Amendment, Proposals
from foedus.present import runs
from foedus.present import wording as say
from foedus.present.cases import VERBS
from foedus.present.naming import capital, counted, listed
from foedus.present.terminal.layout import BOLD, DIM, Page

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LABEL = 7
"""Columns kept for *now* and *then*."""


def proposals_text(proposals: Proposals, *, colour: bool, width: int) -> str:
    """Proposals for people; no line is wider than `width`."""
    page = Page(colour, width)
    page.say(headline(proposals), style=BOLD)
    page.gap()
    tried = counted(proposals.tried, "change")
    page.say(f"{proposals.treaty}, {tried} tried one by one", style=DIM)
    page.say("A mend is a proposal: it moves something between the sides.", style=DIM)
    if proposals.outcome_before is not None:
        before = runs.outcome_sentence(proposals.outcome_before, proposals.parties)
        page.say(f"Now, in {proposals.incident}: {before}")
    for place, one in enumerate(proposals.amendments):
        _amendment(page, proposals, one, LETTERS[place % len(LETTERS)])
    if proposals.conflict:
        page.heading("Red lines that cannot all be kept")
        for line in proposals.conflict:
            page.say(say.plain(line, proposals.parties), indent=2)
    page.heading("Next")
    page.say(f"foedus report {proposals.called or proposals.treaty} -o report.html", indent=2)
    return page.text()


def headline(proposals: Proposals) -> str:
    """How many changes reach the goal, and how the promise stands now."""
    goal = f"“{say.property_title(proposals.goal)}”"
    if proposals.before in ("holds", "not_applicable"):
        stands = "holds already" if proposals.before == "holds" else "does not arise"
        return f"{goal} {stands}; nothing is to be changed for it."
    now = {"fails": "fails now", "depends": "depends on the reading now"}[proposals.before]
    keep = [one for one in proposals.amendments if not one.removes_the_guarantee]
    if not keep:
        return f"No change of one place makes {goal} hold; it {now}."
    verb = "makes" if not keep[1:] else "make"
    first = f"; the shortest changes {counted(keep[0].words, 'word')}"
    count = capital(counted(len(keep), "change"))
    return f"{count} of one place {verb} {goal} hold; it {now}{first}."


def _amendment(page: Page, proposals: Proposals, one: Amendment, letter: str) -> None:
    page.gap()
    kind = f"{one.kind}, {counted(one.words, 'word')} changed"
    page.say(kind, lead=letter, hang=3, style=BOLD)
    if one.removes_the_guarantee:
        page.say("Removes the guarantee: what it mends is no longer promised.", indent=3)
    if one.before:
        page.say(one.before, indent=3, lead="now", hang=LABEL, style=DIM)
        page.say(one.after, indent=3, lead="then", hang=LABEL, style=DIM)
    for called, was, is_ in one.answers:
        words = f"{VERBS[was][0]} now, {VERBS[is_][0]} afterwards"
        page.say(f"{say.property_title(called)}: {words}.", indent=3)
    for line in say.effect_lines(one.effect, proposals.parties):
        page.say(line, indent=3)
    if one.outcome is not None:
        after = runs.outcome_sentence(one.outcome, proposals.parties)
        page.say(f"Then, in {proposals.incident}: {after}", indent=3)
    where = listed(change.at for change in one.changes)
    page.say(f"at {where}", indent=3, style=DIM)
