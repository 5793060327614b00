"""The transition table of the language, row by row, on the smallest procedures that show it."""

from dataclasses import dataclass

import pytest

from foedus.compiler.law import compile_whole
from foedus.compiler.reading import Reading
from foedus.document.load import load_bytes
from foedus.machine.duties import OWED, open_duties, strongest
from foedus.machine.event import TICK, Event
from foedus.machine.machine import Machine
from foedus.machine.state import State, marked
from foedus.machine.step import settle, start, step

TREATY = """
foedus: 1
treaty: pact
title: A pact
dated: 2000-01-01
status: draft
parties: {{AAA: Alland, BBB: Belland, CCC: Celland, DDD: Delland}}
bodies: {{council: {{members: [BBB, CCC, DDD], rule: {{at_least: 2, absent: refuses}}}}}}
articles:
  "1":
    says: If Alland is attacked the three others help.
    clauses:
      - guarantee:
          of: AAA
          by: [BBB, CCC, DDD]
          trigger: {trigger}
          routes: {routes}
          {more}
"""
HELP = "assist: {within: 1 d, duty: shall, means: [armed_force]}"
CLOSE = Event(0, "close")
GUARANTORS = "BBB CCC DDD"


@dataclass
class Course:
    """One run: `do` puts an event to the machine, and what can be asked of its state."""

    machine: Machine
    state: State

    def do(self, who: str, word: str, at: str = "", *, yes: bool = True, act: str = "") -> bool:
        """Whether the event changed anything."""
        by = sum(self.machine.bit(name) for name in who.split())
        return self.take(Event(by, word, yes, self.place(word, at), act))

    def take(self, event: Event) -> bool:
        """The same for an event that is complete."""
        before, self.state = self.state, step(self.machine, self.state, event)
        return self.state != before

    def place(self, word: str, at: str) -> tuple[int, ...]:
        """Where an event belongs: an event word, or a step as `step` or `route/step`."""
        if word == "occur":
            return ([watch.word for watch in self.machine.watches].index(at),)
        if word == "declare_void":
            return (0,)
        route, _, name = at.rpartition("/")
        r = [one.name for one in self.machine.routes].index(route or "only")
        return r, [one.name for one in self.machine.routes[r].steps].index(name)

    def wait(self, hour: int) -> None:
        """Let time pass to an hour before any deadline."""
        self.state = settle(self.machine, self.state._replace(hour=hour))

    def begun(self) -> bool:
        """Whether an attack has set the procedure going."""
        return self.do("outsider", "occur", "armed_attack")

    def there(self, at: str) -> str:
        """Whose tracks wait at a step."""
        r, k = self.place("", at)
        now = self.state.routes[r].steps[k]
        return self.names(marked(now.opened) & ~marked(now.passed) & ~now.dead)

    def ended(self, at: str) -> str:
        """Whose tracks ended at a step."""
        r, k = self.place("", at)
        return self.names(self.state.routes[r].steps[k].dead)

    def owing(self) -> str:
        """Who is bound to help now."""
        duties = open_duties(self.machine, self.state)
        return " ".join(
            dict.fromkeys(self.names(one.by) for one in duties if one.strength >= OWED)
        )

    def names(self, mask: int) -> str:
        """The parties of a mask."""
        return " ".join(self.machine.names(mask))


def course(*steps, trigger="armed_attack", more="", choices=None, **routes) -> Course:
    """A run of a treaty with one route of these steps, or with the routes named."""
    ways = routes or {"only": steps}
    written = ", ".join(
        f"{name}: [{', '.join('{' + one + '}' for one in way)}]" for name, way in ways.items()
    )
    text = TREATY.format(trigger=trigger, routes="{" + written + "}", more=more)
    reading = Reading(load_bytes(text.encode(), "pact.yaml"), choices or {}, "AAA", "outsider")
    machine = compile_whole(reading)
    return Course(machine, start(machine))


# ---------------------------------------------------------------- dormant


