"""The wording shown, and conversion of texts to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from tui_reader.locale import _
from tui_reader.model import Script, Shown
from tui_reader.text.sanitize import sanitize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui_reader.model import Article
    from tui_reader.script import Context, Converter

    Converters = Callable[[str], Converter]
    """Wording name → converter, such as `Session.converter`: includes the user glossary."""

    TextConverter = Callable[[Iterable[str]], tuple[str, ...]]
    """Converts texts of one article to the wording shown."""

Traditional = Literal["tw", "hk"]

NAMES: dict[Shown, str] = {"source": "as written", "cn": "简体", "tw": "繁體", "hk": "繁體（香港）"}
"""Names for the status line."""

SCRIPTS: dict[Shown, Script] = {"cn": "hans", "tw": "hant", "hk": "hant"}
"""Script of each wording; articles in that script are shown as written."""


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """Wording shown, preferred traditional wording, and whether punctuation is repaired."""

    shown: Shown = "source"
    traditional: Traditional = "tw"
    repair: bool = True

    @property
    def name(self) -> str:
        """Name of the wording for the status line, such as 繁體."""
        return _(NAMES[self.shown])

    def with_next_wording(self) -> DisplayOptions:
        following: dict[Shown, Shown] = {"source": "cn", "cn": self.traditional}
        return replace(self, shown=following.get(self.shown, "source"))

    def with_other_traditional(self) -> DisplayOptions:
        """Switch between Taiwan and Hong Kong wording, and show it."""
        other: Traditional = "hk" if self.traditional == "tw" else "tw"
        return replace(self, shown=other, traditional=other)

    def with_repair_toggled(self) -> DisplayOptions:
        return replace(self, repair=not self.repair)

    @classmethod
    def from_settings(cls, shown: str | None, traditional: str | None, repair: str | None = None) -> DisplayOptions:
        """From stored settings; invalid values fall back to the defaults."""
        return cls(
            next((name for name in get_args(Shown) if name == shown), "source"),
            "hk" if traditional == "hk" else "tw",
            repair != str(False),
        )


def as_written(script: Script, shown: Shown) -> bool:
    """Whether a text of that script needs no conversion."""
    return shown == "source" or SCRIPTS[shown] == script


def quotes_of(script: Script, shown: Shown) -> Script:
    """Script whose quotation marks a text has when shown."""
    return script if shown == "source" else SCRIPTS[shown]


def context_of(article: Article) -> Context:
    """Conversion context of the article, for `reworded`."""
    return _context_of("\n".join(texts_of(article)))


def texts_of(article: Article) -> tuple[str, ...]:
    """Texts that determine the article's context: title, deck and body."""
    texts = (article.title or "", *article.deck, *(passage.text for passage in article.body))
    return tuple(sanitize(text) for text in texts)


@lru_cache(maxsize=64)
def _context_of(text: str) -> Context:
    """Cached: list rows are converted repeatedly."""
    from tui_reader.script import Converter  # noqa: PLC0415

    return Converter.context_of(text)


def known_script(script: Script) -> Script | None:
    """The article's script for a converter; None makes it detect the script of each text."""
    return None if script == "none" else script


def reworded(
    texts: Iterable[str], script: Script, shown: Shown, converters: Converters, context: Context | None = None
) -> tuple[str, ...]:
    """Convert texts; `script` and `context` are those of their article."""
    if as_written(script, shown):
        return tuple(texts)
    convert = converters(shown).convert
    return tuple(convert(text, source=known_script(script), context=context) for text in texts)


def text_converter(article: Article, shown: Shown, converters: Converters) -> TextConverter:
    """Converter for texts of the article."""
    context = None if as_written(article.script, shown) else context_of(article)
    return lambda texts: reworded(texts, article.script, shown, converters, context)


def name_converter(script: Script, shown: Shown, converters: Converters) -> TextConverter:
    """Converter for names of sources and people: by script only, as 數位時代 is not called 数字时代."""
    if as_written(script, shown):
        return as_stored
    convert = converters(SCRIPTS[shown]).convert
    return lambda texts: tuple(convert(text, source=known_script(script)) for text in texts)


def as_stored(texts: Iterable[str]) -> tuple[str, ...]:
    """A `TextConverter` that changes nothing."""
    return tuple(texts)
