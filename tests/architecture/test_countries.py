"""The code knows parties, never countries: only the library names them."""

import re
from pathlib import Path

from ruamel.yaml import YAML

from architecture.house import LIBRARY, SOURCE, here, python_files

GENERAL_WORDS = {
    "Commonwealth", "Confederation", "Democratic", "East", "Empire", "Federal", "Federation",
    "Islamic", "Kingdom", "North", "Northern", "People", "Republic", "Socialist", "South",
    "Southern", "State", "States", "Union", "United", "West",
}  # fmt: skip
DOCSTRING = '"""'
STEM = 6  # letters that are enough to know a name by, whatever its ending


def named_parties(treaties: Path) -> set[str]:
    """Codes and names of all parties of all shipped treaties, as patterns of words."""
    patterns = set()
    for path in sorted(treaties.glob("*.yaml")):
        parties = YAML(typ="safe").load(path.read_text(encoding="utf-8")).get("parties", {})
        for code, name in parties.items():
            patterns |= {re.escape(str(code)), re.escape(str(name))}
            proper = set(re.findall(r"[A-Z][a-z]{3,}", str(name))) - GENERAL_WORDS
            patterns |= {re.escape(word[:STEM]) + r"[a-z]*" for word in proper}
    return patterns


def code_and_prose(text: str) -> list[str]:
    """The lines of a module, with executed examples and titles of sources left blank."""
    lines, example, sources = [], False, False
    for line in text.splitlines():
        bare = line.strip()
        example = bare.startswith(">>>") or (example and bare != "" and DOCSTRING not in bare)
        sources = bare == "Sources" or (sources and DOCSTRING not in bare)
        lines.append("" if example or sources else line)
    return lines


def mentions(path: Path, patterns: set[str]) -> list[str]:
    """Where a module names a party of the library."""
    if not patterns:
        return []
    anyone = re.compile(rf"(?<![A-Za-z])({'|'.join(sorted(patterns))})(?![A-Za-z])")
    lines = enumerate(code_and_prose(path.read_text(encoding="utf-8")), start=1)
    return [f"{here(path)}:{n}: {hit[0]}" for n, line in lines if (hit := anyone.search(line))]


def test_no_module_outside_the_library_names_a_country():
    """An answer may depend on what a text says, never on who is in it."""
    patterns = named_parties(LIBRARY / "treaties")
    modules = [path for path in python_files(SOURCE) if not path.is_relative_to(LIBRARY)]
    assert [fault for path in modules for fault in mentions(path, patterns)] == []


def test_every_shipped_treaty_feeds_the_guard():
    """A treaty in the library adds its parties to the words that code may not use."""
    treaties = LIBRARY / "treaties"
    assert bool(named_parties(treaties)) == any(treaties.glob("*.yaml"))


def test_a_code_a_name_and_an_adjective_are_noticed_outside_examples(tmp_path):
    """Only an executed example, and the title of a source, may name a party."""
    (tmp_path / "pact.yaml").write_text("parties: {RUR: Ruritania, KGS: Kingdom of Gestland}\n")
    module = tmp_path / "duty.py"
    module.write_text(
        '"""Help owed.\n\n>>> owed("RUR")\n\'Ruritania\'\n\nThe Kingdom of Nowhere.\n\n'
        'Sources\n-------\nTreaty of Gestland, article 1.\n"""\n'
        'side = "RUR"\nname = "Ruritania"\npress = "Ruritanian"  # or Gestlander\nRURAL = 1\n'
    )
    assert mentions(module, named_parties(tmp_path)) == [
        "duty.py:12: RUR",
        "duty.py:13: Ruritania",
        "duty.py:14: Ruritanian",
    ]
