"""Blocks for datatrove, HuggingFace's pipeline library: clean web pages and convert script, locally, on Slurm or on Ray.

    >>> from datatrove.executor import LocalPipelineExecutor            # doctest: +SKIP
    >>> from datatrove.pipeline.readers import WarcReader               # doctest: +SKIP
    >>> from datatrove.pipeline.writers import JsonlWriter              # doctest: +SKIP
    >>> LocalPipelineExecutor(                                          # doctest: +SKIP
    ...     [WarcReader("crawl/"), ArticleCleaner(), IsArticle(), ScriptConverter("tw"), JsonlWriter("articles/")],
    ...     tasks=64, workers=8, logging_dir="logs/",
    ... ).run()

A task that is complete is not run again; one that was killed starts anew and gives the same output. Pages are cleaned in a
process of its own for each task, which loads the models once; a page that takes too long or kills it is dropped, and
counted in the task's statistics. Needs the extra `datatrove`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.extractors.base import BaseExtractor, ExtractorSandbox
from datatrove.pipeline.filters.base_filter import BaseFilter
from datatrove.pipeline.formatters.base import BaseFormatter
from datatrove.utils.typeshelper import StatHints

from tui_reader.cleaning import clean
from tui_reader.errors import NoArticle, SourceError
from tui_reader.script import converter
from tui_reader.tagging import tags_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from datatrove.data import Document

    from tui_reader.api import Target
    from tui_reader.model import Article

TIMEOUT = 10.0
"""Seconds for a page, and for loading the cleaner."""


class ArticleExtractor(BaseExtractor):  # type: ignore[misc]  # datatrove has no types
    """Replaces a page (HTML, or text with page furniture) by the body of its article; pages without one are dropped.

    Exchangeable with datatrove's `Trafilatura`. `timeout`: seconds for a page.
    """

    name = "📰 Article text"

    def __init__(self, timeout: float = TIMEOUT) -> None:
        super().__init__(timeout)

    def extract(self, text: str) -> str:
        """The body's passages, separated by blank lines; empty if there is no article."""
        return _text(text)


class Extracted(NamedTuple):
    """`text`: the body, empty if there is no article; `fields`: metadata, or the `reason` why there is none."""

    text: str
    fields: dict[str, Any]


class ArticleCleaner(PipelineStep):  # type: ignore[misc]  # datatrove has no types
    """Replaces a page by the body of its article, and sets `title author source published url script tags uncertain` of its
    metadata, as far as known; pages without an article are dropped.

    Args:
        timeout: seconds for a page.
        url_key: the metadata field with the page's address; the cleaner uses it when the page does not state its own.
        keep_rejected: pass on pages without an article, with an empty text and the metadata field `reason`.

    """

    type = "🛢 - EXTRAC"
    name = "📰 Article and metadata"

    def __init__(self, timeout: float = TIMEOUT, *, url_key: str = "url", keep_rejected: bool = False) -> None:
        super().__init__()
        self.timeout, self.url_key, self.keep_rejected = timeout, url_key, keep_rejected

    def run(self, data: Iterator[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:  # noqa: ARG002 - datatrove's signature
        """Clean each document in the task's own process."""
        with ExtractorSandbox(timeout=self.timeout, warmup_text="") as sandbox:
            for document in data:
                self.stat_update(StatHints.total)
                with self.track_time():
                    kept = self._clean(document, sandbox)
                self.stat_update(StatHints.forwarded if kept else StatHints.dropped)
                if kept:
                    self.update_doc_stats(document)
                    yield document

    def _clean(self, document: Document, sandbox: ExtractorSandbox) -> bool:
        """Change the document; returns whether it is passed on."""
        try:
            found = sandbox.process_document((document.text, document.metadata.get(self.url_key)), _cleaned)
        except TimeoutError:
            found = Extracted("", {"reason": f"took more than {self.timeout:g} seconds"})
            self.stat_update("timeout")
        except EOFError:
            found = Extracted("", {"reason": "the cleaning process ended"})
            self.stat_update("broken_process")
        document.text = found.text
        document.metadata.update(found.fields)
        return bool(found.text) or self.keep_rejected


class IsArticle(BaseFilter):  # type: ignore[misc]  # datatrove has no types
    """Keeps documents of `ArticleCleaner` that are Chinese and of which the cleaner is certain.

    `script`: only this one, `hans` or `hant`; default both. `minimum`: characters of the text.
    """

    name = "📰 Chinese article"

    def __init__(self, script: str | None = None, *, minimum: int = 0, uncertain: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.script, self.minimum, self.uncertain = script, minimum, uncertain

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Whether to keep the document, else with the reason, which becomes a statistic."""
        found = doc.metadata.get("script")
        if found not in ({self.script} if self.script else {"hans", "hant"}):
            return False, "script"
        if doc.metadata.get("uncertain") and not self.uncertain:
            return False, "uncertain"
        return (True, "") if len(doc.text) >= self.minimum else (False, "short")


class ScriptConverter(BaseFormatter):  # type: ignore[misc]  # datatrove has no types
    """Converts the text to `cn tw hk` (wording of a region) or `hans hant` (characters only); judged as one document."""

    name = "📰 Script"

    def __init__(self, to: Target) -> None:
        super().__init__()
        self.to = to

    def format(self, text: str) -> str:
        """The text converted; text that is in the wanted wording already stays."""
        from tui_reader.app.converting import convert_document  # noqa: PLC0415 - the tables load in the task's process

        return convert_document(text, converter(self.to))


def _text(page: str) -> str:
    """The body of the page's article, without its metadata; empty if there is none."""
    return _cleaned(page, tagged=False).text


def _cleaned(text: str, url: str | None = None, *, tagged: bool = True) -> Extracted:
    """Clean one page. Runs in the task's process; the empty text loads the cleaner."""
    try:
        article = clean(text.encode("utf-8", "replace"), address=url, charset="utf-8").article
    except (NoArticle, SourceError) as error:
        return Extracted("", {"reason": error.reason})
    except (RecursionError, MemoryError):
        return Extracted("", {"reason": "nested too deeply"})
    text = "\n\n".join(passage.text for passage in article.body)
    return Extracted(text, _fields(replace(article, tags=tags_for(article)) if tagged else article))


def _fields(article: Article) -> dict[str, Any]:
    """Metadata that is known; tags as a list."""
    fields: dict[str, Any] = {
        "title": article.title,
        "author": article.author,
        "source": article.source,
        "published": article.published,
        "url": article.url,
        "script": article.script,
        "tags": list(article.tags),
    }
    return {name: value for name, value in fields.items() if value} | {"uncertain": article.uncertain}
