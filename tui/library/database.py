"""Open the SQLite file of a library, and turn what SQLite says into errors people can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from tui.library import schema
from tui.library.making import make_tables
from tui.library.salvage import is_damaged, salvage
from tui.messages import library as messages
from tui.report.errors import DataError, HuijiError, ReadError, WriteError, reason
from tui.report.sanitize import one_line

try:
    import fcntl
except ImportError:  # Windows has other locks, and folders without any are rare there
    fcntl = None  # type: ignore[assignment]

#: Seconds a writer waits for another one.
BUSY_TIMEOUT_S = 5.0
#: Bytes of the file that are mapped into memory: more are not faster (789 reports), but count as memory of the program.
_MAPPED_BYTES = 32 << 20
_WRITER_CACHE_KIB = 16 * 1024
#: How systems say that a folder has no locks.
_NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open a library to read from it.

    Raises:
        ReadError: If there is none, or it cannot be read.
        DataError: If the file is no library, or one of another version.
    """
    with told(path):
        if not path.exists():
            raise ReadError(messages.NO_LIBRARY, path=one_line(str(path)))
        _refuse_folder(path)
        connection = _connect(path, "ro")
        try:
            _check_version(connection, path)
        except sqlite3.OperationalError:
            connection.close()
            if Path(f"{path}-wal").exists():
                raise
            connection = _connect(
                path, "ro&immutable=1"
            )  # a folder that cannot be written to, so nobody writes
            _check_version(connection, path)
        return connection


def open_for_writing(path: Path, renew: bool = False, make: bool = True) -> sqlite3.Connection:
    """Open a library to change it, and make it if there is none.

    Args:
        path: Its file.
        renew: Whether the tables of an older one are made anew, see :mod:`tui.library.making`.
        make: Whether it is made; without, a file that is gone is an error.

    Raises:
        ReadError: If there is none, and none is to be made.
        WriteError: If it cannot be written to.
        DataError: If the file is no library, or one of another version.
    """
    with told(path):
        if not make and not path.exists():
            raise ReadError(messages.GONE, path=one_line(str(path)))
        _refuse_folder(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        _check_locking(path.parent)
        connection = _connect(path, "rwc" if make else "rw")
        connection.execute(f"PRAGMA cache_size = -{_WRITER_CACHE_KIB}")
        connection.execute("PRAGMA mmap_size = 0")  # what is mapped would count as memory of this process
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            _check_version(connection, path, renew)
        mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        connection.execute("PRAGMA synchronous = NORMAL")
        if mode != "wal":
            raise WriteError(messages.NO_LOCKING, path=one_line(str(path)))
        _make(connection)
        return connection


def put_aside_if_damaged(path: Path) -> Path | None:
    """Put what can be read of a damaged library in its place; return where the damaged one is then, None if it is sound.

    Raises:
        WriteError: If that cannot be written.
    """
    with told(path):
        if not path.exists():
            return None
        _refuse_folder(path)
        with closing(_connect(path, "rw")) as connection:
            is_sound = not is_damaged(connection)
        return None if is_sound else salvage(path)


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise ReadError(messages.IS_FOLDER, path=one_line(str(path)))


def _check_locking(folder: Path) -> None:
    """Lock a file in a folder: SQLite takes the lack of locks for locks that others hold.

    Raises:
        WriteError: If there are no locks, as in some network folders.
        OSError: If no file can be made in it.
    """
    if fcntl is None:
        return
    with TemporaryFile(dir=folder) as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                return
            raise WriteError(messages.NO_LOCKING, path=one_line(str(folder))) from None


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(
        uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
    )
    connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(
        "PRAGMA trusted_schema = OFF"
    )  # views and triggers of a file from elsewhere run nothing
    return connection


def _check_version(connection: sqlite3.Connection, path: Path, is_older_allowed: bool = False) -> None:
    application, version = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    )
    if application != schema.APPLICATION_ID:
        raise DataError(messages.NOT_A_LIBRARY, path=one_line(str(path)))
    if version > schema.VERSION:
        raise DataError(messages.NEWER_LIBRARY, path=one_line(str(path)))
    if version < schema.VERSION and not is_older_allowed:
        raise DataError(messages.OLDER_LIBRARY, path=one_line(str(path)))


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables, unless they are there by now."""
    query = "PRAGMA user_version"
    if connection.execute(query).fetchone()[0] != schema.VERSION:
        with transaction(connection):
            if (
                connection.execute(query).fetchone()[0] != schema.VERSION
            ):  # another program made them meanwhile
                make_tables(connection)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all or nothing of what is done inside."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite into those of this program.

    Raises:
        WriteError: For a full disk, a library that may not be written to, or one another program writes to.
        DataError: For a damaged file, or one that is no database.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _error(error, path) from None
    except OSError as error:
        kind, message = _SYSTEM_ERRORS.get(
            error.errno or 0, (WriteError, messages.cannot_make(reason(error)))
        )
        raise kind(message, path=one_line(str(path))) from None


def _error(error: sqlite3.Error, path: Path) -> HuijiError:
    name = (getattr(error, "sqlite_errorname", None) or "").removeprefix("SQLITE_")
    where = one_line(str(path))
    for prefix, kind, message in _ERRORS:
        if name.startswith(prefix):
            return kind(message, path=where)
    return DataError(messages.unexpected(str(error)), path=where)


#: How SQLite calls an error, the error here, and what is said.
_ERRORS: tuple[tuple[str, type[HuijiError], str], ...] = (
    ("FULL", WriteError, messages.DISK_FULL),
    ("READONLY", WriteError, messages.READ_ONLY),
    ("PERM", WriteError, messages.READ_ONLY),
    ("CANTOPEN", ReadError, messages.CANNOT_OPEN),
    ("BUSY", WriteError, messages.BUSY),
    ("LOCKED", WriteError, messages.BUSY),
    ("PROTOCOL", WriteError, messages.NO_LOCKING),
    ("IOERR_LOCK", WriteError, messages.NO_LOCKING),
    ("IOERR_SHM", WriteError, messages.NO_LOCKING),
    ("IOERR", WriteError, messages.CANNOT_READ_OR_WRITE),
    ("NOTADB", DataError, messages.NOT_A_LIBRARY),
    ("CORRUPT", DataError, messages.DAMAGED),
)
#: The same for what the system says.
_SYSTEM_ERRORS: dict[int, tuple[type[HuijiError], str]] = {
    errno.ENOSPC: (WriteError, messages.DISK_FULL),
    errno.EDQUOT: (WriteError, messages.DISK_FULL),
    errno.EACCES: (WriteError, messages.READ_ONLY),
    errno.EPERM: (WriteError, messages.READ_ONLY),
    errno.EROFS: (WriteError, messages.READ_ONLY),
}
