"""Documents in archives and dumps of every kind."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import sys
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from tests.sources.archives import PAGE, lines_of, read, reasons, sources, tar_of, warc_of, zip_of
from tui_reader.sources import gather
from tui_reader.sources.archives import container, limits
from tui_reader.sources.archives.parquet import MISSING
from tui_reader.sources.documents import Place, Source

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Compression and containers


@pytest.mark.parametrize(
    ("ending", "pack"),
    [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress), ("zst", zstd.compress)],
)
def test_a_compressed_page_is_the_page(tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]) -> None:
    (tmp_path / f"a.html.{ending}").write_bytes(pack(PAGE))
    (source,) = sources(tmp_path)
    assert PAGE == source.data


@pytest.mark.parametrize(
    "pack", [bytes, gzip.compress, bz2.compress, lzma.compress, zstd.compress], ids=("tar", "gz", "bz2", "xz", "zst")
)
def test_a_tar_gives_its_documents_in_order(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "pages.tar"
    members = {"b/2.html": PAGE, "b/1.txt": b"one", "x.jpg": b"\xff\xd8", ".hidden.txt": b"no", "empty.txt": b""}
    path.write_bytes(pack(tar_of(members, {"link.txt": "/etc/passwd"})))
    assert [(f"{path}/b/2.html", PAGE), (f"{path}/b/1.txt", b"one")] == [(one.where, one.data) for one in sources(path)]


def test_a_zip_gives_its_documents_in_natural_order(tmp_path: Path) -> None:
    members = {
        "10.html": PAGE, "2.html": b"2", "2_files/ad.html": b"ad", "__MACOSX/2.html": b"x", ".git/a.txt": b"x", "a.py": b"x",
        "noname": b"text", "binary": b"\x7fELF\0",
    }  # fmt: skip
    path = zip_of(tmp_path / "a.zip", members)
    assert ["2.html", "10.html", "noname"] == [one.where.removeprefix(f"{path}/") for one in sources(path)]


def test_a_document_of_an_archive_can_be_read_again_by_its_path(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", {"a.txt": b"a", "d/b.txt": b"b"})
    (source,) = sources(path / "d" / "b.txt")
    assert (b"b", f"{path}/d/b.txt") == (source.data, source.path)
    assert ["no such document in the archive"] == reasons(path / "c.txt")


def test_a_name_cannot_leave_its_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(tar_of({"../../etc/a.txt": b"a", "/top/b.txt": b"b", "C:\\c.txt": b"c"}))
    assert [f"{path}/etc/a.txt", f"{path}/top/b.txt", f"{path}/C:/c.txt"] == [one.path for one in sources(path)]


def test_containers_are_recognized_by_their_bytes(tmp_path: Path) -> None:
    zip_of(tmp_path / "a.zip", {"a.txt": b"a"}).rename(tmp_path / "download")
    (tmp_path / "dump").write_bytes(gzip.compress(lines_of({"text": "甲"})))
    assert [b"a", "甲".encode()] == [one.data for name in ("download", "dump") for one in sources(tmp_path / name)]


def test_a_container_may_come_from_standard_input() -> None:
    found = list(gather(["-"], io.BytesIO(gzip.compress(lines_of({"text": "甲"}, {"text": "乙"})))))
    assert ["甲".encode(), "乙".encode()] == [one.data for one in found if isinstance(one, Source)]


def test_an_archive_without_documents_is_refused(tmp_path: Path) -> None:
    assert [container.NOTHING] == reasons(zip_of(tmp_path / "a.zip", {"a.py": b"x"}))


# Records


def test_records_of_known_dumps(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_bytes(
        lines_of(
            {"text": "C4", "timestamp": "2019-04-25T12:57:54Z", "url": "https://a.example/1"},
            {"text": "CulturaX", "timestamp": "2020/01/01", "url": "https://a.example/2", "source": "mC4"},
            {"text": "FineWeb", "id": "<urn:x>", "dump": "CC-MAIN", "url": "https://a.example/3", "date": "2020-01-01"},
            {"text": "datatrove", "id": "x", "metadata": {"url": "https://a.example/4"}},
            {"html": "<p>HTML</p>", "url": "https://a.example/5", "title": "標題", "published": "2024-05-06"},
            {"content": "no address"},
        )
    )
    found = sources(path)
    assert [*(f"https://a.example/{number}" for number in range(1, 6)), f"{path}/line 6"] == [one.path for one in found]
    assert [b"C4", b"CulturaX", b"FineWeb", b"datatrove"] == [one.data for one in found[:4]]
    page = found[4].data.decode()
    assert all(part in page for part in ("<p>HTML</p>", "<h1>標題</h1>", 'content="2024-05-06"'))


def test_elements_of_an_array(tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    path.write_bytes(json.dumps([{"text": "甲" * 100_000}, {"text": "乙]}"}, {"text": '"丙'}], indent=1).encode())
    assert ["甲" * 100_000, "乙]}", '"丙'] == [one.data.decode() for one in sources(path)]


def test_an_object_over_several_lines(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps({"text": "甲", "url": "https://a.example/1"}, indent=2, ensure_ascii=False), "utf-8")
    assert ["https://a.example/1"] == [one.path for one in sources(path)]


def test_tables_in_a_zip_are_read_only_if_they_are_a_service_s(tmp_path: Path) -> None:
    members = {"data.csv": b"a,b\n1,2\n", "settings.json": b"7", "part.json": lines_of({"text": "甲"})}
    assert ["甲".encode()] == [one.data for one in sources(zip_of(tmp_path / "a.zip", members))]


def test_a_damaged_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines_of({"text": "甲"}) + b'{"text": "cut\n' + lines_of({"text": "乙"}, {"other": 1}, 7))
    found = read(path)
    assert ["Source", "Refused", "Source", "Refused", "Refused"] == [type(one).__name__ for one in found]
    assert (f"{path}/line 2", "not a line of JSON") == (found[1].where, reasons(path)[0])


def test_lines_that_are_no_records_end_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines_of({"text": "甲"}) + b"no\n" * 1000)
    said = reasons(path)
    assert limits.MOST_DAMAGED + 1 == len(said)
    assert "more than 100 lines in a row are not JSON" in said[-1]


def test_parquet_rows(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    rows = {"text": [f"第{number}行" for number in range(200)], "url": [f"https://a.example/{n}" for n in range(200)]}
    parquet.write_table(pyarrow.table(rows | {"score": [0.5] * 200}), path)
    found = sources(path)
    assert (200, "第199行".encode(), "https://a.example/199") == (len(found), found[-1].data, found[-1].path)


def test_parquet_without_its_library_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1" + bytes(20))
    assert [MISSING] == reasons(tmp_path / "a.parquet")


# Crawls and books


@pytest.mark.parametrize("is_packed", [True, False])
def test_pages_of_a_crawl(tmp_path: Path, *, is_packed: bool) -> None:
    found = sources(warc_of(tmp_path / "a.warc.gz", is_packed=is_packed))
    assert [
        ("https://a.example/1", PAGE, "utf-8"),
        ("https://a.example/2", "正文".encode("gbk"), "gbk"),
        ("https://a.example/3", "純文字".encode(), "utf-8"),
    ] == [(one.path, one.data, one.charset) for one in found]


OPF = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>海港故事</dc:title><dc:creator>林書遠</dc:creator><dc:date>2021-03-04T00:00:00Z</dc:date></metadata><manifest>
<item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="text/%E4%BA%8C.xhtml"/><item id="a" href="text/1.xhtml"/>
<item id="c" href="cover.xhtml"/></manifest><spine><itemref idref="c"/><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/>
</spine></package>"""


