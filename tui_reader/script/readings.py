"""Readings of Chinese characters: pinyin, zhuyin or jyutping, by the words of the text.

Words come from `segment`, because many characters have several readings (银行, 行走). pypinyin knows those of 47,000 words
in simplified characters; a traditional word that it does not know is looked up in simplified ones (頭髮, but 髮 alone by
itself). The readings are those of the mainland, except jyutping. Both libraries are optional.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from tui_reader.script.segment.segmenter import clean, segmenter
from tui_reader.script.spelling import simplifying, standard
from tui_reader.text.han import HAN, SUPPLEMENTARY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tui_reader.model import Script

System = Literal["pinyin", "zhuyin", "jyutping"]

LIBRARIES: dict[System, str] = {"pinyin": "pypinyin", "zhuyin": "pypinyin", "jyutping": "ToJyutping"}
"""Optional library of each system."""

_RUNS = re.compile(f"[{HAN}{SUPPLEMENTARY}]+")

_VOWELS = frozenset("aāáǎàeēéěèêếềoōóǒò")
"""First letters before which a syllable inside a word has an apostrophe: xī'ān."""


LIGHT = "˙"


class Reading(NamedTuple):
    """Reading of the character at `start`. `joined`: the word goes on with the next character."""

    start: int
    text: str
    joined: bool


def is_available(system: System) -> bool:
    """Whether the library for a system is installed."""
    return find_spec(LIBRARIES[system]) is not None


def systems() -> tuple[System, ...]:
    """The systems whose library is installed."""
    return tuple(system for system in get_args(System) if is_available(system))


@lru_cache(maxsize=4096)
def readings(text: str, script: Script, system: System) -> tuple[Reading, ...]:
    """Readings of the Han characters of a text of that script, in order; characters without one are left out.

    About 2 µs a character, 30 µs for words not met before. Raises ImportError if the library is not installed.
    """
    return tuple(_readings(text, script, system))


def _readings(text: str, script: Script, system: System) -> Iterator[Reading]:
    look = clean(text)
    words = segmenter("hant").words(look.translate(standard())) if script == "hant" else segmenter("hans").words(look)
    start = 0
    for word in words:
        for run in _RUNS.finditer(text[start : start + len(word)]):
            syllables = _syllables(run[0], system)
            for number, syllable in enumerate(syllables):
                if syllable:
                    yield Reading(start + run.start() + number, syllable, joined=number + 1 < len(syllables))
        start += len(word)


@lru_cache(maxsize=30_000)
def _syllables(word: str, system: System) -> tuple[str, ...]:
    """A reading for each character of a word, empty where it is not known."""
    found = _jyutping(word) if system == "jyutping" else _mandarin(word, system)
    return tuple(found) if len(found) == len(word) else ("",) * len(word)


def _mandarin(word: str, system: System) -> list[str]:
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - optional, and slow to load

    style = Style.BOPOMOFO if system == "zhuyin" else Style.TONE
    found = lazy_pinyin(_as_listed(word), style=style, errors=_none)
    return list(map(_marked, found)) if system == "zhuyin" else [*found[:1], *map(_apostrophed, found[1:])]


def _none(unknown: str) -> Any:
    """No reading for each character. pypinyin takes a list, though it declares a string."""
    return [""] * len(unknown)


def _marked(syllable: str) -> str:
    """The mark of the light tone stands before a syllable of zhuyin, all others behind it."""
    return f"{LIGHT}{syllable.removesuffix(LIGHT)}" if syllable.endswith(LIGHT) else syllable


def _as_listed(word: str) -> str:
    """The word in simplified characters, if it is not listed as it is: these are the words that pypinyin knows.

    Single characters stay: 髮 and 發 are read differently, 发 is both.
    """
    return word if len(word) == 1 or word in _words() else word.translate(simplifying())


@cache
def _words() -> Collection[str]:
    from pypinyin.constants import PHRASES_DICT  # noqa: PLC0415 - see `_mandarin`

    return PHRASES_DICT.keys()


def _apostrophed(syllable: str) -> str:
    return f"'{syllable}" if syllable[:1] in _VOWELS else syllable


def _jyutping(word: str) -> list[str]:
    from ToJyutping import get_jyutping_list  # noqa: PLC0415 - optional, and slow to load

    return [str(syllable or "") for _character, syllable in get_jyutping_list(word)]
