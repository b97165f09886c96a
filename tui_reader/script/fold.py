"""One spelling for search, tags and cues, whatever the script, the region or the width it was typed in.

Every character is replaced by exactly one, so an offset into the folded text is an offset into the text itself. All
characters that stand for each other in OpenCC's tables (台 臺 檯 颱, 干 乾 幹, 里 裡 裏) form one family and fold to one
member, the simplified one where there is one: more is found than was meant (颱 by 檯), but nothing is missed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from unicodedata import normalize

from tui_reader.script.dictionaries import table

_BMP = 0x10000

_VARIANTS = (
    "着著 你妳 它牠 他祂 "  # one word, kept apart in Taiwan only
    "真眞 青靑 清淸 教敎 即卽 既旣 乡鄕 静靜 黄黃 吴呉 横橫 步歩 每毎 晚晩 户戸 巨鉅 温溫 值値 "  # old and Japanese forms of print
    "衛衞 敘敍 啟啓 線綫 峰峯 床牀 厘釐 泄洩 污汙 炮砲 烟菸 晒曬 嘆歎 赞讚 注註 痹痺 凉涼 准準 决決 况況 減减"  # one word, two spellings in print
)
"""Families that OpenCC's tables leave apart, or might in another release. The first is what the others fold to."""

_JAPANESE = "JPVariants"
"""New forms of Japan: taken only where no Chinese standard knows the character (芸 is a word of its own in Chinese)."""

_CASED = (
    (0x41, 0x588),  # Latin, Greek, Cyrillic, Armenian
    (0x10A0, 0x1100),  # Georgian
    (0x13A0, 0x1400),  # Cherokee
    (0x1C80, 0x1CC0),  # Cyrillic and Georgian extensions
    (0x1E00, 0x2000),  # Latin and Greek with marks
    (0x2126, 0x2190),  # letter-like signs, Roman numerals
    (0x24B6, 0x24D0),  # circled letters
    (0x2C00, 0x2E00),  # Glagolitic, Latin extended C, Coptic
    (0xA640, 0xA800),  # Cyrillic and Latin extensions
    (0xAB70, 0xABC0),  # Cherokee
)
"""Where the plane has letters of two cases; asking all of its characters takes ten times as long."""

_COMPATIBLE = (
    (0x2E80, 0x2FD6),  # radicals, which copying from PDF files leaves in place of characters
    (0xF900, 0xFB00),  # compatibility ideographs
    (0xFF01, 0xFF5F),  # full-width ASCII
)
"""Ranges whose characters are another character in all but the code point (Unicode NFKC)."""


def fold(text: str) -> str:
    """`text` in the one spelling; the same length, character by character."""
    if text.isascii():
        return text.lower()
    plane, beyond = _tables()
    folded = text.translate(plane)
    if len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text):  # the cheapest sign of a character beyond U+FFFF
        return folded.translate(beyond)
    return folded


@cache
def _tables() -> tuple[list[int], dict[int, int]]:
    """A list for the first plane (a hit in a list is twice as fast as one in a dict), a dict for the others."""
    mapping = {**_unified(), **_half_width_and_lower()}
    plane = list(range(_BMP))
    for character, answer in mapping.items():
        if character < _BMP:
            plane[character] = answer
    return plane, {character: answer for character, answer in mapping.items() if character >= _BMP}


def _half_width_and_lower() -> dict[int, int]:
    han = _unified()
    mapping = {0x3000: 0x20}
    for code in _codes(_COMPATIBLE):
        plain = normalize("NFKC", chr(code))
        if len(plain) == 1:
            lower = ord(_lower(plain))
            mapping[code] = han.get(lower, lower)
    for code in _codes(_CASED):
        mapping[code] = ord(_lower(chr(code)))
    return mapping


def _codes(ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
    for start, end in ranges:
        yield from range(start, end)


def _lower(character: str) -> str:
    """Case folded, where that is one character (ß and İ stay as they are)."""
    folded = character.casefold()
    return folded if len(folded) == 1 else character


@cache
def _unified() -> dict[int, int]:
    """Every Han character that has a family, with the member that stands for it."""
    votes: Counter[str] = Counter()
    families = _Families()
    for traditional, simplified in table("TSCharacters").items():
        votes[simplified[0]] += 1
        families.join(traditional, *simplified)
    for name in ("STCharacters", "TWVariants", "HKVariants"):
        for character, others in table(name).items():
            families.join(character, *others)
    for chinese, japanese in table(_JAPANESE).items():
        families.join(chinese, *(form for form in japanese if _only_japanese(form)))
    for family in _VARIANTS.split():
        votes[family[0]] += 1
        families.join(*family)
    return {
        ord(member): ord(chosen)
        for family in families
        for chosen in [max(family, key=lambda member: (votes[member], -ord(member)))]
        for member in family
        if member != chosen
    }


def _only_japanese(character: str) -> bool:
    return not any(_encodes(character, standard) for standard in ("gb2312", "big5"))


def _encodes(character: str, standard: str) -> bool:
    try:
        character.encode(standard)
    except UnicodeEncodeError:
        return False
    return True


class _Families:
    """Disjoint sets of characters; iterating gives each as a list."""

    def __init__(self) -> None:
        self._of: dict[str, list[str]] = {}

    def join(self, *members: str) -> None:
        """All `members`, and whatever each already belongs with, become one family."""
        home = self._of.setdefault(members[0], [members[0]])
        for member in members[1:]:
            other = self._of.setdefault(member, [member])
            if other is not home:
                home.extend(other)
                self._of.update(dict.fromkeys(other, home))

    def __iter__(self) -> Iterator[list[str]]:
        return iter({id(family): family for family in self._of.values()}.values())
