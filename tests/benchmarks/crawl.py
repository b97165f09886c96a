"""Pages per second and core of datatrove's Trafilatura block and of ours, in the same pipeline over one WARC file.

    python -m tests.benchmarks.crawl --corpus FOLDER [--pages 10000] [--workers 2]

FOLDER/html/*.html are the pages, repeated until there are enough. Needs the extra datatrove, trafilatura and lxml_html_clean.
The figures are the blocks' own times, as datatrove counts them: reading and writing are left out.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.extractors import Trafilatura
from datatrove.pipeline.readers import WarcReader
from datatrove.pipeline.writers import JsonlWriter

from tui_reader.datatrove import ArticleCleaner, ArticleExtractor

TIMEOUT = 30.0


def main() -> None:
    """Print a line for each block, and what 10^8 pages would take on a core."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        crawl = Path(folder, "crawl")
        crawl.mkdir()
        files = sorted((asked.corpus / "html").glob("*.html"))
        for part in range(asked.workers):
            write_warc(crawl / f"{part}.warc.gz", files, asked.pages // asked.workers)
        rates = {}
        for block in (Trafilatura(timeout=TIMEOUT), ArticleExtractor(TIMEOUT), ArticleCleaner(TIMEOUT)):
            rates[block.name] = measured(block, crawl, Path(folder, type(block).__name__), asked.workers)
        first = next(iter(rates.values()))
        for name, rate in rates.items():
            days = 1e8 / rate / 86_400
            print(
                f"{name}: {rate:.1f} pages a second and core, {rate / first:.2f} times; 10^8 pages: {days:.0f} core-days"
            )
        print(f"largest process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


def write_warc(path: Path, files: list[Path], pages: int) -> None:
    """A WARC file with so many responses."""
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number in range(pages):
            answer = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
            record = writer.create_warc_record(
                f"https://site{number % 97}.example/{number}", "response", payload=io.BytesIO(files[number % len(files)].read_bytes()),
                http_headers=answer, warc_headers_dict={"WARC-Identified-Payload-Type": "text/html"},
            )  # fmt: skip
            writer.write_record(record)


def measured(block: Any, crawl: Path, folder: Path, workers: int) -> float:
    """Pages per second and core of the block in a pipeline from WARC to JSON Lines."""
    steps = [WarcReader(str(crawl)), block, JsonlWriter(str(folder / "out"))]
    began = time.monotonic()
    LocalPipelineExecutor(steps, tasks=workers, workers=workers, logging_dir=str(folder / "logs")).run()
    print(f"{block.name}: {time.monotonic() - began:.0f} s in all")
    stats = json.loads((folder / "logs" / "stats.json").read_text("utf-8"))[1]
    return float(
        stats["stats"]["total"]["total"] if isinstance(stats["stats"]["total"], dict) else stats["stats"]["total"]
    ) / float(stats["time_stats"]["total"])


if __name__ == "__main__":
    main()
