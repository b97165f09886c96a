"""The public API: clean a page, convert a text, keep a library. `import tui_reader` offers these names; each loads on first use.

    >>> import tui_reader
    >>> tui_reader.convert("鼠标和软件", "tw")
    '滑鼠和軟體'

Functions do no input or output and may be called from any thread. Errors are subclasses of `TuiReaderError`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from tui_reader.errors import NoArticle, SourceError, TuiReaderError
from tui_reader.library import Library
from tui_reader.model import Article, Comment, Passage, Removed
from tui_reader.query import Query

if TYPE_CHECKING:
    from datetime import datetime

__all__ = [
    "Article", "Comment", "Library", "NoArticle", "Passage", "Query", "Removed", "SourceError", "Target", "TuiReaderError", "clean",
    "convert",
]  # fmt: skip

Target = Literal["cn", "tw", "hk", "hans", "hant"]
"""Mainland, Taiwan and Hong Kong wording; simplified and traditional characters without a change of wording."""


def clean(data: bytes | str, *, url: str | None = None, as_of: datetime | None = None) -> Article:
    """The article in a web page or a text dump.

    Args:
        data: the document. The encoding of bytes is detected; HTML or plain text is detected from the content.
        url: where the page comes from, used when it does not state its address itself.
        as_of: the time that relative dates on the page (1小時前) count from; without it they are left out.

    Returns:
        The article in its own script and wording, with tags.

    Raises:
        NoArticle: the document has no article; `reason` says why.
        SourceError: it is empty, binary or too large (SourceEmpty, SourceBinary, SourceTooLarge).

    """
    from tui_reader.cleaning import clean as clean_bytes  # noqa: PLC0415 - the cleaner takes a tenth of a second to load
    from tui_reader.tagging import tags_for  # noqa: PLC0415

    encoded = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    article = clean_bytes(encoded, address=url, as_of=as_of).article
    return replace(article, tags=tags_for(article))


def convert(text: str, to: Target) -> str:
    """`text` in another script or regional wording, judged as one document and converted line by line.

    Text that is in the wanted wording already comes back unchanged. Raises UsageError for an unknown target.
    """
    from tui_reader.app.converting import convert_document  # noqa: PLC0415 - the tables load on the first conversion
    from tui_reader.script import converter  # noqa: PLC0415

    return convert_document(text, converter(to))
