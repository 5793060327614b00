"""The machine: what a text, read one way, lets each party do, for one victim and one accused.

It knows parties as bits and steps as places, and nothing of any treaty. Places where the text is
silent stay as questions; a step that reaches one raises OpenQuestion, and whoever asked chooses.
"""

from typing import Literal, NamedTuple

from foedus.machine.family import Family, bits
from foedus.machine.question import Choices, Place, word_at

StepKind = Literal["appeal", "determine", "consult", "decide", "assist", "report"]


class Watch(NamedTuple):
    """An event the text names: by whom, and how many of them are needed.

    Attributes
    ----------
    word : str
    by : Family or None
        Whose doing counts and how many of them are needed; None: anyone's.
    movers : int
        Mask of the parties that can bring it about by their own move.
    granted : bool
        Whether it is taken to have happened: the accused's own wrong, undisputed.
    covers, leaves_out : tuple of str
        Areas an event must lie in, and must not; empty: anywhere.
    against : int
        Whom it must target; 0: anyone.
    map_ : Place
        Whether areas count by law or as they are held.
    tests : tuple of str
        Thresholds that must all be found.
    """

    word: str
    by: Family | None
    movers: int
    granted: bool
    covers: tuple[str, ...] = ()
    leaves_out: tuple[str, ...] = ()
    against: int = 0
    map_: Place = "de_jure"
    tests: tuple[str, ...] = ()


class Guard(NamedTuple):
    """A condition: a tree of watched events, findings, routes, steps and bodies.

    `kind` says what is tested: `all`, `any`, `watch` (place in `Machine.watches`), `finding`
    (place in `Machine.findings`), `route` or `step` (reached), `blocked` (a body's step ended
    without a decision), `assisted` (help was given by), `true`, `never`.
    """

    kind: Literal[
        "all", "any", "watch", "finding", "route", "step", "blocked", "assisted", "true", "never"
    ]
    parts: "tuple[Guard, ...]" = ()
    at: tuple[int, ...] = ()
    who: int = 0
    by: Family | None = None


TRUE = Guard("true")


class Finding(NamedTuple):
    """A finding the text reserves to someone: who suffices, and what is found."""

    family: Family
    what: str


class Step(NamedTuple):
    """One step of a route.

    Attributes
    ----------
    kind, path, article : str
        Which of the six, where it stands, and in which article.
    family : Family or None
        Who must act together; None: each for itself.
    deciders : int
        Mask of those who may act here.
    body : int
        Bit of the body that acts here, 0 if none.
    within, not_before : int or None
        Hours; None: no bound.
    measured : bool
        False for *at once*: it adds nothing to a bound, and the answer says so.
    counted_from, at_deadline, absent, only_if_decided : Place
        What the text says, or the question it leaves open.
    when : Guard
    duty : tuple of (act, word)
        For `assist`: what is promised how strongly; act `""` stands for means left open.
    owes : str
        For the other kinds: the strength of the duty to do this step, `none` by default.
    given_by : int
        For `assist` and `report`: mask of those whose duty opens.
    until : Guard
    joint : Family or None
        For `assist`: the family whose readiness a joint duty needs.
    """

    kind: StepKind
    path: str
    article: str
    family: Family | None
    deciders: int
    body: int = 0
    within: int | None = None
    measured: bool = True
    firm: bool = True
    not_before: int | None = None
    counted_from: Place = "previous"
    at_deadline: Place = "lapse"
    absent: Place = "refuses"
    only_if_decided: Place = "false"
    when: Guard = TRUE
    duty: tuple[tuple[str, str], ...] = ()
    owes: str = "none"
    given_by: int = 0
    until: Guard = Guard("never")
    finds: tuple[str, ...] = ()
    name: str = ""

    @property
    def splits(self) -> bool:
        """Whether each guarantor passes it on its own."""
        return self.family is None and self.kind in ("appeal", "determine", "consult")

    @property
    def can_be_refused(self) -> bool:
        """Nobody can refuse an appeal or talks: absence there just waits."""
        return self.kind in ("determine", "decide")


class Route(NamedTuple):
    """One way from the trigger to help.

    Attributes
    ----------
    name, path, article : str
    guarantee : int
        Place of the guarantee among those that run along.
    trigger : Guard
    steps : tuple of Step
    tracks : int
        Mask of the parties with a track of their own from the first `each` step on.
    """

    name: str
    path: str
    article: str
    guarantee: int
    trigger: Guard
    steps: tuple[Step, ...]
    tracks: int


class Machine(NamedTuple):
    """A procedure ready to run.

    Attributes
    ----------
    parties : tuple of str
        Ids of parties and bodies; the bit of party k is ``1 << k``.
    victim, accused : int
        Bits.
    outside : int
        Mask of outside parties that move with those who ask.
    opaque : int
        Mask of bodies whose members are not named: neither side controls them.
    routes, watches, findings, voids : tuples
    choices : mapping
        The readings and silences decided so far.
    held : bool
        Whether consultations count as held or expired into *proceed*.
    prompt : bool
        Whether the victim appeals at once.
    breach : bool
        Whether every party may leave undone what it owes, not the accused alone.
    blocked_body : int
        Mask of bodies whose steps are refused at once.
    """

    parties: tuple[str, ...]
    victim: int
    accused: int
    routes: tuple[Route, ...]
    watches: tuple[Watch, ...]
    findings: tuple[Finding, ...]
    choices: Choices
    outside: int = 0
    opaque: int = 0
    voids: tuple[Guard, ...] = ()
    held: bool = False
    prompt: bool = False
    breach: bool = False
    blocked_body: int = 0

    def label(self, place: Place) -> str:
        """What the text says at a place, by the choices made; OpenQuestion if none is made."""
        return word_at(place, self.choices)

    def bit(self, party: str) -> int:
        """The bit of a party; 0 if the machine does not know it."""
        return 1 << self.parties.index(party) if party in self.parties else 0

    def names(self, mask: int) -> tuple[str, ...]:
        """The parties of a mask, in the text's order."""
        return tuple(self.parties[bit.bit_length() - 1] for bit in bits(mask))
