"""Read ``.doc`` and ``.wps`` files by having LibreOffice, where it is installed, save them as ``.docx``.

LibreOffice runs with a new profile in a temporary folder, without a network, macros and linked files, and within a time
limit. What it writes is read as any other ``.docx`` file.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath

from tui.convert.formats.docx import docx_text
from tui.convert.formats.extracted import ExtractedText
from tui.messages import reports
from tui.report.errors import DataError

SUFFIXES = (".doc", ".wps")
_LAUNCHER = Path(__file__).with_name("office_launcher.py")
_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The part of a Word document, which may contain other documents.
_WORD = "WordDocument"
#: Parts of files of this kind that are no text document, and why they are not read.
_OTHER_KINDS = (
    ("EncryptedPackage", reports.HAS_PASSWORD),
    ("Workbook", reports.IS_SPREADSHEET),
    ("PowerPoint Document", reports.IS_PRESENTATION),
)
#: Seconds that a conversion may take; starting with a new profile takes some of them.
TIMEOUT_S = 90.0
#: Bytes of what LibreOffice writes.
MAX_BYTES = 64 * 1024 * 1024
#: Settings of the profile: no macros, no links to other files, no proxy that leads anywhere, no dialog at the start.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort"><value>9</value></prop></item>
</oor:items>
"""


def is_office(data: bytes) -> bool:
    """Return whether bytes are in the binary format of older office programs."""
    return data.startswith(_SIGNATURE)


def office_text(data: bytes, path: str) -> ExtractedText:
    """Return the text of a document that LibreOffice can read.

    Args:
        data: The file's bytes.
        path: What to call it in errors; its suffix tells LibreOffice the format.

    Raises:
        DataError: If LibreOffice is not installed, fails, or takes too long.
    """
    from shutil import which  # slow to load, and few reports need it

    if not _has_part(data, _WORD):
        for name, message in _OTHER_KINDS:
            if _has_part(data, name):
                raise DataError(message, path=path)
    program = which("soffice") or which("libreoffice")
    suffix = PurePath(path).suffix.lower()
    suffix = suffix if suffix in SUFFIXES else SUFFIXES[0]
    if program is None:
        raise DataError(reports.unreadable_format(suffix), path=path)
    converted = _converted(program, data, suffix, path)
    extracted = docx_text(converted, path)
    return extracted._replace(
        encoding=suffix.removeprefix("."), notes=(reports.BY_LIBREOFFICE, *extracted.notes)
    )


def _has_part(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in data


def _converted(program: str, data: bytes, suffix: str, path: str) -> bytes:
    """Have LibreOffice save a document as .docx."""
    import tempfile  # slow to load, and few reports need it

    with tempfile.TemporaryDirectory(prefix="huiji-tui-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target, profile = (
            folder / f"report{suffix}",
            folder / "out" / "report.docx",
            folder / "profile",
        )
        source.write_bytes(data)
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        command = [
            program, "--headless", "--norestore", "--nolockcheck", "--nodefault", f"-env:UserInstallation={profile.as_uri()}",
            "--convert-to", "docx", "--outdir", str(target.parent), str(source),
        ]  # fmt: skip
        _run(command, folder, path)
        try:
            with target.open("rb") as file:
                written = file.read(MAX_BYTES + 1)
        except OSError:
            raise DataError(reports.LIBREOFFICE_FAILED, path=path) from None
    if len(written) > MAX_BYTES:
        raise DataError(reports.file_too_large(MAX_BYTES // 1024 // 1024), path=path)
    return written


def _run(command: list[str], folder: Path, path: str) -> None:
    """Run a command with ``folder`` as its home; it ends with this process."""
    import subprocess  # slow to load, and few reports need it

    launcher = [sys.executable, "-I", str(_LAUNCHER), str(os.getpid()), str(folder)]
    try:
        process = subprocess.Popen(
            [*launcher, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={**os.environ, "HOME": str(folder), "TMPDIR": str(folder)},
            start_new_session=True,
        )
    except OSError:
        raise DataError(reports.LIBREOFFICE_FAILED, path=path) from None
    try:
        process.wait(TIMEOUT_S)
    except subprocess.TimeoutExpired:
        raise DataError(reports.libreoffice_too_slow(TIMEOUT_S), path=path) from None
    finally:
        process.terminate()
        process.wait()
