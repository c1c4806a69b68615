"""Files that LibreOffice converts: what it is asked for, its failures and its end. A script takes its place."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.support.docx import docx, paragraph, run
from tests.workers.test_pool import is_alive, wait_until
from tui.convert.formats import office
from tui.convert.read_file import read_file
from tui.report.errors import DataError

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCUMENT = SIGNATURE + "WordDocument".encode("utf-16-le")


@pytest.fixture
def soffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of a script to write, which is the only program on the path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("PATH", str(folder))
    return folder / "soffice"


def script(path: Path, body: str) -> None:
    """Write a Python script; ``source`` and ``target`` are the files it is asked to read and to write."""
    head = (
        f"#!{sys.executable}\nimport os, sys, time\nfrom pathlib import Path\nsource = Path(sys.argv[-1])\n"
        "target = Path(sys.argv[sys.argv.index('--outdir') + 1]) / 'report.docx'\ntarget.parent.mkdir()\n"
    )
    path.write_text(head + body, encoding="utf-8")
    path.chmod(0o755)


def message(data: bytes = DOCUMENT, name: str = "报告.doc") -> str:
    with pytest.raises(DataError) as caught:
        read_file(data, name, None)
    assert caught.value.path == name
    return caught.value.message


@pytest.mark.parametrize(
    ("name", "suffix"), [("报告.doc", "doc"), ("报告.WPS", "wps"), ("报告", "doc"), ("报告.txt", "doc")]
)
def test_what_libreoffice_writes_is_read(soffice: Path, tmp_path: Path, name: str, suffix: str) -> None:
    (tmp_path / "made.docx").write_bytes(docx(paragraph(run("一、回顾"))))
    said = tmp_path / "said"
    script(
        soffice,
        f"target.write_bytes(Path({str(tmp_path / 'made.docx')!r}).read_bytes())\n"
        f"Path({str(said)!r}).write_text(repr((source.name, source.read_bytes(), sys.argv[1:-3], os.environ['HOME'])))\n",
    )
    extracted = read_file(DOCUMENT, name, None)
    assert (extracted.text, extracted.encoding) == ("一、回顾\n", suffix)
    assert extracted.notes == ("由 LibreOffice 转为 .docx 后读入",)
    source, data, arguments, home = eval(said.read_text())
    assert (source, data) == (f"report.{suffix}", DOCUMENT)
    assert "--headless" in arguments and f"-env:UserInstallation=file://{home}/profile" in arguments
    assert not list((tmp_path / "temporary").iterdir())


def test_the_profile_allows_no_macros_and_no_links(soffice: Path, tmp_path: Path) -> None:
    said = tmp_path / "said"
    script(
        soffice,
        f"Path({str(said)!r}).write_bytes(next(Path(os.environ['HOME']).rglob('*.xcu')).read_bytes())\n",
    )
    assert "LibreOffice 没能转换" in message()
    assert (
        b"DisableMacrosExecution" in said.read_bytes() and b"BlockUntrustedRefererLinks" in said.read_bytes()
    )


@pytest.mark.skipif(sys.platform != "linux", reason="namespaces are a feature of Linux")
def test_libreoffice_has_no_network_where_the_system_allows_to_take_it(soffice: Path, tmp_path: Path) -> None:
    tried = subprocess.run(
        ["/usr/bin/env", "unshare", "-rn", "true"], env={"PATH": os.defpath}, capture_output=True
    )
    said = tmp_path / "said"
    script(
        soffice,
        f"Path({str(said)!r}).write_text(' '.join(os.listdir('/sys/class/net')) + Path('/proc/net/dev').read_text())\n",
    )
    message()
    networks = [line.split(":")[0].strip() for line in said.read_text().splitlines()[2:]]
    assert networks == ["lo"] or (tried.returncode and "lo" in networks)


FAILURES = {
    "it writes nothing": "",
    "it fails": "sys.exit(3)",
    "it is killed": "os.kill(os.getpid(), 9)",
    "it writes a folder": "target.mkdir()",
}


@pytest.mark.parametrize("how", FAILURES)
def test_a_failure_is_one_line(soffice: Path, how: str) -> None:
    script(soffice, FAILURES[how])
    assert message() == "LibreOffice 没能转换这个文件，请另存为 .docx 或 .txt"


def test_a_damaged_result_is_refused(soffice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(soffice, "target.write_bytes(b'PK' * 100)")
    assert message() == "不是完好的 .docx 文件"
    monkeypatch.setattr(office, "MAX_BYTES", 199)
    assert message() == "超过 0 MiB"


def test_a_program_that_cannot_be_started_is_a_failure(soffice: Path) -> None:
    soffice.write_text("#!/no/such/interpreter\n")
    soffice.chmod(0o755)
    assert "LibreOffice 没能转换" in message()


def test_without_libreoffice_the_error_says_what_to_do(soffice: Path) -> None:
    said = "读 .doc 文件要用 LibreOffice，没有找到；请安装它，或另存为 .docx 或 .txt"
    assert message() == message(b"\0\1 no such file") == said
    assert ".wps" in message(name="报告.wps")


def test_texts_and_web_pages_under_the_name_of_a_document_are_read_as_what_they_are(soffice: Path) -> None:
    assert read_file("一、回顾\n".encode("gb18030"), "报告.doc", None).text == "一、回顾\n"
    page = "<html xmlns:w='x'><head><style>p</style></head><body><p>一、回顾</p></body></html>"
    assert read_file(page.encode(), "报告.wps", None).text == "一、回顾\n"


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("EncryptedPackage", "有密码；请先去掉密码再另存"),
        ("Workbook", "是表格，不是文字文档"),
        ("PowerPoint Document", "是演示文稿，不是文字文档"),
    ],
)
def test_other_documents_of_this_kind_are_refused(soffice: Path, part: str, said: str) -> None:
    assert message(SIGNATURE + part.encode("utf-16-le"), "报告") == said
    assert "LibreOffice" in message(DOCUMENT + part.encode("utf-16-le"))  # a document that contains one


def started(soffice: Path, tmp_path: Path) -> Path:
    """Have the script start a process and hang; return the file that both write their ids to."""
    pids = tmp_path / "pids"
    script(
        soffice,
        f"import subprocess\nchild = subprocess.Popen([{sys.executable!r}, '-c', 'import time; time.sleep(60)'])\n"
        f"Path({str(pids)!r}).write_text(f'{{os.getpid()}} {{child.pid}}')\ntime.sleep(60)\n",
    )
    return pids


def test_what_takes_too_long_is_ended_with_all_it_has_started(
    soffice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pids = started(soffice, tmp_path)
    monkeypatch.setattr(office, "TIMEOUT_S", 3.0)
    assert message() == "LibreOffice 3 秒内没有转换完，已停止；请另存为 .docx 或 .txt"
    wait_until(lambda: not any(is_alive(int(pid)) for pid in pids.read_text().split()))
    assert not list((tmp_path / "temporary").iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="the end of a parent is reported by Linux only")
def test_it_ends_with_the_program_and_leaves_nothing_behind(soffice: Path, tmp_path: Path) -> None:
    pids = started(soffice, tmp_path)
    code = (
        f"import tempfile; tempfile.tempdir = {str(tmp_path / 'temporary')!r}\n"
        f"from tui.convert.formats.office import office_text; office_text({DOCUMENT!r}, 'a.doc')"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=Path(__file__).parents[2]) as program:
        wait_until(lambda: pids.exists() and len(pids.read_text().split()) == 2)
        program.send_signal(signal.SIGKILL)
    wait_until(lambda: not any(is_alive(int(pid)) for pid in pids.read_text().split()))
    wait_until(lambda: not list((tmp_path / "temporary").iterdir()))
