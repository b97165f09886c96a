"""Text for the search index: folded, split into tokens, joined by spaces.

Each Han character or kana is a token, so that a phrase query finds words of any length anywhere in a sentence. A run of
other letters and digits is one token (`DeepSeek`, `v3`, `2025`). Sentence punctuation and symbols are tokens too, so
that words do not match across them and 「？」 can be searched. Quotes, brackets, dashes and dots are ignored: spellings
differ in whether a name contains them (史蒂芬·霍金, GPT-4, 「一帶一路」倡議).

FTS5's `ascii` tokenizer then splits at spaces and keeps every non-ASCII character; ASCII symbols, which it would drop,
are mapped to a private-use plane.
"""

import unicodedata
from collections.abc import Iterable
from typing import Final

from tui_reader.model import Article
from tui_reader.text.fold import fold

_LOOSE: Final = set(".'·‧・•／/\\…‥&\"＂")
"""Punctuation (Unicode Po) that names may contain or omit."""

_PRIVATE: Final = 0xF0000
_END: Final = chr(_PRIVATE + ord("\n"))
"""Separator between passages: no phrase matches across it."""

_HANGUL: Final = range(0xAC00, 0xD7B0)
_IDEOGRAPHS: Final = range(0x20000, 0x40000)
_SELECTORS: Final = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


class _Spacing(dict[int, str]):
    """Table for `str.translate`, filled as characters occur."""

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
    """Whether the script is written without spaces between words."""
    return ord(character) not in _HANGUL and unicodedata.east_asian_width(character) in "WFH"


_SPACING: Final = _Spacing()


def tokens(text: str) -> list[str]:
    return fold(text).translate(_SPACING).split()


def indexed(article: Article) -> str:
    """All searchable text of an article."""
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
    """FTS5 expression that requires all `words`, each given as its alternative words or phrases; None without tokens.

    User input is quoted, so it cannot contain FTS5 syntax. A phrase that ends in a non-Han letter or digit matches as a
    prefix: `deep` finds DeepSeek.
    """
    return " AND ".join(filter(None, map(_either, words))) or None


def _either(forms: Iterable[str]) -> str:
    phrases = dict.fromkeys(map(_phrase, filter(None, map(tokens, forms))))
    return f"({' OR '.join(phrases)})" if len(phrases) > 1 else "".join(phrases)


def _phrase(found: list[str]) -> str:
    last = found[-1][-1]
    open_ended = last.isalnum() and not _stands_alone(last)
    return f'"{" ".join(found)}"' + (" *" if open_ended else "")
