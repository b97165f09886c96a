"""One thread for all that is written: what is asked for first is done first, and leaving waits for all of it."""

from __future__ import annotations

from asyncio import shield, wrap_future
from contextvars import copy_context
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import Future
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor


class Writes:
    """Jobs in a row. Reads go on beside them, however long a locked library makes one wait."""

    def __init__(self) -> None:
        self._thread: ThreadPoolExecutor | None = None

    def put(self, job: Callable[[], None]) -> Future[None]:
        """Do this after all before it. Who stops waiting for the answer does not stop the job."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - the first frame writes nothing

        if self._thread is None:
            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writes")
        return shield(wrap_future(self._thread.submit(copy_context().run, job)))

    def end(self) -> None:
        """Wait until all is written. Blocks."""
        if self._thread is not None:
            self._thread.shutdown()
