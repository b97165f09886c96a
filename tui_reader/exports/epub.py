"""Documents as an EPUB 3 e-book: a zip archive of XHTML chapters, a package document and a navigation document.

After EPUB 3.3 (W3C): `mimetype` is the archive's first member and is not compressed; `META-INF/container.xml` names the package
document; the navigation document is the table of contents. A toc.ncx is added for readers of EPUB 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tui_reader.exports.web import LANGUAGES, STYLE, article_fragment, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from typing import BinaryIO

    from tui_reader.exports.document import Document

MIME_TYPE: Final = "application/epub+zip"

_CONTAINER: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_XML: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_XHTML: Final = (
    f'{_XML}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
)


class Chapter(NamedTuple):
    """A chapter's file name without suffix, its title, and its identity in the library."""

    name: str
    title: str
    identity: str


def write_epub(file: BinaryIO, documents: Iterable[Document], title: str | None, now: datetime) -> int:
    """Write the e-book, a chapter for each document; returns their number.

    `title`: of the book; default that of its first article. `now`: time of modification, aware. Chapters are written one at
    a time, so memory does not grow with their number. The same articles give the same identifier.
    """
    chapters: list[Chapter] = []
    authors: dict[str, None] = {}
    language = "zh"
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        _add(archive, "mimetype", MIME_TYPE, compressed=False)
        _add(archive, "META-INF/container.xml", _CONTAINER)
        _add(archive, "EPUB/style.css", STYLE)
        for number, document in enumerate(documents, start=1):
            language = LANGUAGES[document.article.script] if number == 1 else language
            if document.article.author:
                authors[document.article.author] = None
            chapters.append(Chapter(f"chapter-{number}", document.title or f"({number})", _identity(document)))
            _add(archive, f"EPUB/{chapters[-1].name}.xhtml", _chapter(document, chapters[-1].title))
        name = title or (chapters[0].title if chapters else "tui-reader")
        book = _Book(name, language, f"urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(it.identity for it in chapters))}")
        _add(archive, "EPUB/nav.xhtml", _navigation(book, chapters))
        _add(archive, "EPUB/toc.ncx", _ncx(book, chapters))
        _add(archive, "EPUB/package.opf", _package(book, chapters, list(authors), now))
    return len(chapters)


class _Book(NamedTuple):
    title: str
    language: str
    identifier: str


def _identity(document: Document) -> str:
    return document.row.short_id if document.row else document.title


def _add(archive: ZipFile, name: str, text: str, *, compressed: bool = True) -> None:
    """Add a member with a fixed date: the same articles give the same bytes but for the time of modification."""
    member = ZipInfo(name)
    member.compress_type = ZIP_DEFLATED if compressed else ZIP_STORED
    archive.writestr(member, text.encode())


def _chapter(document: Document, title: str) -> str:
    language = LANGUAGES[document.article.script]
    return (
        f'{_XHTML} lang="{language}" xml:lang="{language}">\n<head><title>{quoted(title)}</title>'
        f'<link rel="stylesheet" type="text/css" href="style.css"/></head>\n<body>\n{article_fragment(document)}\n</body>\n</html>\n'
    )


def _navigation(book: _Book, chapters: list[Chapter]) -> str:
    items = "\n".join(f'<li><a href="{it.name}.xhtml">{quoted(it.title)}</a></li>' for it in chapters)
    return (
        f'{_XHTML} lang="{book.language}" xml:lang="{book.language}">\n<head><title>{quoted(book.title)}</title></head>\n'
        f'<body>\n<nav epub:type="toc" id="toc">\n<h1>{quoted(book.title)}</h1>\n<ol>\n{items}\n</ol>\n</nav>\n</body>\n</html>\n'
    )


def _ncx(book: _Book, chapters: list[Chapter]) -> str:
    points = "\n".join(
        f'<navPoint id="point-{number}" playOrder="{number}"><navLabel><text>{quoted(it.title)}</text></navLabel>'
        f'<content src="{it.name}.xhtml"/></navPoint>'
        for number, it in enumerate(chapters, start=1)
    )
    return (
        f'{_XML}<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">\n<head>'
        f'<meta name="dtb:uid" content="{book.identifier}"/></head>\n<docTitle><text>{quoted(book.title)}</text></docTitle>\n'
        f"<navMap>\n{points}\n</navMap>\n</ncx>\n"
    )


def _package(book: _Book, chapters: list[Chapter], authors: list[str], now: datetime) -> str:
    return (
        f'{_XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{book.language}">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="id">{book.identifier}</dc:identifier>\n<dc:title>{quoted(book.title)}</dc:title>\n'
        f"<dc:language>{book.language}</dc:language>\n{''.join(_creators(authors))}"
        f'<meta property="dcterms:modified">{now:%Y-%m-%dT%H:%M:%SZ}</meta>\n</metadata>\n'
        f"<manifest>\n{''.join(_manifest(chapters))}</manifest>\n"
        f'<spine toc="ncx">\n{"".join(f"""<itemref idref="{it.name}"/>{chr(10)}""" for it in chapters)}</spine>\n</package>\n'
    )


def _creators(authors: list[str]) -> Iterator[str]:
    return (f"<dc:creator>{quoted(author)}</dc:creator>\n" for author in authors)


def _manifest(chapters: list[Chapter]) -> Iterator[str]:
    yield '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\n'
    yield '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>\n'
    yield '<item id="style" href="style.css" media-type="text/css"/>\n'
    for it in chapters:
        yield f'<item id="{it.name}" href="{it.name}.xhtml" media-type="application/xhtml+xml"/>\n'
