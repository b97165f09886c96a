"""Japanese in Chinese text: passages with kana, and the Han characters that belong to them. They are no wording.

A line or a clause that is mostly Japanese is left alone as a whole, and so is a title or a short quotation with kana in
it. Elsewhere a run of kana takes the Han characters beside it along, up to one of Chinese grammar (看完名探偵コナン的人):
all of them where they are few, and two of a longer run, as most Japanese words have two.
"""

import re
from collections.abc import Iterator

_KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc\u30fe\u30ff\uff66-\uff9f"
_HAN = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ANY_KANA = re.compile(f"[{_KANA}]")
_HIRAGANA = re.compile("[\u3041-\u3096]")
_LETTER = re.compile(f"[{_KANA}{_HAN}]")

_BRACKETED = re.compile(
    r"《[^《》\n]{1,80}》|〈[^〈〉\n]{1,80}〉|【[^【】\n]{1,80}】|『[^『』\n]{1,80}』|「[^「」\n]{1,80}」|“[^“”\n]{1,80}”|\"[^\"\n]{1,80}\""
)
_CLAUSE = re.compile(r"[^，。！？；：、,!?;:()（）「」『』《》〈〉【】“”\"\n]+")
_LINE = re.compile(r"[^\n]+")

_RUN = re.compile(
    f"(?<![{_HAN}])[{_HAN}]*+[{_KANA}](?:[{_KANA}{_HAN}・･·0-9A-Za-zＡ-Ｚａ-ｚ０-９]*[{_KANA}])?[{_HAN}]*"
)
"""From the Han characters before the first kana to those behind the last, with what stands between."""

_PROSE, _QUOTED = 0.25, 0.15
"""Hiragana among the letters of a Japanese line or clause (prose has a third or more), and kana in a quotation.

Katakana alone are names, which Chinese sentences have too.
"""

_FEW, _WORD = 3, 2
"""Han characters beside kana that are taken along as they are, and those that are taken of more."""

_GRAMMAR = re.compile(
    "[我你您他她它们們这這那哪的了是在和与與跟及把被让讓叫就也都还還很最吗嗎吧呢啊给給对對从從到过過着著为為将將已曾于於以等个個些每"
    "看说說想要会會能可有没沒完终終於今昨明]"
)
"""Characters of Chinese grammar, which no Japanese word beside kana begins or ends with in Chinese text."""

_LEAST = 2
"""Kana that are a word; a single one counts between two letters alone (鬼滅の刃), not in a face (ヽ, ノ)."""


def japanese_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where passages in Japanese begin and end, in order, none overlapping."""
    done = 0
    for first, line in _lines_with_kana(text):
        for start, end in sorted(_passages(line), key=lambda span: (span[0], -span[1])):
            if first + end > done:
                yield max(first + start, done), first + end
                done = first + end


def _lines_with_kana(text: str) -> Iterator[tuple[int, str]]:
    """Where each begins, and its text."""
    end = 0
    while found := _ANY_KANA.search(text, end):
        start = text.rfind("\n", 0, found.start()) + 1
        newline = text.find("\n", found.end())
        end = newline if newline >= 0 else len(text)
        yield start, text[start:end]


def _passages(text: str) -> Iterator[tuple[int, int]]:
    """Passages of a line, in no order."""
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
    """What stands between marks says nothing of the sentence around it."""
    return " " * len(found[0])


def _has_word(text: str, start: int, end: int) -> bool:
    kana = [found.start() for found in _ANY_KANA.finditer(text, start, end)]
    return len(kana) >= _LEAST or any(
        _LETTER.match(text, at - 1) and _LETTER.match(text, at + 1) for at in kana if start < at < end - 1
    )


def _share(kana: re.Pattern[str], text: str) -> float:
    return len(kana.findall(text)) / max(len(_LETTER.findall(text)), 1)


def _taken_along(text: str, start: int, end: int) -> tuple[int, int]:
    """The run without the Han characters at its ends that are Chinese."""
    kana = [found.start() for found in _ANY_KANA.finditer(text, start, end)]
    first, last = kana[0], kana[-1] + 1
    before = text[start:first]
    grammar = [found.end() for found in _GRAMMAR.finditer(before)]
    left = len(before) - (grammar[-1] if grammar else 0)
    found = _GRAMMAR.search(text, last, end)
    right = (found.start() if found else end) - last
    return first - (left if left <= _FEW else _WORD), last + (right if right <= _FEW else _WORD)
