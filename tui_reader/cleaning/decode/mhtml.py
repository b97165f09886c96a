"""Pages and mails in MIME messages (.mhtml, .mht, .eml): extracts the text part, its URL, and the headers of a mail."""

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from email.message import Message

LOOK = 8192
"""Maximum bytes of a message header."""

_HEADER = re.compile(rb"\s{0,8}(?:[!-9;-~]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")
_MIME = re.compile(
    rb"^(?:mime-version\s*:|content-transfer-encoding\s*:|content-type\s*:\s*(?:multipart/|text/html))",
    re.IGNORECASE | re.MULTILINE,
)
_MAIL_HEADERS = ("From", "To", "Cc", "Subject", "Date", "Newsgroups")
_ADDRESSES = ("Snapshot-Content-Location", "Content-Location", "Content-Base")


class SavedPage(NamedTuple):
    """Bytes of a page, the charset its message declares, its URL, and (name, value) of the headers of a mail, as written."""

    data: bytes
    charset: str | None = None
    address: str | None = None
    headers: tuple[tuple[str, str], ...] = ()


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
    charset = page.get_content_charset()
    return SavedPage(body, charset, _address(message, page), _mail_headers(message, charset))


def _of_type(parts: list["Message[str, str]"], wanted: str) -> Iterator["Message[str, str]"]:
    return (part for part in parts if part.get_content_type() == wanted)


def _mail_headers(message: "Message[str, str]", charset: str | None) -> tuple[tuple[str, str], ...]:
    """Headers of a mail; none for a page that a browser saved: its sender is a program without an address."""
    values = {name.lower(): _unescaped(str(value), charset) for name, value in reversed(list(message.raw_items()))}
    if "@" not in values.get("from", ""):
        return ()
    return tuple((name, value) for name in _MAIL_HEADERS if (value := values.get(name.lower())))


def _unescaped(value: str, charset: str | None) -> str:
    """A header value with the bytes decoded that a program wrote without encoding them: UTF-8, or in the message's `charset`."""
    if value.isascii():
        return value
    data = value.encode("utf-8", "surrogateescape")
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8")
    try:
        return data.decode(charset or "gb18030", "replace")
    except LookupError:  # no such charset
        return data.decode("gb18030", "replace")


def _address(message: "Message[str, str]", page: "Message[str, str]") -> str | None:
    """URL of the page according to the message or its part."""
    stated = [part.get(name) for part in (message, page) for name in _ADDRESSES]
    return next((str(address).strip() for address in stated if address and "://" in str(address)), None)
