"""A document is read as written, or every fault in it is told at its place."""

import os
import time

import pytest

from document.plain_words import faults_of_telling
from foedus.document.read import LARGEST, read_bytes, read_file
from foedus.terms.diagnostic import Diagnostic
from foedus.terms.errors import DocumentError


def faults(written: str | bytes) -> tuple[Diagnostic, ...]:
    """The faults of a text that has some."""
    raw = written if isinstance(written, bytes) else written.encode()
    with pytest.raises(DocumentError) as caught:
        read_bytes(raw, "demo.yaml")
    return caught.value.diagnostics


def places(written: str | bytes) -> list[tuple[str, int, int]]:
    """Name, line and column of each fault."""
    return [(d.name, d.span.line, d.span.column) for d in faults(written) if d.span]


BAD = {
    "an empty file": ("", "empty-file", 1, 1),
    "comments alone": ("# nothing yet\n", "empty-file", 1, 1),
    "three dashes alone": ("---\n", "empty-file", 1, 1),
    "UTF-16 with its mark": ("a: b\n".encode("utf-16"), "not-utf8", 1, 1),
    "UTF-16 without its mark": ("a: b\n".encode("utf-16-le"), "not-utf8", 1, 1),
    "UTF-32": ("a: b\n".encode("utf-32"), "not-utf8", 1, 1),
    "an old Cyrillic code": ("a: 1\nb: мир\n".encode("cp1251"), "not-utf8", 2, 4),
    "a zero byte": ("a: 1\nb: \0\n", "control-character", 2, 4),
    "a bell": ("a: \a\n", "control-character", 1, 4),
    "an invisible line separator": ("a: b\u2028c\n", "control-character", 1, 5),
    "a zero byte by an escape": ('a: "\\0"\n', "control-character", 1, 4),
    "half a sign by an escape": ('a: "\\ud800"\n', "control-character", 1, 4),
    "a program": (bytes(range(128)) * 4, "control-character", 1, 1),
    "a tab as indentation": ("a:\n\tb: 1\n", "tab-indentation", 2, 1),
    "a tab after spaces": ("a:\n  b:\n  \tc: 1\n", "tab-indentation", 3, 3),
    "a tab between words": ("a:\tb\n", "tab", 1, 3),
    "a key written twice": ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
    "a key twice, in quotes and without": ('{"1": a, 1: b}\n', "duplicate-key", 1, 10),
    "a list as a key": ("? [a]\n: b\n", "complex-key", 1, 3),
    "a key without a name": (": v\n", "empty-key", 1, 1),
    "a key without end": (f"{'a' * 1100}: b\n", "complex-key", 1, 1101),
    "a merge key": ("a: {<<: {b: 1}}\n", "merge-key", 1, 5),
    "a tag that names code": ("a: !!python/object/apply:os.system [x]\n", "tag", 1, 4),
    "a tag of one's own": ("a: !x b\n", "tag", 1, 4),
    "a tag for bytes": ("a: !!binary aGk=\n", "tag", 1, 4),
    "a tag nobody explained": ("a: !foo!bar b\n", "tag", 1, 4),
    "a tag that is not closed": ("a: !<x b\n", "tag", 1, 4),
    "an anchor": ("a: &x 1\n", "anchor", 1, 4),
    "an alias": ("a: *x\n", "alias", 1, 4),
    "two documents": ("a: 1\n---\nb: 2\n", "two-documents", 2, 1),
    "a document after three dots": ("a: 1\n...\nb: 2\n", "two-documents", 3, 1),
    "an order to read YAML 1.1": ("%YAML 1.1\n---\na: NO\n", "directive", 1, 1),
    "an order nobody knows": ("%PARTY x\n---\na: 1\n", "directive", 1, 1),
    "a list at the top": ("- a\n", "not-a-mapping", 1, 1),
    "a text at the top": ("peace\n", "not-a-mapping", 1, 1),
    "a text with a colon": ("says: Article 5: help\n", "second-colon", 1, 16),
    "a line too deep": ("a: b\n  c: d\n", "uneven-indentation", 2, 3),
    "a line on no level": ("a:\n    b: 1\n  c: 2\n", "uneven-indentation", 3, 3),
    "an item among keys": ("a: 1\n- b\n", "uneven-indentation", 2, 1),
    "a key among items": ("x:\n  - b\n  c: 1\n", "uneven-indentation", 3, 3),
    "a key without its space": ("a: 1\nkey:value\nb: 2\n", "missing-colon", 2, 1),
    "a line without a colon": ("a: 1\npeace\nb: 2\n", "missing-colon", 2, 1),
    "a first line without a colon": ("peace\nkey: v\n", "missing-colon", 1, 1),
    "an open square bracket": ("a: [b, c\nd: e\n", "unclosed-bracket", 1, 4),
    "an open curly bracket": ("a: {b: c\n", "unclosed-bracket", 1, 4),
    "a bracket at the very end": ("a: [\n", "unclosed-bracket", 1, 4),
    "an open bracket before a list": ("a: [\n- b\n", "unclosed-bracket", 1, 4),
    "a bracket closed by another": ("a: {b: c]\n", "unclosed-bracket", 1, 9),
    "a bracket too many": ("a: [b]]\n", "stray-bracket", 1, 7),
    "an open quotation": ('a: "abc\nb: c\n', "unclosed-quote", 1, 4),
    "words after a quotation": ('says: "Peace" is the aim\n', "text-after-value", 1, 15),
    "words after a bracket": ("says: [sic] he said\n", "text-after-value", 1, 13),
    "an apostrophe in single quotes": ("a: 'it's'\n", "text-after-value", 1, 8),
    "a text that begins with @": ("a: @b\n", "reserved-sign", 1, 4),
    "a text that begins with a star": ("a: * text\n", "reserved-sign", 1, 4),
    "a text that begins with >": ("a: > text here\n", "reserved-sign", 1, 4),
    "a lone backslash": ('a: "C:\\dir"\n', "bad-escape", 1, 8),
    "an escape cut off": ('a: "\\u12', "bad-escape", 1, 7),
    "an escape beyond all signs": ('a: "\\U99999999"\n', "unreadable-yaml", 1, 2),
    "two commas": ("a: [b,,c]\n", "missing-value", 1, 7),
    "a dash after a colon": ("a: - b\n", "stray-dash", 1, 4),
    "brackets 20,000 deep": ("a: " + "[" * 20_000, "too-deep", 1, 67),
    "mappings 20,000 deep": ("{a: " * 20_000, "too-deep", 1, 257),
    "dashes 20,000 deep": ("- " * 20_000, "too-deep", 1, 129),
    "indentation 800 deep": ("".join(f"{' ' * n}a:\n" for n in range(800)), "too-deep", 65, 65),
    "2 MB": (b"a: 1\n" * 400_000, "too-large", 1, 1),
}


