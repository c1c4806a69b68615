"""Map source files to the tests that cover them.

The tests of a file are listed in run order: quick ones for the file itself first. Patterns without a match are
dropped; a new test file is found by its name.
"""

from __future__ import annotations

from pathlib import Path

_OUTLINE_FILE = ("tests/outline_file/test_*.py",)
_REMEMBERED = (
    "tests/state/test_store.py",
    "tests/state/test_merge.py",
    "tests/faults/test_recent.py",
    "tests/faults/test_own_files.py",
    "tests/faults/test_state.py",
    "tests/faults/test_sharing.py",
)
_DOCX = (
    "tests/convert/test_docx*.py",
    "tests/convert/test_forms.py",
    "tests/faults/test_damaged_docx.py",
    "tests/faults/test_documents.py",
)
_IMPORTS = ("tests/terminal/test_imports.py",)
_KEYS = ("tests/terminal/test_key*.py", "tests/faults/test_replies.py")
_TERMS = ("tests/wording/test_terms.py", "tests/wording/test_term_properties.py", "tests/cli/test_terms.py")
#: Patterns of source files (the first match counts), and the tests that cover them besides those named after them.
TARGETS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("tui/report/sanitize.py", ()),
    ("tui/report/resources.py", ()),
    ("tui/report/errors.py", ()),
    ("tui/report/numerals.py", ()),
    ("tui/report/outline.py", ("tests/cli/test_commands.py",)),
    ("tui/report/grammar.py", ("tests/outline_file/test_faults.py",)),
    ("tui/report/sentences.py", ("tests/report/test_sentence*.py", "tests/typeset/test_selection.py")),
    ("tui/outline_file/*.py", _OUTLINE_FILE),
    ("tui/library/record.py", ("tests/library/test_record.py",)),
    ("tui/report/links.py", ("tests/search/test_links.py",)),
    ("tui/report/*.py", _OUTLINE_FILE),
    ("tui/state/clipboard.py", ()),
    ("tui/state/paths.py", _IMPORTS),
    ("tui/state/watcher.py", ()),
    ("tui/state/config.py", ("tests/faults/test_settings.py", "tests/keys/test_keys.py")),
    (
        "tui/terminal/screen_c*.py",
        ("tests/terminal/test_screen_c*.py", "tests/terminal/test_prerender.py", *_IMPORTS),
    ),
    ("tui/library/neighbours.py", ("tests/library/test_divisions.py",)),
    ("tui/library/own_verdicts.py", ()),
    ("tui/promises/pair.py", ()),
    (
        "tui/wording/counterparts.py",
        ("tests/wording/test_subjects.py", "tests/screens/test_counterparts_screen.py"),
    ),
    ("tui/wording/term*.py", _TERMS),
    ("tui/wording/elsewhere.py", _TERMS),
    ("tui/wording/quoted_terms.py", _TERMS),
    ("tui/wording/calendar_phrases.py", _TERMS),
    ("tui/wording/*.py", ("tests/wording/test_*.py",)),
    ("tui/notes/*.py", ("tests/notes/test_*.py", "tests/faults/test_notes.py", "tests/cli/test_notes.py")),
    (
        "tui/sheets/*.py",
        ("tests/sheets/test_*.py", "tests/cli/test_spreadsheets.py", "tests/cli/test_sheet_files.py"),
    ),
    (
        "tui/pages/*.py",
        (
            "tests/pages/test_brief.py",
            "tests/pages/test_html.py",
            "tests/pages/test_markdown.py",
            "tests/cli/test_pages.py",
        ),
    ),
    ("tui/search/links.py", ("tests/cli/test_verify.py",)),
    ("tui/library/cache.py", ("tests/faults/test_own_files.py",)),
    ("tui/state/*.py", _REMEMBERED),
    ("tui/convert/formats/docx*.py", _DOCX),
    ("tui/convert/formats/archive.py", _DOCX),
    ("tui/convert/formats/xml_reader.py", _DOCX),
    ("tui/convert/formats/list_numbers.py", _DOCX),
    ("tui/terminal/key_*.py", _KEYS),
    ("tui/terminal/driver.py", ("tests/terminal/test_driver*.py", "tests/faults/test_replies.py")),
    ("tui/terminal/signals.py", ("tests/terminal/test_signals.py",)),
    ("tui/terminal/modes.py", ("tests/terminal/test_modes.py", *_IMPORTS)),
    ("tui/terminal/writer.py", ("tests/terminal/test_writer.py",)),
    ("tui/terminal/width_probe.py", ("tests/terminal/test_width_probe.py", "tests/terminal/test_widths.py")),
)


def target_files(root: Path) -> dict[str, list[str]]:
    """Return the files to change, each with its test files, as paths below ``root``."""
    files: dict[str, list[str]] = {}
    for pattern, tests in TARGETS:
        for path in sorted(root.glob(pattern)):
            if path.name != "__init__.py":
                own = f"tests/{path.parent.name}/test_{path.stem}.py"
                files.setdefault(path.relative_to(root).as_posix(), _expanded(root, (own, *tests)))
    return files


def _expanded(root: Path, patterns: tuple[str, ...]) -> list[str]:
    found = (path for pattern in patterns for path in sorted(root.glob(pattern)))
    return list(dict.fromkeys(path.relative_to(root).as_posix() for path in found))
