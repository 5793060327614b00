"""The words of the two figures: lanes, labels, standings, days. Short, since room is scarce."""

from __future__ import annotations

from collections.abc import Mapping

# the sequence diagram

LANE_PROTECTED = "protected"
LANE_ACCUSED = "accused"
CODES: Mapping[str, str] = {"third_states": "other members", "outsider": "outsider"}
LANE_OTHERS = "{n} others"
N_PARTIES = "{n} parties"

BEAT_LABELS: Mapping[str, str] = {
    "trigger": "{act}",
    "appeal": "appeal",
    "attend": "consultation{who}",
    "find": "finds a case{who}",
    "deny": "finds no case{who}",
    "yes": "agreement{who}",
    "no": "agreement withheld{who}",
    "occur": "{act}",
    "give": "{act}",
    "report": "report",
    "void": "guarantee declared void",
    "close": "the vote ends with those who came",
    "deadline": "time is over; {step} counts as done",
    "free": "time is over; each may choose",
    "refused": "{step} refused",
    "lapsed": "time is over; {step} lapses",
    "owed": "help is owed: {act}",
    "untimed": "no time is set for it",
    "allowed": "help is allowed, not owed",
    "waits": "waits for {who}; no deadline",
    "awaits": "waits for an event: {act}",
    "dormant": "not called into force: {act}",
    "end": "no help is owed",
}
BEAT_LABELS_WITHOUT_ACT: Mapping[str, str] = {
    "trigger": "trigger",
    "occur": "event",
    "give": "help",
    "owed": "help is owed",
    "awaits": "waits for an event",
    "dormant": "not called into force",
}
BEAT_LABELS_WITH_PARTY: Mapping[str, str] = {
    "refused": "agreement withheld; {step} refused",
    "lapsed": "away; time is over, {step} lapses",
}
STEPS: Mapping[str, str] = {
    "appeal": "appeal",
    "determine": "finding",
    "consult": "consultation",
    "decide": "decision",
    "assist": "help",
    "report": "report",
}
STEP = "step"
LABELS_THAT_NAME = frozenset({"waits"})
"""Beats whose label names whom it is about."""

SEQUENCE_COLUMNS = ("No.", "Day", "What happens", "Article")
AT_ONCE = "at once"
START = "start"
UNSTATED = "unstated"
NONE = "–"


def day_label(hour: float) -> str:
    """An hour as the day of a figure.

    Examples
    --------
    >>> day_label(0), day_label(72), day_label(80)
    ('day 0', 'day 3', 'day 3, 8 h')
    """
    days, hours = divmod(int(hour), 24)
    return f"day {days}, {hours} h" if hours else f"day {days}"


def duration(hours: float) -> str:
    """A length of time.

    Examples
    --------
    >>> duration(72), duration(24), duration(30)
    ('3 days', '1 day', '30 hours')
    """
    if not hours:
        return AT_ONCE
    days, rest = divmod(int(hours), 24)
    if rest or not days:
        return f"{int(hours)} hour{'' if hours == 1 else 's'}"
    return f"{days} day{'' if days == 1 else 's'}"


# the obligation timeline

BLOCKED_BY = " by {who}"
STANDINGS: Mapping[str, str] = {
    "pending": "pending",
    "discharged": "discharged",
    "overdue": "overdue",
    "blocked": "blocked",
    "void": "void",
    "ended": "ended",
    "not_called": "not called upon",
}
WITHIN = "due: {time}"
NO_DAY = "no day set"
TIMELINE_COLUMNS = ("Duty", "Of", "Towards", "Article", "Since", "Due", "Standing")
