"""Which wording is on the screen, and texts turned into it.

The conversion dictionaries take a tenth of a second to load, so the converter is imported by the first conversion.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

from tui_reader.model import Row, Script, Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

Traditional = Literal["tw", "hk"]

NAMES: dict[Shown, str] = {"source": "as written", "cn": "简体", "tw": "繁體", "hk": "繁體（香港）"}
"""What the status line calls each."""

SCRIPTS: dict[Shown, Script] = {"cn": "hans", "tw": "hant", "hk": "hant"}
"""An article already in this script is shown as written."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What is shown, and which traditional wording comes up when 繁體 is asked for."""

    shown: Shown = "source"
    traditional: Traditional = "tw"

    @property
    def name(self) -> str:
        """For the status line."""
        return NAMES[self.shown]

    def cycled(self) -> Wording:
        """As written → 简体 → 繁體 → as written."""
        following: dict[Shown, Shown] = {"source": "cn", "cn": self.traditional}
        return replace(self, shown=following.get(self.shown, "source"))

    def switched(self) -> Wording:
        """The other 繁體, shown at once."""
        other: Traditional = "hk" if self.traditional == "tw" else "tw"
        return Wording(other, other)

    @classmethod
    def kept(cls, shown: str | None, traditional: str | None) -> Wording:
        """From kept settings; what is unknown falls back to what a first start has."""
        return cls(
            next((name for name in get_args(Shown) if name == shown), "source"),
            "hk" if traditional == "hk" else "tw",
        )


def as_written(script: Script, shown: Shown) -> bool:
    """Whether a text of that script needs no conversion."""
    return shown == "source" or SCRIPTS[shown] == script


def reworded(texts: Iterable[str], script: Script, shown: Shown) -> tuple[str, ...]:
    """The texts in the wording shown; `script` is that of the article they belong to (`none`: each text is judged)."""
    if as_written(script, shown):
        return tuple(texts)
    from tui_reader.script import converter  # noqa: PLC0415

    convert = converter(shown).convert
    source = None if script == "none" else script
    return tuple(convert(text, source=source) for text in texts)


def reworded_row(row: Row, shown: Shown) -> Row:
    """A list row in the wording shown. A tag may be a person's own, in another script than the article."""
    if shown == "source":
        return row
    title, source, author = reworded((row.title, row.source or "", row.author or ""), row.script, shown)
    tags = reworded(row.tags, "none", shown)
    return replace(row, title=title, source=source or None, author=author or None, tags=tags)
