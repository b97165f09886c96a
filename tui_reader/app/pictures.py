"""Pictures of an article that were imported with it: files beside a saved page, parts of an .mhtml file, `data:` URIs.

Nothing is fetched. Files are taken only from the folder of the imported file.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NotBase64
from contextlib import suppress
from email import message_from_bytes
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.app.session import Session

MOST = 20
"""Maximum pictures of an article."""

LARGEST = 20_000_000
"""Maximum bytes of a picture."""

SAVED = ("_files", ".files")
"""Ends of the folder in which a browser stores the parts of a page."""

_DATA = re.compile(
    rb"<img\b[^>]{0,500}?\ssrc\s*=\s*[\"']?data:image/[a-z.+-]+;base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE
)
_MIME = re.compile(rb"^(?:mime-version|content-type\s*:\s*multipart)", re.IGNORECASE | re.MULTILINE)
_HEADERS = 8192


class FoundPicture(NamedTuple):
    """Bytes of an image file. `number`: index among the article's images, None if it is not one of these."""

    data: bytes
    number: int | None = None


def pictures_of(session: Session, article_id: int) -> tuple[FoundPicture, ...]:
    """Pictures in reading order, `data:` URIs last. Raises UnknownId."""
    stored = session.library.stored(article_id)
    source = session.library.source(article_id)
    parts = dict(_parts(source))
    found = (
        FoundPicture(data, number)
        for number, address in enumerate(stored.article.images)
        if (data := parts.get(address) or _file_data(stored.row.path, address)) is not None
    )
    inline = (FoundPicture(data) for data in _inline(source))
    return tuple(picture for picture in (*found, *inline) if len(picture.data) <= LARGEST)[:MOST]


def _parts(source: bytes) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of the images in a MIME message."""
    if not _MIME.search(source[:_HEADERS]):
        return
    for part in message_from_bytes(source).walk():
        data = part.get_payload(decode=True) if part.get_content_maintype() == "image" else None
        address = part.get("Content-Location")
        if address and isinstance(data, bytes):
            yield str(address).strip(), data


def _file_data(imported: str | None, address: str) -> bytes | None:
    """Bytes of the file for an address, beside the imported file; None if there is none."""
    if imported is None:
        return None
    page, named = Path(imported), PurePosixPath(unquote(urlsplit(address).path))
    candidates = [page.with_name(page.stem + end) / named.name for end in SAVED]
    if not urlsplit(address).scheme and not named.is_absolute():
        candidates.append(page.parent / named)
    for candidate in candidates:
        with suppress(OSError, ValueError):
            file = candidate.resolve()
            if file.is_relative_to(page.parent.resolve()) and file.is_file() and file.stat().st_size <= LARGEST:
                return file.read_bytes()
    return None


def _inline(source: bytes) -> Iterator[bytes]:
    for found in _DATA.finditer(source):
        with suppress(NotBase64, ValueError):
            yield b64decode(found[1])
