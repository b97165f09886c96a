"""Many documents, several processes: order, memory, crashes, and the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.app.pages import Killer, Sleeper, job, write_stories
from tui_reader.app import workers
from tui_reader.app.workers import DIED, in_order, processes_for
from tui_reader.model import Cleaned, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.app.preparing import Job

PROJECT = Path(__file__).parents[2]
PATIENCE = 30.0

COUNTED_IMPORTS = """
import sys
from tui_reader.app import workers
print(*sorted(sys.modules))
"""


def titles(answers: Iterator[tuple[int, Cleaned | Refused | None]]) -> list[tuple[int, str | None]]:
    return [(number, answer.article.title if isinstance(answer, Cleaned) else None) for number, answer in answers]


def title(number: int) -> str:
    return f"临江港扩建工程第{number}期动工 首期投资十二亿元"


def test_few_documents_are_cleaned_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_cores", lambda: 4)
    assert [1, 1, 4] == [processes_for(count) for count in (0, workers.ENOUGH - 1, workers.ENOUGH)]
    monkeypatch.setattr(workers, "_cores", lambda: 64)
    assert workers.MOST == processes_for(10_000)


@pytest.mark.parametrize("processes", [1, 2])
def test_answers_come_in_order_and_what_has_no_job_among_them(processes: int) -> None:
    errands = [(number, None if number % 7 == 3 else job(number)) for number in range(60)]
    expected = [(number, None if number % 7 == 3 else title(number)) for number in range(60)]
    assert expected == titles(in_order(errands, processes))


def test_no_more_is_read_ahead_than_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "CHUNK", 2)
    read = 0

    def endless() -> Iterator[tuple[int, Job | None]]:
        nonlocal read
        while True:
            read += 1
            yield read, job(read)

    answers = in_order(endless(), 2)
    for _ in range(20):
        next(answers)
    assert 20 < read <= 20 + 2 * (2 * workers.AHEAD + 2)
    answers.close()


def test_large_documents_are_not_piled_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "BYTES_AHEAD", len(job(0).data))
    monkeypatch.setattr(workers, "CHUNK_BYTES", 1)
    errands = ((number, job(number)) for number in range(10))
    answers = in_order(errands, 2)
    next(answers)
    assert next(errands)[0] <= 3
    answers.close()


@pytest.mark.slow
def test_what_kills_a_process_is_refused_and_nothing_else() -> None:
    killer = Killer("killer.txt", None, b"")
    errands = [(number, killer if number in {5, 40} else job(number)) for number in range(70)]
    answers = list(in_order(errands, 2))
    assert {number: Refused("killer.txt", DIED) for number in (5, 40)} == {
        number: answer for number, answer in answers if isinstance(answer, Refused)
    }
    assert [title(number) for number in range(70) if number not in {5, 40}] == [
        answer.article.title for _, answer in answers if isinstance(answer, Cleaned)
    ]


def test_closing_ends_a_process_in_the_middle_of_its_work(tmp_path: Path) -> None:
    marks = [tmp_path / str(number) for number in range(2)]
    errands: list[tuple[int, Job | None]] = [(n, job(n)) for n in range(workers.CHUNK)]
    errands += [(n, Sleeper(str(mark), None, b"")) for n, mark in enumerate(marks)]
    answers = in_order(errands, 2)
    next(answers)
    end = time.monotonic() + PATIENCE
    while not marks[0].exists():
        assert time.monotonic() < end
        time.sleep(0.01)
    start = time.monotonic()
    answers.close()
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("error", [OSError, NotImplementedError, ImportError])
def test_where_processes_cannot_be_had_the_work_is_done_here(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def no_pool(*_: object) -> None:
        raise error("no semaphores here")

    monkeypatch.setattr(workers, "ProcessPoolExecutor", no_pool)
    assert [(0, title(0)), (1, title(1))] == titles(in_order([(0, job(0)), (1, job(1))], 2))


def test_a_process_loads_neither_library_nor_screen() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNTED_IMPORTS], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "tui_reader.cleaning" in loaded
    assert set() == loaded & {"sqlite3", "textual", "rich", "tui_reader.library", "tui_reader.app.session"}


def children(pid: int) -> set[int]:
    return {
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    }


def is_there(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path(f"/proc/self/task/{os.getpid()}/children").exists(), reason="needs Linux's /proc")
@pytest.mark.parametrize(("sent", "expected"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
@pytest.mark.slow
def test_an_import_that_is_ended_leaves_no_process_and_no_word(
    tmp_path: Path, sent: signal.Signals, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if workers._cores() == 1:
        pytest.skip("one core has no use for several processes")
    folder = write_stories(tmp_path / "many", 600)
    monkeypatch.setenv("TUI_READER_DATA_DIR", str(tmp_path / "data"))
    with subprocess.Popen(
        [sys.executable, "-m", "tui_reader", "import", str(folder)],
        cwd=PROJECT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    ) as process:  # fmt: skip
        end = time.monotonic() + PATIENCE
        while len(started := children(process.pid)) < 3 and process.poll() is None:  # two, and multiprocessing's own
            assert time.monotonic() < end
            time.sleep(0.005)
        if sent == signal.SIGINT:  # as a terminal does it: everybody hears it
            os.killpg(process.pid, sent)
        else:
            process.kill()
        out, err = process.communicate(timeout=PATIENCE)
    assert (expected, b"") == (process.returncode, out)
    assert sent == signal.SIGKILL or err == b""  # else multiprocessing tells what it had to clean up
    while any(map(is_there, started)):
        assert time.monotonic() < end, "a process is left behind"
        time.sleep(0.01)
