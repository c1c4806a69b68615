"""Which tests concern which files.

The tests of a file stand in the order in which they are run: the quick ones that look at the file itself first. Patterns
without a match are left out, so a new test file is found by its name.
"""

from __future__ import annotations

from pathlib import Path

_OUTLINE_FILE = ("tests/report/test_outline_file.py",)
_STATE = ("tests/state/test_*.py", "tests/faults/test_*state*.py", "tests/faults/test_s[0-9]*.py")
_DOCX = (
    "tests/convert/test_docx*.py",
    "tests/convert/test_forms.py",
    "tests/faults/test_*docx*.py",
    "tests/faults/test_documents.py",
)
_TERMINAL = (
    "tests/terminal/test_driver*.py",
    "tests/terminal/test_key*.py",
    "tests/faults/test_replies*.py",
    "tests/faults/test_*input*.py",
    "tests/faults/test_signals.py",
    "tests/terminal/test_program.py",
)
#: Patterns of source files, the first that fits counts, and of the tests that concern them.
TARGETS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("tui/report/canonical.py", ("tests/report/test_canonical.py", *_OUTLINE_FILE)),
    ("tui/report/cleaning.py", ("tests/report/test_cleaning.py",)),
    ("tui/report/content.py", ("tests/report/test_content.py",)),
    ("tui/report/errors.py", ("tests/report/test_errors.py",)),
    ("tui/report/heap.py", ("tests/report/test_heap.py",)),
    ("tui/report/model.py", ("tests/report/test_model.py", *_OUTLINE_FILE)),
    ("tui/report/numerals.py", ("tests/report/test_numerals.py",)),
    ("tui/report/outline.py", ("tests/report/test_outline.py", "tests/cli/test_commands.py")),
    ("tui/report/sentences.py", ("tests/report/test_sentences.py", "tests/reader/test_spans.py")),
    ("tui/report/yaml_*.py", ("tests/report/test_yaml_events.py", *_OUTLINE_FILE)),
    (
        "tui/report/*.py",
        ("tests/report/test_outline_faults.py", "tests/report/test_outline_write.py", *_OUTLINE_FILE),
    ),
    ("tui/state/config.py", ("tests/state/test_config*.py", "tests/keys/test_keys.py", *_STATE)),
    ("tui/state/frames.py", ("tests/state/test_frames*.py", "tests/terminal/test_first_frame.py", *_STATE)),
    ("tui/state/clipboard.py", ("tests/state/test_clipboard*.py",)),
    (
        "tui/state/*.py",
        (*_STATE, "tests/screens/test_remembering.py", "tests/screens/test_opening.py"),
    ),
    ("tui/convert/docx*.py", _DOCX),
    ("tui/key_decoder.py", _TERMINAL),
    ("tui/driver*.py", _TERMINAL),
    ("tui/probe.py", ("tests/terminal/test_widths.py", *_TERMINAL)),
)


def target_files(root: Path) -> dict[str, list[str]]:
    """The files that are changed, each with the test files that concern it, as paths below ``root``."""
    files: dict[str, list[str]] = {}
    for pattern, tests in TARGETS:
        for path in sorted(root.glob(pattern)):
            if path.name != "__init__.py":
                files.setdefault(path.relative_to(root).as_posix(), _expanded(root, tests))
    return files


def _expanded(root: Path, patterns: tuple[str, ...]) -> list[str]:
    found = (path for pattern in patterns for path in sorted(root.glob(pattern)))
    return list(dict.fromkeys(path.relative_to(root).as_posix() for path in found))
