"""Making PDFs beside the site: how many at once, for how long, and what is left of them."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from calculator.results import printing_worker
from calculator.results.printing import Busy, Failed, Places, Printer, TooLong, Worker
from calculator.results.printing_worker import STATIC, STYLE, allowed_file

#: a worker that does what a page says: sleep, die, fail, wait for a file, or say who it is
STUB = """
import os, sys, time
from multiprocessing.connection import Connection
from calculator.results.printing_worker import serve

def obey(page):
    what, _, about = page.partition(" ")
    if what == "sleep":
        time.sleep(600)
    if what == "die":
        os._exit(9)
    if what == "fail":
        raise ValueError(about)
    if what == "until":
        while not os.path.exists(about):
            time.sleep(0.01)
    if what == "surroundings":
        return " ".join(os.environ).encode()
    return str(os.getpid()).encode()

serve(Connection(int(sys.argv[1])), lambda: obey)
"""
OBEYS = (sys.executable, "-c", STUB)
LONG = 60.0

MakePrinter = Callable[..., Printer]


@pytest.fixture
def make_printer(tmp_path: Path) -> Iterator[MakePrinter]:
    """Printers with a place of their own, which are closed afterwards."""
    made = []

    def make(**options: object) -> Printer:
        known = {"folder": tmp_path, "command": OBEYS, "wait": LONG, "limit": LONG}
        made.append(Printer(**(known | options)))
        return made[-1]

    yield make
    for printer in made:
        printer.close()


def made_by(printer: Printer, page: str) -> bytes:
    """The PDF of a page as a visitor gets it: seat first."""
    with printer.seat():
        return printer.pdf(page)


def is_alive(pid: int) -> bool:
    """Whether a process is still there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def in_threads(work: Callable[[], object], times: int) -> tuple[list[threading.Thread], list]:
    """The same work so many times at once, and what came of each."""
    outcomes: list[object] = []

    def note() -> None:
        try:
            outcomes.append(work())
        except Exception as error:
            outcomes.append(error)

    threads = [threading.Thread(target=note) for _ in range(times)]
    for thread in threads:
        thread.start()
    return threads, outcomes


def wait_until(true: Callable[[], object]) -> None:
    """Wait for something that must come, however busy the machine is."""
    for _ in range(6000):
        if true():
            return
        time.sleep(0.01)
    raise AssertionError("it never came")


def is_taken(folder: Path, name: str) -> bool:
    """Whether the only place with this name is taken."""
    try:
        with Places(folder, name, 1).one():
            return False
    except Busy:
        return True


# --- Workers ------------------------------------------------------------------------------


def test_a_worker_stays_warm(make_printer):
    printer = make_printer()
    first = printer.pdf("who")
    assert printer.pdf("who") == first
    assert printer.pids() == [int(first)]


def test_a_stuck_job_is_ended_at_the_limit_and_the_next_one_is_made(make_printer):
    printer = make_printer(limit=3.0)
    stuck = int(printer.pdf("who"))
    with pytest.raises(TooLong):
        printer.pdf("sleep")
    assert not is_alive(stuck)
    assert printer.pids() == []
    assert int(printer.pdf("who")) != stuck


def test_a_worker_that_never_gets_ready_is_ended_too(make_printer):
    never = (sys.executable, "-c", "import time; time.sleep(600)")
    with pytest.raises(TooLong):
        make_printer(command=never, limit=0.3).pdf("who")


def test_a_worker_that_was_killed_is_replaced(make_printer):
    printer = make_printer()
    killed = int(printer.pdf("who"))
    os.kill(killed, signal.SIGKILL)
    os.waitid(os.P_PID, killed, os.WEXITED | os.WNOWAIT)
    other = int(printer.pdf("who"))
    assert other != killed
    assert printer.pids() == [other]


def test_a_worker_that_dies_at_work_is_told_and_replaced(make_printer):
    printer = make_printer()
    with pytest.raises(Failed, match="died"):
        printer.pdf("die")
    assert printer.pids() == []
    assert printer.pdf("who")


