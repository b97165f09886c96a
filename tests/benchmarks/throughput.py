"""Throughput of cleaning and tagging with several processes, and memory over many pages.

    python -m tests.benchmarks.throughput [--corpus DIR] [--count N] [--processes N]

Nothing is stored. Texts of about 10 kB are taken from `DIR/text` again and again; the time that the processes need to start and
to load their tables is not counted. Memory is that of this process, over as many pages of `DIR/html` and `DIR/text`.
"""

import argparse
import resource
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, process_time

from tests.benchmarks.cleaning import CORPUS, Page, pages
from tui_reader.app.preparing import Job
from tui_reader.app.workers import AHEAD, CHUNK, in_order
from tui_reader.cleaning import clean
from tui_reader.errors import SourceError

LEAST, MOST = 7_500, 12_500
"""Bytes of a text of about 10 kB."""
STEPS = 4
"""Times that the memory is looked at."""


def texts_a_second(texts: Sequence[Page], count: int, processes: int) -> float:
    """How many texts a second are cleaned and tagged, once all processes are at work."""
    warm = AHEAD * CHUNK * processes
    answers = in_order(((None, job) for job in _jobs(texts, count + warm)), processes)
    for _ in islice(answers, warm):
        pass
    start = perf_counter()
    done = sum(1 for _ in answers)
    return done / (perf_counter() - start)


def _jobs(texts: Sequence[Page], count: int) -> Iterator[Job]:
    return (Job(page.name, page.name, page.data) for page in islice(cycle(texts), count))


def seconds_a_text(texts: Sequence[Page], count: int) -> float:
    """Processor time that a text takes one process: unlike the clock's, a busy machine changes it little."""
    for job in _jobs(texts, len(texts)):
        job.done()
    start = process_time()
    for job in _jobs(texts, count):
        job.done()
    return (process_time() - start) / count


def peaks(documents: Sequence[Page], count: int) -> Iterator[tuple[int, float]]:
    """The most memory that this process had so far, in MB, after so many pages, STEPS times."""
    unit = 2**20 if sys.platform == "darwin" else 2**10
    for number, page in enumerate(islice(cycle(documents), count), 1):
        with suppress(SourceError):
            clean(page.data, name=page.name)
        if number % max(count // STEPS, 1) == 0:
            yield number, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="a folder with html/ and text/")
    parser.add_argument("--count", type=int, default=1000, help="texts, and pages")
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    html, every = pages(arguments.corpus / "html", ".html"), pages(arguments.corpus / "text", ".txt")
    texts = [page for page in every if LEAST <= len(page.data) <= MOST]
    size = sum(len(page.data) for page in texts) / max(len(texts), 1)
    rate = texts_a_second(texts, arguments.count, arguments.processes)
    print(
        f"{rate:.0f} texts a second by {arguments.processes} processes ({len(texts)} texts, {size / 1e3:.1f} kB each)"
    )
    seconds = seconds_a_text(texts, arguments.count)
    print(f"{1e3 * seconds:.2f} ms of processor time each, {1 / seconds:.0f} a second and core")
    for number, peak in peaks([*html, *every], arguments.count):
        print(f"{peak:.0f} MB at most over {number} pages")


if __name__ == "__main__":
    main()
