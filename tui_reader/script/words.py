"""Where words end: a short word of the tables is none where its first characters belong to the word before it.

宣布什么 holds 布什, 增加纳税 holds 加纳, 电视频道 holds 视频. Nobody meant them: 宣布, 增加 and 电视 come first. OpenCC's phrase
table knows the words whose characters are doubtful; `lexicon/words.txt` adds the plain ones of every day.
"""

from functools import cache

from tui_reader.script.dictionaries import usual
from tui_reader.script.fold import fold
from tui_reader.script.lexicon import words_of

_LONGEST = 4
"""Of the words that are looked for."""

_DEPTH = 2
"""How many words back it is asked whether the word before is itself cut off by one before it."""


def taken(text: str, start: int, end: int, depth: int = _DEPTH) -> bool:
    """Is the beginning of text[start:end] the end of a word that begins earlier? `text` is folded."""
    words = known()
    for first in range(max(0, start - _LONGEST + 1), start):
        for last in range(start + 1, min(first + _LONGEST, len(text)) + 1):
            if text[first:last] in words:
                return depth == 0 or not taken(text, first, last, depth - 1)
    return False


def overrun(text: str, start: int, end: int, longer: frozenset[str]) -> bool:
    """Does a longer word begin within text[start:end] and end behind it (士 in 的士兵变 …)? `text` is folded."""
    words = known()
    for first in range(start + 1, end):
        for last in range(max(end + 1, first + end - start + 1), min(first + 6, len(text)) + 1):
            piece = text[first:last]
            if piece in words or piece in longer:
                return True
    return False


@cache
def known() -> frozenset[str]:
    """All words, folded."""
    listed = "\n".join((*usual("STPhrases"), *words_of("words.txt")))
    return frozenset(word for word in fold(listed).split("\n") if len(word) <= _LONGEST + 1)
