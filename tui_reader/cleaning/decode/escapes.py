r"""Decodes escapes left as text: `\u4eca`, `&amp;#20170;`.

Only runs of several escapes for Han characters: a single one, or one for a symbol, may be intended.
"""

import re

from tui_reader.text.han import HAN

_BACKSLASH = r"\\u[0-9a-f]{4}"
_ENTITY = r"&amp;#(?:\d{2,6}|x[0-9a-f]{2,5});"
_BARE = r"&#(?:\d{2,6}|x[0-9a-f]{2,5});"
_OTHERS = r"[\x20-\x7e]{0,3}?"
"""ASCII digits and symbols between escapes."""
_RUNS = {
    sign: re.compile(rf"{escape}(?:{_OTHERS}{escape}){{2,}}", re.IGNORECASE)
    for sign, escape in (("\\u", _BACKSLASH), ("&amp;#", _ENTITY), ("&#", _BARE))
}
_ONE = re.compile(r"\\u(?P<hex>[0-9a-f]{4})|&(?:amp;)?#(?:x(?P<x>[0-9a-f]{2,5})|(?P<decimal>\d{2,6}));", re.IGNORECASE)
_OF_MARKUP = frozenset("<>&\"'")
"""Characters that would become markup."""
_HAN = re.compile(f"[{HAN}]")


def without_escapes(text: str) -> str:
    if "\\u" in text or "&" in text:
        for sign, run in _RUNS.items():
            if sign in text:
                text = run.sub(_read_run, text)
    return text


def _read_run(found: re.Match[str]) -> str:
    read = _ONE.sub(_character, found.group())
    return read if _HAN.search(read) else found.group()


def _character(found: re.Match[str]) -> str:
    digits = found["hex"] or found["x"]
    code = int(digits, 16) if digits else int(found["decimal"])
    readable = 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000
    return chr(code) if readable and chr(code) not in _OF_MARKUP else found.group()
