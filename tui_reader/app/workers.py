"""Many documents cleaned by several processes at once, in order.

Documents are handed over some at a time, and no more are read ahead than keep every process busy: memory stays flat
however many come. Each process is on a leash, a pipe that the first process holds the other end of: when that end is
let go, by will or because its holder is no more, the process ends at once, whatever it is at.

A process that dies at its work takes the others' work in hand with it. Then the documents in question are done again,
the first of them one by one, so that the one that kills is found, refused, and stops nobody else. Where processes
cannot be had at all, the work is done here.
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
from tui_reader.model import Cleaned, Refused

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from multiprocessing.connection import Connection

ENOUGH = 33
"""Documents from which other processes are started. That takes as long as cleaning thirty pages; for short texts it pays
from a hundred on, and costs a fraction of a second before."""
MOST = 8
"""Processes. One process stores what they all bring, and cannot keep up with more."""
CHUNK = 16
"""Documents handed over at a time: a tenth of a second of work, against a thousandth for the handing over."""
CHUNK_BYTES = 2**20
"""Bytes of documents from which a chunk is full."""
AHEAD = 3
"""Chunks in hand for each process: at work, waiting for it, done and waiting to be stored."""
BYTES_AHEAD = 64 * 2**20
"""Bytes of documents in hand; one document alone may be as large."""

DIED = "the cleaner broke down over it (its process died)"

T = TypeVar("T")
Result = Cleaned | Refused
Answers = Future[list[Result]]


def processes_for(documents: int) -> int:
    """How many processes are to clean so many documents; 1 means this one alone."""
    return min(_cores(), MOST) if documents >= ENOUGH else 1


def _cores() -> int:
    """Those this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(errands: Iterable[tuple[T, Job | None]], processes: int) -> Generator[tuple[T, Result | None], None, None]:
    """Each errand's job done, in order, as it becomes ready; what has no job comes back with None.

    Close the iterator, or exhaust it: the processes end with it.
    """
    pool = _Pool(processes) if processes > 1 else None
    if pool is None or not pool.starts():
        for errand, job in errands:
            yield errand, job.done() if job is not None else None
        return
    try:
        yield from _Queue(pool, iter(errands)).answered()
    finally:
        pool.stop()


class _Chunk(Generic[T]):
    """Some errands, and the answers to come."""

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
    """Errands on their way to the pool and back."""

    def __init__(self, pool: _Pool, errands: Iterator[tuple[T, Job | None]]) -> None:
        self._pool = pool
        self._errands = errands
        self._waiting: deque[_Chunk[T]] = deque()

    def answered(self) -> Iterator[tuple[T, Result | None]]:
        self._fill()
        while self._waiting:
            chunk = self._waiting.popleft()
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

    def _size(self) -> int:
        return sum(chunk.size for chunk in self._waiting)

    def _results(self, chunk: _Chunk[T]) -> list[Result]:
        try:
            return chunk.answers.result() if chunk.answers is not None else self._again(chunk)
        except BrokenProcessPool:
            return self._again(chunk)

    def _again(self, chunk: _Chunk[T]) -> list[Result]:
        """The pool is broken: this chunk's jobs one by one, then the chunks behind it as before."""
        self._pool.restart()
        results = [self._pool.alone(job) for job in chunk.jobs]
        for waiting in self._waiting:
            waiting.answers = self._pool.submit(waiting.jobs)
        return results


def _taken(errands: Iterator[tuple[T, Job | None]]) -> list[tuple[T, Job | None]]:
    """The next chunk's errands."""
    taken: list[tuple[T, Job | None]] = []
    size = 0
    for errand, job in islice(errands, CHUNK):
        taken.append((errand, job))
        size += len(job.data) if job is not None else 0
        if size >= CHUNK_BYTES:
            break
    return taken


class _Pool:
    """Processes on a leash."""

    def __init__(self, processes: int) -> None:
        self.processes = processes
        self._executor: ProcessPoolExecutor | None = None
        self._leash: tuple[Connection, Connection] | None = None

    def starts(self) -> bool:
        """Start; whether processes can be had here."""
        try:
            self._start()
            answers = self.submit([])
            return answers is not None and answers.result() == []
        except (OSError, ImportError, NotImplementedError, BrokenProcessPool):
            self.stop()
            return False

    def submit(self, jobs: list[Job]) -> Answers | None:
        """Have these done; None where the pool is broken, or a process cannot be had."""
        try:
            with _undisturbed():  # a process may be started for it
                return self._executor.submit(done, jobs) if self._executor is not None else None
        except (BrokenProcessPool, OSError):
            return None

    def alone(self, job: Job) -> Result:
        """One job with nothing beside it, so that it is known what killed a process."""
        answers = self.submit([job])
        if answers is None:
            return job.done()
        try:
            return answers.result()[0]
        except BrokenProcessPool:
            self.restart()
            return Refused(job.where, DIED)

    def restart(self) -> None:
        """New processes in place of all."""
        self.stop()
        self._start()

    def stop(self) -> None:
        """End them, in the middle of their work too."""
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
            self._executor = ProcessPoolExecutor(self.processes, context, _begin, (self._leash[0],))


def _start_tracker() -> None:
    """Have multiprocessing's own helper started while standard error is a file: it cannot be handed on else.

    A screen that catches what is printed puts something in its place that is none.
    """
    if os.name == "posix":
        with redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()


def _begin(leash: Connection) -> None:
    """In each process first of all. What it may still say would end up in the middle of somebody's screen."""
    Thread(target=_end_with, args=(leash,), daemon=True).start()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _end_with(leash: Connection) -> None:
    try:
        leash.poll(None)
    finally:
        os._exit(0)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """What is started inside never hears of Ctrl-C, not even while it starts: it is the first process that ends it.

    The first process hears of it afterwards. Blocking the signal is not enough for that: another thread, such as those of
    NumPy, may take it meanwhile.
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
    """Ctrl-C inside counts at the end. Only the main thread is interrupted by it, and only it can say so."""
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
