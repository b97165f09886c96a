r"""Residues of other formats: HTML entities, literal `\&` and `\n`, a space after every character, a wiki's edit links.

Only what no writer intends is changed: typographic entities (a text about HTML mentions `&lt;`), a backslash at a sentence's
end, and spaces between all characters of a line.
"""

import re
from html import unescape

from tui_reader.text.han import HAN

SPACED = 6
"""Minimum spaced characters of a sentence; headings may have two or three (前 言)."""
SPACED_ROW = 12
"""Same for a row without sentence marks: weekdays and mottos are spaced too."""
SPACED_SHARE = 0.8
"""Minimum share of single Chinese characters between spaces."""
LOOK = 2000
"""Characters of a line examined."""

_ENTITY = re.compile(
    r"&(?:amp;)?(?:nbsp|ensp|emsp|thinsp|quot|apos|amp|[lr][sd]quo|[mn]dash|hellip|middot|bull|times|#0?39|#160|#8201|#82[12]\d|#8230|#12[0-9]{3}|#x(?:a0|20[01][0-9a-f]|30[01][0-9a-f]));",
    re.IGNORECASE,
)
_BACKSLASH = re.compile(r"\s*\\+(?:[&nrt](?![A-Za-z])|(?=\s|$))\s*")
_TAG = re.compile(r"</?(?:br|p|strong|b|span|font|em|i)(?:\s[^<>]{0,80})?/?>", re.IGNORECASE)
_ALONE = re.compile(rf"(?<![^\s，。、；：！？“”（）])[{HAN}](?![^\s，。、；：！？“”（）])")
_EDIT = re.compile(
    r"\s*[\[［【]\s?(?:(?:编辑|編輯)(?:源代码|原始碼|本段|本节|本節)?|edit(?: source)?)(?:\s?[|｜]\s?(?:编辑源代码|編輯原始碼|编辑|編輯|edit source))?\s?[\]］】]$",
    re.IGNORECASE,
)
_ENDS = re.compile("[，。！？；]")
_HAN = re.compile(f"[{HAN}]")
_BETWEEN = re.compile(rf"(?<=[\u3000-\u303f{HAN}\uff00-\uffef])[ \xa0](?=[\u3000-\u303f{HAN}\uff00-\uffef])")


_ABOUT_SIGNS = re.compile(
    r"\b(?:html|xml|xhtml|css|latex|markdown|regex)\b|转义|轉義|跳脫|换行符|換行符|换行字符|換行字元|正则表达|正規表[達示]|字符实体|字元實體|标签语言|標記語言|反斜",
    re.IGNORECASE,
)


def is_about_signs(text: str) -> bool:
    """Whether a story is about markup or code, so that apparent residues may be its topic."""
    return _ABOUT_SIGNS.search(text) is not None


def without_residues(text: str) -> str:
    """`text` without residues; the same object if there are none."""
    if "&" in text and _ENTITY.search(text):
        text = " ".join(_ENTITY.sub(lambda found: unescape(unescape(found.group())), text).split())
    if "\\" in text:
        text = _BACKSLASH.sub(" ", text).strip() or text
    if "<" in text and _TAG.search(text):
        text = _TAG.sub("", text).strip() or text
    if text.count(" ") >= SPACED and _is_spaced_out(text):
        text = _BETWEEN.sub("", text)
    return text


def without_edit_link(text: str) -> str:
    """A heading without the link to edit its section ([编辑], [edit | edit source]); the same object if there is none."""
    found = _EDIT.search(text) if text[-1:] in "]］】" else None
    return text[: found.start()].rstrip() if found and found.start() else text


def _is_spaced_out(text: str) -> bool:
    """Whether nearly every Chinese character of the line's beginning is separated by spaces."""
    text = text[:LOOK]
    alone, han = len(_ALONE.findall(text)), len(_HAN.findall(text))
    return alone >= (SPACED if _ENDS.search(text) else SPACED_ROW) and alone >= SPACED_SHARE * han
