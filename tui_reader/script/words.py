"""Where words end: a short word of the tables is none where its first characters belong to the word before it.

宣布什么 holds 布什, 增加纳税 holds 加纳, 电视频道 holds 视频. Nobody meant them: 宣布, 增加 and 电视 come first. OpenCC's phrase
table knows the words whose characters are doubtful; `lexicon/words.txt` adds the plain ones of every day. All is in
simplified characters, for either script.
"""

from collections import defaultdict
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


_NONE: frozenset[str] = frozenset()


class Words:
    """The words that are known, and longer `names`; `wanted` tells which of the words will be asked for."""

    def __init__(self, names: Iterable[str] = (), wanted: Wanted = None) -> None:
        self._known = frozenset((*usual_of("STPhrases", wanted), *_listed())) - _NUMBERS
        self._longer = frozenset(word for word in self._known if len(word) >= _LONGEST).union(names)

    def left_of(self, word: str) -> frozenset[str]:
        """The characters that some word has before the first of `word`: without one of them none reaches into it."""
        return self._links.get(word[0], _NONE)

    def right_of(self, word: str) -> frozenset[str]:
        """The characters that some longer word has behind the last of `word`."""
        return self._joints.get(word[-1], _NONE)

    def taken(self, text: str, start: int, end: int, depth: int = _DEPTH) -> bool:
        """Does a word that begins earlier end within text[start:end] or behind it? One that ends with it is made of it."""
        if text[start - 1 : start] not in self._links.get(text[start], _NONE):
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
        longer = self._longer
        for first in range(start + 1, end):
            for last in range(first + end - start + 1, first + _LONGEST_NAME + 1):
                if text[first:last] in longer:
                    return True
        return False

    @cached_property
    def _links(self) -> dict[str, frozenset[str]]:
        """For each character those that stand before it in some word."""
        return _neighbours((pair[1], pair[0]) for pair in _pairs(self._known))

    @cached_property
    def _joints(self) -> dict[str, frozenset[str]]:
        """For each character those that stand behind it in some longer word."""
        return _neighbours((pair[0], pair[1]) for pair in _pairs(self._longer))


def _pairs(words: Iterable[str]) -> frozenset[str]:
    """The characters that stand side by side in some word; two words side by side do no harm, for a line parts them."""
    listed = "\n".join(words)
    return frozenset(map(add, listed, listed[1:]))


def _neighbours(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for character, neighbour in pairs:
        found[character].add(neighbour)
    return {character: frozenset(neighbours) for character, neighbours in found.items()}


@cache
def _listed() -> frozenset[str]:
    return frozenset(words_of("words.txt"))
