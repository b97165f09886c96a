"""Where words end: a short word of the tables is none where its first characters belong to the word before it.

宣布什么 holds 布什, 增加纳税 holds 加纳, 电视频道 holds 视频. Nobody meant them: 宣布, 增加 and 电视 come first. OpenCC's phrase
table knows the words whose characters are doubtful; `lexicon/words.txt` adds the plain ones of every day. All is in
simplified characters, for either script.
"""

from collections.abc import Iterable
from functools import cache, cached_property
from itertools import product
from operator import add

from tui_reader.script.dictionaries import Wanted, usual_of
from tui_reader.script.lexicon import words_of

_LONGEST = 4
"""Of the words that are looked for."""

_LONGEST_NAME = 7
"""Of the words of the tables that are looked for behind a short one."""

_DEPTH = 2
"""How many words back it is asked whether the word before is itself cut off by one before it."""


_NUMBERS = frozenset(map("".join, product("一二两三四五六七八九十百千万亿几数", repeat=2)))
"""Words that are none: a number ends where its unit does (十万亿)."""


class Words:
    """The words that are known, and longer `names`; `wanted` tells which of the words will be asked for."""

    def __init__(self, names: Iterable[str] = (), wanted: Wanted = None) -> None:
        self._known = frozenset((*usual_of("STPhrases", wanted), *_listed())) - _NUMBERS
        self._longer = frozenset(word for word in self._known if len(word) >= _LONGEST).union(names)

    @cached_property
    def links(self) -> frozenset[str]:
        """Two characters that stand side by side in some word: without such a pair no word reaches over a place."""
        listed = "\n".join(self._known)
        return frozenset(map(add, listed, listed[1:]))

    @cached_property
    def joints(self) -> frozenset[str]:
        """The same of longer words."""
        listed = "\n".join(self._longer)
        return frozenset(map(add, listed, listed[1:]))

    def taken(self, text: str, start: int, end: int, depth: int = _DEPTH) -> bool:
        """Does a word that begins earlier end within text[start:end] or behind it? One that ends with it is made of it."""
        if text[start - 1 : start + 1] not in self.links:
            return False
        known = self._known
        after = start + 1
        for first in range(max(0, start - _LONGEST + 1), start):
            for last in range(after, first + _LONGEST + 1):
                if last == end or text[first:last] not in known:
                    continue
                if depth == 0 or not self.taken(text, first, last, depth - 1):
                    return True
        return False

    def overrun(self, text: str, start: int, end: int) -> bool:
        """Does a longer word begin within text[start:end] and end behind it (程序员 in 一线程序员)?"""
        if text[end - 1 : end + 1] not in self.joints:
            return False
        longer = self._longer
        for first in range(start + 1, end):
            for last in range(first + end - start + 1, first + _LONGEST_NAME + 1):
                if text[first:last] in longer:
                    return True
        return False


@cache
def _listed() -> frozenset[str]:
    return frozenset(words_of("words.txt"))
