"""Text in the script and wording that a reader asks for.

A target says what the text shall be; what it is now is judged from the text, or told by the caller. Text that is in the
wanted script already comes back as written, whatever its region.
"""

import re
from collections import OrderedDict
from functools import cache
from threading import Lock
from typing import Literal, NamedTuple, get_args

from tui_reader.model import Script
from tui_reader.script.detect import ENOUGH_HAN, evidence, judged
from tui_reader.script.engine import engine

Target = Literal["cn", "tw", "hk", "hans", "hant"]
"""The wording of mainland, Taiwan or Hong Kong; or simplified or traditional characters and nothing else."""

TARGETS: tuple[Target, ...] = get_args(Target)


class _Way(NamedTuple):
    """The script of a target, and the OpenCC configuration that leads there from the other one."""

    script: Script
    configuration: str


_WAYS: dict[str, _Way] = {
    "cn": _Way("hans", "tw2sp"),
    "tw": _Way("hant", "s2twp"),
    "hk": _Way("hant", "s2hk"),
    "hans": _Way("hans", "t2s"),
    "hant": _Way("hant", "s2t"),
}

_FROM_HONG_KONG = "hk2s"
"""For `cn`: Taiwan's words turned into the mainland's would spoil a Hong Kong text, which uses many of them otherwise."""

_HONG_KONG = re.compile("[裏着衞綫嘅咗喺哋佢唔啲嚟]")
"""Forms of print and words of speech that mark a traditional text as Hong Kong's."""

_TAIWAN = re.compile("裡|(?<=[隨跟接沿藉本朝向意味])著")
"""What Taiwan writes in the places of 裏 and 着."""

REMEMBERED_CHARACTERS = 1_000_000
"""Of source text kept with its conversion, for each converter: a dozen long articles, about 4 MB."""


class Converter:
    """Converts to a target (`cn`, `tw`, `hk`, `hans`, `hant`) or by an OpenCC configuration (`s2twp`).

    UsageError for a name that is neither, at the first conversion. Safe to use from several threads.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._way = _WAYS.get(name)
        self._memory = _Memory(REMEMBERED_CHARACTERS)

    def convert(self, text: str, *, source: Script | None = None) -> str:
        """`text` in the target's script and wording; `source` is the script it comes from, where the caller knows it.

        Where nothing tells, it is converted: a tag such as 人工智能 is written alike in both scripts, not in both regions.
        """
        if text.isascii():
            return text
        key = (source, text)
        found = self._memory.get(key)
        if found is None:
            configuration = self._configuration(text, source)
            found = engine(configuration).convert(text) if configuration else text
            self._memory.put(key, found)
        return found

    def load(self) -> None:
        """Read the dictionaries now: a worker may do it before the first conversion is asked for."""
        engine(self._way.configuration if self._way else self.name)

    def _configuration(self, text: str, source: Script | None) -> str | None:
        """What to convert by; None for text that is as it should be."""
        if self._way is None:
            return self.name
        if _is_in(self._way.script, text, source):
            return None
        if self.name == "cn" and _looks_of_hong_kong(text):
            return _FROM_HONG_KONG
        return self._way.configuration


@cache
def converter(name: str) -> Converter:
    """The one converter of that name, with its memory."""
    return Converter(name)


def _is_in(wanted: Script, text: str, source: Script | None) -> bool:
    """Is `text` in the wanted script already? A short one (a tag, a name) speaks for itself before `source` is heard."""
    found = evidence(text)
    if found.han < ENOUGH_HAN and (found.hans > 0) != (found.hant > 0):
        return wanted == ("hans" if found.hans else "hant")
    return wanted == (judged(found) if source in {None, "none"} else source)


def _looks_of_hong_kong(text: str) -> bool:
    return len(_HONG_KONG.findall(text)) > len(_TAIWAN.findall(text))


class _Memory:
    """The latest conversions, up to so many characters of source text; the one not asked for longest goes first."""

    def __init__(self, characters: int) -> None:
        self._room = characters
        self._kept: OrderedDict[tuple[Script | None, str], str] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[Script | None, str]) -> str | None:
        """What was put under `key`, if it is still there."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: tuple[Script | None, str], converted: str) -> None:
        """Keep `converted`, and forget the oldest where there is no room."""
        with self._lock:
            if key not in self._kept:
                self._room -= len(key[1])
            self._kept[key] = converted
            while self._room < 0:
                (_source, text), _converted = self._kept.popitem(last=False)
                self._room += len(text)
