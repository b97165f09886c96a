"""Clean many documents in several processes; results come in order.

Documents are submitted in chunks, and only enough are read ahead to keep every process busy, so memory use does not
grow with the number of documents. Each worker process reads from a pipe whose other end the main process holds; when
that end closes, also because the main process was killed, the worker exits immediately.

A worker that crashes breaks the whole pool. Its pending documents are then repeated, those of the first chunk one by
one, so that only the document that causes the crash is rejected. Where no process can be started, the work is done in
the main process.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, redirect_stderr
from itertools import islice
from multiprocessing import get_context, resource_tracker
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING, Generic, TypeVar

from tui_reader.app.preparing import Job, done
from tui_reader.locale import language, use
from tui_reader.model import Cleaned, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.connection import Connection

ENOUGH = 33
"""Minimum number of documents for worker processes. Starting them takes as long as cleaning thirty pages; for short
texts they pay from a hundred on, and cost a fraction of a second below that."""
MOST = 8
"""Maximum number of worker processes: one process stores their results and cannot keep up with more."""
CHUNK = 16
"""Documents in a chunk: 0.1 s of work, against 1 ms for submitting it."""
CHUNK_BYTES = 2**20
"""Bytes of documents from which a chunk is complete."""
AHEAD = 3
"""Chunks in progress for each process: running, queued, and done but not stored."""
BYTES_AHEAD = 64 * 2**20
"""Bytes of documents in progress; a single document may exceed them."""

DIED = "the cleaner crashed on it (its process died)"

T = TypeVar("T")
Result = Cleaned | Refused
Answers = Future[list[Result]]


def processes_for(documents: int) -> int:
    """Number of processes that should clean this many documents; 1: the main process alone."""
    return min(_cores(), MOST) if documents >= ENOUGH else 1


def _cores() -> int:
    """CPUs available to this process."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    errands: Iterable[tuple[T, Job | None]], processes: int, awaited: Callable[[str], None] = lambda _where: None
) -> Generator[tuple[T, Result | None], None, None]:
    """Run each errand's job; yield (errand, result) in order as results arrive, with None for errands without a job.

    The errand None says that no other is ready yet: what is there is worked on meanwhile, and it comes back as it is.
    `awaited` is called with the place of the document whose result is waited for; of several that are waited for
    together, the largest. Close the generator or exhaust it: that ends the processes.
    """
    pool = _Pool(processes) if processes > 1 else None
    if pool is None or not pool.starts():
        for errand, job in errands:
            if job is not None:
                awaited(job.where)
            yield errand, job.done() if job is not None else None
        return
    try:
        yield from _Queue(pool, iter(errands), awaited).answered()
    finally:
        pool.stop()


class _Chunk(Generic[T]):
    """Errands, and the future of their results."""

    def __init__(self, errands: list[tuple[T, Job | None]]) -> None:
        self.errands = errands
        self.jobs = [job for _, job in errands if job is not None]
        self.size = sum(len(job.data) for job in self.jobs)
        self.answers: Answers | None = None

    def answered(self, results: Iterable[Result]) -> Iterator[tuple[T, Result | None]]:
        answers = iter(results)
        for errand, job in self.errands:
            yield errand, None if job is None else next(answers)


class _Queue(Generic[T]):
    """Chunks submitted to the pool, in order."""

    def __init__(self, pool: _Pool, errands: Iterator[tuple[T, Job | None]], awaited: Callable[[str], None]) -> None:
        self._pool = pool
        self._awaited = awaited
        self._errands = errands
        self._waiting: deque[_Chunk[T]] = deque()

    def answered(self) -> Iterator[tuple[T, Result | None]]:
        self._fill()
        while self._waiting:
            chunk = self._waiting.popleft()
            if chunk.jobs:
                self._awaited(max(chunk.jobs, key=lambda job: len(job.data)).where)
            results = self._results(chunk)
            self._fill()
            yield from chunk.answered(results)

    def _fill(self) -> None:
        while len(self._waiting) < AHEAD * self._pool.processes and self._size() < BYTES_AHEAD:
            chunk = _Chunk(_taken(self._errands))
            if not chunk.errands:
                return
            chunk.answers = self._pool.submit(chunk.jobs)
            self._waiting.append(chunk)
            if chunk.errands[-1][0] is None:
                return

    def _size(self) -> int:
        return sum(chunk.size for chunk in self._waiting)

    def _results(self, chunk: _Chunk[T]) -> list[Result]:
        try:
            return chunk.answers.result() if chunk.answers is not None else self._again(chunk)
        except BrokenProcessPool:
            return self._again(chunk)

    def _again(self, chunk: _Chunk[T]) -> list[Result]:
        """After a crash: run this chunk's jobs one by one, then resubmit the chunks behind it."""
        self._pool.restart()
        results = [self._pool.alone(job) for job in chunk.jobs]
        for waiting in self._waiting:
            waiting.answers = self._pool.submit(waiting.jobs)
        return results


