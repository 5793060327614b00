"""The stories can fail: each way in which a page can be wrong is seen, with its line."""

import pytest
from sybil import Document
from sybil.example import SybilFailure

from literate import stories

TREATY = """```yaml
foedus: 1
treaty: pact
title: A pact
dated: 2000-01-01
status: draft
parties: {AAA: Alland, BBB: Belland}
articles:
  "1":
    says: Belland helps Alland at once if it is attacked.
    clauses:
      - guarantee:
          of: AAA
          by: BBB
          trigger: armed_attack
          steps: [{assist: {within: 1 d, duty: shall, means: [armed_force]}}]
```
"""
INCIDENT = """```yaml incident
foedus: 1
incident: raid
title: A raid
dated: 2000-01-02
victim: AAA
accused: outsider
events: [{at: 0 h, by: outsider, does: armed_attack, against: AAA}]
```
"""


def failures(tmp_path, page):
    """What each expectation of a page says is wrong, in the order of the page."""
    path = tmp_path / "page.md"
    path.write_text(page)
    found = []
    for example in Document.parse(str(path), stories).examples():
        try:
            example.evaluate()
        except SybilFailure as failure:
            found.append(f"{example.line}: {failure.result}")
    return found


def test_a_right_page_passes(tmp_path):
    """Facts of a check, of a changed text and of an incident are compared as written."""
    page = f"""{TREATY}
```expect
no-veto-by-the-accused: holds
pair AAA outsider: holds
latest: 24 h
```
```amend
{{at: 1/guarantee/steps/assist/duty, becomes: none}}
```
```expect
no-veto-by-the-accused: not applicable
reason: no help
```
{TREATY}{INCIDENT}
```expect trace
outcome: owed at hour 0
BBB to armed_force: shall, pending, due at hour 24
```
"""
    assert failures(tmp_path, page) == []


@pytest.mark.parametrize(
    ("page", "failure"),
    [
        (
            "```expect\nno-dead-end: fails\n```",
            "no-dead-end\n  expected: fails\n  found:    holds",
        ),
        ("```expect\nno-dead-end: holds\nmood: good\n```", "mood\n  is not among"),
        ("```error\nerror[x]: y\n```", "expected:\nerror[x]: y\nfound:\nno fault"),
        ("```expcet\nno-dead-end: fails\n```", "no block is called 'expcet'"),
        ("```amend\n{at: 1/says, becomes: x}\n```", "nothing is expected of this"),
    ],
)
def test_a_wrong_fact_an_unknown_block_and_an_idle_text_fail(tmp_path, page, failure):
    """No mistake in a story passes for a test; its line is told."""
    (found,) = failures(tmp_path, f"{TREATY}\n{page}\n")
    assert found.startswith("19: ")
    assert failure in found
