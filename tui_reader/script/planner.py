"""Selects the rewriters for a text by its script and region, and by its article."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import count
from threading import RLock
from typing import NamedTuple

from tui_reader.model import Script
from tui_reader.script.context import TextContext
from tui_reader.script.factory import RewriterFactory, full_factory
from tui_reader.script.glossary import Glossary
from tui_reader.script.guards import Region
from tui_reader.script.lexicon import Row
from tui_reader.script.plan import ConversionPlan
from tui_reader.script.tables import TableRewriter
from tui_reader.script.targets import REGIONS, SAMPLE, SCRIPTS, Context

LOADING = RLock()
"""Serializes loading, so that tables are read once."""


class Planner(NamedTuple):
    """Makes plans for texts of one article."""

    name: str
    article_context: Context
    glossary: Glossary
    text_contexts: dict[tuple[Context, bool, Region | None], TextContext]
    """Contexts of recently converted articles, computed once per article."""
    is_second_pass: bool = False
    """Whether the text is the output of a first pass."""

    def plan(self, text: str, script: Script) -> ConversionPlan | None:
        """The plan for a text of `script`; None if no conversion is needed."""
        packed = self.glossary.pack_rows(text)
        listed = [text, self.glossary.text, *map(str, packed)]
        factory = factory_for("\n".join(listed) if self.glossary else text)
        target = REGIONS.get(self.name)
        if target is None:
            return self._bare(factory)
        region = "cn" if script != "hant" else self._region_of(text, factory)
        if script == SCRIPTS[target] and (region == target or (region is None and not self.is_second_pass)):
            return None
        simplified = target != "cn" and region == "cn"
        origin: Script = "hans" if simplified else "hant"
        own = _own_rewriters(factory, self.glossary, packed, target, origin)
        text_context = self._text_context(text, target, simplified, region)

        def second_pass(outcome: str) -> ConversionPlan | None:
            # the article's region applies; a paragraph cannot override it
            is_mixed = script == "hant" and region == "cn"
            if self.is_second_pass or target == "cn" or (self.article_context.region and not is_mixed):
                return None
            with LOADING:
                if not is_mixed and factory.region_of(outcome) in {target, region if script == "hant" else "cn"}:
                    return None
                return self._replace(article_context=Context(), is_second_pass=True).plan(outcome, "hant")

        if script == "hant" and simplified and target != "cn":
            return ConversionPlan(factory.from_mainland(target), own, text_context, second_pass)
        return ConversionPlan(factory.rewriter(target, origin), own, text_context, second_pass)

    def _bare(self, factory: RewriterFactory) -> ConversionPlan:
        wanted = SCRIPTS[self.name]
        region: Region = "cn" if wanted == "hans" else "tw"
        text_context = TextContext(region, simplified=wanted == "hant", region=None, subjects=frozenset())
        return ConversionPlan(factory.speller(wanted), (), text_context, lambda _outcome: None)

    def _region_of(self, text: str, factory: RewriterFactory) -> Region | None:
        """Region of a traditional text: its article's if known."""
        return (self.article_context.region if self.article_context.script == "hant" else None) or factory.region_of(
            text
        )

    def _text_context(self, text: str, target: Region, simplified: bool, region: Region | None) -> TextContext:
        key = self.article_context, simplified, region
        found = self.text_contexts.get(key)
        if found is None:
            article = self.article_context.article or text[:SAMPLE]
            found = TextContext(
                target, simplified=simplified, region=region, subjects=self.article_context.subjects, article=article
            )
            if self.article_context.article:
                if len(self.text_contexts) >= MOST_TEXT_CONTEXTS:
                    self.text_contexts.clear()
                self.text_contexts[key] = found
        return found


MOST_TEXT_CONTEXTS = 8
"""Cached article contexts: the displayed article and its neighbours."""


def factory_for(text: str) -> RewriterFactory:
    """The factory to use: per text for the first few short texts, since the full tables may never be needed."""
    if len(text) <= _BRIEF and next(_brief_ones) < _BRIEF_ONES:
        return RewriterFactory(text)
    return full_factory()


_BRIEF = 2000
"""Maximum characters (text and glossary) for which tables are loaded partially."""

_BRIEF_ONES = 3
"""Number of texts with partial loading before all tables are loaded. One text may need two."""

_brief_ones = count()


def _own_rewriters(
    factory: RewriterFactory, glossary: Glossary, packed: Sequence[Row], target: Region, script: Script
) -> tuple[TableRewriter, ...]:
    """Rewriters of the user glossary and of its packs, in order of priority."""
    own = (_own_rewriter(factory, glossary, target, script),) if glossary.rows else ()
    return (*own, factory.table_rewriter(packed, target, script)) if packed else own


@lru_cache(maxsize=16)
def _own_rewriter(factory: RewriterFactory, glossary: Glossary, target: Region, script: Script) -> TableRewriter:
    """Rows in reverse: later pairs override earlier ones."""
    return factory.table_rewriter(reversed(glossary.rows), target, script)
