"""Text as the search index holds it: folded, cut into tokens, one space between them.

A Han character or kana is a token of its own, so a phrase query finds a word of any length anywhere in a sentence. A run
of other letters and digits is one token (`DeepSeek`, `v3`, `2025`). Sentence marks and symbols are tokens too, so that
words do not meet across them and 「？」 can be searched for. Quotes, brackets, dashes and dots are none: they may stand
inside a name (史蒂芬·霍金, GPT-4, 「一帶一路」倡議) or not.

FTS5's `ascii` tokenizer then splits at the spaces and takes every character beyond ASCII as it is; symbols of ASCII,
which it would drop, are moved to a private plane.
"""

import unicodedata
from collections.abc import Iterable
from typing import Final

from tui_reader.model import Article
from tui_reader.text.fold import fold

_LOOSE: Final = set(".'·‧・•／/\\…‥&\"＂")
"""Punctuation (Unicode Po) that may stand inside a name or not."""

_PRIVATE: Final = 0xF0000
_END: Final = chr(_PRIVATE + ord("\n"))
"""Stands between passages: no phrase reaches over it."""

_HANGUL: Final = range(0xAC00, 0xD7B0)
_IDEOGRAPHS: Final = range(0x20000, 0x40000)
_SELECTORS: Final = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


class _Spacing(dict[int, str]):
    """For `str.translate`: what a folded character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = spaced = _spaced(chr(code))
        return spaced


def _spaced(character: str) -> str:
    code, category = ord(character), unicodedata.category(character)
    if character == "\n":
        return f" {_END} "
    if any(code in selectors for selectors in _SELECTORS):
        return ""
    if category[0] in "LNM" and not _stands_alone(character):
        return character
    if category[0] in "ZC" and category != "Co" and code not in _IDEOGRAPHS:
        return " "
    if character in _LOOSE or (category[0] == "P" and category != "Po"):
        return " "
    return f" {chr(_PRIVATE + code) if character.isascii() else character} "


def _stands_alone(character: str) -> bool:
    """Whether words of this script are written without spaces."""
    return ord(character) not in _HANGUL and unicodedata.east_asian_width(character) in "WFH"


_SPACING: Final = _Spacing()


def tokens(text: str) -> list[str]:
    """The tokens of `text`, in order."""
    return fold(text).translate(_SPACING).split()


def indexed(article: Article) -> str:
    """All of an article that can be searched, for the index."""
    comments = (part for comment in article.comments for part in (comment.author, comment.text))
    parts = (
        article.title,
        article.author,
        article.source,
        article.category,
        *article.deck,
        *(passage.text for passage in article.body),
        *article.captions,
        *comments,
    )
    return " ".join(tokens("\n".join(filter(None, parts))))


def match(words: Iterable[Iterable[str]]) -> str | None:
    """FTS5's expression for all of `words`, each given as the words or phrases that will do for it.

    None where they hold nothing to search for. What is typed is data: nothing of it is FTS5's syntax. A phrase that ends
    in a letter or digit that is no Han character finds longer words too: `deep` finds DeepSeek.
    """
    return " AND ".join(filter(None, map(_either, words))) or None


def _either(forms: Iterable[str]) -> str:
    phrases = dict.fromkeys(map(_phrase, filter(None, map(tokens, forms))))
    return f"({' OR '.join(phrases)})" if len(phrases) > 1 else "".join(phrases)


def _phrase(found: list[str]) -> str:
    last = found[-1][-1]
    open_ended = last.isalnum() and not _stands_alone(last)
    return f'"{" ".join(found)}"' + (" *" if open_ended else "")