@pytest.mark.parametrize(("written", "name", "line", "column"), BAD.values(), ids=BAD)
def test_a_fault_is_told_at_its_place(written, name, line, column):
    """Each way to spell a document wrongly has a name, a line and a column."""
    assert places(written)[:1] == [(name, line, column)]


@pytest.mark.parametrize("written", [bad[0] for bad in BAD.values()], ids=BAD)
def test_a_fault_is_told_in_the_words_of_its_reader(written):
    """Each message gives a reason and a mend, and no word of the programs underneath."""
    assert [told for d in faults(written) for told in faults_of_telling(d)] == []


@pytest.mark.parametrize(
    "written",
    ["[" * 20_000, "a: " + "[" * 900_000, "- " * 400_000, "a: b\n" * 3_000_000],
    ids=["20,000 brackets", "900,000 brackets", "400,000 dashes", "15 MB"],
)
def test_a_hostile_file_is_answered_at_once(written):
    """A file made to wear the reader out is refused within two seconds."""
    began = time.perf_counter()
    faults(written)
    assert time.perf_counter() - began < 2


def test_a_bomb_of_aliases_is_never_built():
    """Ten lines that would grow to a billion values are refused where they begin to."""
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert {name for name, _, _ in places("\n".join(lines))} == {"anchor", "alias"}