def book_of(path: Path, opf: str = OPF) -> Path:
    rootfile = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    chapter = "<html><head><title>{}</title></head><body><p>" + "船隻陸續進港。" * 20 + "</p></body></html>"
    members = {
        "mimetype": b"application/epub+zip", "META-INF/container.xml": rootfile.encode(), "OEBPS/book.opf": opf.encode(),
        "OEBPS/nav.xhtml": chapter.format("目次").encode(), "OEBPS/cover.xhtml": b"<html><body><img/></body></html>",
        "OEBPS/text/1.xhtml": chapter.format("第一章").encode(), "OEBPS/text/二.xhtml": chapter.format("第二章").encode(),
    }  # fmt: skip
    return zip_of(path, members)


def test_chapters_of_a_book_in_reading_order(tmp_path: Path) -> None:
    path = book_of(tmp_path / "book.epub")
    found = sources(path)
    assert [f"{path}/OEBPS/text/1.xhtml", f"{path}/OEBPS/text/二.xhtml"] == [one.path for one in found]
    head = found[0].data.partition(b"</head>")[0].decode("ascii", "replace")
    assert all(
        text.encode("ascii", "xmlcharrefreplace").decode() in head for text in ("林書遠", "海港故事", "2021-03-04")
    )


def test_entities_of_a_book_are_not_expanded(tmp_path: Path) -> None:
    bomb = OPF.replace("<package", '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><package', 1)
    (said,) = reasons(book_of(tmp_path / "book.epub", bomb))
    assert "entities are not read" in said


# Progress and memory


def test_the_total_is_estimated_and_exact_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    texts = ["".join(chr(19968 + (number * 7919 + at * at) % 20000) for at in range(900)) for number in range(400)]
    path.write_bytes(gzip.compress(lines_of(*({"text": text} for text in texts))))
    gathered = gather([str(path)])
    totals = [gathered.total for _ in gathered]
    assert (400, 400) == (totals[-1], len(totals))
    assert all(300 < total < 500 for total in totals[100:])


def test_memory_is_flat(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wt", compresslevel=1) as file:
        for number in range(4000):
            file.write(json.dumps({"text": f"{number} " + "字" * 500}) + "\n")
    tracemalloc.start()
    count = sum(1 for _ in gather([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (4000, True) == (count, peak < 4 * limits.MIB)


def test_places_of_members() -> None:
    place = Place("a.zip", "/d/a.zip")
    assert Place("a.zip/x/y", "/d/a.zip/x/y") == place.inside("./x/../y".replace("..", "."))
    assert Place("-/line 1", None) == Place("-", None).inside("line 1")
