"""Where the house lies and what is in it, for the tests of its plan."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "foedus"
TESTS = ROOT / "tests"
LIBRARY = SOURCE / "library"


def python_files(folder: Path) -> list[Path]:
    """Every Python file below a folder, in a steady order."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def kept_files() -> list[Path]:
    """Every file that is, or would be, under version control."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listing.returncode != 0:  # an unpacked archive, without history
        return sorted(path for path in ROOT.rglob("*") if path.is_file() and _is_ours(path))
    names = listing.stdout.decode().split("\0")
    return sorted(ROOT / name for name in names if name and (ROOT / name).is_file())


def _is_ours(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    made = {"build", "dist", "__pycache__"}
    return not any(part in made or part.endswith((".egg-info", "_cache")) for part in parts) and (
        not parts[0].startswith(".") or parts[0] in {".ci", ".gitignore"}
    )


def text_of(path: Path) -> str:
    """What is written in a file; nothing if it is no text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def here(path: Path) -> str:
    """A file's name as seen from the top of the repository."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
