"""Archives made for tests."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from typing import TYPE_CHECKING

from tui_reader.model import Refused
from tui_reader.sources import gather
from tui_reader.sources.documents import Source

if TYPE_CHECKING:
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
