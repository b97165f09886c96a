"""Blocks of datatrove pipelines: WARC → clean → filter → JSON Lines, with the local executor and with Ray's."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

datatrove = pytest.importorskip("datatrove", reason="the extra datatrove is not installed")

from datatrove.data import Document  # noqa: E402 - after the check
from datatrove.executor import LocalPipelineExecutor  # noqa: E402
from datatrove.pipeline.writers import JsonlWriter  # noqa: E402

from tui_reader.datatrove import ArticleCleaner, ArticleExtractor, IsArticle, ScriptConverter  # noqa: E402

# warcio leaves its temporary files to the collector.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]

PARAGRAPHS = (
    "港口的擴建工程今天動工，首期投資十二億元。市政府表示，新碼頭將在兩年後啟用，屆時貨櫃吞吐量會增加三成。",
    "附近居民擔心卡車增加，要求先修好聯外道路。工程處說，道路會在年底前拓寬，夜間不施工。",
    "航運公司則希望加快進度。他們指出，旺季時船隻在外海等候的時間，去年平均超過三十個小時。",
)
SIMPLIFIED = (
    "港口的扩建工程今天动工，软件和信息系统同时升级。市政府表示，新码头将在两年后启用，吞吐量会增加三成。",
    "附近居民担心卡车增加，要求先修好道路。工程处说，道路会在年底前拓宽，夜间不施工。",
)
ENGLISH = (
    "The harbour opened today, and the first ships came in before noon, three hours later than planned.",
    "Shipping companies had asked for more berths for years; the city council agreed last spring.",
)
MENU = "<ul>" + "".join(f"<li><a href='/{n}'>頻道{n}</a></li>" for n in range(12)) + "</ul>"


def a_page(title: str = "港口擴建動工", paragraphs: Sequence[str] = PARAGRAPHS) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f"<html><head><title>{title}</title></head><body>{MENU}<h1>{title}</h1><p>2025-02-24 09:05　記者林書遠</p>"
        f"<article>{body}</article><footer>版權所有</footer></body></html>"
    )


PAGES = {
    "https://a.example/1": a_page(),
    "https://a.example/menu": f"<html><body>{MENU}</body></html>",
    "https://b.example/2": a_page("Harbour opens", ENGLISH),
    "https://b.example/3": a_page("港口扩建动工", SIMPLIFIED),
}


def documents(pages: dict[str, str] = PAGES) -> list[Document]:
    return [Document(text=text, id=url, metadata={"url": url}) for url, text in pages.items()]


def ran(*blocks: Any) -> list[Document]:
    data: Any = documents()
    for block in blocks:
        data = block.run(data)
    return list(data)


def test_the_extractor_gives_the_body_of_articles() -> None:
    found = {document.id: document.text for document in ran(ArticleExtractor())}
    assert {"https://a.example/1", "https://b.example/3"} <= set(found)
    assert "https://a.example/menu" not in found
    assert "\n\n".join(PARAGRAPHS) == found["https://a.example/1"]


def test_the_cleaner_sets_metadata() -> None:
    found = {document.id: document for document in ran(ArticleCleaner())}
    fields = found["https://a.example/1"].metadata
    assert ("港口擴建動工", "林書遠", "2025-02-24T09:05", "hant", False) == tuple(
        fields[name] for name in ("title", "author", "published", "script", "uncertain")
    )
    assert "https://a.example/1" == fields["url"]
    assert "hans" == found["https://b.example/3"].metadata["script"]


def test_rejected_pages_can_be_kept_with_their_reason() -> None:
    (rejected,) = (it for it in ran(ArticleCleaner(keep_rejected=True)) if it.id == "https://a.example/menu")
    assert "" == rejected.text
    assert rejected.metadata["reason"]


def test_a_page_that_takes_too_long_is_dropped_and_the_next_is_cleaned() -> None:
    slow = documents({"https://slow.example/": "<p>" + "一" * 2_000_000, **PAGES})
    cleaner = ArticleCleaner(timeout=0.001)
    cleaner.timeout = 0.001
    assert [] == list(cleaner.run(iter(slow[:1])))
    assert 1 == cleaner.stats["timeout"].total


def test_a_filter_and_a_converter() -> None:
    (found,) = ran(ArticleCleaner(), IsArticle("hans", minimum=20), ScriptConverter("tw"))
    assert "軟體和資訊系統" in found.text
    reasons = {it.id: IsArticle("hans").filter(it) for it in ran(ArticleCleaner())}
    assert (False, "script") == reasons["https://a.example/1"]


def a_crawl(folder: Path) -> Path:
    """A folder with two WARC files of these pages."""
    warcwriter = pytest.importorskip("warcio.warcwriter", reason="warcio is not installed")
    headers = pytest.importorskip("warcio.statusandheaders")
    folder.mkdir()
    for number in range(2):
        with (folder / f"{number}.warc.gz").open("wb") as file:
            writer = warcwriter.WARCWriter(file, gzip=True)
            for url, page in PAGES.items():
                answer = headers.StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
                extra = {"WARC-Identified-Payload-Type": "text/html"}
                payload = io.BytesIO(page.encode())
                writer.write_record(
                    writer.create_warc_record(
                        f"{url}?{number}", "response", payload=payload, http_headers=answer, warc_headers_dict=extra
                    )
                )
    return folder


def pipeline(crawl: Path, written: Path) -> Sequence[Any]:
    readers = pytest.importorskip("datatrove.pipeline.readers")
    pytest.importorskip("magic", reason="python-magic is not installed")
    pytest.importorskip("cchardet", reason="faust-cchardet is not installed")
    return [
        readers.WarcReader(str(crawl)),
        ArticleCleaner(),
        IsArticle(),
        ScriptConverter("tw"),
        JsonlWriter(str(written)),
    ]


def written_records(folder: Path) -> dict[str, dict[str, Any]]:
    texts = (gzip.decompress(path.read_bytes()).decode() for path in sorted(folder.glob("*.gz")))
    records = (json.loads(line) for text in texts for line in text.splitlines())
    return {record["metadata"]["url"]: record for record in records}


def test_a_crawl_is_cleaned_and_a_killed_task_gives_the_same_again(tmp_path: Path) -> None:
    crawl, out, logs = a_crawl(tmp_path / "crawl"), tmp_path / "out", tmp_path / "logs"

    def run() -> None:
        LocalPipelineExecutor(list(pipeline(crawl, out)), tasks=2, workers=1, logging_dir=str(logs)).run()

    run()
    first = {path.name: path.read_bytes() for path in out.glob("*.gz")}
    records = written_records(out)
    assert {f"{url}?{n}" for n in range(2) for url in ("https://a.example/1", "https://b.example/3")} <= set(records)
    assert "軟體" in records["https://b.example/3?0"]["text"]
    (logs / "completions" / "00001").unlink()  # as after a kill: the second task was not completed
    (out / "00001.jsonl.gz").write_bytes(b"half")
    run()
    assert records == written_records(out)
    assert first.keys() == {path.name for path in out.glob("*.gz")}


ON_RAY = """
import sys

import ray
from datatrove.executor import RayPipelineExecutor
from datatrove.pipeline.readers import WarcReader
from datatrove.pipeline.writers import JsonlWriter
from tui_reader.datatrove import ArticleCleaner, IsArticle, ScriptConverter

crawl, written, logs = sys.argv[1:]
ray.init(num_cpus=2, include_dashboard=False)
steps = [WarcReader(crawl), ArticleCleaner(), IsArticle(), ScriptConverter("tw"), JsonlWriter(written)]
RayPipelineExecutor(steps, tasks=2, workers=1, logging_dir=logs).run()
"""


def test_a_crawl_is_cleaned_on_ray(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="ray is not installed")
    crawl, out = a_crawl(tmp_path / "crawl"), tmp_path / "out"
    pipeline(crawl, out)  # skips where a part is missing
    words = [sys.executable, "-c", ON_RAY, str(crawl), str(out), str(tmp_path / "logs")]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    assert 4 <= len(written_records(out))