def test_a_worker_that_cannot_start_says_why(make_printer):
    code = STUB.replace("lambda: obey", "lambda: open('/no/such/library')")
    with pytest.raises(Failed, match=r"FileNotFoundError.*/no/such/library"):
        make_printer(command=(sys.executable, "-c", code)).pdf("who")


def test_no_process_to_be_had_is_a_failure_like_any_other(make_printer):
    with pytest.raises(Failed, match="FileNotFoundError"):
        make_printer(command=("/there/is/no/such/program",)).pdf("who")


def test_what_went_wrong_is_told_without_the_page(make_printer):
    with pytest.raises(Failed) as failed:
        make_printer().pdf("fail my-secret-answer")
    assert "ValueError" in str(failed.value)
    assert "my-secret-answer" not in str(failed.value)


def test_a_worker_knows_no_keys_of_the_site(make_printer, monkeypatch):
    monkeypatch.setenv("WHIO_SECRET_KEY", "x")
    monkeypatch.setenv("DATABASE_URL", "y")
    names = make_printer().pdf("surroundings").decode().split()
    assert "TMPDIR" in names
    assert not {"WHIO_SECRET_KEY", "DATABASE_URL"} & set(names)


def test_a_worker_ends_with_its_site():
    code = (
        "import time\n"
        "from calculator.results.printing import Worker\n"
        f"worker = Worker({OBEYS!r})\n"
        "print(worker.pdf('who', 60).decode(), flush=True)\n"
        "time.sleep(600)\n"
    )
    site = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert site.stdout is not None
    worker = int(site.stdout.readline())
    assert is_alive(worker)
    site.kill()
    site.wait()
    wait_until(lambda: not is_alive(worker))
    site.stdout.close()


# --- Places -------------------------------------------------------------------------------


def test_eleven_at_once_ten_are_made_and_one_hears_that_it_is_busy(make_printer, tmp_path):
    printer = make_printer(workers=2, waiting=8)
    go = tmp_path / "go"
    threads, outcomes = in_threads(lambda: made_by(printer, f"until {go}"), 11)
    wait_until(lambda: outcomes)
    assert [type(outcome) for outcome in outcomes] == [Busy]
    go.touch()
    for thread in threads:
        thread.join()
    made = outcomes[1:]
    assert len(made) == 10
    assert all(isinstance(outcome, bytes) for outcome in made)
    # by no more than two workers
    assert len({*made}) <= 2


def test_who_waits_too_long_for_a_worker_hears_that_it_is_busy(make_printer, tmp_path):
    patient, hasty = (make_printer(workers=1, waiting=1, wait=wait) for wait in (LONG, 0.1))
    go = tmp_path / "go"
    threads, outcomes = in_threads(lambda: made_by(patient, f"until {go}"), 1)
    wait_until(lambda: is_taken(tmp_path, "desk"))
    with pytest.raises(Busy):
        made_by(hasty, "who")
    go.touch()
    threads[0].join()
    assert isinstance(outcomes[0], bytes)


def test_all_processes_of_the_site_share_the_places(make_printer, tmp_path):
    code = (
        "from pathlib import Path\n"
        "from calculator.results.printing import Printer\n"
        f"printer = Printer(Path({str(tmp_path)!r}), workers=1, waiting=0, command={OBEYS!r})\n"
        "with printer.seat():\n    printer.pdf('sleep')\n"
    )
    other = subprocess.Popen([sys.executable, "-c", code])
    wait_until(lambda: is_taken(tmp_path, "desk"))
    here = make_printer(workers=1, waiting=0)
    with pytest.raises(Busy):
        made_by(here, "who")
    # a process that dies leaves no place behind, once the system has cleared it away
    other.kill()
    other.wait()
    wait_until(lambda: not is_taken(tmp_path, "desk") and not is_taken(tmp_path, "seat"))
    assert made_by(here, "who")


