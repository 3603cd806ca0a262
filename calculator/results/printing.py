"""Makes PDFs beside the site: few at once, never for long, and nothing of them stays behind.

Pages go to a few worker processes of their own (:mod:`calculator.results.printing_worker`), so
that neither the time nor the memory that a PDF takes is taken from those who answer visitors. All
processes of the site on one machine share the same places: a few desks where a PDF is made, and a
few seats for who is being helped or waits for a desk. Who finds no seat hears so at once, before
anything is worked out.

A worker that takes too long or dies is ended and replaced. The site and its workers talk over a
socket: a page is never in a file, an argument or a log.
"""

import atexit
import contextlib
import fcntl
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from multiprocessing import Pipe
from pathlib import Path
from time import monotonic, sleep

from calculator.results import printing_worker
from calculator.results.printing_worker import DONE, FAILED, IDLE

ROOT = Path(__file__).resolve().parent.parent.parent
#: PDFs that are made at once on this machine: as many as the cores of a small server
WORKERS = 2
#: how many may wait for one of those; together fewer than the threads of one process of the site,
#: so that there is always one left for pages
WAITING = 4
#: how long somebody waits for a worker, and how long a worker may take (seconds); together less
#: than the 30 seconds after which a server in front gives up
WAIT = 10.0
LIMIT = 15.0
#: a worker is replaced after so many PDFs, so that what leaks doesn't add up
MOST = 200
#: how often somebody who waits looks whether there is a place (seconds)
LOOK = 0.02
COMMAND = (sys.executable, "-m", printing_worker.__name__)
#: what a worker gets to know of its surroundings; no keys and no passwords
PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")


class PrintingError(Exception):
    """There is no PDF; nothing in it is about the page."""


class Busy(PrintingError):
    """Too many PDFs are being made at this moment."""


class TooLong(PrintingError):
    """It took longer than it may."""


class Failed(PrintingError):
    """The worker couldn't make it, or died; the text says where."""


class Worker:
    """A process that makes PDFs, one at a time."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        # fonts are unpacked here, and go with the worker however it ends
        self._folder = tempfile.TemporaryDirectory(prefix="wat-houd-ik-over-fonts-")
        self._connection, theirs = Pipe()
        self._ready = False
        self._made = 0
        self._last_used = monotonic()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 -- our own program
                [*command, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                cwd=ROOT,
                env={name: os.environ[name] for name in PASSED_ON if name in os.environ}
                | {"TMPDIR": self._folder.name},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def usable(self) -> bool:
        """Whether it can make another."""
        # one that is about to end by itself isn't asked any more
        fresh = monotonic() - self._last_used < IDLE / 2
        return fresh and self._made < MOST and self._process.poll() is None

    def pdf(self, page: str, limit: float) -> bytes:
        """The PDF of a page within so many seconds; raises TooLong or Failed."""
        until = monotonic() + limit
        try:
            if not self._ready:
                self._answer(until)
                self._ready = True
            self._connection.send_bytes(page.encode())
            content = self._answer(until)
        except (EOFError, OSError):
            raise Failed("the worker died") from None
        self._made += 1
        self._last_used = monotonic()
        return content

    def _answer(self, until: float) -> bytes:
        if not self._connection.poll(max(0, until - monotonic())):
            raise TooLong
        answer = self._connection.recv_bytes()
        kind, content = answer[: len(DONE)], answer[len(DONE) :]
        if kind == FAILED:
            raise Failed(content.decode())
        return content

    def end(self) -> None:
        """End it now, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._connection.close()
        self._folder.cleanup()


class Places:
    """A number of places that all processes of the site share; a process that dies leaves its own.

    A place is a lock on an empty file.
    """

    def __init__(self, folder: Path, name: str, count: int) -> None:
        self._files = [folder / f"{name}-{number}" for number in range(count)]

    @contextlib.contextmanager
    def one(self, wait: float = 0) -> Iterator[None]:
        """Hold a place; raises Busy where none comes free within so many seconds."""
        until = monotonic() + wait
        while (place := self._take()) is None:
            if monotonic() >= until:
                raise Busy
            sleep(LOOK)
        try:
            yield
        finally:
            os.close(place)

    def _take(self) -> int | None:
        for file in self._files:
            place = os.open(file, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(place)
            else:
                return place
        return None


class Printer:
    """Makes PDFs with workers that stay warm."""

    def __init__(
        self,
        folder: Path | None = None,
        *,
        workers: int = WORKERS,
        waiting: int = WAITING,
        wait: float = WAIT,
        limit: float = LIMIT,
        command: Sequence[str] = COMMAND,
    ) -> None:
        """``folder``: of the places; processes that name the same one share them."""
        self._folder = folder
        self._counts = workers, workers + waiting
        self._wait = wait
        self._limit = limit
        self._command = command
        self._lock = threading.Lock()
        self._idle: list[Worker] = []

    @contextlib.contextmanager
    def seat(self) -> Iterator[None]:
        """Hold a seat, from before a page is made until its PDF is there; raises Busy."""
        _desks, seats = self._shared()
        with seats.one():
            yield

    def pdf(self, page: str) -> bytes:
        """The PDF of a page (HTML), for who has a seat; raises Busy, TooLong or Failed."""
        desks, _seats = self._shared()
        with desks.one(self._wait):
            worker = self._worker()
            try:
                content = worker.pdf(page, self._limit)
            except BaseException:
                worker.end()
                raise
            with self._lock:
                self._idle.append(worker)
            return content

    def close(self) -> None:
        """End the workers that have nothing to do."""
        with self._lock:
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.end()

    def pids(self) -> list[int]:
        """The processes that are warm and have nothing to do."""
        with self._lock:
            return [worker.pid for worker in self._idle]

    def _shared(self) -> tuple[Places, Places]:
        """Where PDFs are made, and where that or the waiting for it happens."""
        # each time anew: what stands in a folder for temporary files may be swept away
        folder = self._folder or _own_folder()
        desks, seats = self._counts
        return Places(folder, "desk", desks), Places(folder, "seat", seats)

    def _worker(self) -> Worker:
        """A warm worker, or a new one."""
        while True:
            with self._lock:
                worker = self._idle.pop() if self._idle else None
            if worker is None:
                try:
                    return Worker(self._command)
                except OSError as error:
                    raise Failed(f"no worker: {type(error).__name__}") from None
            if worker.usable:
                return worker
            worker.end()


def _own_folder() -> Path:
    """A folder of this user that nobody else can write in."""
    folder = Path(tempfile.gettempdir()) / f"wat-houd-ik-over-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise Failed(f"no folder for the places: {type(error).__name__}") from None
    about = folder.lstat()
    if folder.is_symlink() or about.st_uid != os.getuid() or about.st_mode & 0o022:
        raise Failed("the folder of the places isn't ours alone")
    return folder


#: the one of this process; its workers start with the first PDF
printer = Printer()
atexit.register(printer.close)
