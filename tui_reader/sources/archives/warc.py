"""Pages and texts in WARC and WET files: responses with HTML, and the plain texts that a crawl has made of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from tui_reader.model import Refused
from tui_reader.sources.archives.limits import TOO_LARGE
from tui_reader.sources.documents import Source
from tui_reader.sources.reading import MAX_BYTES

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

    from tui_reader.sources.documents import Place

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_OK: Final = "200"


def pages_of(stream: io.BufferedReader, place: Place) -> Iterator[Source | Refused]:
    """The pages of a file. Raises what reading a damaged one raises."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - only where there is such a file
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    try:
        for record in ArchiveIterator(stream):
            if _is_page(record):
                yield _page(record, place)
    except ArchiveLoadFailed as error:
        raise ValueError(str(error)) from None


def _is_page(record: Any) -> bool:
    if record.rec_type == "conversion":
        return True
    if record.rec_type == "resource":
        return _media_type(record.rec_headers.get_header("Content-Type")) in _PAGES
    if record.rec_type != "response" or record.http_headers is None:
        return False
    is_found = record.http_headers.get_statuscode() == _OK
    return is_found and _media_type(record.http_headers.get_header("Content-Type")) in _PAGES


def _page(record: Any, place: Place) -> Source | Refused:
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    where = place.inside(address or "?")
    data = record.content_stream().read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return Refused(where.named, TOO_LARGE)
    if not data:
        return Refused(where.named, "empty")
    is_web = address.startswith(("http://", "https://"))
    return Source(where.named, address if is_web else where.path, data, _charset(record), origin=where.path)


def _charset(record: Any) -> str | None:
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    found = _CHARSET.search(headers.get_header("Content-Type") or "")
    return found[1] if found else "utf-8" if record.rec_type == "conversion" else None


def _media_type(value: str | None) -> str:
    return (value or "text/html").partition(";")[0].strip().lower()
