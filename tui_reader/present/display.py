"""Which wording is on the screen, and texts turned into it.

The converters are given by who fetches: they know a person's own words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from tui_reader.model import Script, Shown
from tui_reader.text.sanitize import sanitize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui_reader.model import Article
    from tui_reader.script import Context, Converter

    Converters = Callable[[str], Converter]
    """The converter to a wording, by its name: `Session.converter`."""

    TextConverter = Callable[[Iterable[str]], tuple[str, ...]]
    """Texts of one article in the wording shown."""

Traditional = Literal["tw", "hk"]

NAMES: dict[Shown, str] = {"source": "as written", "cn": "简体", "tw": "繁體", "hk": "繁體（香港）"}
"""What the status line calls each."""

SCRIPTS: dict[Shown, Script] = {"cn": "hans", "tw": "hant", "hk": "hant"}
"""An article already in this script is shown as written."""


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """What is shown, which traditional wording comes up when 繁體 is asked for, and whether marks are repaired."""

    shown: Shown = "source"
    traditional: Traditional = "tw"
    repair: bool = True

    @property
    def name(self) -> str:
        """For the status line."""
        return NAMES[self.shown]

    def with_next_wording(self) -> DisplayOptions:
        """As written → 简体 → 繁體 → as written."""
        following: dict[Shown, Shown] = {"source": "cn", "cn": self.traditional}
        return replace(self, shown=following.get(self.shown, "source"))

    def with_other_traditional(self) -> DisplayOptions:
        """The other 繁體, shown at once."""
        other: Traditional = "hk" if self.traditional == "tw" else "tw"
        return replace(self, shown=other, traditional=other)

    def with_repair_toggled(self) -> DisplayOptions:
        """With marks repaired, or as they are stored."""
        return replace(self, repair=not self.repair)

    @classmethod
    def from_settings(cls, shown: str | None, traditional: str | None, repair: str | None = None) -> DisplayOptions:
        """From kept settings; what is unknown falls back to what a first start has."""
        return cls(
            next((name for name in get_args(Shown) if name == shown), "source"),
            "hk" if traditional == "hk" else "tw",
            repair != str(False),
        )


def as_written(script: Script, shown: Shown) -> bool:
    """Whether a text of that script needs no conversion."""
    return shown == "source" or SCRIPTS[shown] == script


def quotes_of(script: Script, shown: Shown) -> Script:
    """The script whose quotes a text of that script has in the wording shown."""
    return script if shown == "source" else SCRIPTS[shown]


def context_of(article: Article) -> Context:
    """What the article says about each of its texts, for `reworded`."""
    return _context_of("\n".join(texts_of(article)))


def texts_of(article: Article) -> tuple[str, ...]:
    """What an article is judged by: title, deck and body."""
    texts = (article.title or "", *article.deck, *(passage.text for passage in article.body))
    return tuple(sanitize(text) for text in texts)


@lru_cache(maxsize=64)
def _context_of(text: str) -> Context:
    """Kept, as the rows of a list are turned again and again."""
    from tui_reader.script import Converter  # noqa: PLC0415

    return Converter.context_of(text)


def known_script(script: Script) -> Script | None:
    """An article's script as a converter takes it: None where each text is to be judged."""
    return None if script == "none" else script


def reworded(
    texts: Iterable[str], script: Script, shown: Shown, converters: Converters, context: Context | None = None
) -> tuple[str, ...]:
    """The texts in the wording shown; `script` and `context` are those of the article they belong to."""
    if as_written(script, shown):
        return tuple(texts)
    convert = converters(shown).convert
    return tuple(convert(text, source=known_script(script), context=context) for text in texts)


def text_converter(article: Article, shown: Shown, converters: Converters) -> TextConverter:
    """What puts texts of the article into the wording shown."""
    context = None if as_written(article.script, shown) else context_of(article)
    return lambda texts: reworded(texts, article.script, shown, converters, context)


def as_stored(texts: Iterable[str]) -> tuple[str, ...]:
    """A turn that leaves texts in the wording they have."""
    return tuple(texts)