def test_all_faults_are_told_at_once_and_in_file_order():
    """An author mends a whole document in one go."""
    written = "a: !x 1\nb: {c: 1, c: 2}\nd: &e f\na: 2\ng: *e\nh: [\n"
    assert places(written) == [
        ("tag", 1, 4),
        ("duplicate-key", 2, 11),
        ("anchor", 3, 4),
        ("duplicate-key", 4, 1),
        ("alias", 5, 4),
        ("unclosed-bracket", 6, 4),
    ]


def test_a_file_of_nothing_but_faults_is_not_told_without_end():
    """Ten thousand faults of one kind are told as fifty."""
    assert len(places("a: 1\n" * 10_000)) == 50


def test_both_places_of_a_duplicate_key_are_shown():
    """Whoever wrote a key twice sees both."""
    (fault,) = faults("parties:\n  UKR: one\n  UKR: two\n")
    assert (fault.span.line, [span.line for span in fault.also]) == (3, [2])


def test_every_tab_is_counted_and_the_next_ones_shown():
    """One message is enough for a file that is indented with tabs throughout."""
    (fault,) = faults("a:\n\tb:\n\t\tc: 1\n\td: 2\n")
    assert fault.what == "this line is indented with a tab, and 2 more below it"
    assert [span.line for span in fault.also] == [3, 4]


def test_a_missing_space_after_a_colon_comes_with_the_line_as_it_should_be():
    """The mend can be copied."""
    (fault,) = faults("a: 1\nrule:unanimity\nb: 2\n")
    assert fault.mend.startswith("write 'rule: unanimity'")


def test_words_that_only_look_like_something_else_stay_text():
    """A party called NO is a party, and a date is what stands on the page."""
    written = "a: [NO, on, yes, Y, 2022-03-29, 1_0, 1:30, '5', 12h, .inf, .nan, 1e999, '']\n"
    assert read_bytes(written.encode(), "demo.yaml").data["a"] == [
        "NO", "on", "yes", "Y", "2022-03-29", "1_0", "1:30", "5", "12h", ".inf", ".nan", "1e999",
        "",
    ]  # fmt: skip


def test_numbers_truth_and_nothing_are_those_of_yaml_1_2():
    """The core schema, and no more."""
    written = "a: [7, -3, 0x1F, 0o17, 0.5, -1e3, true, FALSE, null, ~, ]\nb:\n"
    read = read_bytes(written.encode(), "demo.yaml").data
    assert repr(read["a"]) == "[7, -3, 31, 15, 0.5, -1000.0, True, False, None, None]"
    assert read["b"] is None


def test_a_number_of_a_thousand_digits_stays_text():
    """A number nobody can count with does not stop the reader."""
    digits = "9" * 5000
    assert read_bytes(f"a: {digits}".encode(), "demo.yaml").data == {"a": digits}


def test_keys_are_text_as_written():
    """Article 5 is found under '5', and the party NO under 'NO'."""
    written = '5: a\n"6": b\nNO: c\ntrue: d\n~: e\n0x1: f\n'
    assert list(read_bytes(written.encode(), "demo.yaml").data) == [
        "5",
        "6",
        "NO",
        "true",
        "~",
        "0x1",
    ]


@pytest.mark.parametrize("line", ["\n", "\r\n", "\r"], ids=["Unix", "Windows", "old Mac"])
def test_lines_are_counted_alike_whatever_ends_them(line):
    """An editor and foedus agree on line numbers."""
    written = line.join(["a: 1", "b:", "  c: x", ""])
    tree = read_bytes(written.encode(), "demo.yaml")
    assert str(tree.value_span(("b", "c"))) == "demo.yaml:3:6"
    assert tree.lines == ("a: 1", "b:", "  c: x", "")


def test_a_byte_order_mark_changes_nothing():
    """What Windows editors put in front is not part of the text."""
    tree = read_bytes(b"\xef\xbb\xbftreaty: demo\n", "demo.yaml")
    assert str(tree.key_span(("treaty",))) == "demo.yaml:1:1"


def test_two_escapes_of_one_sign_are_joined():
    """Text that was JSON reads the same."""
    assert read_bytes(b'{"a": "\\ud83d\\ude00"}', "demo.yaml").data == {"a": "\N{GRINNING FACE}"}


