"""Text in the script and wording that a reader asks for.

A target says what the text shall be; what it is now is judged from the text, or told by the caller. Text that is in the
wanted wording already comes back as written.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from tui_reader.model import Script
from tui_reader.script.detect import ENOUGH_HAN, evidence, judged
from tui_reader.script.glossary import Glossary
from tui_reader.script.guards import Region
from tui_reader.script.memory import Memory
from tui_reader.script.names import with_middle_dots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui_reader.script.candidates import Candidate
    from tui_reader.script.context import TextContext
    from tui_reader.script.factory import RewriterFactory
    from tui_reader.script.lexicon import Row
    from tui_reader.script.plan import ConversionPlan
    from tui_reader.script.rewriting import Hit
    from tui_reader.script.tables import TableRewriter

# What reads the tables is imported where something is converted: importing this must cost nothing.

Target = Literal["cn", "tw", "hk", "hans", "hant"]
"""The wording of mainland, Taiwan or Hong Kong; or simplified or traditional characters and nothing else."""

TARGETS: tuple[Target, ...] = get_args(Target)

_SCRIPTS: dict[str, Script] = {"cn": "hans", "tw": "hant", "hk": "hant", "hans": "hans", "hant": "hant"}

_REGIONS: dict[str, Region] = {"cn": "cn", "tw": "tw", "hk": "hk"}

REMEMBERED_CHARACTERS = 1_000_000
"""Of source text kept with its conversion, for each converter: a dozen long articles, about 4 MB."""

SAMPLE = 20_000
"""Characters of a text that its script and subject are judged by: in a long one the rest says the same."""

_OF_HANS, _OF_HANT = "里程碑和这里的软件" * 300, "里程碑和這裡的軟體" * 300
"""Texts of either script that no table is left unread for: too long to be read for alone (`_BRIEF`)."""


class Rewording(NamedTuple):
    """A passage that says something else than before, not the same in other characters."""

    start: int
    end: int
    """Offsets into the text given."""
    source: str
    target: str
    entry: str
    """The row of the lexicon that says so: file, line, words and guard."""
    file: str
    """The file of that row: `glossary` for a person's own; empty where no row says so."""
    regions: tuple[Region, Region]
    """Whose word it was, and whose it is now."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an article says about each of its paragraphs: script, region, subjects."""

    script: Script = "none"
    region: Region | None = None
    subjects: frozenset[str] = frozenset()
    article: str = ""
    """Its text, or the beginning of it: a word whose sense it settles is converted the same way in every paragraph."""