def _taken(errands: Iterator[tuple[T, Job | None]]) -> list[tuple[T, Job | None]]:
    """Take the next chunk of errands; it ends where no other is ready yet."""
    taken: list[tuple[T, Job | None]] = []
    size = 0
    for errand, job in islice(errands, CHUNK):
        taken.append((errand, job))
        size += len(job.data) if job is not None else 0
        if size >= CHUNK_BYTES or errand is None:
            break
    return taken


class _Pool:
    """Worker processes that exit when the main process does."""

    def __init__(self, processes: int) -> None:
        self.processes = processes
        self._executor: ProcessPoolExecutor | None = None
        self._leash: tuple[Connection, Connection] | None = None

    def starts(self) -> bool:
        """Start the processes; False if the system allows none."""
        try:
            self._start()
            answers = self.submit([])
            return answers is not None and answers.result() == []
        except (OSError, ImportError, NotImplementedError, BrokenProcessPool):
            self.stop()
            return False

    def submit(self, jobs: list[Job]) -> Answers | None:
        """Submit jobs; None if the pool is broken or no process can be started."""
        try:
            with _undisturbed():  # a process may be started for it
                return self._executor.submit(done, jobs) if self._executor is not None else None
        except (BrokenProcessPool, OSError):
            return None

    def alone(self, job: Job) -> Result:
        """Run one job in an otherwise idle pool, so that a crash can be attributed to it."""
        answers = self.submit([job])
        if answers is None:
            return job.done()
        try:
            return answers.result()[0]
        except BrokenProcessPool:
            self.restart()
            return Refused(job.where, DIED)

    def restart(self) -> None:
        """Replace all processes by fresh ones; pending work is lost."""
        self.stop()
        self._start()

    def stop(self) -> None:
        """Kill the processes, also during a job."""
        for end in self._leash or ():
            end.close()
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
        self._executor = self._leash = None

    def _start(self) -> None:
        _start_tracker()
        context = get_context("spawn")  # what is forked from a process with threads may find their locks taken
        self._leash = context.Pipe(duplex=False)
        with _undisturbed():
            self._executor = ProcessPoolExecutor(self.processes, context, _begin, (self._leash[0], language()))


def _start_tracker() -> None:
    """Start multiprocessing's resource tracker while standard error is a real file: it inherits that descriptor.

    Textual replaces standard error by an object without a file descriptor.
    """
    if os.name == "posix":
        with redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()


def _begin(lifeline: Connection, language: str) -> None:
    """Initialize a worker process: its messages are in this language. Its output is discarded: it would be written over the screen."""
    use(language)
    Thread(target=_end_with, args=(lifeline,), daemon=True).start()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _end_with(lifeline: Connection) -> None:
    try:
        lifeline.poll(None)
    finally:
        os._exit(0)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start processes that ignore Ctrl-C from their first instruction; the main process ends them.

    The main process receives the signal afterwards. Blocking the signal is not enough: another thread, such as those of
    NumPy, may receive it meanwhile.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        with _postponed():
            yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _postponed() -> Iterator[None]:
    """Deliver Ctrl-C at the end of the context. Only the main thread is interrupted by it or may install a handler."""
    usual = signal.getsignal(signal.SIGINT)
    if current_thread() is not main_thread() or not callable(usual):
        yield
        return
    heard: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _frame: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
        if heard:
            signal.raise_signal(signal.SIGINT)
