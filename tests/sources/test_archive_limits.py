"""Limits of archives, and damaged ones."""

from __future__ import annotations

import bz2
import gzip
import lzma
import sys
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.sources.archives import lines_of, read, reasons, tar_of, zip_of
from tui_reader.model import Refused
from tui_reader.sources.archives import contents, limits, objects, zipped
from tui_reader.sources.documents import Source

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
