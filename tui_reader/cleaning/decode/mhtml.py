"""Pages saved as MIME messages (.mhtml, .mht, .eml): extracts the HTML part and its URL."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from email.message import Message

LOOK = 8192
"""Maximum bytes of a message header."""

_HEADER = re.compile(rb"\s{0,8}(?:[!-9;-~]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")
_MIME = re.compile(rb"^(?:mime-version\s*:|content-type\s*:\s*(?:multipart/|text/html))", re.IGNORECASE | re.MULTILINE)
_ADDRESSES = ("Snapshot-Content-Location", "Content-Location", "Content-Base")


class SavedPage(NamedTuple):
    """Bytes of a page, the charset its message declares, and its URL."""

    data: bytes
    charset: str | None = None
    address: str | None = None


def open_saved(data: bytes) -> SavedPage:
    """The page in a MIME message; `data` itself if it is not one."""
    head = _HEADER.match(data[:LOOK])
    if head is None or not _MIME.search(head.group()):
        return SavedPage(data)
    message = message_from_bytes(data)
    parts = [part for part in message.walk() if not part.is_multipart()]
    page = next(_of_type(parts, "text/html"), None) or next(_of_type(parts, "text/plain"), None)
    body = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(body, bytes) or not body.strip():
        return SavedPage(data)
    return SavedPage(body, page.get_content_charset(), _address(message, page))


def _of_type(parts: list["Message[str, str]"], wanted: str) -> Iterator["Message[str, str]"]:
    return (part for part in parts if part.get_content_type() == wanted)


def _address(message: "Message[str, str]", page: "Message[str, str]") -> str | None:
    """URL of the page according to the message or its part."""
    stated = [part.get(name) for part in (message, page) for name in _ADDRESSES]
    return next((str(address).strip() for address in stated if address and "://" in str(address)), None)
