"""The formats by name: `md`, `txt`, `html`, `epub`, `jsonl`."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import PurePath

    from tui_reader.exports.document import Document

Format = Literal["md", "txt", "html", "epub", "jsonl"]
FORMATS: tuple[Format, ...] = get_args(Format)

_SUFFIXES: dict[str, Format] = {".markdown": "md", ".text": "txt", ".htm": "html", ".xhtml": "html", ".json": "jsonl"}


def format_of(path: PurePath) -> Format | None:
    """The format that a file's suffix names; None if it names none."""
    suffix = path.suffix.lower()
    return next((name for name in FORMATS if suffix == f".{name}"), _SUFFIXES.get(suffix))


def text_pieces(documents: Iterator[Document], form: Format, title: str | None = None) -> Iterator[str]:
    """The documents as one text in a format other than `epub`, in pieces. `title`: of an HTML page."""
    match form:
        case "md":
            from tui_reader.exports.markdown import markdown_pieces  # noqa: PLC0415 - only the format asked for is loaded

            return markdown_pieces(documents)
        case "html":
            from tui_reader.exports.web import page_pieces  # noqa: PLC0415 - see above

            return page_pieces(documents, title)
        case "jsonl":
            from tui_reader.exports.records import record_lines  # noqa: PLC0415 - see above

            return record_lines(documents)
        case _:
            from tui_reader.exports.plain import text_pieces as plain_pieces  # noqa: PLC0415 - see above

            return plain_pieces(documents)


def write_documents(
    file: BinaryIO, documents: Iterator[Document], form: Format, *, now: datetime, title: str | None = None
) -> None:
    """Write the documents into one file in UTF-8. `now`: aware, in UTC; for EPUB."""
    if form == "epub":
        from tui_reader.exports.epub import write_epub  # noqa: PLC0415 - see above

        write_epub(file, documents, title, now)
    else:
        file.writelines(piece.encode("utf-8", "replace") for piece in text_pieces(documents, form, title))
