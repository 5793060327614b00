"""Nothing kept here depends on one machine or on one address."""

import re
from pathlib import Path

from architecture.house import ROOT, here, kept_files, text_of

# Written in pieces, so that this file does not contain what it looks for.
HOSTS = ["py" + "pi.", "python" + "hosted.", "npm" + "js.", "deb." + "debian."]
FOLDERS = ["/" + name + "/" for name in ("work", "root", "home", "Users")]
FORBIDDEN = re.compile(
    "|".join([re.escape(host) for host in HOSTS])
    + "|"
    + "|".join(rf"(?<![\w.*~<>}})/-]){re.escape(folder)}" for folder in FOLDERS)
)
PIN = re.compile(r"^[a-z0-9][a-z0-9.-]*==[0-9][^ ;]*( ; [^\\]+)?$")
HASH = re.compile(r"^--hash=sha256:[0-9a-f]{64}$")


def addresses(path: Path) -> list[str]:
    """Lines that name a registry's host, or a folder of somebody's machine."""
    lines = enumerate(text_of(path).splitlines(), start=1)
    return [f"{here(path)}:{n}: {hit[0]}" for n, line in lines if (hit := FORBIDDEN.search(line))]


def entries(text: str) -> list[list[str]]:
    """The entries of a pin file: the pin, then its hashes."""
    joined = text.replace("\\\n", "\n")
    found: list[list[str]] = []
    for line in filter(None, map(str.strip, joined.splitlines())):
        if line.startswith("--hash") and found:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def faults_in_pins(text: str) -> list[str]:
    """Entries that are not exactly a name, a version and hashes."""
    return [
        entry[0]
        for entry in entries(text)
        if not PIN.match(entry[0]) or len(entry) < 2 or not all(map(HASH.match, entry[1:]))
    ]


def test_no_file_names_a_registry_or_a_folder_of_one_machine():
    """The repository works for whoever clones it, wherever they get their packages."""
    files = kept_files()
    assert ROOT / "pyproject.toml" in files
    assert [fault for path in files for fault in addresses(path)] == []


def test_every_pin_is_a_name_a_version_and_hashes():
    """A package is known by what is in it, not by where it was."""
    files = sorted((ROOT / "requirements").glob("*.txt"))
    assert [path.name for path in files] == ["build.txt", "core.txt", "dev.txt"]
    assert [fault for path in files for fault in faults_in_pins(text_of(path))] == []
    assert all(entries(text_of(path)) for path in files)


def test_work_and_use_rest_on_the_same_versions():
    """Whoever tests foedus tests it with what others run."""
    pins = {
        name: {entry[0]: entry[1:] for entry in entries(text_of(ROOT / "requirements" / name))}
        for name in ("build.txt", "core.txt", "dev.txt")
    }
    assert pins["core.txt"].items() <= pins["dev.txt"].items()
    assert pins["build.txt"].items() <= pins["dev.txt"].items()


def test_an_address_and_a_machine_folder_are_noticed(tmp_path):
    """A link and a path are seen; a path inside the repository, or of the system, is not."""
    page = tmp_path / "page.md"
    page.write_text(
        f"see https://{HOSTS[0]}org/x\nopen {FOLDERS[0]}main\nsrc{FOLDERS[0]}x\n/usr/bin/x\n"
    )
    assert addresses(page) == [f"page.md:1: {HOSTS[0]}", f"page.md:2: {FOLDERS[0]}"]


def test_a_loose_pin_an_address_and_a_missing_hash_are_noticed():
    """The pin files cannot drift into something looser."""
    good = "rich==15.0.0 \\\n    --hash=sha256:" + "0" * 64 + "\n"
    bad = "rich>=15 \\\n    --hash=sha256:" + "0" * 64 + "\n--index-url x\ntyper==0.29.2\n"
    assert faults_in_pins(good) == []
    assert faults_in_pins(bad) == ["rich>=15", "--index-url x", "typer==0.29.2"]
