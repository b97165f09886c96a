"""Mails and newsgroup posts as text: RFC 5322 header lines, a message, a signature.

    From: 林小滿 <xm@example.org>      or: 寄件者, 发件人, 寄信人
    Subject: =?utf-8?B?5Yaw5bqr?=      or: 主旨, 主题, 标题
    Date: Mon, 10 Jun 2019 21:15:00 +0800

    message
    --
    signature

Mail programs print the same headers in Chinese; newsgroup posts add their own. Boards whose first row also names the board
(發信人: nick, 看板: X) are read by `comments.post_headers`.
"""

import re
from collections.abc import Mapping, Sequence
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.utils import parseaddr, parsedate_to_datetime
from typing import NamedTuple

from tui_reader.cleaning.markup.blocks import Declared
from tui_reader.cleaning.markup.harmless import harmless_line
from tui_reader.cleaning.markup.unwrap import between, may_go_on
from tui_reader.cleaning.patterns.dates import iso_of
from tui_reader.text.cells import width_as_written
from tui_reader.text.fold import fold

MOST_LINES = 100
"""Maximum lines of headers."""
MOST_QUOTED, MOST_ENDS = 5, 2
"""Maximum mails quoted within one another, and signatures and footers at the end; bounds the work on hostile texts."""
MOST_SIGNED = 30
"""Maximum lines of a signature; a longer part below a line of hyphens is text."""
WRAPPED = (48, 80)
"""Cells of a line that a mail program wrapped."""

_NAMES: Mapping[str, tuple[str, ...]] = {
    "author": ("from", "发件人", "寄件者", "寄件人", "寄信人", "发信人"),
    "title": ("subject", "主题", "主旨", "标题"),
    "published": (
        *("date", "sent", "日期", "时间", "发送时间", "发送日期", "寄件日期", "传送时间", "传送日期", "发信时间"),
    ),
    "groups": ("newsgroups",),
}
"""Folded names of header lines by the field that they declare."""
_MEANING = {name: meaning for meaning, names in _NAMES.items() for name in names}
_OTHER = (
    "|to|cc|bcc|received|sender|organization|organisation|references|importance|lines|path|xref|keywords|priority|approved"
    "|distribution|收件人|收件者|收信人|抄送|副本|密件抄送|密件副本|附件|重要性|优先级|优先顺序|回复|回复至|发信站|组织|"
)
"""Folded names of further header lines."""
_LINE = re.compile(
    r"(?P<name>[!-9;-~]{2,40}|[^\W\d_ -~][^\x00-~：]{0,5}(?:\s{1,2}[^\x00-~：]{1,2})?)\s?[:：]\s*(?P<value>.*)$"
)
_FOLDED = re.compile(r"[ \t]+\S")
_BOARD = re.compile(r"(?:信区|看板|版面|站内)\s?:?")
_SEPARATOR = re.compile(
    r"(?:[>\s]|-\s)*(?:-{2,}|_{4,})\s*(?:原始(?:邮件|信件|讯息)|original message|回复的原邮件|转发的?邮件(?:信息)?|转寄的?邮件"
    r"|转寄讯息|forwarded message)\s*(?:-{2,}|_{4,})?\s*$"
)
_RULE = re.compile(r"_{20,}\s*$")
"""Above the original in Outlook, and above the footer of a mailing list."""
_MAILTO = re.compile(r"\s*\[(?:mailto:)?[^\[\]]*@[^\[\]]*\]")
_NEW_PARAGRAPH = re.compile(r"[ \t\u3000]|[-*+•●‧][ \t]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)]|[(（]")


Headers = Sequence[tuple[str, str]]
"""Header lines: (name, value)."""


class Mail(NamedTuple):
    """A message: what its headers declare, their source lines, its text, the quoted original below it, and the signature."""

    declared: Declared
    headers: tuple[str, ...]
    text: str
    original: str = ""
    signature: tuple[str, ...] = ()


def joined_rows(rows: Sequence[str]) -> list[str]:
    """Lines of a message, joined where a mail program wrapped them: wide lines that end within a sentence. Blank lines stay."""
    paragraphs: list[list[str]] = []
    goes_on = False
    for row in rows:
        text = row.rstrip()
        if goes_on and text and not _NEW_PARAGRAPH.match(row):
            paragraphs[-1].append(between(paragraphs[-1][-1], text) + text)
        else:
            paragraphs.append([text])
        goes_on = may_go_on(text, width_as_written(text), *WRAPPED)
    return ["".join(parts) for parts in paragraphs]


def read_mail(text: str) -> Mail | None:
    """The mail in a text; None if it does not begin with a sender and a subject."""
    text = text.lstrip("\ufeff\r\n \t")
    if not _LINE.match(text.partition("\n")[0]):
        return None
    return _mail_at(text.split("\n"), 0, MOST_QUOTED)


def split_message(text: str, headers: Headers) -> Mail:
    """A message with its headers: the original that it quotes in full, and the signature, set apart."""
    return _mail(text.split("\n"), headers, [f"{name}: {value}" for name, value in headers], MOST_QUOTED)


