"""Folding: one spelling for search, tags and cues, independent of script, region and width.

Every character maps to exactly one, so offsets into folded text are offsets into the original. Characters that replace
each other in OpenCC's tables (台 臺 檯 颱, 干 乾 幹, 里 裡 裏) form one family and fold to one member, the simplified one if
there is one: matches may be too many (颱 for 檯), never too few. The member is an everyday character (和, not 龢), so
that patterns for folded text can be written naturally.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from unicodedata import normalize

from tui_reader.text.characters import Characters
from tui_reader.text.opencc_tables import table

_VARIANTS = (
    ("着著", "one word in the mainland and Hong Kong, two in Taiwan"),
    ("你妳", "Taiwan writes the person's sex"),
    ("他祂", "Taiwan keeps a pronoun for gods"),
    ("炮砲", "one word, two spellings in print"),
    ("熏薰", "one word that the tables part only within phrases, as the next four"),
    ("沈沉", ""),
    ("坐座", ""),
    ("并幷", ""),
    ("酰醯", ""),
    ("青靑", "an old form of print, as the next three"),
    ("清淸", ""),
    ("乡鄕", ""),
    ("值値", ""),
    ("具俱", "the tables hold them for one; the first is the everyday one, as in the next"),
    ("像象", ""),
)
"""Families that OpenCC's tables do not unite, with the reason; the first character is the representative."""

FOLD_VERSION = "1"
"""Raised when any character folds to another one than before: libraries are folded and indexed again then."""

_JAPANESE = "JPShinjitaiCharactersRev"
"""Japanese shinjitai, used only where no Chinese standard has the character (芸 is a Chinese word)."""

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
"""Basic-plane ranges with upper and lower case; testing all characters takes ten times as long."""

_SECOND_LEVEL = 0xD8
"""First byte of GB 2312's second level: rare characters in radical order."""

_COMPATIBLE = (
    (0x2E80, 0x2FD6),  # radicals, which text copied from PDF files has in place of characters
    (0xF900, 0xFB00),  # compatibility ideographs
    (0xFF01, 0xFF5F),  # full-width ASCII
)
"""Ranges of compatibility characters (Unicode NFKC)."""


def fold(text: str) -> str:
    """Fold `text`; the length stays the same."""
    if text.isascii():
        return text.lower()
    return _characters().apply(text)


def line_key(text: str) -> str:
    """Key of a line, independent of spacing, line breaks, script and width: folded, without white space."""
    return "".join(fold(text).split())


@cache
def _characters() -> Characters:
    return Characters(
        {chr(code): chr(face) for code, face in {**_representatives(), **_half_width_and_lower()}.items()}
    )


def _half_width_and_lower() -> dict[int, int]:
    han = _representatives()
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
    """Case folding where the result is one character (ß and İ are unchanged)."""
    folded = character.casefold()
    return folded if len(folded) == 1 else character


@cache
def _representatives() -> dict[int, int]:
    """Han character → representative of its family."""
    families = _Families({old: new[0] for old, new in table("TSCharacters").items() if old != new[0]})
    for name in ("TSCharacters", "STCharacters", "TWVariants", "HKVariants"):
        for character, others in table(name).items():
            families.join(character, others)
    for chinese, japanese in table(_JAPANESE).items():
        families.join(chinese, filter(_only_japanese, japanese))
    for family, _reason in _VARIANTS:
        families.join(family[0], family[1:])
    families.prefer(_is_everyday)
    for family, _reason in _VARIANTS:
        families.set_representative(family[0])
    return families.table()


def _is_everyday(character: str) -> bool:
    """Whether it is in GB 2312's first level, the 3,755 common characters."""
    return _encodes(character, "gb2312") and character.encode("gb2312")[0] < _SECOND_LEVEL


def _only_japanese(character: str) -> bool:
    return not any(_encodes(character, standard) for standard in ("gb2312", "big5"))


def _encodes(character: str, standard: str) -> bool:
    try:
        character.encode(standard)
    except UnicodeEncodeError:
        return False
    return True


class _Families:
    """Union-find over characters: each points to another of its family, up to the representative."""

    def __init__(self, pointers: dict[str, str]) -> None:
        self._pointers = pointers
        self._votes = Counter(pointers.values())

    def join(self, character: str, others: Iterable[str]) -> None:
        """Merge families; the representative is what most members simplify to, else that of `character`."""
        for other in others:
            here, there = self._representative(character), self._representative(other)
            if here != there:
                kept, given_up = (there, here) if self._votes[there] > self._votes[here] else (here, there)
                self._pointers[given_up] = kept

    def prefer(self, good: Callable[[str], bool]) -> None:
        """In families whose representative is not `good`, choose the `good` member with the most votes."""
        better: dict[str, str] = {}
        for member in filter(good, self._pointers):
            face = self._representative(member)
            if not good(face) and self._votes[member] >= self._votes[better.get(face, member)]:
                better[face] = member
        for member in better.values():
            self.set_representative(member)

    def set_representative(self, character: str) -> None:
        """Make `character` the representative of its family."""
        face = self._representative(character)
        if face != character:
            del self._pointers[character]
            self._pointers[face] = character

    def _representative(self, character: str) -> str:
        while character in self._pointers:
            character = self._pointers[character]
        return character

    def table(self) -> dict[int, int]:
        """Code point of every non-representative member → code point of its representative."""
        return {ord(member): ord(self._representative(member)) for member in self._pointers}