def test_nothing_happens_before_the_trigger():
    """A dormant route takes no move of the procedure."""
    run = course("decide: {rule: any}", HELP)
    assert run.state.routes[0].since == -1
    assert not run.do("BBB", "vote", "decide")
    assert run.owing() == ""


def test_the_trigger_opens_every_route_and_stamps_the_hour():
    """All routes stand at their first step from the hour of the attack on."""
    run = course(vote=("decide: {rule: all}", HELP), talk=("consult: {rule: all}", HELP))
    run.wait(7)
    assert run.begun()
    assert [route.since for route in run.state.routes] == [7, 7]
    assert run.there("vote/decide") == run.there("talk/consult") == GUARANTORS


def test_a_trigger_waits_for_the_condition_that_must_come_before():
    """`after` keeps the route dormant, whichever of the two events comes first."""
    run = course(HELP, trigger="{any: [armed_attack], after: ceasefire}")
    assert run.begun()
    assert run.state.routes[0].since == -1
    run.do("AAA", "occur", "ceasefire")
    assert run.state.routes[0].since == -1, "a ceasefire needs both sides"
    run.do("outsider", "occur", "ceasefire")
    assert run.owing() == GUARANTORS


# ---------------------------------------------------------------- done and refused


def test_a_winning_set_carries_a_step_and_nothing_less_does():
    """The step is left when those who agree are a winning set."""
    run = course("decide: {rule: {at_least: 2, with: DDD}}", HELP)
    run.begun()
    run.do("BBB", "vote", "decide")
    run.do("CCC", "vote", "decide")
    assert (run.there("decide"), run.owing()) == (GUARANTORS, "")
    run.do("DDD", "vote", "decide")
    assert (run.there("decide"), run.owing()) == ("", GUARANTORS)


def test_refusals_that_meet_every_winning_set_end_the_route():
    """One refusal of three leaves two of three possible; two do not."""
    run = course("decide: {rule: {at_least: 2}}", HELP)
    run.begun()
    run.do("BBB", "vote", "decide", yes=False)
    assert run.there("decide") == GUARANTORS
    run.do("CCC", "vote", "decide", yes=False)
    assert run.ended("decide") == GUARANTORS
    assert not run.do("DDD", "vote", "decide")
    assert run.owing() == ""


def test_the_refusal_of_a_body_blocks_it_and_opens_what_waits_for_that():
    """`blocked` is made by the machine, when a step done by a body is refused."""
    fallback = "assist: {by: CCC, when: {any: [blocked], by: council}, duty: shall}"
    run = course(first=("decide: {by: council}", HELP), second=(fallback,))
    run.begun()
    run.do("BBB", "vote", "first/decide", yes=False)
    assert run.owing() == ""
    run.do("CCC", "vote", "first/decide", yes=False)
    assert run.owing() == "CCC"


def test_the_refusal_of_parties_is_no_block():
    """Only a body is blocked: the same votes without the body open no fallback."""
    fallback = "assist: {by: CCC, when: {any: [blocked], by: council}, duty: shall}"
    run = course(first=("decide: {rule: {at_least: 2}}", HELP), second=(fallback,))
    run.begun()
    run.do("BBB CCC DDD", "vote", "first/decide", yes=False)
    assert (run.ended("first/decide"), run.owing()) == (GUARANTORS, "")


@pytest.mark.parametrize(("kind", "word"), [("appeal", "appeal"), ("consult", "attend")])
def test_nobody_can_refuse_an_appeal_or_talks(kind, word):
    """Absence there just waits."""
    run = course(f"{kind}: {{by: BBB, rule: all}}", HELP)
    run.begun()
    assert not run.do("BBB", word, kind, yes=False)
    assert run.there(kind) == GUARANTORS
    assert run.do("BBB", word, kind)


def test_a_decision_by_each_takes_no_time_and_cannot_be_refused():
    """No common act is needed, so help is owed in the hour of the attack."""
    run = course("decide: {rule: each}", HELP)
    run.begun()
    assert run.owing() == GUARANTORS
    assert not run.do("BBB", "vote", "decide", yes=False)


