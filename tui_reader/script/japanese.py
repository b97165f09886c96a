"""Spans of Japanese in Chinese text: kana and the kanji that belong to them. They are not converted.

A mostly Japanese line or clause is one span, and so is a title or short quotation with kana. Elsewhere a run of kana
takes adjacent Han characters, up to a Chinese function word (看完名探偵コナン的人): all of a few, two of a longer run,
the usual length of a Japanese word.
"""

import re
from collections.abc import Iterator

from tui_reader.text.han import ANY_HAN, HIRAGANA, ITERATION, KATAKANA

_KANA = f"{HIRAGANA}\u309d-\u309f{KATAKANA}\u30fc\u30fe\u30ff\uff66-\uff9f"
_HAN = f"{ITERATION}{ANY_HAN}"
_ANY_KANA = re.compile(f"[{_KANA}]")
_HIRAGANA = re.compile(f"[{HIRAGANA}]")
_LETTER = re.compile(f"[{_KANA}{_HAN}]")

_BRACKETED = re.compile(
    r"《[^《》\n]{1,80}》|〈[^〈〉\n]{1,80}〉|【[^【】\n]{1,80}】|『[^『』\n]{1,80}』|「[^「」\n]{1,80}」|“[^“”\n]{1,80}”|\"[^\"\n]{1,80}\""
)
_CLAUSE = re.compile(r"[^，。！？；：、,!?;:()（）「」『』《》〈〉【】“”\"\n]+")
_LINE = re.compile(r"[^\n]+")

_RUN = re.compile(
    f"(?<![{_HAN}])[{_HAN}]*+[{_KANA}](?:[{_KANA}{_HAN}・･·0-9A-Za-zＡ-Ｚａ-ｚ０-９]*[{_KANA}])?[{_HAN}]*"
)
"""From the Han characters before the first kana through those after the last."""

_PROSE, _QUOTED = 0.25, 0.15
"""Minimum share of hiragana in a Japanese line or clause (prose has a third or more), and of kana in a quotation.

Katakana alone are names, which Chinese sentences contain too.
"""

_FEW, _WORD = 3, 2
"""Han characters next to kana that are taken unchanged, and the number taken from longer runs."""

_GRAMMAR = re.compile(
    "[我你您他她它们們这這那哪的了是在和与與跟及把被让讓叫就也都还還很最吗嗎吧呢啊给給对對从從到过過着著为為将將已曾于於以等个個些每"
    "看说說想要会會能可有没沒完终終於今昨明]"
)
"""Chinese function characters: never part of a Japanese word next to kana."""

_LEAST = 2
"""Minimum kana of a word; a single one counts only between two letters (鬼滅の刃), not in emoticons (ヽ, ノ)."""


def japanese_spans(text: str) -> Iterator[tuple[int, int]]:
    """Spans `(start, end)` of Japanese passages, in order, without overlaps."""
    done = 0
    for first, line in _lines_with_kana(text):
        for start, end in sorted(_passages(line), key=lambda span: (span[0], -span[1])):
            if first + end > done:
                yield max(first + start, done), first + end
                done = first + end


def _lines_with_kana(text: str) -> Iterator[tuple[int, str]]:
    """(offset, text) of each line with kana."""
    end = 0
    while found := _ANY_KANA.search(text, end):
        start = text.rfind("\n", 0, found.start()) + 1
        newline = text.find("\n", found.end())
        end = newline if newline >= 0 else len(text)
        yield start, text[start:end]


def _passages(text: str) -> Iterator[tuple[int, int]]:
    """Spans within a line, unordered."""
    prose = _BRACKETED.sub(_blanked, text)
    for pattern in (_LINE, _CLAUSE):
        for found in pattern.finditer(prose):
            if _has_word(prose, *found.span()) and _share(_HIRAGANA, found[0]) > _PROSE:
                yield found.span()
    for found in _BRACKETED.finditer(text):
        start, end = found.start() + 1, found.end() - 1
        if _has_word(text, start, end) and (found[0][0] in "《〈『" or _share(_ANY_KANA, text[start:end]) > _QUOTED):
            yield start, end
    for found in _RUN.finditer(text):
        if _has_word(text, *found.span()):
            yield _taken_along(text, *found.span())


def _blanked(found: re.Match[str]) -> str:
    """Blank out bracketed text: it says nothing about the sentence around it."""
    return " " * len(found[0])


def _has_word(text: str, start: int, end: int) -> bool:
    kana = [found.start() for found in _ANY_KANA.finditer(text, start, end)]
    return len(kana) >= _LEAST or any(
        _LETTER.match(text, at - 1) and _LETTER.match(text, at + 1) for at in kana if start < at < end - 1
    )


def _share(kana: re.Pattern[str], text: str) -> float:
    return len(kana.findall(text)) / max(len(_LETTER.findall(text)), 1)


def _taken_along(text: str, start: int, end: int) -> tuple[int, int]:
    """The run without the Chinese characters at its ends."""
    kana = [found.start() for found in _ANY_KANA.finditer(text, start, end)]
    first, last = kana[0], kana[-1] + 1
    before = text[start:first]
    grammar = [found.end() for found in _GRAMMAR.finditer(before)]
    left = len(before) - (grammar[-1] if grammar else 0)
    found = _GRAMMAR.search(text, last, end)
    right = (found.start() if found else end) - last
    return first - (left if left <= _FEW else _WORD), last + (right if right <= _FEW else _WORD)
