"""The program finds its report from a checkout, from a wheel, and from a wheel that stays zipped."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.samples import ROOT, source_text

CODE = "import sys; from tui.cli.main import run; from tui.app import HuijiApp; sys.exit(run(sys.argv[1:], print))"


def run_from(place: Path, cwd: Path) -> str:
    """Return the output of ``show --format text`` with the package at ``place`` and no other importable."""
    environment = {**os.environ, "PYTHONPATH": str(place)}
    done = subprocess.run(
        [sys.executable, "-c", CODE, "show", "--format", "text"],
        cwd=cwd,
        env=environment,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True
    )
    return next(folder.glob("*.whl"))


def test_a_bare_checkout_has_its_report(tmp_path: Path) -> None:
    assert run_from(ROOT, tmp_path) == source_text()


def test_a_zipped_wheel_has_its_report(wheel: Path, tmp_path: Path) -> None:
    assert run_from(wheel, tmp_path) == source_text()


def test_an_unpacked_wheel_has_its_report(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "site")
    assert {
        "tui/content/huiji-2024.txt",
        "tui/content/huiji-2024.yaml",
        "tui/content/pages/report.js",
        "tui/tui.tcss",
        "tui/py.typed",
    } <= set(names)
    assert not [name for name in names if not name.startswith(("tui/", "huiji_tui-"))]
    assert run_from(tmp_path / "site", tmp_path) == source_text()


def test_the_module_runs_as_the_script_does(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tui", "search", "黄河", "--count"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert done.stdout == b"32\n"
