"""Every word of the page that is its own: headings, labels, notes. Sentences stand in `wording`.

One place, so that the page can be put into another language.
"""

from __future__ import annotations

from collections.abc import Mapping

from foedus.answers.verdict import Word

LANGUAGE = "en-GB"

# the page

TITLE = "{title} · foedus report"
RUNNING_HEAD = "foedus report · {treaty}"
SKIP = "Skip to the content"
CONTENTS = "Contents"
SECTIONS = {
    "summary": "Summary",
    "fails": "What fails, and when",
    "decides": "Who can decide, who can block",
    "incident": "The incident run",
    "mends": "Smallest mends",
    "text": "The text, and what was understood",
    "method": "How this was made",
}
ABOUT = (
    "What the text obliges, who can stop it, and what would have to change. This report judges no"
    " one’s position. It says what follows from the words on file, in each reading of them."
)
STATE_OF = "State of"
STATUSES: Mapping[str, str] = {
    "proposal": "Proposal",
    "draft": "Draft",
    "signed": "Signed",
    "in_force": "In force",
    "lapsed": "Lapsed",
    "never_ratified": "Never ratified",
}
ACCUSED = "Asked with {name} as the accused."
EVERY_ACCUSED = "Asked with each party that may be accused in turn."
ALL_READINGS = "All readings are kept open; none is chosen."
COVERAGE = "Of {n} {articles} {full} encoded, {part} in part, {none} not encoded"
COVERED: Mapping[str, str] = {"full": "encoded", "part": "in part", "none": "not encoded"}
FIGURE = "Figure {n}."
FIGURE_AS_TABLE = "Figure {n} as a table"
TABLE = "Table {n}."
EVERY_READING = "In every reading"

# verdicts

VERDICTS: Mapping[Word, str] = {
    "holds": "holds",
    "fails": "fails",
    "depends": "depends on the reading",
    "not_applicable": "not applicable",
}
# summary

PROMISES = "Promises of the whole text"
PROMISE_COLUMNS = ("Promise", "Answer", "In words", "Article")
NO_PROPERTIES = "No promise was asked of this text."

LAST_DAYS = "By when help is due"

# what fails

NOTHING_FAILS = "Nothing fails. {n} promises were asked; none fails in any reading."
PLACE = "Article {listed} · "
RESTS_ON_LAW = "rests on law"
IN_EVERY_READING = "in every reading that is left open."
FAILS_WHEN = "It fails when:"
SHORTEST_STORY = "The shortest story"
AFTER = "After"
SAME_STORY = "The story is that of figure {n}."
SEQUENCE_TITLE = "The procedure as it runs: {property}"
SEQUENCE_CAPTION = "The procedure as it runs. Time goes down; parties that do alike share a line."
DASHED_START = "Dashed bar: the text does not say when the time begins. "
DASHED_OPEN = "Dashed bar: the text sets no end to the wait."

NONE = "–"
YES = "yes"
NO = "no"

# who can decide, who can block

READING = "Reading"
RULE = "rule: {rule}"
WHAT_IT_TAKES = "What it takes"
ACCUSED_ROLE = "accused"
ACCUSED_BLOCKS = "Can the accused block?"
TO_DECIDE = "to decide:"
TO_BLOCK = "to block:"
DOTS = ("in every smallest set", "in some, not in all", "in none")
IN_SETS: Mapping[str, str] = {"yes": DOTS[0], "half": DOTS[1], "no": DOTS[2]}
NO_DECISIONS = (
    "No decision is taken together. No step of the text needs more than one party to agree."
)
POWER = "Shares of power where it is {rule} (Shapley–Shubik, Banzhaf): {shares}."

# the incident run

