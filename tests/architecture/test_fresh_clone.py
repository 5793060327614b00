"""A newcomer's first two commands work on a machine that has only Python and make."""

import os
import subprocess

import pytest

from architecture.house import ROOT


def run(command, folder):
    """Run a command as a newcomer would, outside any environment of ours."""
    ours = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PYTHONPATH", "VIRTUAL_ENV"}
    surroundings = {key: value for key, value in os.environ.items() if key not in ours}
    return subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False
    )


@pytest.mark.nightly
@pytest.mark.timeout(900)
def test_make_demo_works_in_a_fresh_clone_and_installs_only_once(tmp_path):
    """The first run makes the environment and shows the demo; the second only shows the demo."""
    clone = tmp_path / "foedus"
    copied = run(["git", "clone", "--quiet", str(ROOT), str(clone)], tmp_path)
    assert copied.returncode == 0, copied.stderr
    first = run(["make", "demo"], clone)
    assert first.returncode == 0, first.stderr
    assert "Installing" in first.stdout
    second = run(["make", "demo"], clone)
    assert second.returncode == 0, second.stderr
    assert "Installing" not in second.stdout
    assert second.stdout in first.stdout
    changed = run(["git", "status", "--porcelain"], clone)
    assert changed.stdout == "", "making the environment leaves the tree as it was"
