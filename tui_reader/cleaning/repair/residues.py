r"""Residues of other forms that stayed in a text: HTML entities, `\&` and `\n` written out, a space behind every character.

Only what no writer means is touched: entities of typography (a text about HTML names `&lt;`), a backslash at a sentence's
end, and spaces only where they stand between all characters of a line.
"""

import re
from html import unescape

from tui_reader.text.han import HAN

SPACED = 6
"""Characters of a sentence set apart that make it systematic; a heading may have two or three (前 言)."""
SPACED_ROW = 12
"""The same for a row without a sentence's marks: the days of a week stand so, and the lines of a motto."""
SPACED_SHARE = 0.8
"""Share of a line's Chinese characters that stand alone between spaces when all were set apart."""
LOOK = 2000
"""Characters of a line that tell."""

_ENTITY = re.compile(
    r"&(?:amp;)?(?:nbsp|ensp|emsp|thinsp|quot|apos|amp|[lr][sd]quo|[mn]dash|hellip|middot|bull|times|#0?39|#160|#8201|#82[12]\d|#8230|#12[0-9]{3}|#x(?:a0|20[01][0-9a-f]|30[01][0-9a-f]));",
    re.IGNORECASE,
)
_BACKSLASH = re.compile(r"\s*\\+(?:[&nrt](?![A-Za-z])|(?=\s|$))\s*")
_TAG = re.compile(r"</?(?:br|p|strong|b|span|font|em|i)(?:\s[^<>]{0,80})?/?>", re.IGNORECASE)
_ALONE = re.compile(rf"(?<![^\s，。、；：！？“”（）])[{HAN}](?![^\s，。、；：！？“”（）])")
_ENDS = re.compile("[，。！？；]")
_HAN = re.compile(f"[{HAN}]")
_BETWEEN = re.compile(rf"(?<=[\u3000-\u303f{HAN}\uff00-\uffef])[ \xa0](?=[\u3000-\u303f{HAN}\uff00-\uffef])")


_ABOUT_SIGNS = re.compile(
    r"\b(?:html|xml|xhtml|css|latex|markdown|regex)\b|转义|轉義|跳脫|换行符|換行符|换行字符|換行字元|正则表达|正規表[達示]|字符实体|字元實體|标签语言|標記語言|反斜",
    re.IGNORECASE,
)


def is_about_signs(text: str) -> bool:
    """Does a story speak of markup or programs? Then what looks left behind in it may be what it speaks of."""
    return _ABOUT_SIGNS.search(text) is not None


def without_residues(text: str) -> str:
    """`text` without them; the same object where it has none."""
    if "&" in text and _ENTITY.search(text):
        text = " ".join(_ENTITY.sub(lambda found: unescape(unescape(found.group())), text).split())
    if "\\" in text:
        text = _BACKSLASH.sub(" ", text).strip() or text
    if "<" in text and _TAG.search(text):
        text = _TAG.sub("", text).strip() or text
    if text.count(" ") >= SPACED and _is_spaced_out(text):
        text = _BETWEEN.sub("", text)
    return text


def _is_spaced_out(text: str) -> bool:
    """Does nearly every Chinese character of the line stand alone? Its beginning tells."""
    text = text[:LOOK]
    alone, han = len(_ALONE.findall(text)), len(_HAN.findall(text))
    return alone >= (SPACED if _ENDS.search(text) else SPACED_ROW) and alone >= SPACED_SHARE * han