def test_a_finding_by_each_binds_the_one_who_finds():
    """It can be refused, and it may last: each guarantor goes its own way."""
    run = course("determine: {rule: each}", HELP)
    run.begun()
    assert run.owing() == ""
    run.do("BBB", "find", "determine")
    run.do("CCC", "find", "determine", yes=False)
    assert (run.owing(), run.ended("determine"), run.there("determine")) == ("BBB", "CCC", "DDD")


# ---------------------------------------------------------------- deadlines


def test_proceed_counts_the_step_as_done_and_leaves_the_duty_as_it_was():
    """Talks that nobody attends are over on the third day."""
    run = course("consult: {rule: all, within: 3 d, at_deadline: proceed}", HELP)
    run.begun()
    assert run.take(TICK)
    assert (run.state.hour, run.owing()) == (72, GUARANTORS)


def test_lapse_ends_the_route():
    """After the third day nobody can attend any more, and nothing is owed."""
    run = course("consult: {rule: all, within: 3 d, at_deadline: lapse}", HELP)
    run.begun()
    run.take(TICK)
    assert (run.ended("consult"), run.owing()) == (GUARANTORS, "")
    assert not run.do("BBB CCC DDD", "attend", "consult")


def test_a_step_of_a_body_that_lapses_counts_as_blocked():
    """A council that has not met in time opens the fallback as a refusal would."""
    fallback = "assist: {by: CCC, when: {any: [blocked], by: council}, duty: shall}"
    clock = "consult: {by: council, within: 3 d, at_deadline: lapse}"
    run = course(first=(clock, HELP), second=(fallback,))
    run.begun()
    assert run.owing() == ""
    run.take(TICK)
    assert run.owing() == "CCC"


def test_each_free_lets_each_go_on_but_binds_nobody():
    """Later joint steps read *each*, and duties fall to *may*."""
    run = course(
        "consult: {rule: all, within: 3 d, at_deadline: each_free}", "decide: {rule: all}", HELP
    )
    run.begun()
    run.take(TICK)
    duties = list(open_duties(run.machine, run.state))
    assert " ".join(run.names(one.by) for one in duties) == GUARANTORS
    assert {word for one in duties for _, word in one.acts} == {"may"}


def test_a_step_done_in_time_has_no_deadline_left():
    """After the talks have been held, time brings nothing more."""
    run = course("consult: {rule: all, within: 3 d, at_deadline: lapse}", HELP)
    run.begun()
    run.do("BBB CCC DDD", "attend", "consult")
    assert run.owing() == GUARANTORS
    run.take(TICK)
    assert run.owing() == GUARANTORS


def test_what_a_silent_deadline_does_is_asked_when_it_comes():
    """The machine never fills a silence in: it goes by the choice that was made."""
    question = "1/guarantee/routes/only/consult/at_deadline"
    for label, owed in [("proceed", GUARANTORS), ("lapse", ""), ("each_free", "")]:
        run = course("consult: {rule: all, within: 3 d}", HELP, choices={question: label})
        run.begun()
        run.take(TICK)
        assert run.owing() == owed, label


@pytest.mark.parametrize(
    ("counted_from", "hour"), [("trigger", 72), ("appeal", 82), ("previous", 92)]
)
def test_a_clock_runs_from_where_the_text_counts_it(counted_from, hour):
    """Attack at hour 0, appeal at hour 10, talks held at hour 20; three days for the vote."""
    run = course(
        "appeal: {by: AAA}",
        "consult: {rule: any}",
        f"decide: {{rule: all, within: 3 d, counted_from: {counted_from}}}",
        HELP,
    )
    run.begun()
    run.wait(10)
    run.do("AAA", "appeal", "appeal")
    run.wait(20)
    run.do("BBB", "attend", "consult")
    run.take(TICK)
    assert run.state.hour == hour