def test_a_place_comes_free_again_after_a_failure(make_printer):
    printer = make_printer(workers=1, waiting=0)
    for _ in range(3):
        with pytest.raises(Failed):
            made_by(printer, "fail")
    assert made_by(printer, "who")


def test_the_folder_of_the_places_is_for_this_user_alone(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    printer = Printer(command=OBEYS)
    made_by(printer, "who")
    printer.close()
    (folder,) = tmp_path.glob(f"wat-houd-ik-over-{os.getuid()}")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert all(file.stat().st_size == 0 for file in folder.iterdir())
    folder.chmod(0o777)
    with pytest.raises(Failed):
        made_by(Printer(command=OBEYS), "who")


def test_places_that_were_swept_away_come_back(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    printer = Printer(command=OBEYS)
    first = made_by(printer, "who")
    (folder,) = tmp_path.glob(f"wat-houd-ik-over-{os.getuid()}")
    shutil.rmtree(folder)
    assert made_by(printer, "who") == first
    printer.close()


# --- What the real worker may read, and what it leaves -------------------------------------


@pytest.fixture(scope="module")
def real_worker() -> Iterator[Worker]:
    """A worker with WeasyPrint in it."""
    worker = Worker()
    yield worker
    worker.end()


PAGE = '<!doctype html><html lang="nl"><head><title>T</title></head><body>{}</body></html>'


def test_our_own_files_may_be_read():
    assert allowed_file(STYLE.as_uri()) == STYLE


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/x.png",
        "https://example.org/x.css",
        "http://localhost/x.css",
        "ftp://example.org/x",
        "file:///etc/passwd",
        "file://example.org" + STYLE.as_posix(),
        (STATIC / ".." / "settings.py").as_posix(),
        "file://" + (STATIC / ".." / "settings.py").as_posix(),
        "file://" + (STATIC / "%2e%2e" / "settings.py").as_posix(),
        "data:text/plain,hello",
        "",
    ],
)
def test_nothing_else_may_be_read(url):
    with pytest.raises(ValueError, match="our own"):
        allowed_file(url)


@pytest.mark.parametrize(
    "body",
    [
        '<img src="http://127.0.0.1:1/x.png" alt="x">',
        '<img src="file:///etc/passwd" alt="x">',
        '<link rel="stylesheet" href="http://127.0.0.1:1/x.css">',
        '<p style="background: url(data:image/png;base64,AAAA)">x</p>',
    ],
)
def test_a_page_that_asks_for_anything_else_is_not_made(real_worker, body):
    with pytest.raises(Failed, match="FatalURLFetchingError"):
        real_worker.pdf(PAGE.format(body), LONG)


def test_only_fonts_are_written_and_they_go_with_the_worker():
    worker = Worker()
    folder = Path(worker._folder.name)
    try:
        assert worker.pdf(PAGE.format("<p>my-secret-answer €</p>"), LONG).startswith(b"%PDF-1.7")
        files = [path for path in folder.rglob("*") if path.is_file()]
        assert len(files) == 4
        for file in files:
            assert file.read_bytes()[:4] == b"\0\1\0\0", "a font of TrueType outlines"
    finally:
        worker.end()
    assert not folder.exists()


def test_the_worker_gives_way_to_those_who_answer_visitors(real_worker):
    real_worker.pdf(PAGE.format("<p>1</p>"), LONG)
    own, site = os.getpriority(os.PRIO_PROCESS, real_worker.pid), os.getpriority(os.PRIO_PROCESS, 0)
    assert own == min(19, site + printing_worker.LESS_URGENT)


def test_the_worker_leaves_no_picture_of_its_memory(real_worker):
    real_worker.pdf(PAGE.format("<p>1</p>"), LONG)
    limits = Path(f"/proc/{real_worker.pid}/limits").read_text()
    (core,) = (line for line in limits.splitlines() if line.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"]
