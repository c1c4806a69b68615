"""S01 to S15 for notes: whatever happens to files, windows and disks, no note is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.faults.test_state import may_mount
from tests.support.notes import home, note_on
from tui.notes.model import MAX_BODY, MAX_NOTES, MAX_PASSAGE, Note, now
from tui.notes.store import MAX_BYTES, NoteStore
from tui.report.errors import UsageError, WriteError

DAMAGED = {
    "S01-truncated": b'{"version": 1, "notes": ["',
    "S02-empty": b"",
    "S03-not-UTF-8": b'{"version": 1, "notes": "\xff\xfe"}',
    "S04-list": b"[]",
    "S04-no-report": b'{"version": 1, "notes": []}',
    "S04-notes": b'{"version": 1, "report": {}, "notes": [{"id": 3}]}',
    "S04-deep": b"[" * 100_000,
    "S05-newer": b'{"version": 2, "notes": []}',
    "S06-100-MB": b" " * (3 * MAX_BYTES),
}


@pytest.fixture
def store(tmp_path: Path) -> NoteStore:
    return NoteStore(tmp_path / "notes")


def all_of(store: NoteStore) -> list[Note]:
    return [note for kept in store.all() for note in kept.notes]


def file_of(store: NoteStore) -> Path:
    return next(store.folder.glob("*.json"))


@pytest.mark.parametrize("name", DAMAGED)
def test_a_corrupt_file_is_set_aside_and_kept_for_good(store: NoteStore, name: str) -> None:
    store.keep(home(), note_on("各位代表", "一"))
    path = file_of(store)
    for number in range(7):
        path.write_bytes(DAMAGED[name])
        store.warnings.clear()
        assert store.all() == []
        bad = path.with_suffix(".bad" if not number else f".bad.{number}")
        assert store.warnings == [f"有批注文件读不懂，已另存为 {bad.name}"]
    assert len(list(path.parent.glob("*.bad*"))) == 7
    note = store.keep(home(), note_on("各位代表", "二"))
    assert all_of(NoteStore(store.folder)) == [note]


def test_a_corrupt_file_is_set_aside_before_a_note_is_written_over_it(store: NoteStore) -> None:
    store.keep(home(), note_on("各位代表", "一"))
    file_of(store).write_bytes(b"half")
    note = store.keep(home(), note_on("各位代表", "二"))
    assert all_of(store) == [note]
    assert file_of(store).with_suffix(".bad").read_bytes() == b"half"


def test_a_file_that_cannot_be_read_is_never_replaced(store: NoteStore) -> None:
    store.keep(home(), note_on("各位代表", "一"))
    path = file_of(store)
    path.unlink()
    path.mkdir()
    with pytest.raises(WriteError, match="不是本人的普通文件"):
        store.keep(home(), note_on("各位代表", "二"))
    assert path.is_dir()


def killed(folder: Path, length: int, wait_s: float) -> list[str]:
    """Write notes in a copy of this process and kill it after some time; return the ids it said were written."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            store = NoteStore(folder)
            os.write(writing, b" ")
            while True:
                note = store.keep(home(), note_on("各位代表", "批注" * length))
                os.write(writing, f"{note.id} ".encode())
        finally:
            os._exit(1)
    os.close(writing)
    os.read(reading, 1)
    time.sleep(wait_s)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    written = b""
    while data := os.read(reading, 65536):
        written += data
    os.close(reading)
    assert os.WTERMSIG(status) == signal.SIGKILL
    return [name for name in written.decode().split() if len(name) == len(note_on("各位代表").id)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of processes here")
@pytest.mark.parametrize("times", [8, pytest.param(200, marks=pytest.mark.slow)])
def test_s07_no_note_is_lost_when_the_program_is_killed_while_it_writes(times: int, store: NoteStore) -> None:
    chance = random.Random(times)
    first = store.keep(home(), note_on("各位代表", "最初的"))
    written = {first.id}
    for _ in range(times):
        written.update(killed(store.folder, chance.choice((1, 50)), chance.random() * 0.05))
        kept = all_of(store)
        assert written <= {note.id for note in kept}
        assert first in kept
    assert len(written) > times // 10
    assert store.warnings == []
    assert not list(store.folder.glob("*.bad*"))


def test_s08_a_full_disk_keeps_the_notes_there_are() -> None:
    code = """
import resource, signal, tempfile
from pathlib import Path
from tests.support.notes import home, note_on
from tui.notes.store import NoteStore
from tui.report.errors import WriteError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with tempfile.TemporaryDirectory() as folder:
    store = NoteStore(Path(folder))
    store.keep(home(), note_on("各位代表", "旧"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
    for change in (lambda: store.keep(home(), note_on("各位代表", "新" * 2000)), ):
        try:
            change()
        except WriteError as error:
            print(error)
    print([note.body for kept in store.all() for note in kept.notes], sorted(one.suffix for one in Path(folder).iterdir()))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20)
    assert "不能写入" in done.stdout or "写" in done.stdout
    assert done.stdout.splitlines()[-1] == "['旧'] ['', '.json']"


@pytest.mark.skipif(not may_mount(), reason="no file system may be mounted here")
def test_s08_a_full_file_system_keeps_the_notes_there_are(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from tests.support.notes import home, note_on
from tui.notes.store import NoteStore
from tui.report.errors import HuijiError
store = NoteStore(Path(sys.argv[1]) / "notes")
count, failed = 0, 0
for number in range(60):
    try:
        store.keep(home(), note_on("各位代表", str(number) + "字" * 2000))
        count += 1
    except HuijiError:
        failed += 1
print(count, failed, sum(len(kept.notes) for kept in store.all()), store.warnings)
"""
    mount = f"mount -t tmpfs -o size=128k none {tmp_path} && exec {sys.executable} -c '{code}' {tmp_path}"
    done = subprocess.run(["unshare", "-m", "sh", "-c", mount], capture_output=True, text=True, timeout=60)
    count, failed, kept, warnings = done.stdout.split()
    assert int(count) == int(kept) > 0 < int(failed), done.stdout + done.stderr
    assert warnings == "[]"


def test_s09_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("")
    with pytest.raises(WriteError, match="批注没有写入"):
        NoteStore(tmp_path / "notes").keep(home(), note_on("各位代表", "一"))


def test_s10_a_link_is_kept_and_the_files_are_private(store: NoteStore, tmp_path: Path) -> None:
    store.keep(home(), note_on("各位代表", "一"))
    path = file_of(store)
    assert path.stat().st_mode & 0o777 == 0o600 and store.folder.stat().st_mode & 0o777 == 0o700
    target = tmp_path / "elsewhere.json"
    path.rename(target)
    path.symlink_to(target)
    store.keep(home(), note_on("各位代表", "二"))
    assert path.is_symlink() and len(all_of(store)) == 2


def test_s11_two_windows_add_to_one_another(store: NoteStore) -> None:
    other = NoteStore(store.folder)
    mine, theirs = note_on("各位代表", "我的"), note_on("各位代表", "另一窗口的")
    store.keep(home(), mine)
    other.keep(home(), theirs)
    assert {note.body for note in all_of(store)} == {"我的", "另一窗口的"}
    other.delete(home(), mine.id)
    store.keep(home(), theirs._replace(colour="green", modified=now()), theirs)
    assert [(note.body, note.colour) for note in all_of(store)] == [("另一窗口的", "green")]


def test_s11_what_two_windows_write_on_one_passage_is_joined(store: NoteStore) -> None:
    base = store.keep(home(), note_on("各位代表", "原"))
    other = NoteStore(store.folder)
    other.keep(home(), base._replace(body="另一窗口改的"), base)
    kept = store.keep(home(), base._replace(body="我改的"), base)
    assert kept.body == "另一窗口改的\n我改的"
    assert all_of(other) == [kept]


def test_s11_a_note_that_another_window_deleted_comes_back_when_it_is_edited(store: NoteStore) -> None:
    base = store.keep(home(), note_on("各位代表", "原"))
    NoteStore(store.folder).delete(home(), base.id)
    kept = store.keep(home(), base._replace(body="改"), base)
    assert all_of(store) == [kept]


def test_s11_many_windows_at_once_lose_nothing(store: NoteStore) -> None:
    def write(name: int) -> None:
        own = NoteStore(store.folder)
        for number in range(10):
            own.keep(home(), note_on("各位代表", f"{name}-{number}"))

    threads = [threading.Thread(target=write, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {note.body for note in all_of(store)} == {
        f"{name}-{number}" for name in range(4) for number in range(10)
    }


def test_s12_notes_do_not_depend_on_the_clock(store: NoteStore) -> None:
    store.keep(home(), note_on("各位代表", "一"))
    os.utime(file_of(store), (10**10, 10**10))
    store.keep(home(), note_on("各位代表", "二"))
    assert len(all_of(store)) == 2


def test_limits_are_told(store: NoteStore) -> None:
    note = note_on("各位代表", "一")
    with pytest.raises(UsageError, match="批注太长"):
        store.keep(home(), note._replace(body="字" * (MAX_BODY + 1)))
    with pytest.raises(UsageError, match="所选太长"):
        store.keep(home(), note._replace(quote=note.quote._replace(exact="字" * (MAX_PASSAGE + 1))))
    store.add(home(), [note._replace(id=str(number)) for number in range(MAX_NOTES)])
    with pytest.raises(UsageError, match="批注太多"):
        store.keep(home(), note)
    assert len(all_of(store)) == MAX_NOTES


def test_control_characters_in_an_edited_file_are_made_visible(store: NoteStore) -> None:
    store.keep(home(), note_on("各位代表", "一"))
    path = file_of(store)
    path.write_text(path.read_text().replace('"一"', '"\\u001b[31m红\\u0007\\u202e"'))
    assert all_of(store)[0].body == "␛[31m红␇\N{REPLACEMENT CHARACTER}"