class Converter:
    """Converts to a target (`cn`, `tw`, `hk`, `hans`, `hant`) or by an OpenCC configuration (`s2twp`).

    UsageError for a name that is neither, at the first conversion. Safe to use from several threads.
    """

    def __init__(self, name: str, glossary: Glossary | None = None) -> None:
        self.name = name
        self._glossary = glossary or Glossary()
        self._script = _SCRIPTS.get(name)
        self._memory = Memory(REMEMBERED_CHARACTERS)
        self._abouts: dict[tuple[Context, bool, Region | None], TextContext] = {}

    def convert(self, text: str, *, source: Script | None = None, context: Context | None = None) -> str:
        """`text` in the target's script and wording.

        `source` is the script it comes from, where the caller knows it; `context` what its article is (`context_of`).
        Where nothing tells, it is converted: a tag such as 人工智能 is written alike in both scripts, not in both regions.
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
        """What `convert` reworded, in order; nothing for targets of characters and for OpenCC's configurations."""
        from tui_reader.script.fold import fold  # noqa: PLC0415

        text = self._whole(text, source, context)
        plan = self._plan(text, source, context)
        if plan is None or self.name not in _REGIONS:
            return ()
        dotted = with_middle_dots(text)
        return tuple(
            _rewording(text, hit, plan.about)
            for hit in plan.hits(dotted)
            if fold(hit[2].answer) != fold(dotted[hit[0] : hit[1]])
        )

    @staticmethod
    def context_of(text: str) -> Context:
        """What an article is, for `convert` and `explain` of its paragraphs."""
        from tui_reader.script.regions import region_of  # noqa: PLC0415
        from tui_reader.script.subjects import subjects_of_article  # noqa: PLC0415

        script = judged(evidence(text[:SAMPLE]))
        region: Region | None = "cn" if script == "hans" else region_of(text)
        return Context(script, region, subjects_of_article(text[:SAMPLE]), with_middle_dots(text[:SAMPLE]))

    def load(self) -> None:
        """Read the dictionaries now: a worker may do it before the first conversion is asked for."""
        self._converted(_OF_HANT if self._script == "hans" else _OF_HANS, None, None)

    def _converted(self, text: str, source: Script | None, context: Context | None) -> str:
        if self._script is None:
            from tui_reader.script.engine import engine  # noqa: PLC0415

            return engine(self.name).convert(text)
        text = self._whole(text, source, context)
        plan = self._plan(text, source, context)
        return text if plan is None else plan.convert(with_middle_dots(text) if self.name in _REGIONS else text)

    def _whole(self, text: str, source: Script | None, context: Context | None) -> str:
        """Traditional text with its mixed words in one script, where traditional text is asked for."""
        if self._script != "hant" or text.isascii():
            return text
        if _script_of(text[:SAMPLE], source or (context or Context()).script) != "hant" or not evidence(text).hans:
            return text
        from tui_reader.script.mixed import with_whole_words  # noqa: PLC0415

        with _LOADING:
            return with_whole_words(text, "hk" if self.name == "hk" else "tw", _factory(text).spelling)

    def _plan(self, text: str, source: Script | None, context: Context | None) -> "ConversionPlan | None":
        """How to convert; None for text that is as it should be."""
        if self._script is None or text.isascii():
            return None
        told = context or Context()
        script = _script_of(text[:SAMPLE], source or told.script)
        if script == self._script and self.name in {"cn", "hans", "hant"}:
            return None
        with _LOADING:
            return _Planner(self.name, told, self._glossary, self._abouts).plan(with_middle_dots(text), script)


def script_of_target(name: str) -> Script:
    """The script of text in a target (`hk`: `hant`); `none` for other names."""
    return _SCRIPTS.get(name, "none")


@lru_cache(maxsize=32)
def converter(name: str, glossary: Glossary | None = None) -> Converter:
    """The one converter of that name (and of that glossary), with its memory; those of tables long changed are let go."""
    return Converter(name, glossary)


_LOADING = Lock()
"""Tables are read once, whatever the number of threads that ask first."""


def _rewording(text: str, hit: "Hit", about: "TextContext") -> Rewording:
    start, end, candidate = hit
    file = candidate.entry.file if candidate.entry else ""
    regions = _source_of(text[start:end], candidate, about), about.target
    return Rewording(start, end, text[start:end], candidate.answer, str(candidate.entry or ""), file, regions)


def _source_of(word: str, candidate: "Candidate", about: "TextContext") -> Region:
    """Whose word it is; where a traditional text does not tell, the region that has it in its row."""
    if about.source or candidate.source:
        return about.source or candidate.source or "cn"
    others: list[Region] = [region for region in ("tw", "hk") if region != about.target]
    known = candidate.entry.known if candidate.entry else {}
    return next((region for region in others if word in known.get(region, ())), others[0])


