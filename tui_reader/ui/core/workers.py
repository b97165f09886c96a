"""Work outside the screen's thread: each read in a thread of its own, all writes in one thread, in order.

A job is a plain callable that touches no widget. Its result is passed to `done` on the screen's thread; if it raises a
`TuiReaderError`, `failed` is called and the message shown.
"""

from __future__ import annotations

from asyncio import shield, wrap_future
from contextvars import copy_context
from typing import TYPE_CHECKING, TypeVar

from textual.worker import get_current_worker

from tui_reader.errors import TuiReaderError, UnknownId

if TYPE_CHECKING:
    from asyncio import Future
    from collections.abc import Callable, Iterator
    from concurrent.futures import ThreadPoolExecutor

    from textual.app import App

Result = TypeVar("Result")


class Writer:
    """One thread for all writes. Reads continue beside it, however long a locked library delays it."""

    def __init__(self) -> None:
        self._thread: ThreadPoolExecutor | None = None

    def put(self, job: Callable[[], None]) -> Future[None]:
        """Run a job after all previous ones. Cancelling the future does not stop a job that has begun."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - the first frame writes nothing

        if self._thread is None:
            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writes")
        return shield(wrap_future(self._thread.submit(copy_context().run, job)))

    async def all_done(self) -> None:
        """Wait until all jobs put so far are done."""
        if self._thread is not None:
            await self.put(lambda: None)

    def end(self) -> None:
        """Wait until all jobs are done. Blocks."""
        if self._thread is not None:
            self._thread.shutdown()


def in_thread(job: Callable[[], None]) -> Future[None]:
    """Run a job in a thread of its own, which exiting does not wait for."""
    from concurrent.futures import Future as Answer  # noqa: PLC0415 - the first frame needs none
    from threading import Thread  # noqa: PLC0415

    answer: Answer[None] = Answer()

    def run() -> None:
        answer.set_running_or_notify_cancel()  # a future that is running is not cancelled with the worker that awaits it
        try:
            job()
        except BaseException as error:  # noqa: BLE001 - raised where the answer is awaited
            answer.set_exception(error)
        else:
            answer.set_result(None)

    Thread(target=copy_context().run, args=(run,), daemon=True).start()
    return wrap_future(answer)


class Workers:
    """Runs jobs for an app. `unkept`: messages of writes that failed while it was `leaving`."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self.writer = Writer()
        self.leaving = False
        self.unkept: list[str] = []

    def read(
        self, job: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[], None] | None = None
    ) -> None:
        """Run a job that changes nothing in a thread of its own. Exiting does not wait for it."""
        self._app.run_worker(in_thread(lambda: self._run(job, done, failed)))

    def complete(
        self, job: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[], None] | None = None
    ) -> None:
        """Same for a job with effects outside the library. Exiting waits for its end."""
        self._app.run_worker(lambda: self._run(job, done, failed), thread=True)

    def stream(
        self,
        job: Callable[[], Iterator[Result]],
        each: Callable[[Result], None],
        failed: Callable[[], None] | None = None,
        *,
        name: str = "",
    ) -> None:
        """Run a job that yields several results, in a worker of its own. Exiting stops it after the current result."""
        self._app.run_worker(lambda: self._run_each(job, each, failed), name, thread=True)

    def write(
        self,
        job: Callable[[], Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Run a job that writes, after all previous ones."""
        self._app.run_worker(self.writer.put(lambda: self._run(job, done, failed, is_write=True)))

    def _run(
        self,
        job: Callable[[], Result],
        done: Callable[[Result], None] | None,
        failed: Callable[[], None] | None,
        *,
        is_write: bool = False,
    ) -> None:
        try:
            result = job()
        except TuiReaderError as error:
            if is_write and self.leaving:
                self.unkept.append(str(error))
            # What is read of an article that was deleted meanwhile is no fault that concerns a person.
            is_passed_over = isinstance(error, UnknownId) and not is_write
            self._app.call_later(self._fail, error, failed, is_told=not is_passed_over)
        else:
            if done is not None:
                self._app.call_later(done, result)

    def _run_each(
        self, job: Callable[[], Iterator[Result]], each: Callable[[Result], None], failed: Callable[[], None] | None
    ) -> None:
        worker = get_current_worker()
        try:
            for result in job():
                if worker.is_cancelled:
                    return
                self._app.call_later(each, result)
        except TuiReaderError as error:
            self._app.call_later(self._fail, error, failed)

    def _fail(self, error: TuiReaderError, failed: Callable[[], None] | None, *, is_told: bool = True) -> None:
        if failed is not None:
            failed()
        if is_told:
            self._app.notify(str(error), severity="error", markup=False)


class LatestRequest:
    """Passes on the results of the latest request only; `exclusive=True` does not stop a thread."""

    def __init__(self) -> None:
        self._latest: object = None

    def __bool__(self) -> bool:
        return self._latest is not None

    def begin(self, done: Callable[[Result], None]) -> Callable[[Result], None]:
        """Wrap `done` for a new request: it is called unless a newer one began or this one was ended."""
        self._latest = ticket = object()
        return lambda result: done(result) if self._latest is ticket else None

    def on_failure(self, failed: Callable[[], None]) -> Callable[[], None]:
        """Wrap `failed` for the latest request in the same way."""
        ticket = self._latest
        return lambda: failed() if self._latest is ticket else None

    def end(self) -> None:
        """Ignore results of the pending request."""
        self._latest = None