NO_INCIDENT = (
    "No incident was run. A report that is given an incident shows here what each reading"
    " makes of it."
)
ROLES = "{victim} is the victim, {accused} the accused."
HYPOTHETICAL = "The incident is hypothetical."
OUTCOMES = "What comes of the call for help"
OUTCOME_COLUMNS = ("Reading", "Outcome", "Outside the text")
NEVER_PARTS = "The readings do not part: every one of them gives each party the same duties."
COURSE = "Course {n} of {of}"
MORE_RUNS = (
    "{n} further course comes out like one of these; the table lists it.",
    "{n} further courses come out like one of these; the table lists them.",
)
TIMELINE_TITLE = "Duties over the days of the incident: {incident}"
TIMELINE_CAPTION = "Who owed what, until when."
WITHOUT_EFFECT = "Without effect{because}"
BECAUSE = ", because {why}:"
AT_DAY = "{when}: {said}"
RECORD = "What really followed"
NO_RECORD = "No record of what followed is given with this incident."
AGREES = "As in course {courses}."
AGREES_WITH_NONE = "As in none of these courses."

# smallest mends

NO_MEND_ASKED = (
    "No mend was searched for. A report that is given a promise to mend shows here the smallest"
    " changes that make it hold."
)
TRIED_SINGLY = "{n} were tried one by one; those that reach it stand sorted by words changed."
A_MEND_IS = "A mend is a proposal, never a repair: it moves something between the sides."
CONFLICT = "These cannot be had together:"
WORDS_CHANGED = "{words} changed"
REWORDED: Mapping[str, str] = {"del": "struck:", "ins": "added:"}
REMOVES_GUARANTEE = "This change takes the guarantee away for some party."
THEN = "→"
SAME_INCIDENT = "The same incident"
AGAIN = "Before: {before} With the mend: {after}"
GAINS: Mapping[str, str] = {
    "gains": "Gains",
    "loses": "Loses",
    "changes": "Changes",
}

# the text

ARTICLE = ("article", "articles")
UNDERSTOOD = "Understood as: "
TIMES = "({n} clauses)"
NOT_ENCODED = "Not encoded:"
NOTHING_ENCODED = "Nothing of this article was encoded."
NO_ARTICLES = "The text on file has no article."
CLAUSES: Mapping[str, str] = {
    "accession": "Accession",
    "consultation": "Consultation",
    "dispute": "Settlement of disputes",
    "duration": "Duration and end",
    "entry_into_force": "Entry into force",
    "guarantee": "Guarantee",
    "presence": "Presence of forces",
    "undertaking": "Undertaking",
}
FINDINGS = "Findings"
FINDING_PLACE = "{rule} · {article}, line {line}"
SEVERITIES: Mapping[str, str] = {"error": "Error", "warning": "Warning", "note": "Note"}
ACCEPTED = "Accepted as deliberate by {by}{until}: {why}"
MEND = "Mend: {mend}"
SOURCES = "Sources"
NO_SOURCES = "The text on file names no source."
PARAPHRASE = "Articles are given in our paraphrase; these are the texts they were read in."

# how this was made

ASSUMED = "What was assumed"
ASSUMPTIONS = (
    "Every party but the accused performs each duty by its deadline and otherwise moves freely"
    " inside the text.",
    "The accused may make any move the procedure allows, be silent, or stay away.",
    "That the accused’s own act took place is not disputed; whatever needs its cooperation is not"
    " taken for granted.",
    "A promise holds only if it holds in every reading and every silence that a run reaches;"
    " nothing is filled in.",
    "Law only: what the text obliges, permits or bars. Whether anyone would act is another"
    " question.",
)
TRIED = "Readings and silences that answers turn on"
ONE_READING = "No answer turns on a reading or on a silence."
LIMIT = (
    "This is what follows from the text entered. It is not a forecast and not a recommendation."
)
REPEAT = "How to repeat this report:"
VERSIONS = "foedus {version} · schema {schema} · made on {made}"
FOOT = (
    "foedus {version} · schema {schema}",
    "This page makes no request; nothing leaves this machine.",
)