class _Planner(NamedTuple):
    """Makes plans for texts of one article."""

    name: str
    told: Context
    glossary: Glossary
    abouts: "dict[tuple[Context, bool, Region | None], TextContext]"
    """What is known of the articles converted last: it is found out once, not for every paragraph."""
    again: bool = False
    """Whether the text is the outcome of a first pass."""

    def plan(self, text: str, script: Script) -> "ConversionPlan | None":
        """How to convert a text of `script`; None where it is as it should be."""
        from tui_reader.script.plan import ConversionPlan  # noqa: PLC0415

        packed = self.glossary.pack_rows(text)
        listed = [text, self.glossary.text, *map(str, packed)]
        factory = _factory("\n".join(listed) if self.glossary else text)
        target = _REGIONS.get(self.name)
        if target is None:
            return self._bare(factory)
        region = "cn" if script != "hant" else self._region_of(text, factory)
        if region == target and script == _SCRIPTS[target]:
            return None
        simplified = target != "cn" and region == "cn"
        origin: Script = "hans" if simplified else "hant"
        own = _own_rewriters(factory, self.glossary, packed, target, origin)
        about = self._about(text, target, simplified, region)

        def second_pass(outcome: str) -> ConversionPlan | None:
            # an article is known as a whole; a paragraph of it has no say in whose it is
            if self.again or target == "cn" or self.told.region:
                return None
            with _LOADING:
                if factory.region_of(outcome) in ({target, region} if script == "hant" else {target, "cn"}):
                    return None
                return self._replace(told=Context(), again=True).plan(outcome, "hant")

        if script == "hant" and simplified and target != "cn":
            return ConversionPlan(factory.from_mainland(target), own, about, second_pass)
        return ConversionPlan(factory.rewriter(target, origin), own, about, second_pass)

    def _bare(self, factory: "RewriterFactory") -> "ConversionPlan":
        from tui_reader.script.context import TextContext  # noqa: PLC0415
        from tui_reader.script.plan import ConversionPlan  # noqa: PLC0415

        wanted = _SCRIPTS[self.name]
        region: Region = "cn" if wanted == "hans" else "tw"
        about = TextContext(region, simplified=wanted == "hant", region=None, subjects=frozenset())
        return ConversionPlan(factory.speller(wanted), (), about, lambda _outcome: None)

    def _region_of(self, text: str, factory: "RewriterFactory") -> Region | None:
        """The region of a traditional text: its article's, where that is known."""
        return (self.told.region if self.told.script == "hant" else None) or factory.region_of(text)

    def _about(self, text: str, target: Region, simplified: bool, region: Region | None) -> "TextContext":
        from tui_reader.script.context import TextContext  # noqa: PLC0415

        key = self.told, simplified, region
        found = self.abouts.get(key)
        if found is None:
            article = self.told.article or text[:SAMPLE]
            found = TextContext(
                target, simplified=simplified, region=region, subjects=self.told.subjects, article=article
            )
            if self.told.article:
                if len(self.abouts) >= _MOST_ABOUTS:
                    self.abouts.clear()
                self.abouts[key] = found
        return found


_MOST_ABOUTS = 8
"""Articles that are remembered; one is on the screen, its neighbours are made ready."""


def _factory(text: str) -> "RewriterFactory":
    """The rewriters to ask: those of this text alone for the first ones, where the rest may never be wanted."""
    from tui_reader.script.factory import RewriterFactory, everything  # noqa: PLC0415

    if len(text) <= _BRIEF and next(_brief_ones) < _BRIEF_ONES:
        return RewriterFactory(text)
    return everything()


_BRIEF = 2000
"""Characters of a text, with a person's own table, that tables are read for alone."""

_BRIEF_ONES = 3
"""Texts that tables are read for alone; from then on it pays to read all of them. One text may be two on its way."""

_brief_ones = count()


def _own_rewriters(
    factory: "RewriterFactory", glossary: Glossary, packed: "Sequence[Row]", target: Region, script: Script
) -> "tuple[TableRewriter, ...]":
    """Those of a person's own table and of their packs, in the order in which they win."""
    own = (_own_rewriter(factory, glossary, target, script),) if glossary.rows else ()
    return (*own, factory.own(packed, target, script)) if packed else own


@lru_cache(maxsize=16)
def _own_rewriter(factory: "RewriterFactory", glossary: Glossary, target: Region, script: Script) -> "TableRewriter":
    """The later rows first: who writes a pair anew means the new one."""
    return factory.own(reversed(glossary.rows), target, script)


def _script_of(text: str, told: Script) -> Script:
    """The script of a text. A short one (a tag, a name) speaks for itself before it is heard what was told."""
    found = evidence(text)
    if found.han < ENOUGH_HAN and (found.hans > 0) != (found.hant > 0):
        return "hans" if found.hans else "hant"
    return told if told != "none" else judged(found)
