"""Files stay small enough to read, and none is a drawer for odds and ends."""

from pathlib import Path

from architecture.house import SOURCE, TESTS, here, python_files

LONGEST_MODULE = 500
LONGEST_TEST = 600
DRAWERS = {"util", "utils", "helper", "helpers", "common", "commons", "misc"}


def too_long(files: list[Path], limit: int) -> list[str]:
    """The files with more lines than the limit, each with its count."""
    counts = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    return [f"{here(path)}: {count} lines" for path, count in counts.items() if count > limit]


def drawers(files: list[Path]) -> list[str]:
    """The files whose name, or whose folder's name, says nothing about what is inside."""
    return [here(path) for path in files if DRAWERS & {path.stem, path.parent.name}]


def test_no_module_is_longer_than_500_lines():
    """A module can be read in one sitting."""
    assert too_long(python_files(SOURCE), LONGEST_MODULE) == []


def test_no_test_file_is_longer_than_600_lines():
    """A test file can be read in one sitting too."""
    assert too_long(python_files(TESTS), LONGEST_TEST) == []


def test_no_module_is_a_drawer():
    """Every module is named after what it holds."""
    assert drawers(python_files(SOURCE) + python_files(TESTS)) == []


def test_a_module_of_501_lines_is_noticed(tmp_path):
    """The limit itself is allowed, one line more is not."""
    for lines in (500, 501):
        (tmp_path / f"of_{lines}.py").write_text("pass\n" * lines)
    assert too_long(python_files(tmp_path), LONGEST_MODULE) == ["of_501.py: 501 lines"]


def test_a_drawer_is_noticed_as_a_file_and_as_a_folder(tmp_path):
    """A drawer cannot hide behind a folder."""
    (tmp_path / "helpers").mkdir()
    for name in ("utils.py", "helpers/dates.py", "clock.py"):
        (tmp_path / name).write_text("")
    assert drawers(python_files(tmp_path)) == ["dates.py", "utils.py"]
