"""Documents in archives and dumps: every kind, every limit, and damaged files."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import sys
import tarfile
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import pytest

from tui_reader.model import Refused
from tui_reader.sources import gather
from tui_reader.sources.archives import container, contents, limits, objects, zipped
from tui_reader.sources.archives.parquet import MISSING
from tui_reader.sources.documents import Place, Source

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = "<html><head><title>港口</title></head><body><p>港口今天重新開放。</p></body></html>".encode()


def read(path: Path) -> list[Source | Refused]:
    return [found for found in gather([str(path)]) if isinstance(found, Source | Refused)]


def sources(path: Path) -> list[Source]:
    found = read(path)
    assert [] == [one for one in found if isinstance(one, Refused)]
    return [one for one in found if isinstance(one, Source)]


def reasons(path: Path) -> list[str]:
    return [one.reason for one in read(path) if isinstance(one, Refused)]


def zip_of(path: Path, members: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def tar_of(members: dict[str, bytes], links: dict[str, str] | None = None) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for name, target in (links or {}).items():
            link = tarfile.TarInfo(name)
            link.type, link.linkname = tarfile.SYMTYPE, target
            tar.addfile(link)
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def lines_of(*records: object) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def warc_of(path: Path, *, is_packed: bool = True) -> Path:
    def record(kind: str, address: str, content: bytes, media_type: str) -> bytes:
        head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: {media_type}\r\n"
        whole = f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"
        return gzip.compress(whole) if is_packed else whole

    def response(address: str, data: bytes, kind: str, status: str = "200 OK") -> bytes:
        content = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + data
        return record("response", address, content, "application/http; msgtype=response")

    path.write_bytes(
        record("warcinfo", "", b"software: x\r\n", "application/warc-fields")
        + response("https://a.example/1", PAGE, "text/html; charset=utf-8")
        + response("https://a.example/picture", b"\x89PNG", "image/png")
        + response("https://a.example/gone", PAGE, "text/html", "404 Not Found")
        + response("https://a.example/2", "正文".encode("gbk"), "text/html; charset=gbk")
        + record("conversion", "https://a.example/3", "純文字".encode(), "text/plain")
    )
    return path


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
    path.write_bytes(tar_of({"../../etc/a.txt": b"a", "/root/b.txt": b"b", "C:\\c.txt": b"c"}))
    assert [f"{path}/etc/a.txt", f"{path}/root/b.txt", f"{path}/C:/c.txt"] == [one.path for one in sources(path)]


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


# Limits


def test_a_document_over_the_limit_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (contents, objects, zipped):
        monkeypatch.setattr(module, "MAX_BYTES", 1000)
    members = {"1.txt": b"a", "2.txt": bytes(range(32, 127)) * 20, "3.txt": b"c"}
    for path in (zip_of(tmp_path / "a.zip", members), tmp_path / "a.tar", tmp_path / "a.jsonl"):
        if path.suffix == ".tar":
            path.write_bytes(tar_of(members))
        elif path.suffix == ".jsonl":
            path.write_bytes(lines_of(*({"text": data.decode()} for data in members.values())))
        found = read(path)
        assert [b"a", b"c"] == [one.data for one in found if isinstance(one, Source)]
        assert [limits.TOO_LARGE] == [one.reason for one in found if isinstance(one, Refused)]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstd.compress])
def test_a_bomb_is_stopped_with_flat_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setattr(limits, "RATIO_FROM", 2**22)
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(pack(lines_of({"text": "甲"}) + (b" " * 2**16 + b"\n") * 2**8))
    tracemalloc.start()
    found = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [limits.BOMB] == [one.reason for one in found if isinstance(one, Refused)]
    assert "甲".encode() == next(one.data for one in found if isinstance(one, Source))
    assert peak < 12 * limits.MIB


def test_members_of_a_zip_count_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RATIO_FROM", 2**20)
    path = zip_of(tmp_path / "bomb.zip", {f"{number}.txt": b" " * 2**19 for number in range(9)})
    assert limits.BOMB == reasons(path)[-1]


def test_a_container_in_a_container_is_opened_and_one_in_it_is_not(tmp_path: Path) -> None:
    third = zip_of(tmp_path / "3", {"3.txt": b"3"}).read_bytes()
    second = zip_of(tmp_path / "2", {"2.txt": b"2", "third.zip": third}).read_bytes()
    path = zip_of(
        tmp_path / "a.zip", {"1.txt": b"1", "second.zip": second, "z.jsonl.gz": gzip.compress(lines_of({"text": "z"}))}
    )
    found = read(path)
    assert [b"1", b"2", b"z"] == [one.data for one in found if isinstance(one, Source)]
    assert [(f"{path}/second.zip/third.zip", limits.NESTED)] == [
        (one.where, one.reason) for one in found if isinstance(one, Refused)
    ]


def test_encrypted_members_are_named(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", {"a.txt": b"aaaa", "b.txt": b"bbbb"}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"a.txt"))
    data[at + 8] |= 1
    path.write_bytes(data)
    assert [limits.ENCRYPTED] == reasons(path)


def test_too_many_documents_end_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_MEMBERS", 3)
    (tmp_path / "a.jsonl").write_bytes(lines_of(*[{"text": "甲"}] * 5))
    found = read(tmp_path / "a.jsonl")
    assert (3, [limits.TOO_MANY]) == (len(found) - 1, reasons(tmp_path / "a.jsonl"))


# Damage


def cases() -> dict[str, bytes]:
    records = lines_of(*({"text": f"第{number}行" + "".join(map(chr, range(19968, 20968)))} for number in range(300)))
    tar = tar_of({f"{number}.txt": records[number * 997 : number * 997 + 3000] for number in range(100)})
    return {
        "jsonl.gz": gzip.compress(records), "jsonl.bz2": bz2.compress(records), "jsonl.xz": lzma.compress(records),
        "jsonl.zst": zstd.compress(records), "tar": tar, "tar.gz": gzip.compress(tar),
    }  # fmt: skip


@pytest.mark.parametrize("kind", sorted(cases()))
def test_a_truncated_archive_keeps_what_was_read_and_says_so(tmp_path: Path, kind: str) -> None:
    data = cases()[kind]
    path = tmp_path / f"a.{kind}"
    path.write_bytes(data[: len(data) * 6 // 10])
    found = read(path)
    said = [one.reason for one in found if isinstance(one, Refused)]
    assert any("damaged or cut off here" in reason or "not a line of JSON" in reason for reason in said)


def test_a_damaged_member_of_a_zip_is_named(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", {"a.txt": b"aaaa", "b.txt": b"bbbb"}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"aaaa", b"aXaa"))
    found = read(path)
    assert [f"{path}/a.txt", f"{path}/b.txt"] == [one.where for one in found]
    assert "damaged (" in reasons(path)[0]


def test_a_zip_without_its_index_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", {"a.txt": b"aaaa"})
    path.write_bytes(path.read_bytes()[:-30])
    assert ["damaged or cut off here; no document was read before (File is not a zip file)"] == reasons(path)


@pytest.mark.parametrize(
    "data", [b"\x1f\x8b\x08garbage", b"PK\x03\x04garbage", b"PAR1garbage", b"WARC/1.0\r\nx", b"BZh9x"]
)
def test_garbage_is_refused_with_a_reason(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    assert 1 == len(reasons(tmp_path / "a.zip"))


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