def _mail_at(rows: Sequence[str], start: int, depth: int) -> Mail | None:
    """The mail whose headers begin in row `start`; at most `depth` mails within it are set apart."""
    end = start + _headers_end(rows[start : start + MOST_LINES])
    headers = _unfolded(rows[start:end])
    return _mail(rows[end:], headers, rows[start:end], depth) if _is_mail(headers) else None


def _mail(rows: Sequence[str], headers: Headers, lines: Sequence[str], depth: int) -> Mail:
    """The mail of a message's rows. A forwarded mail is taken itself if the sender wrote nothing above it.

    `lines`: the headers as printed.
    """
    at, inner = _find_original(rows, depth)
    above, signature = _without_signature(rows[:at])
    if inner is not None and not any(map(str.strip, above)):
        return inner._replace(headers=(*lines, *inner.headers))
    mail = Mail(declared_by_headers(headers), tuple(lines), "\n".join(above), "", tuple(signature))
    if inner is None:
        return mail
    original = "\n".join(part for part in (inner.text, inner.original) if part)
    return mail._replace(headers=(*lines, *inner.headers), original=original, signature=(*signature, *inner.signature))


def _find_original(rows: Sequence[str], depth: int) -> tuple[int, Mail | None]:
    """Row where a mail within the message begins, and that mail: below a separator, which counts as a header, or at its own
    headers.
    """
    for index, row in enumerate(rows if depth else ()):
        separated = bool(_SEPARATOR.match(fold(row)) or _RULE.match(row))
        match = _LINE.match(row)
        if separated or (match and _meaning(match["name"]) == "author"):
            start = next((i for i in range(index + separated, len(rows)) if rows[i].strip()), len(rows))
            inner = _mail_at(rows, start, depth - 1)
            if inner is not None:
                return index, inner._replace(headers=(*rows[index : index + separated], *inner.headers))
    return len(rows), None


def declared_by_headers(headers: Headers) -> Declared:
    """Subject, sender's name and date of header lines (name, value)."""
    said: dict[str, str] = {}
    for name, value in headers:
        if (meaning := _meaning(name)) and value.strip():
            said.setdefault(meaning, value.strip())
    return Declared(
        title=harmless_line(_decoded(said.get("title", ""))),
        author=harmless_line(_sender(said.get("author", ""))),
        source=harmless_line(said.get("groups")),
        published=_date(said.get("published", "")),
        is_writer=True,
        is_own=True,
    )


def _is_mail(headers: Headers) -> bool:
    """Whether there are a sender or newsgroup, and a subject, and the sender is no board's row."""
    meanings = {_meaning(name): value for name, value in headers}
    sent = ("author" in meanings or "groups" in meanings) and "title" in meanings
    return sent and not _BOARD.search(fold(meanings.get("author", "")))


def _headers_end(rows: Sequence[str]) -> int:
    """Number of header lines at the beginning, with their continuations."""
    for index, row in enumerate(rows[:MOST_LINES]):
        match = _LINE.match(row)
        if not (match and _is_header(match["name"])) and not (index and _FOLDED.match(row)):
            return index
    return min(len(rows), MOST_LINES)


def _is_header(name: str) -> bool:
    key = _key(name)
    return key in _MEANING or f"|{key}|" in _OTHER or (key.isascii() and "-" in key and key.replace("-", "").isalnum())


def _key(name: str) -> str:
    return "".join(fold(name).split())


def _meaning(name: str) -> str | None:
    return _MEANING.get(_key(name))


def _unfolded(rows: Sequence[str]) -> list[tuple[str, str]]:
    """(name, value) of header lines, continuations joined."""
    headers: list[tuple[str, str]] = []
    for row in rows:
        match = None if headers and _FOLDED.match(row) else _LINE.match(row)
        if match:
            headers.append((match["name"], " ".join(match["value"].split())))
        elif headers:
            name, value = headers[-1]
            headers[-1] = (name, " ".join([value, *row.split()]))
    return headers


def _decoded(value: str) -> str:
    """A value with its encoded words (RFC 2047) decoded."""
    if "=?" not in value:
        return value
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, UnicodeDecodeError, ValueError):
        return value


def _sender(value: str) -> str | None:
    """Display name of a sender; None if only an address is given."""
    name, address = parseaddr(_MAILTO.sub("", value).replace("（", "(").replace("）", ")"))
    name = _decoded(name or ("" if "@" in address else _MAILTO.sub("", value))).strip(" \"'")
    return name if name and "@" not in name else None


def _date(value: str) -> str | None:
    """A date as mails or mail programs print it, in the sender's time: ISO 8601."""
    if found := iso_of(fold(value)):
        return found
    try:
        return parsedate_to_datetime(value).replace(tzinfo=None).isoformat()
    except (ValueError, OverflowError):  # a year or zone of many digits
        return None


def _without_signature(rows: Sequence[str]) -> tuple[list[str], list[str]]:
    """(message, signature and mailing list footer): what follows the last lines of two hyphens or of a list's rule."""
    end = len(rows)
    for _ in range(MOST_ENDS):
        marks = range(end - 1, max(0, end - MOST_SIGNED), -1)
        end = next((i for i in marks if rows[i].rstrip() == "--" or _RULE.match(rows[i])), end)
    return list(rows[:end]), list(rows[end:])
