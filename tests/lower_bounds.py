"""``python -m tests.lower_bounds``: print pip constraints with the lowest version pyproject.toml allows of each dependency."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


def lower_bounds() -> list[str]:
    """Return ``name==version`` for all runtime dependencies, extras included."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(one for name in extras if name != "dev" for one in extras[name])]
    return [f"{name}=={version}" for name, version in map(_lowest, wanted)]


def _lowest(requirement: str) -> tuple[str, str]:
    found = re.fullmatch(r"([\w-]+)>=([\w.]+)(?:,<\d+)?", requirement)
    assert found is not None, f"no lower bound: {requirement}"
    return found[1], found[2]


if __name__ == "__main__":
    print("\n".join(lower_bounds()))
