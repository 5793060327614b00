"""The first five minutes on two screens: a text, how it breaks, a mend, and its price."""

from __future__ import annotations

from foedus.answers.check import Check
from foedus.answers.proposals import Proposals
from foedus.answers.trace import Run, Trace
from foedus.present.naming import capital, number
from foedus.present.runs import outcome_sentence, outside_sentence
from foedus.present.terminal.lanes import lanes
from foedus.present.terminal.layout import BOLD, Page
from foedus.present.titles import article as cited
from foedus.present.wording import effect_lines, property_title, verdict_word

Shown = tuple[Check, Trace, Proposals]


def demo_text(shown: Shown, article: str, *, colour: bool, width: int) -> str:
    """The text of the demo.

    Parameters
    ----------
    shown : tuple of Check, Trace, Proposals
        Of the text for the one accused of the incident; of the incident in it; mends, with the
        same incident run again.
    article : str
        The article to quote.
    """
    check, trace, proposals = shown
    page = Page(colour, width)
    parties = check.parties
    page.say(f"{check.title} ({check.treaty})", style=BOLD)
    page.say(dict(check.articles_say)[article], lead=cited(article).capitalize(), hang=12)
    page.heading("An incident, run through it")
    run = trace.runs[-1]
    page.say(f"{trace.title} (hypothetical)." if trace.hypothetical else f"{trace.title}.")
    page.lines += _sequence(run, trace, width)
    page.say(outcome_sentence(run.outcome, parties), style=BOLD)
    page.say(outside_sentence(run.outcome))
    answer = check.property(proposals.goal)
    page.heading("The finding")
    page.say(
        f"{property_title(answer.name)}: {verdict_word(answer.verdict)}. "
        "The text lets the accused decide whether help is owed against it."
    )
    if proposals.amendments:
        _mend(page, proposals)
    page.heading("Next")
    for line in (
        f"foedus check {check.treaty}",
        f"foedus report {check.treaty} --incident {trace.incident} -o report.html",
        "foedus library",
    ):
        page.say(line, indent=2)
    return page.text()


def _sequence(run: Run, trace: Trace, width: int) -> list[str]:
    return lanes(run.story, trace.victim, trace.accused, trace.parties, width)


def _mend(page: Page, proposals: Proposals) -> None:
    best, *rest = proposals.amendments
    parties = proposals.parties
    page.heading(f"The smallest mend: {number(best.words)} words")
    page.say(best.before, lead="now", hang=6)
    page.say(best.after, lead="then", hang=6)
    if best.outcome is not None:
        page.say(f"The same incident again: {outcome_sentence(best.outcome, parties)}", style=BOLD)
    page.heading("What it changes for each side")
    for line in effect_lines(best.effect, parties):
        page.say(line)
    if rest:
        kinds = ", ".join(dict.fromkeys(one.kind for one in rest))
        page.say(
            "A mend is a proposal: it moves something between the sides. "
            f"{capital(number(len(rest)))} more do it too ({kinds}): "
            f"foedus amend {proposals.treaty} --goal {proposals.goal}"
        )