def test_tabs_are_allowed_where_they_indent_nothing():
    """Inside a quotation or brackets a tab can mislead nobody."""
    assert read_bytes(b'a: "b\tc"\nd: [e,\n\tf]\n', "demo.yaml").data == {
        "a": "b\tc",
        "d": ["e", "f"],
    }


def test_every_key_and_value_has_its_place():
    """A fault can be shown under the very word it speaks of."""
    tree = read_bytes("a:\n  - {Ключ: [x, 'y z']}\nb:\n".encode(), "demo.yaml")
    shown = {
        path: (str(tree.value_span(path)), tree.value_span(path).length) for path in tree.values
    }
    assert shown == {
        (): ("demo.yaml:1:1", 2),
        ("a",): ("demo.yaml:2:3", 20),
        ("a", 0): ("demo.yaml:2:5", 18),
        ("a", 0, "Ключ"): ("demo.yaml:2:12", 10),
        ("a", 0, "Ключ", 0): ("demo.yaml:2:13", 1),
        ("a", 0, "Ключ", 1): ("demo.yaml:2:16", 5),
        ("b",): ("demo.yaml:3:1", 1),
    }


def test_a_place_that_is_not_written_is_shown_at_the_nearest_key_above():
    """A missing key is shown where it should stand."""
    tree = read_bytes(b"a:\n  b: 1\n", "demo.yaml")
    assert str(tree.key_span(("a", "x", 0, "y"))) == "demo.yaml:1:1"
    assert str(tree.value_span(("a", "b", "c"))) == "demo.yaml:2:3"
    assert str(tree.key_span(("x",))) == "demo.yaml:1:1"
    assert (tree.has(("a", "b")), tree.has(("a", "x"))) == (True, False)


def test_a_file_is_read_through_a_link(tmp_path):
    """What is read is the file given, wherever it lies."""
    (tmp_path / "real file.yaml").write_text("a: 1\n")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "real file.yaml")
    tree = read_file(tmp_path / "link.yaml")
    assert (tree.data, tree.file) == ({"a": 1}, str(tmp_path / "link.yaml"))


def test_a_pipe_can_be_read():
    """A document may come from another program."""
    out, into = os.pipe()
    os.write(into, b"a: 1\n")
    os.close(into)
    assert read_file(f"/dev/fd/{out}").data == {"a": 1}
    os.close(out)


def unopened(path: object) -> Diagnostic:
    """The one fault of a file that cannot be read."""
    with pytest.raises(DocumentError) as caught:
        read_file(path)
    (fault,) = caught.value.diagnostics
    assert faults_of_telling(fault) == []
    return fault


def test_a_missing_file_comes_with_the_nearest_name_beside_it(tmp_path):
    """A slip in a file name is mended like one in a treaty."""
    (tmp_path / "istanbul.yaml").write_text("a: 1\n")
    fault = unopened(tmp_path / "istambul.yaml")
    assert (fault.name, "istanbul.yaml" in fault.mend) == ("no-such-file", True)
    assert unopened(tmp_path / "no" / "where.yaml").name == "no-such-file"


def test_a_folder_is_no_document(tmp_path):
    """A folder is told apart from a file that is missing."""
    assert unopened(tmp_path).name == "folder-given"


def test_a_file_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    """A lack of leave is told as such."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert unopened(tmp_path / "secret.yaml").name == "unreadable-file"


def test_odd_names_are_answered(tmp_path):
    """A name that no file can have is a fault, not a crash."""
    (tmp_path / "round.yaml").symlink_to(tmp_path / "round.yaml")
    assert unopened(tmp_path / "round.yaml").name == "unreadable-file"
    assert unopened("a\0b.yaml").name == "unreadable-file"
    assert unopened("x" * 5000).name == "unreadable-file"


def test_a_file_too_large_is_refused_before_it_is_read_whole(tmp_path):
    """Even a file without end is answered."""
    large = tmp_path / "large.yaml"
    with large.open("wb") as file:
        file.truncate(30 * LARGEST)
    assert "12.0 MB" in unopened(large).what
    assert unopened("/dev/zero").name == "too-large"