def test_not_before_keeps_a_step_closed_until_its_hour():
    """A third tier that opens at hour 72 is closed until then, and opens by time alone."""
    run = course("assist: {not_before: 72 h, counted_from: trigger, duty: shall}")
    run.begun()
    assert run.owing() == ""
    run.wait(71)
    assert run.owing() == ""
    assert run.take(TICK)
    assert (run.state.hour, run.owing()) == (72, GUARANTORS)


# ---------------------------------------------------------------- who is silent


@pytest.mark.parametrize(
    ("absent", "owed"), [("refuses", ""), ("consents", GUARANTORS), ("not_counted", GUARANTORS)]
)
@pytest.mark.parametrize(
    ("clock", "over"), [("within: 3 d, at_deadline: lapse, ", TICK), ("", CLOSE)]
)
def test_silence_counts_as_the_rule_says(absent, owed, clock, over):
    """Two of three are needed and one has voted; at the deadline, or when the vote closes."""
    run = course(f"decide: {{{clock}rule: {{at_least: 2, absent: {absent}}}}}", HELP)
    run.begun()
    run.do("BBB", "vote", "decide")
    assert run.owing() == ""
    assert run.take(over)
    # not counted: of three one is left, and two of one is one
    assert run.owing() == owed


def test_silence_is_counted_before_the_deadline_does_anything():
    """A vote that the silent have lost is refused, whatever was to follow the deadline."""
    run = course("decide: {rule: all, within: 3 d, at_deadline: proceed}", HELP)
    run.begun()
    run.do("BBB CCC", "vote", "decide")
    run.take(TICK)
    assert (run.ended("decide"), run.owing()) == (GUARANTORS, "")


def test_a_vote_to_which_nobody_came_does_what_the_deadline_says():
    """With silence not counted nobody is left to have refused or agreed."""
    rule = "{at_least: 2, absent: not_counted}"
    run = course(f"decide: {{rule: {rule}, within: 3 d, at_deadline: proceed}}", HELP)
    run.begun()
    run.take(TICK)
    assert run.owing() == GUARANTORS


# ---------------------------------------------------------------- guards


def test_a_step_whose_guard_is_false_waits_until_it_holds():
    """Time does not open it; the event does."""
    run = course("assist: {duty: shall, when: {any: [assistance], by: DDD}}")
    run.begun()
    run.wait(1000)
    assert run.owing() == ""
    assert run.do("DDD", "occur", "assistance")
    assert run.owing() == GUARANTORS


def test_help_given_under_one_route_opens_what_waits_for_it():
    """Help is an event that the machine makes itself."""
    follow = "assist: {by: CCC, duty: full, when: {any: [assistance], by: DDD}}"
    run = course(first=("assist: {by: DDD, duty: shall}",), second=(follow,))
    run.begun()
    assert run.owing() == "DDD"
    run.do("DDD", "assist", "first/assist")
    assert run.owing() == "DDD CCC"


def test_a_route_that_has_opened_help_holds_as_a_condition():
    """The id of a route stands for *it has opened help*."""
    tier = "assist: {by: CCC, duty: shall, when: first}"
    run = course(
        first=("decide: {by: BBB, rule: any}", "assist: {by: BBB, duty: may}"), second=(tier,)
    )
    run.begun()
    assert run.owing() == ""
    run.do("BBB", "vote", "first/decide")
    assert run.owing() == "CCC"


# ---------------------------------------------------------------- duties


def test_help_opens_a_duty_for_each_guarantor_and_does_not_wait():
    """The steps behind it are reached in the same hour."""
    run = course(HELP, "report: {to: council, within: at_once}")
    run.begun()
    assert run.owing() == GUARANTORS
    assert run.do("CCC", "report", "report")


def test_a_joint_duty_is_owed_only_while_those_who_have_not_refused_suffice():
    """The refusal of one releases the others where all are needed, and not where two are."""
    for rule, bound in [("unanimity", False), ("{at_least: 2}", True), ("each", True)]:
        run = course(f"assist: {{rule: {rule}, within: 1 d, duty: shall}}")
        run.begun()
        assert run.owing() == GUARANTORS
        run.do("BBB", "vote", "assist", yes=False)
        assert ("CCC DDD" in run.owing()) == bound, rule


