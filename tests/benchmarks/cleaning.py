"""Speed and quality of cleaning, compared with other extractors: `python -m tests.benchmarks.cleaning [--corpus DIR]`.

The peers are an extra of their own (`pip install tui-reader[peers]`); those that are not installed are left out. A corpus
is a folder with `html/ID.html`, `text/ID.txt` and `gold/ID.json` (whose `body` is a list of texts); without one the
pages under `tests/pages` are timed. Each page is cleaned several times and its best time counts (`--rounds 1` shows how
a page fares that is met for the first time). Peers that want text instead of bytes are given it decoded, and that time is
not counted against them.
"""

import argparse
import gc
import importlib
import json
import os
import statistics
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from tests.pages.measure import f1
from tui_reader.cleaning import clean
from tui_reader.cleaning.decode.decoding import decode
from tui_reader.errors import SourceError

PROJECT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("TUI_READER_CORPUS", PROJECT.parent / "shared" / "corpus"))
ROUNDS = 3
FAILURES = (ValueError, TypeError, LookupError, AttributeError, OSError, AssertionError)
"""What peers raise on pages that they cannot read; such a page counts as empty."""

Extract = Callable[[bytes], str | None]


class Page(NamedTuple):
    """A document and, where a person made one, the body it should give."""

    name: str
    data: bytes
    body: str | None


class Result(NamedTuple):
    """Seconds a page, and the body found."""

    seconds: float
    body: str


def ours(data: bytes, name: str | None = None) -> str | None:
    with suppress(SourceError):
        return "\n".join(passage.text for passage in clean(data, name=name).article.body)
    return None


def trafilatura() -> Extract:
    extract: Extract = importlib.import_module("trafilatura").extract
    return extract


def readability() -> Extract:
    module, html = importlib.import_module("readability"), importlib.import_module("lxml.html")
    return lambda data: html.fromstring(module.Document(_text(data)).summary()).text_content()


def resiliparse() -> Extract:
    tree, text = (importlib.import_module(f"resiliparse.{part}") for part in ("parse.html", "extract.html2text"))
    return lambda data: text.extract_plain_text(tree.HTMLTree.parse(_text(data)), main_content=True)


def newspaper() -> Extract:
    module = importlib.import_module("newspaper")
    importlib.import_module("newspaper.languages.zh")  # fails here, and not in the middle of a page

    def extract(data: bytes) -> str:
        article = module.Article("https://example.org/", language="zh", fetch_images=False)
        article.download(input_html=_text(data))
        article.parse()
        return str(article.text)

    return extract


def gne() -> Extract:
    extractor = importlib.import_module("gne").GeneralNewsExtractor()
    return lambda data: extractor.extract(_text(data))["content"]


def tree_alone() -> Extract:
    module = importlib.import_module("bs4")

    def build(data: bytes) -> None:
        module.BeautifulSoup(data, "lxml")

    return build


PEERS: dict[str, Callable[[], Extract]] = {
    "trafilatura": trafilatura,
    "readability-lxml": readability,
    "resiliparse": resiliparse,
    "newspaper4k": newspaper,
    "gne": gne,
    "BeautifulSoup alone": tree_alone,
}
_DECODED: dict[bytes, str] = {}


def _text(data: bytes) -> str:
    if data not in _DECODED:
        _DECODED[data] = decode(data, "page").text
    return _DECODED[data]


def pages(folder: Path, suffix: str) -> list[Page]:
    """The documents of one form, with what they should give where the folder has it."""
    return [
        Page(path.name, path.read_bytes(), _gold(folder.parent / "gold", path.stem))
        for path in sorted(folder.glob(f"*{suffix}"))
    ]


def _gold(folder: Path, stem: str) -> str | None:
    path = folder / f"{stem}.json"
    if not path.is_file():
        return None
    body: list[Any] = json.loads(path.read_text("utf-8"))["body"]
    return "\n".join(piece if isinstance(piece, str) else piece["text"] for piece in body)


def measured(extracts: Mapping[str, Extract], documents: list[Page], rounds: int) -> dict[str, list[Result]]:
    """The best of some rounds for each document; all take turns at a page, so that a busy machine is busy for all."""
    results: dict[str, list[Result]] = {name: [] for name in extracts}
    for extract in extracts.values():  # what they load when first used is not counted
        _timed(extract, documents[0].data)
    gc.collect()
    gc.freeze()  # what the peers keep in memory (dictionaries of words) is no burden of the others then
    for page in documents:
        for name, extract in extracts.items():
            results[name].append(min(_timed(extract, page.data) for _ in range(rounds)))
    return results


def _timed(extract: Extract, data: bytes) -> Result:
    """Processor time, which a busy machine changes less than the clock's."""
    body = None
    start = process_time()
    with suppress(*FAILURES):
        body = extract(data)
    return Result(process_time() - start, body or "")


def told(name: str, documents: list[Page], results: list[Result], yardstick: float | None) -> str:
    """A line of the table: median, rate, how often our median, F1."""
    median = statistics.median(result.seconds for result in results)
    rate = sum(len(page.data) for page in documents) / sum(result.seconds for result in results) / 1e6
    scores = [f1(page.body, result.body) for page, result in zip(documents, results, strict=True) if page.body]
    quality = f"F1 {statistics.mean(scores):.3f}" if scores and any(result.body for result in results) else ""
    ratio = f"{median / yardstick:5.2f} of trafilatura" if yardstick else ""
    return f"{name:20s} {1e3 * median:8.2f} ms a page  {rate:6.2f} MB/s  {ratio:22s} {quality}"


def installed() -> Iterator[tuple[str, Extract]]:
    """The peers that are here."""
    for name, load in PEERS.items():
        try:
            yield name, load()
        except ImportError:
            print(f"{name:20s} not installed")


def main() -> None:
    """Print the comparison for HTML, and our own figures for text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="a folder with html/, text/ and gold/")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="times each page is cleaned; the best counts")
    arguments = parser.parse_args()
    folder, rounds = arguments.corpus, arguments.rounds
    known = (folder / "html").is_dir()
    html = pages(folder / "html" if known else PROJECT / "tests" / "pages" / "sources", ".html")
    text = pages(folder / "text" if known else PROJECT / "seeds", ".txt")
    results = measured({"tui-reader": ours, **dict(installed())}, html, rounds)
    reference = results.get("trafilatura")
    yardstick = statistics.median(result.seconds for result in reference) if reference else None
    print(f"{len(html)} pages of HTML, {sum(len(page.data) for page in html) / 1e6:.1f} MB")
    for name, found in results.items():
        print(told(name, html, found, yardstick))
    print(f"{len(text)} texts, {sum(len(page.data) for page in text) / 1e6:.2f} MB")
    print(told("tui-reader", text, measured({"tui-reader": ours}, text, rounds)["tui-reader"], None))


if __name__ == "__main__":
    main()
