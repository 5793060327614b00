"""What fails, and when: for each such promise the shortest story that shows it, told and drawn."""

from __future__ import annotations

from collections.abc import Sequence

from foedus.answers.check import Beat, Check, PropertyAnswer
from foedus.answers.verdict import Choice
from foedus.present import wording as say
from foedus.present.html import strings
from foedus.present.html.captions import Numbering, figure, state
from foedus.present.html.element import Node, Raw, h, join
from foedus.present.html.lanes import Telling
from foedus.present.html.readings import listed as listed_readings
from foedus.present.html.sequence import sequence, table
from foedus.present.html.summary import verdict
from foedus.present.naming import Parties, capital, listed

Story = tuple[Beat, ...]

START_OF_TIME = "/counted_from"
TIMED = ("deadline", "free", "lapsed")


def breaks(check: Check, numbering: Numbering) -> Node:
    """Every promise that fails or depends, in the order of the check."""
    broken = [one for one in check.properties if one.verdict in ("fails", "depends")]
    if not broken:
        return state(strings.NOTHING_FAILS.format(n=len(check.properties)))
    drawn: dict[Story, int] = {}
    return [_finding(answer, check.parties, numbering, drawn) for answer in broken]


def _finding(
    answer: PropertyAnswer, parties: Parties, numbering: Numbering, drawn: dict[Story, int]
) -> Raw:
    title_id = f"property-{answer.name}"
    place = strings.PLACE.format(listed=listed(answer.articles)) if answer.articles else None
    return h(
        "section",
        h(
            "div",
            h("p", place, h("span", strings.RESTS_ON_LAW, class_="basis"), class_="small"),
            h("h3", say.property_title(answer.name), id=title_id),
            h("p", answer.asks, class_="lead"),
            _when(answer, parties),
            class_="opening stack",
        ),
        _paragraph(say.sense_sentence(answer)),
        _paragraph(say.pairs_sentence(answer.pairs, parties)),
        _shown(answer, parties, numbering, drawn),
        class_="finding stack",
        aria_labelledby=title_id,
    )


def _paragraph(words: str, class_: str | None = None) -> Node:
    return h("p", words, class_=class_) if words else None


def _when(answer: PropertyAnswer, parties: Parties) -> Node:
    """The verdict, and the smallest sets of choices under which it fails."""
    if answer.verdict == "fails":
        return h("p", verdict("fails"), " ", strings.IN_EVERY_READING, class_="v-line")
    said = h("p", verdict("depends"), " ", strings.FAILS_WHEN, class_="v-line")
    return [said, listed_readings(answer.fails_when, parties)]


def _shown(
    answer: PropertyAnswer, parties: Parties, numbering: Numbering, drawn: dict[Story, int]
) -> Node:
    line = h("p", say.answer_line(answer, parties, reading=False), class_=_rule(answer))
    lost = _paragraph(say.blocks_sentence(answer))
    if not answer.story:
        return [line, lost]
    if answer.story in drawn:
        n = drawn[answer.story]
        again = h("p", h("a", strings.SAME_STORY.format(n=n), href=f"#figure-{n}"))
        return [line, lost, again]
    n = drawn[answer.story] = numbering.figure()
    victim, accused = (answer.shown.victim, answer.shown.accused) if answer.shown else ("", "")
    return [
        h(
            "div",
            h("h4", strings.SHORTEST_STORY),
            _paragraph(say.case_sentence(answer, parties), "small"),
            story(answer.story, parties, victim),
            class_="told stack",
        ),
        line,
        lost,
        _drawn(answer, parties, n, victim, accused),
    ]


def _rule(answer: PropertyAnswer) -> str:
    return "answer dep" if answer.verdict == "depends" else "answer"


def story(beats: Sequence[Beat], parties: Parties, victim: str) -> Raw:
    """A story, day by day, with the article below each sentence."""
    rows = []
    for beat in beats:
        ends = beat.what == "end"
        where = capital(say.article(beat.article)) if beat.article else None
        told = h(
            "span",
            say.sentence(beat, parties, victim),
            h("span", where, class_="a") if where else None,
        )
        when = strings.AFTER if ends else say.day(beat.hour)
        rows.append(h("li", h("span", when, class_="d"), told, class_="end" if ends else None))
    return h("ol", rows, class_="story")


def _drawn(
    answer: PropertyAnswer, parties: Parties, number: int, victim: str, accused: str
) -> Raw:
    unstated = _start_unstated(answer.shown_under)
    ended = any(beat.path in unstated and beat.what in TIMED for beat in answer.story)
    waits = any(beat.what == "waits" for beat in answer.story)
    title = strings.SEQUENCE_TITLE.format(property=say.property_title(answer.name))
    telling = Telling(answer.story, victim, accused, parties, unstated)
    picture = sequence(telling, title=title, name=f"sequence-{number}")
    told = [say.sentence(beat, parties, victim) for beat in answer.story]
    notes = [strings.DASHED_START] * ended + [strings.DASHED_OPEN] * waits
    caption = strings.SEQUENCE_CAPTION
    return figure(number, caption, picture, table(answer.story, told), join(notes))


def _start_unstated(under: Sequence[Choice]) -> frozenset[str]:
    """The steps whose time, in this story, begins at a moment the text does not state."""
    return frozenset(
        one.question.removesuffix(START_OF_TIME)
        for one in under
        if one.kind == "silence" and one.question.endswith(START_OF_TIME)
    )
