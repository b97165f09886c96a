"""Punctuation repair for display; stored text is unchanged. Pure.

Scraped text often has flattened full-width punctuation (`科技業?Meta祖克柏:評斷`) and quotation marks of the other script.
Each line passes these stages; each reads the previous ones' results in the line's `guide`:

    shields    URLs, paths, code, emoticons: not punctuation
    quotes     pairs, in the shown script's marks, nested correctly; ASCII quotes around Chinese
    brackets   pairs of parentheses in or around Chinese
    strokes    ... and single … to ……, -- to ——, a full stop at a certain end of a Chinese sentence
    marks      ，：；？！ between Chinese neighbours
    gaps       no space after a full-width mark

Paired marks are repaired as pairs or not at all. Doubtful marks stay: a false repair is worse than a missing one.
Repair is idempotent.

    rules      characters and thresholds
    mending    repairs a text line by line
    line       a line on its way through the stages
    repairs    replacements, and offset mapping
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.typography.repairs import Repair, applied, offset_back, offset_in, offsets_in

if TYPE_CHECKING:
    from tui_reader.model import Script

__all__ = ["Repair", "applied", "offset_back", "offset_in", "offsets_in", "repaired", "repairs"]


def repaired(text: str, script: Script) -> str:
    """Repair `text`; `script`: script of the shown text (`none`: quotation marks are unchanged)."""
    return applied(text, repairs(text, script))


def repairs(text: str, script: Script) -> tuple[Repair, ...]:
    """The replacements in order, in offsets of `text`; up to 0.3 µs a character."""
    from tui_reader.typography.mending import mended  # noqa: PLC0415 - its patterns take time that a start has not

    return mended(text, script)