def test_help_is_given_once_by_each_who_owes_it():
    """A second time changes nothing, nor does help by one who owes none."""
    run = course("assist: {by: [BBB, CCC], duty: shall, means: [armed_force]}")
    run.begun()
    assert run.do("BBB", "assist", "assist", act="armed_force")
    assert not run.do("BBB", "assist", "assist", act="armed_force")
    assert not run.do("DDD", "assist", "assist", act="armed_force")


def test_void_ends_every_duty_and_keeps_the_route_from_opening():
    """Found by the one the text names, and declared: nothing is owed before or after."""
    ground = "void_if: {any: [invasion], by: AAA, found_by: CCC}"
    run = course(HELP, more=ground)
    run.begun()
    run.do("AAA", "occur", "invasion")
    assert not run.do("BBB", "declare_void"), "nobody has found it yet"
    run.take(Event(run.machine.bit("CCC"), "find", True, (0,)))
    run.do("CCC", "declare_void")
    assert run.owing() == ""
    assert strongest(run.machine, run.state, run.machine.bit("CCC")) == -1

    fresh = course(HELP, more=ground)
    fresh.do("AAA", "occur", "invasion")
    fresh.take(Event(fresh.machine.bit("CCC"), "find", True, (0,)))
    fresh.do("CCC", "declare_void")
    fresh.begun()
    assert (fresh.state.routes[0].since, fresh.owing()) == (-1, "")


# ---------------------------------------------------------------- each, then together


def test_each_takes_its_own_track_and_all_meet_again_at_a_joint_step():
    """A guarantor's track waits for its own finding; the vote behind it is one for all."""
    run = course("determine: {rule: each}", "decide: {rule: {at_least: 2}}", HELP)
    run.begun()
    assert not run.do("BBB", "vote", "decide"), "nobody has reached the vote"
    run.do("BBB", "find", "determine")
    assert run.there("decide") == "BBB"
    assert run.do("BBB CCC", "vote", "decide")
    assert run.owing() == "BBB"
    run.do("DDD", "find", "determine")
    assert run.owing() == "BBB DDD", "the vote has been carried for every track"


def test_a_guarantor_without_a_say_follows_the_first_who_has_one():
    """Celland does not find; its track goes on when the first of the others has found."""
    run = course("determine: {by: [BBB, DDD], rule: each}", HELP)
    run.begun()
    run.do("DDD", "find", "determine")
    assert run.owing() == "CCC DDD"
    assert run.there("determine") == "BBB"


# ---------------------------------------------------------------- totality


@pytest.mark.parametrize(
    ("who", "word", "at"),
    [
        ("AAA", "vote", "decide"),
        ("outsider", "vote", "decide"),
        ("BBB", "assist", "assist"),
        ("BBB", "find", "decide"),
        ("", "vote", "decide"),
    ],
)
def test_an_event_that_is_not_legal_leaves_the_state_as_it_is(who, word, at):
    """`step` is total: no voice, no open duty, another kind of move, nobody at all."""
    run = course("decide: {rule: all}", HELP)
    run.begun()
    assert not run.do(who, word, at)


def test_nobody_votes_twice():
    """A vote cast is never taken back."""
    run = course("decide: {rule: all}", HELP)
    run.begun()
    assert run.do("BBB", "vote", "decide")
    assert not run.do("BBB", "vote", "decide", yes=False)
    run.do("CCC DDD", "vote", "decide")
    assert run.owing() == GUARANTORS


def test_time_brings_nothing_where_no_deadline_is_set():
    """A vote without a clock may wait for ever."""
    run = course("decide: {rule: all}", HELP)
    run.begun()
    assert not run.take(TICK)
    assert not run.take(CLOSE), "a vote that nobody has begun does not close"
