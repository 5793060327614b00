"""What a form refuses is told at its place, once, and in the words of the treaty."""

from datetime import date
from typing import Annotated, Any, Literal, get_args

import pytest
from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError
from pydantic_core.core_schema import ErrorType

from document.plain_words import faults_of_telling
from foedus.document.faults import faults
from foedus.document.faults.translate import MOST_FAULTS
from foedus.document.read import read_bytes
from foedus.terms.diagnostic import Diagnostic


class Form(BaseModel):
    """As the forms of the language are: strict, and every key known."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Group(Form):
    """A set of parties."""

    of: str
    without: str


class Readings(Form):
    """Several readings of one place."""

    readings: dict[str, str]
    question: str = ""


class Decide(Form):
    """A step."""

    by: str | list[str] | Group = "all"
    duty: Literal["full", "shall", "may"] = "shall"
    rule: Literal["unstated"] | Readings | Annotated[str, Field(pattern="^[A-Za-z]+$")] = "each"
    within: Literal["unstated"] | int = "unstated"


class Step(Form):
    """One step of an article."""

    decide: Decide | None = None


class Article(Form):
    """A numbered part."""

    says: str
    steps: list[Step] = []


class Pact(Form):
    """A small treaty."""

    title: str = "pact"
    dated: date | None = None
    share: Annotated[float, Field(gt=0, le=1)] = 1
    firm: bool = True
    parties: Annotated[dict[Annotated[str, Field(max_length=3)], str], Field(min_length=1)] = {
        "A": "a"
    }
    articles: dict[str, Article] = {}


def told(written: str, form: type[BaseModel] = Pact, **options: Any) -> list[Diagnostic]:
    """Every fault of a small treaty; each is checked for plain words on the way."""
    tree = read_bytes(written.encode(), "pact.yaml")
    data = tree.data
    for step in options.get("prefix", ()):
        data = data[step]
    with pytest.raises(ValidationError) as caught:
        form.model_validate(data)
    found = list(faults(caught.value, tree, form=form, **options))
    assert [fault for d in found for fault in faults_of_telling(d)] == []
    return found


def short(written: str, form: type[BaseModel] = Pact, **options: Any) -> list[tuple[Any, ...]]:
    """Name, line, column and length of each fault."""
    places = [(d.name, d.span) for d in told(written, form, **options)]
    return [(name, span.line, span.column, span.length) for name, span in places if span]


def one(written: str, form: type[BaseModel] = Pact) -> Diagnostic:
    """The only fault of a small treaty."""
    (found,) = told(written, form)
    return found


STEP = "articles:\n  '5':\n    says: x\n    steps:\n      - decide: {%s}\n"

BAD = {
    "an unknown key": ("titel: x\n", "unknown-key", 1, 1, 5),
    "a missing key": ("articles: {'5': {}}\n", "missing-key", 1, 12, 3),
    "a missing key among lines": ("articles:\n  '5':\n    steps: []\n", "missing-key", 2, 3, 3),
    "a list for a text": ("title: [x]\n", "wrong-kind", 1, 8, 3),
    "a number for a text": ("title: 7\n", "wrong-kind", 1, 8, 1),
    "nothing for a text": ("title:\n", "wrong-kind", 1, 1, 5),
    "a text for a mapping": ("articles: x\n", "wrong-kind", 1, 11, 1),
    "a text for true or false": ("firm: yes\n", "wrong-kind", 1, 7, 3),
    "a text for a number": ("share: half\n", "wrong-kind", 1, 8, 4),
    "a number too large": ("share: 1.5\n", "out-of-range", 1, 8, 3),
    "a number too small": ("share: 0\n", "out-of-range", 1, 8, 1),
    "a day that is none": ("dated: 2022-13-01\n", "wrong-date", 1, 8, 10),
    "too few entries": ("parties: {}\n", "wrong-length", 1, 10, 2),
    "a key too long": ("parties: {LONG: x}\n", "wrong-length", 1, 11, 4),
    "an unknown word": (STEP % "duty: shal", "unknown-word", 5, 24, 4),
    "no form fits the kind": (STEP % "by: 7", "wrong-kind", 5, 22, 1),
    "a wrong item of a list": (STEP % "by: [USA, 7]", "wrong-kind", 5, 28, 1),
    "a wrong reading": (STEP % "rule: {readings: {A: 7}}", "wrong-kind", 5, 39, 1),
    "a wrong form of a word": (STEP % "rule: 2/3", "wrong-form", 5, 24, 3),
}


@pytest.mark.parametrize(("written", "name", "line", "column", "length"), BAD.values(), ids=BAD)
def test_each_kind_of_fault_is_told_once_at_its_place(written, name, line, column, length):
    """The steps that the library puts between the keys of a document lead nobody astray."""
    assert short(written) == [(name, line, column, length)]


def test_a_key_misspelt_is_told_the_key_that_was_meant():
    """The form itself knows what may stand in a place."""
    found = one(STEP % "bye: USA")
    assert (found.what, found.mend) == ("'bye' is not a key of 'decide'", "did you mean 'by'?")


def test_a_required_key_misspelt_is_one_fault_not_two():
    """Nobody is told that a key is missing when it is there with a slip in it."""
    found = one("articles: {'5': {say: x}}\n")
    assert (found.name, found.mend) == ("unknown-key", "did you mean 'says'?")


def test_without_the_form_the_keys_missing_beside_it_are_offered():
    """Even a bare error knows what is missing."""
    tree = read_bytes(b"articles: {'5': {say: x}}\n", "pact.yaml")
    with pytest.raises(ValidationError) as caught:
        Pact.model_validate(tree.data)
    (found,) = faults(caught.value, tree)
    assert found.mend == "did you mean 'says'?"


def test_a_key_like_no_other_comes_with_the_list_of_keys():
    """Where no guess is near, the choice is shown."""
    assert one("xyzzy: 1\n").mend == (
        "the keys here are: title, dated, share, firm, parties, articles"
    )


def test_a_word_misspelt_comes_with_the_nearest_and_the_list():
    """A closed list of words is shown when one of them was missed."""
    assert one(STEP % "duty: shal").mend == "did you mean 'shall'? (words here: full, shall, may)"
    assert one(STEP % "duty: xyzzy").mend == "write one of: full, shall, may"


def test_of_several_forms_the_one_that_was_meant_is_told():
    """A slip inside one form of a value does not bring up the others."""
    assert short(STEP % "by: {of: x, witout: y}") == [("unknown-key", 5, 30, 6)]
    assert one(STEP % "rule: {readings: {A: b}, qestion: c}").mend == "did you mean 'question'?"


def test_when_no_form_fits_all_are_named_in_one_message():
    """A reader sees every way a value may be written."""
    assert one(STEP % "by: 7").what == (
        "'by' is the number 7, but should be a text, a list or a mapping of keys"
    )


class Pair(Form):
    """Two forms with a key in common."""

    pair: Group | Readings | Article


def test_a_form_with_a_fault_inside_is_not_taken_for_one_of_another_kind():
    """What is wrong inside the form that was meant is told there."""
    assert short("pair: {of: 1, without: x}\n", Pair) == [("wrong-kind", 1, 12, 1)]
    assert short("pair: {says: x, steps: [{}, 1]}\n", Pair) == [("wrong-kind", 1, 29, 1)]


def test_a_silence_misspelt_is_taken_for_silence():
    """A word near the one special word of a place is told as that word."""
    assert "'unstated'" in one(STEP % "within: unstatd").mend


def test_the_article_stands_beside_the_line():
    """A lawyer looks for the article, not for the line."""
    assert one(STEP % "duty: shal").article == "5"
    assert one("titel: x\n").article is None


def test_faults_are_told_in_file_order():
    """A reader mends from top to bottom."""
    written = "firm: 1\narticles: {'5': {says: 1, steps: [{decide: {duty: x}}]}}\ntitle: 2\n"
    assert [line for _, line, _, _ in short(written)] == [1, 2, 2, 3]


def test_a_part_of_a_document_is_told_at_its_place_in_the_whole():
    """An article checked alone is shown where it stands."""
    (found,) = told("articles:\n  '5': {say: x}\n", Article, prefix=("articles", "5"))
    assert (str(found.span), found.article) == ("pact.yaml:2:9", "5")
    assert found.mend == "did you mean 'says'?"


class Own(Form):
    """A form with errors of its own."""

    parties: dict[str, str] = {}
    steps: list[str] = []

    @field_validator("parties")
    @classmethod
    def _free(cls, value: dict[str, str]) -> dict[str, str]:
        if "any" in value:
            context = {"why": "it would mean two things", "mend": "choose another", "more": "m"}
            context |= {"what": "'any' is a word of the language", "at": ["any"], "key": True}
            raise PydanticCustomError("reserved-word", "{what}", context)
        return value

    @model_validator(mode="after")
    def _ordered(self) -> "Own":
        if self.steps[:1] == ["assist"]:
            context = {"at": ["steps", 0], "also": [["steps", 1], ["parties"]]}
            raise PydanticCustomError("help_too_early", "help comes before the call", context)
        return self


def test_an_error_of_a_form_keeps_its_own_words():
    """Who writes a form writes its messages; `key` and `at` say where."""
    found = one("parties:\n  any: x\n", Own)
    assert (found.name, found.what) == ("reserved-word", "'any' is a word of the language")
    assert (found.why, found.mend) == ("it would mean two things", "choose another")
    assert (str(found.span), found.more) == ("pact.yaml:2:3", "m")


def test_an_error_of_a_form_can_point_at_several_places():
    """A conflict shows both of its ends, and a message without a reason gets one."""
    found = one("parties: {}\nsteps: [assist, appeal]\n", Own)
    assert (found.name, str(found.span)) == ("help-too-early", "pact.yaml:2:9")
    assert [str(span) for span in found.also] == ["pact.yaml:2:17", "pact.yaml:1:1"]


class Appeal(Form):
    """A step with a kind."""

    kind: Literal["appeal"]
    rule: str


class Assist(Form):
    """Another."""

    kind: Literal["assist"]
    rule: int


class Kinds(Form):
    """Forms chosen by a key, and by a name that is also a key."""

    by_key: Annotated[Appeal | Assist, Field(discriminator="kind")] | None = None
    by_name: (
        Annotated[
            Annotated[Appeal, Tag("rule")] | Annotated[Assist, Tag("assist")],
            Discriminator(lambda v: "rule" if v.get("kind") == "appeal" else "assist"),
        ]
        | None
    ) = None


def test_a_wrong_choice_between_forms_is_told_at_the_word_that_chooses():
    """The list of choices comes with the message."""
    found = one("by_key: {kind: apeal, rule: x}\n", Kinds)
    assert (found.name, str(found.span)) == ("unknown-word", "pact.yaml:1:16")
    assert found.mend.startswith("did you mean 'appeal'?")


def test_the_name_of_a_form_is_not_taken_for_a_key_of_the_same_name():
    """A form called 'rule' that has a key 'rule' is told at the right one."""
    assert short("by_name: {kind: appeal, rule: 7}\n", Kinds) == [("wrong-kind", 1, 31, 1)]
    assert short("by_name: {kind: appeal, rule: x, z: 1}\n", Kinds) == [("unknown-key", 1, 34, 1)]
    assert short("by_key: {kind: appeal, rule: 7}\n", Kinds) == [("wrong-kind", 1, 30, 1)]


TEXTS = "class class_name method_name field_type unit_type encoding encoding_error tag pattern"
NUMBERS = (
    "gt ge lt le multiple_of min_length max_length actual_length max_digits decimal_places"
    " whole_digits expected_version tz_expected tz_actual attribute name"
)
SAMPLES: dict[str, Any] = {
    **dict.fromkeys(TEXTS.split(), "x"),
    **dict.fromkeys(NUMBERS.split(), 3),
    "expected": "'red' or 'blue'",
    "expected_tags": "'red', 'blue'",
    "discriminator": "'kind'",
    "error": "too bad",
    "expected_schemes": "'https'",
}
"""Whatever any kind of error may carry."""


def test_every_kind_of_error_the_library_knows_is_told_in_plain_words():
    """A new kind of field cannot bring its foreign message with it."""
    tree = read_bytes(b"a: {kind: x}\n", "pact.yaml")
    untold = []
    for kind in get_args(ErrorType):
        if kind in {"no_such_attribute", "get_attribute_error"}:
            continue  # only for objects of a program, never for a document
        line = InitErrorDetails(type=kind, loc=("a",), input={"kind": "x"}, ctx=SAMPLES)
        error = ValidationError.from_exception_data("Form", [line])
        untold += [f"{kind}: {f}" for d in faults(error, tree) for f in faults_of_telling(d)]
    assert untold == []


def test_a_document_of_nothing_but_faults_is_not_told_without_end():
    """A hundred faults are enough for one reading, and they come quickly."""
    found = told("".join(f"k{n}: 1\n" for n in range(5000)))
    assert [d.span.line for d in found if d.span] == list(range(1, MOST_FAULTS + 1))
