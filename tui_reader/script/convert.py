"""Conversion to the script and wording that a reader asks for.

The target is given; the source is detected from the text or given by the caller. Text that already has the target
wording is returned unchanged.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.model import Script
from tui_reader.script.cache import ConversionCache
from tui_reader.script.detect import ENOUGH_HAN, evidence, script_of_evidence
from tui_reader.script.glossary import Glossary
from tui_reader.script.guards import Region
from tui_reader.script.names import with_middle_dots
from tui_reader.script.targets import REGIONS, SAMPLE, SCRIPTS, Context

if TYPE_CHECKING:
    from tui_reader.script.candidates import Candidate
    from tui_reader.script.context import TextContext
    from tui_reader.script.plan import ConversionPlan
    from tui_reader.script.rewriting import Hit

# Modules that read tables are imported on first conversion, to keep this import cheap.

REMEMBERED_CHARACTERS = 1_000_000
"""Source characters cached per converter: a dozen long articles, about 4 MB."""

_OF_HANS, _OF_HANT = "里程碑和这里的软件" * 300, "里程碑和這裡的軟體" * 300
"""Texts of either script that load all tables: longer than the limit for partial loading (`planner`)."""


class Rewording(NamedTuple):
    """A passage whose words changed, not only its characters."""

    start: int
    end: int
    """Offsets into the source text."""
    source: str
    target: str
    entry: str
    """The lexicon row responsible: file, line, words and guard."""
    file: str
    """The file of that row: `glossary` for the user glossary; "" without a row."""
    regions: tuple[Region, Region]
    """Source and target region."""


class Converter:
    """Converts to a target (`cn`, `tw`, `hk`, `hans`, `hant`) or with an OpenCC configuration (`s2twp`). Thread-safe.

    An unknown name raises UsageError at the first conversion.

    >>> Converter("tw").convert("这个软件很好用")
    '這個軟體很好用'
    """

    def __init__(self, name: str, glossary: Glossary | None = None) -> None:
        self.name = name
        self._glossary = glossary or Glossary()
        self._script = SCRIPTS.get(name)
        self._memory = ConversionCache(REMEMBERED_CHARACTERS)
        self._text_contexts: dict[tuple[Context, bool, Region | None], TextContext] = {}

    def convert(self, text: str, *, source: Script | None = None, context: Context | None = None) -> str:
        """Convert `text`.

        Args:
            text: Any length; long texts are judged by their first `SAMPLE` characters.
            source: Script of the text, if known.
            context: The article that the text belongs to (`context_of`).

        Text of unknown script is converted: 人工智能 is the same in both scripts but not in both regions.
        """
        if text.isascii():
            return text
        key = (source, context, text)
        found = self._memory.get(key)
        if found is None:
            found = self._converted(text, source, context)
            self._memory.put(key, found)
        return found

    def explain(
        self, text: str, *, source: Script | None = None, context: Context | None = None
    ) -> tuple[Rewording, ...]:
        """What `convert` reworded, in order; empty for character targets and OpenCC configurations."""
        from tui_reader.text.fold import fold  # noqa: PLC0415

        whole = self._whole(text, source, context)
        plan = self._plan(whole, source, context)
        if plan is None or self.name not in REGIONS:
            return ()
        dotted = with_middle_dots(whole)
        return tuple(
            _rewording(text, hit, plan.text_context)
            for hit in plan.hits(dotted)
            if fold(hit[2].answer) != fold(dotted[hit[0] : hit[1]])
        )

    @staticmethod
    def context_of(text: str) -> Context:
        """Context of an article, for `convert` and `explain` of its paragraphs."""
        from tui_reader.script.regions import region_of  # noqa: PLC0415
        from tui_reader.script.subjects import subjects_of_article  # noqa: PLC0415

        script = script_of_evidence(evidence(text[:SAMPLE]))
        region: Region | None = "cn" if script == "hans" else region_of(text)
        return Context(script, region, subjects_of_article(text[:SAMPLE]), with_middle_dots(text[:SAMPLE]))

    def load(self) -> None:
        """Load the dictionaries now, for example in a worker before the first conversion."""
        self._converted(_OF_HANT if self._script == "hans" else _OF_HANS, None, None)

    def _converted(self, text: str, source: Script | None, context: Context | None) -> str:
        if self._script is None:
            from tui_reader.script.engine import engine  # noqa: PLC0415

            return engine(self.name).convert(text)
        text = self._whole(text, source, context)
        plan = self._plan(text, source, context)
        return text if plan is None else plan.convert(with_middle_dots(text) if self.name in REGIONS else text)

    def _whole(self, text: str, source: Script | None, context: Context | None) -> str:
        """For a traditional target: traditional text with its mixed-script words unified."""
        if self._script != "hant" or text.isascii():
            return text
        if _script_of(text[:SAMPLE], source or (context or Context()).script) != "hant" or not evidence(text).hans:
            return text
        from tui_reader.script.mixed import with_whole_words  # noqa: PLC0415
        from tui_reader.script.planner import LOADING, factory_for  # noqa: PLC0415

        with LOADING:
            return with_whole_words(text, "hk" if self.name == "hk" else "tw", factory_for(text).spelling)

    def _plan(self, text: str, source: Script | None, context: Context | None) -> "ConversionPlan | None":
        """The plan; None for text that needs no conversion."""
        if self._script is None or text.isascii():
            return None
        article_context = context or Context()
        script = _script_of(text[:SAMPLE], source or article_context.script)
        if script == self._script and self.name in {"cn", "hans", "hant"}:
            return None
        from tui_reader.script.planner import LOADING, Planner  # noqa: PLC0415

        with LOADING:
            return Planner(self.name, article_context, self._glossary, self._text_contexts).plan(
                with_middle_dots(text), script
            )


def script_of_target(name: str) -> Script:
    """The script of a target (`hk` → `hant`); `none` for other names."""
    return SCRIPTS.get(name, "none")


@lru_cache(maxsize=32)
def converter(name: str, glossary: Glossary | None = None) -> Converter:
    """The shared, cached converter of a name and glossary."""
    return Converter(name, glossary)


def _rewording(text: str, hit: "Hit", text_context: "TextContext") -> Rewording:
    start, end, candidate = hit
    file = candidate.entry.file if candidate.entry else ""
    regions = _source_of(text[start:end], candidate, text_context), text_context.target
    return Rewording(start, end, text[start:end], candidate.answer, str(candidate.entry or ""), file, regions)


def _source_of(word: str, candidate: "Candidate", text_context: "TextContext") -> Region:
    """Source region of a word; where the text has no known region, the other traditional region whose row has the word."""
    if text_context.source or candidate.source:
        return text_context.source or candidate.source or "cn"
    others: list[Region] = [region for region in ("tw", "hk") if region != text_context.target]
    row = candidate.entry
    return next((region for region in others if row and word in row.known(region)), others[0])


def _script_of(text: str, article_context: Script) -> Script:
    """Script of a text. A short text (tag, name) with characters of one script overrides the article's script."""
    found = evidence(text)
    if found.han < ENOUGH_HAN and (found.hans > 0) != (found.hant > 0):
        return "hans" if found.hans else "hant"
    return article_context if article_context != "none" else script_of_evidence(found)
