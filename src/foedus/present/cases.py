"""Whom an answer is about: the victim, the accused, and how the verdict differs between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from foedus.answers.check import Pair, PropertyAnswer
from foedus.answers.verdict import Word
from foedus.present.choices import under
from foedus.present.naming import Parties, capital, counted, listed, name, number

VERBS: Mapping[Word, tuple[str, str]] = {
    "fails": ("fails", "fail"),
    "depends": ("depends on the reading", "depend on the reading"),
    "holds": ("holds", "hold"),
    "not_applicable": ("does not arise", "do not arise"),
}


def sense_sentence(answer: PropertyAnswer) -> str:
    """What was asked where no duty exists in law; nothing where one does."""
    if answer.sense == "permission":
        return "Asked of what the text allows, since it owes no help."
    if answer.sense == "promise":
        return "Asked of a promise that binds in politics, not in law."
    return ""


def case_sentence(answer: PropertyAnswer, parties: Parties = ()) -> str:
    """Whom the story is about and under which choices it runs."""
    pair = answer.shown
    if pair is None or not pair.victim:
        return ""
    victim, accused = name(pair.victim, parties), name(pair.accused, parties)
    who = f"{capital(victim)} is the victim, {accused} the accused"
    made = under(answer.shown_under, parties)
    return f"{who}, where {made}." if made else f"{who}."


def pairs_sentence(pairs: Sequence[Pair], parties: Parties = ()) -> str:
    """How the verdict differs from pair to pair; nothing where it does not.

    Examples
    --------
    >>> two = [Pair("5", "A", "B", "fails", 3), Pair("5", "A", "outsider", "holds")]
    >>> pairs_sentence(two, [("A", "Astrania"), ("B", "Belonia"), ("C", "Corland")])
    'Fails if Belonia (with two pairs alike) is accused; holds if a state outside the text is.'
    """
    asked = [pair for pair in pairs if pair.verdict != "not_applicable" and pair.victim]
    groups = {word: [pair for pair in asked if pair.verdict == word] for word in VERBS}
    groups = {word: group for word, group in groups.items() if group}
    if not asked or len(groups) == 1:
        return ""
    if not {pair.article for pair in asked} - {asked[0].article}:
        one_victim = not {pair.victim for pair in asked} - {asked[0].victim}
        if one_victim and max(pair.alike for pair in asked) <= len(parties):
            return _by_accused(groups, parties)
    count = {word: sum(pair.alike for pair in group) for word, group in groups.items()}
    parts = listed(f"{VERBS[word][0]} for {number(n)}" for word, n in count.items())
    return f"Of {number(sum(count.values()))} pairs of victim and accused it {parts}."


def routes_sentence(answer: PropertyAnswer) -> str:
    """Each route that alone would not do, where a guarantee has several.

    Nothing if each would do, or if the whole procedure fails anyway.

    Examples
    --------
    >>> alone = (Pair("4", "A", "B", "fails", 1, "ordinary"), Pair("4", "A", "B", "holds", 1, "x"))
    >>> routes_sentence(PropertyAnswer("no-dead-end", "", "holds", routes=alone))
    'The route “ordinary” of article 4 alone fails.'
    """
    worst: dict[tuple[str, str], Word] = {}
    for pair in answer.routes if answer.verdict != "fails" else ():
        key = (pair.route or "", pair.article)
        if pair.verdict in ("fails", "depends"):
            worst[key] = "fails" if "fails" in (pair.verdict, worst.get(key)) else "depends"
    return " ".join(
        f"The route “{route}” of article {article} alone {VERBS[word][0]}."
        for (route, article), word in worst.items()
    )


def _by_accused(groups: Mapping[Word, Sequence[Pair]], parties: Parties) -> str:
    first, *others = (
        f"{VERBS[word][0]} if {listed((_alike(pair, parties) for pair in group), 'or')}"
        for word, group in groups.items()
    )
    return f"{capital(first)} is accused; {'; '.join(f'{one} is' for one in others)}."


def _alike(pair: Pair, parties: Parties) -> str:
    more = pair.alike - 1
    return name(pair.accused, parties) + (f" (with {counted(more, 'pair')} alike)" if more else "")
