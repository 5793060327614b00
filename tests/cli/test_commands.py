"""What scripts may rely on: exit codes, JSON keys, messages, and that nothing is overwritten."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from foedus.cli.main import main
from foedus.library.find import HERE

VETO = "istanbul-2022-04-15@RUS"


def foedus(capsys, *words):
    """Run a command in this process: its exit code, its output, its messages."""
    try:
        code = main(list(words))
    except SystemExit as end:
        code = end.code
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check", VETO), 1),
        (("check", "istanbul-2022-03-29"), 0),
        (("check", "istanbul-2022-03-29", "--strict"), 1),
        (("check", "edc-1952"), 0),
        (("trace", VETO, "kharkiv-attack"), 0),
        (("amend", VETO), 0),
        (("amend", "edc-1952"), 0),
        (("amend", "soviet-czech-1935"), 1),
        (("compare", "nato-1949", "edc-1952"), 0),
        (("compare", "nato-1949"), 2),
        (("library",), 0),
        (("library", "nato-1949"), 0),
        (("explain", "no-veto-by-the-accused"), 0),
        (("explain", "no-vetto"), 2),
        (("check", "no-such-treaty"), 2),
        (("check", "istanbul-2022-04-15@XYZ"), 2),
        (("check", VETO, "--accused", "XYZ"), 2),
        (("check", "nato-1949", "--reading", "nonsense"), 2),
        (("check", "nato-1949", "--reading", "article 5 rule=sometimes"), 2),
        (("trace", VETO, "no-such-incident"), 2),
        (("trace", "nato-1949", "kharkiv-attack"), 2),
        (("export", "--to", "dot"), 2),
        (("export", "--to", "schema"), 0),
        (("export", VETO, "--to", "mermaid"), 0),
        (("show", VETO, "--stage", "machine"), 0),
        (("demo",), 0),
        (("nonsense",), 2),
    ],
)
def test_the_exit_code_says_what_came_of_it(capsys, words, code):
    """0 clean, 1 findings, 2 could not run; a fault is told on standard error, no traceback."""
    found, out, err = foedus(capsys, *words)
    assert found == code, (out, err)
    assert "Traceback" not in err
    assert "own-fault" not in err
    assert out or err
    assert bool(err) == (code == 2)


def test_check_says_everything_in_json(capsys):
    """JSON is complete: the properties with their sets, pairs, story, counterexample, blocks."""
    _, out, _ = foedus(capsys, "check", VETO, "--accused", "RUS", "--format", "json")
    found = json.loads(out)
    veto = next(p for p in found["properties"] if p["property"] == "no-veto-by-the-accused")
    assert veto["verdict"] == "fails"
    assert veto["blocks"]["duty"] == veto["blocks"]["permission"] == ["armed_force"]
    assert veto["counterexample"]
    decide = next(d for d in found["decisions"] if d["step"].endswith("/decide"))
    assert decide["minimal_blocking"] == [[p] for p in ("GBR", "CHN", "RUS", "USA", "FRA", "BLR")]
    assert {"schema", "treaty", "findings", "timing", "coverage"} <= set(found)


def test_a_text_is_read_from_standard_input():
    """`-` stands for standard input, so that a text can come from another program."""
    text = (HERE / "treaties" / "edc-1952.yaml").read_bytes()
    found = subprocess.run(
        [sys.executable, "-m", "foedus", "check", "-", "--format", "concise"],
        input=text,
        capture_output=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr


def test_a_draft_is_started_and_never_overwritten(capsys, tmp_path, monkeypatch):
    """`new` writes a copy under a new name, keeps its comments, and spares what is there."""
    monkeypatch.chdir(tmp_path)
    assert foedus(capsys, "new", "mine", "--from", "nato-1949")[0] == 0
    text = (tmp_path / "mine.yaml").read_text(encoding="utf-8")
    assert "treaty: mine" in text
    assert "#" in text
    assert foedus(capsys, "check", "mine.yaml")[0] == 0
    code, _, err = foedus(capsys, "new", "mine", "--from", "nato-1949")
    assert code == 2
    assert "is there already" in err
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8") == text
    assert foedus(capsys, "new", "../out", "--from", "nato-1949")[0] == 2


def test_a_report_is_one_file(capsys, tmp_path):
    """`report` writes one HTML page, and says where."""
    out = tmp_path / "r.html"
    code, said, _ = foedus(capsys, "report", VETO, "--incident", "kharkiv-attack", "-o", str(out))
    assert code == 0
    assert str(out) in said
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert foedus(capsys, "report", VETO, "-o", str(tmp_path / "r.pdf"))[0] == 2
    assert foedus(capsys, "report", VETO, "-o", str(tmp_path / "none" / "r.html"))[0] == 2


def test_six_texts_compare_in_a_page_or_two(capsys):
    """A comparison of six texts fits on two pages of plain text: 80 columns."""
    names = ("istanbul-2022-03-29", "nato-1949", "budapest-1994", "locarno-1925", "edc-1952")
    _, out, _ = foedus(capsys, "compare", VETO, *names)
    lines = out.splitlines()
    assert max(map(len, lines)) <= 80
    assert len(lines) <= 110
    assert "unstated" in out


def test_an_amendment_in_a_file_is_made_before_anything_is_asked(capsys, tmp_path):
    """`--with` makes the changes of a file; one that fits nothing is told with its place."""
    patch = tmp_path / "recusal.yaml"
    rule = "{at_least: all, without: accused}"
    change = f"  - {{at: 5/guarantee/steps/decide/rule, becomes: {rule}}}\n"
    patch.write_text(f"foedus: 1\namendment: recusal\nchanges:\n{change}", encoding="utf-8")
    words = ("check", VETO, "--accused", "RUS", "--format", "json", "--with", str(patch))
    _, out, _ = foedus(capsys, *words)
    verdicts = {p["property"]: p["verdict"] for p in json.loads(out)["properties"]}
    assert verdicts["no-veto-by-the-accused"] == "holds"
    patch.write_text(patch.read_text().replace("decide", "decid"), encoding="utf-8")
    code, _, err = foedus(capsys, *words)
    assert code == 2
    assert "recusal.yaml:4:" in err


MUST_MEET = """
foedus: 1
treaty: must-meet
title: A text with a duty to meet
dated: 2000-01-01
status: draft
parties: {AAA: A, BBB: B, CCC: C}
articles:
  "1":
    says: BBB must meet at once; then BBB and CCC help within two days.
    clauses:
      - guarantee:
          of: AAA
          by: [BBB, CCC]
          trigger: armed_attack
          steps:
            - consult: {by: BBB, duty: shall, within: at_once}
            - assist: {duty: shall, within: 2 d}
"""


def test_conduct_says_who_may_break_the_text(capsys, tmp_path):
    """Where every party may breach, a duty to move is no bound any more."""
    path = tmp_path / "must-meet.yaml"
    path.write_text(MUST_MEET, encoding="utf-8")
    for conduct, verdict in (("lawful-but-accused", "holds"), ("any", "fails")):
        words = ("check", str(path), "--accused", "outsider", "--conduct", conduct)
        _, out, _ = foedus(capsys, *words, "--format", "json")
        found = {p["property"]: p["verdict"] for p in json.loads(out)["properties"]}
        assert found["help-is-bounded-in-time"] == verdict
