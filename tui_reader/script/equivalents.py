"""What else a word is called: in the other script, and in the other regions. For search: 祖克柏 finds 扎克伯格.

Words of one row are called alike, and so are those of rows that share a word. Guards are not asked, for a search names a
word without its sentence: what is found may be more than was meant, never less.

The tables are read as text, folded as a whole: rows would take ten times as long, and a person is typing.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import product

from tui_reader.script.glossary import Glossary
from tui_reader.script.lexicon import HEADER, SPELLINGS, texts
from tui_reader.text.fold import fold

_SHORTEST = 2
"""Characters of a word that has equivalents: by one character everything would be found."""

_LONGEST = 16
"""Characters of a word that is looked for within a text."""

_FORMS = (16, 5, 3, 2)
"""Forms of each word that are tried where one, two, three or four words of a text have some: a text has few forms in all."""

Class = tuple[str, ...]
"""Words that are called alike, folded; those that are written stand before those that are only recognised."""


class Equivalents:
    """Which words are called alike. Safe to use from several threads."""

    def __init__(self, classes: Mapping[str, Class], own: Mapping[str, Class] | None = None) -> None:
        self._classes = classes
        self._own = own or {}

    def of(self, word: str) -> tuple[str, ...]:
        """All forms of a word, folded; its own first. One form where no table knows it."""
        own = fold(word)
        return (own, *(form for form in self._class(own) if form != own))

    def key(self, word: str) -> str:
        """The same for all words that are called alike."""
        own = fold(word)
        return next(iter(self._class(own)), own)

    def within(self, text: str) -> tuple[str, ...]:
        """The text as others would write it (`祖克柏 訪問`, 台灣網路公司), folded: itself first, then with other words."""
        own = fold(text)
        found = sorted(self._found(own), key=lambda span: span[0] - span[1])[: len(_FORMS)]
        if not found:
            return (own,)
        found.sort()
        pieces: list[tuple[str, ...]] = []
        done = 0
        for start, end in found:
            pieces += (own[done:start],), self.of(own[start:end])[: _FORMS[len(found) - 1]]
            done = end
        return tuple(dict.fromkeys("".join(parts) for parts in product(*pieces, (own[done:],))))

    def with_own(self, text: str) -> "Equivalents":
        """These, and what the rows of a person's table say besides."""
        own: dict[str, Class] = {}
        for words in _rows(fold(text)):
            joined = tuple(dict.fromkeys(form for word in words for form in (own.get(word) or self.of(word))))
            own |= dict.fromkeys(joined, joined)
        return Equivalents(self._classes, own)

    def _class(self, folded: str) -> Class:
        return self._own.get(folded) or self._classes.get(folded, ())

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        """Where known words stand, the longest at each place."""
        at = 0
        while at < len(text):
            ends = range(min(at + _LONGEST, len(text)), at + _SHORTEST - 1, -1)
            end = next((end for end in ends if self._class(text[at:end])), at)
            if end > at:
                yield at, end
            at = max(end, at + 1)


@cache
def lexicon() -> Equivalents:
    """By the lexicon alone."""
    faces: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for name, text in texts():
        if name != SPELLINGS:
            for words in _rows(fold(text)):
                _join(words, faces, members)
    classes = {face: tuple(words) for face, words in members.items() if len(words) > 1}
    return Equivalents({word: classes[face] for word, face in faces.items() if face in classes})


def equivalents(glossary: Glossary | None = None) -> Equivalents:
    """By the lexicon and a person's own table."""
    return _with_own(glossary.text) if glossary and glossary.rows else lexicon()


@lru_cache(maxsize=2)
def _with_own(text: str) -> Equivalents:
    return lexicon().with_own(text)


def variants(word: str) -> tuple[str, ...]:
    """`Equivalents.of`, by the lexicon."""
    return lexicon().of(word)


def variants_within(text: str) -> tuple[str, ...]:
    """`Equivalents.within`, by the lexicon."""
    return lexicon().within(text)


def _join(words: Iterable[str], faces: dict[str, str], members: dict[str, list[str]]) -> None:
    """All of `words` are called alike, and so is what was called like one of them."""
    for word in words:
        if word not in faces:
            faces[word] = word
            members[word] = [word]
    first, *others = dict.fromkeys(faces[word] for word in words)
    for face in others:
        moved = members.pop(face)
        members[first] += moved
        faces.update(dict.fromkeys(moved, first))


def _rows(text: str) -> Iterator[list[str]]:
    """The words of each row of a folded table: first those that are written, then the others."""
    for line in text.split("\n"):
        if line and not line.startswith(("#", _HEAD)):
            cells = [cell.split("|") for cell in line.split("\t")[:3]]
            written = [forms[0] for forms in cells]
            rest = [form for forms in cells for form in forms[1:]]
            words = [word for form in (*written, *rest) if len(word := form.strip(" >*\r")) >= _SHORTEST]
            if words:
                yield list(dict.fromkeys(words))


_HEAD = "\t".join(HEADER.split("\t")[:3])
