"""What a server's status and media type mean for a person who wanted an article."""

from __future__ import annotations

from typing import Final

from tui_reader.errors import SourceBinary, SourceUnreachable
from tui_reader.locale import _

_STATUSES: Final = {
    401: "the page needs a login (401)",
    402: "the page must be paid for (402)",
    403: "the server denies access (403)",
    404: "not found (404)",
    406: "the server denies access (406)",
    410: "removed for good (410)",
    429: "the server asks for fewer requests (429); try later",
    451: "not available for legal reasons (451)",
}
_TRANSIENT: Final = frozenset({408, 425, 429})

_KINDS: Final = {
    "application/pdf": "a PDF document",
    "application/zip": "a ZIP archive",
    "application/gzip": "a gzip archive",
    "application/epub+zip": "an EPUB book",
    "application/msword": "a Word document",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "a Word document",
    "application/javascript": "a script",
    "text/javascript": "a script",
    "text/css": "a style sheet",
}
_FAMILIES: Final = {"image": "a picture", "audio": "a sound", "video": "a video", "font": "a font"}
_TEXTS: Final = frozenset({"", "application/octet-stream", "application/json", "application/xml", "message/rfc822"})
"""Types besides text/* and …+xml that may be an article; the decoder looks at the bytes."""


class ServerBusy(SourceUnreachable):
    """The server wants fewer requests."""


_BUSY: Final = frozenset({429, 503})


def check_status(status: int, where: str) -> None:
    """Raises SourceUnreachable unless the status is one of success."""
    if status // 100 == 2:
        return
    reason = _STATUSES.get(status) or (
        _("the server failed ({status}); try later").format(status=status)
        if status // 100 == 5
        else _("the server answered with status {status}").format(status=status)
    )
    kind = ServerBusy if status in _BUSY else SourceUnreachable
    raise kind(where, reason, lasting=status // 100 == 4 and status not in _TRANSIENT)


def media_type(content_type: str) -> str:
    """`text/html` of `Text/HTML; charset=gbk`."""
    return content_type.partition(";")[0].strip().lower()


def check_type(kind: str, where: str) -> None:
    """Raises SourceBinary for a type that cannot be an article."""
    family = kind.partition("/")[0]
    known = _KINDS.get(kind) or _FAMILIES.get(family)
    if known is None and (family in {"text", "multipart"} or kind in _TEXTS or kind.endswith(("+xml", "+json"))):
        return
    raise SourceBinary(where, _("{kind}, not a web page").format(kind=_(known) if known else kind))
