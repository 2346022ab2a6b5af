"""Where the private server of a data directory keeps its files, and where it is reached.

Lock and data lie in the folder `store` of the data directory. A socket's path is limited to about a hundred bytes, so the
socket lies in a short runtime directory whose name comes from the real data directory. Once chosen, its path is written
into the lock file: all processes go to the same socket, whatever their environment says.
"""

import fcntl
import os
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from providers.store.refusals import StoreRefused

_LONGEST_SOCKET = 103  # bytes; macOS takes one less than Linux's 107


@dataclass(frozen=True, slots=True)
class Home:
    """The places of one data directory. Nothing is made until `prepare`."""

    data: Path

    @classmethod
    def of(cls, data_dir: Path | str) -> "Home":
        """The home in `data_dir`, whatever way its path is written. Raises StoreRefused."""
        try:
            return cls(Path(data_dir).expanduser().resolve())
        except (OSError, RuntimeError, ValueError) as error:
            raise StoreRefused(f"{str(data_dir)!r} is no path: {error}") from error

    @property
    def folder(self) -> Path:
        """The server's own folder."""
        return self.data / "store"

    @property
    def log(self) -> Path:
        """What the server said since it was started last."""
        return self.folder / "log"

    @property
    def _lock(self) -> Path:
        return self.folder / "lock"

    def prepare(self) -> None:
        """Make what is missing, for us alone. Raises StoreRefused."""
        try:
            self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.folder.mkdir(exist_ok=True, mode=0o700)
            _require_ours(self.folder)
            self.folder.chmod(0o700)
        except OSError as error:
            raise StoreRefused(f"the store cannot be kept in {self.data}: {_words(error)}") from error

    def socket(self) -> Path:
        """Where the server is reached, or is to be. Raises StoreRefused when no runtime directory can be trusted."""
        try:
            recorded = Path(os.fsdecode(self._lock.read_bytes()))
        except OSError:
            recorded = Path()
        if recorded.name and recorded.parent.is_dir():
            _require_private(recorded.parent)
            return recorded
        return self._new_socket()

    def try_lock(self) -> int | None:
        """A descriptor that holds the lock, with the socket's path written under it; None when another one holds it.

        The lock lasts as long as any copy of the descriptor is open, in any process. Raises StoreRefused.
        """
        try:
            descriptor = os.open(self._lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise StoreRefused(f"the store cannot be locked in {self.data}: {_words(error)}") from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            socket = os.fsencode(self.socket())
            os.truncate(descriptor, 0)
            os.pwrite(descriptor, socket, 0)
        except BlockingIOError:
            os.close(descriptor)
            return None
        except OSError as error:
            os.close(descriptor)
            raise StoreRefused(f"the store cannot be locked in {self.data}: {_words(error)}") from error
        except StoreRefused:
            os.close(descriptor)
            raise
        return descriptor

    def is_locked(self) -> bool:
        """Whether a server (or somebody who is about to start one) holds the lock."""
        try:
            descriptor = os.open(self._lock, os.O_RDWR | os.O_CLOEXEC)
        except OSError:
            return False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(descriptor)
        return False

    def tidy(self) -> None:
        """Remove the runtime directory once nobody runs a server: under the lock, as servers are started under it."""
        with suppress(StoreRefused, OSError):
            descriptor = self.try_lock()
            if descriptor is not None:
                try:
                    self.socket().parent.rmdir()
                finally:
                    os.close(descriptor)

    def _new_socket(self) -> Path:
        """In the first runtime directory whose path is short enough."""
        name = "yotei-" + sha256(os.fsencode(self.data)).hexdigest()[:16]
        bases = (os.environ.get("XDG_RUNTIME_DIR"), tempfile.gettempdir(), "/tmp")  # noqa: S108 - made private below
        for base in bases:
            if base and Path(base).is_dir() and os.access(base, os.W_OK):
                socket = Path(base).resolve() / name / "s"
                if len(os.fsencode(socket)) <= _LONGEST_SOCKET:
                    _require_private(socket.parent)
                    return socket
        raise StoreRefused(
            "there is no place for the store's socket: set XDG_RUNTIME_DIR to a short path that we may write to"
        )


def _require_private(directory: Path) -> None:
    """Make `directory` unless it is there; refuse one that others could look into or have put there."""
    try:
        directory.mkdir(exist_ok=True, mode=0o700)
        found = _require_ours(directory)
    except OSError as error:
        raise StoreRefused(f"the store's socket cannot be kept in {directory}: {_words(error)}") from error
    if stat.S_IMODE(found.st_mode) != 0o700:
        raise StoreRefused(f"{directory} is open to others: remove it, or set its mode to 0700")


def _require_ours(directory: Path) -> os.stat_result:
    found = directory.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise StoreRefused(f"{directory} is not a directory: remove it")
    if found.st_uid != os.geteuid():
        raise StoreRefused(f"{directory} belongs to somebody else: remove it, or run as its owner")
    return found


def _words(error: OSError) -> str:
    return error.strerror or type(error).__name__
