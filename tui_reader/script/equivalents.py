"""Other names of a word in both scripts and all regions, for search: 祖克柏 finds 扎克伯格.

Words of one row are equivalent, and so are rows that share a word. Guards are ignored, because a query has no context:
recall over precision.

Tables are folded and split as plain text: parsing rows would take ten times as long, and this runs while typing.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import product

from tui_reader.script.glossary import Glossary
from tui_reader.script.lexicon import HEADER, SPELLINGS, texts
from tui_reader.text.fold import fold
from tui_reader.text.known_names import classes

_SHORTEST = 2
"""Minimum characters of a word with equivalents: single characters would match everything."""

_LONGEST = 16
"""Maximum characters of a word searched within a text."""

_FORMS = (16, 5, 3, 2)
"""Forms tried per word when a text has one, two, three or four words with equivalents; limits the product."""

Class = tuple[str, ...]
"""Equivalent words, folded; written forms before recognised-only ones."""


class Equivalents:
    """Equivalence classes of words. Thread-safe."""

    def __init__(self, classes: Mapping[str, Class], own: Mapping[str, Class] | None = None) -> None:
        self._classes = classes
        self._own = own or {}

    def of(self, word: str) -> tuple[str, ...]:
        """All forms of a word, folded, its own first; only itself if unknown."""
        own = fold(word)
        return (own, *(form for form in self._class(own) if form != own))

    def tag_forms(self, tag: str) -> tuple[str, ...]:
        """All names of what a tag names, folded, its own first: equivalent words, and the names of known things."""
        forms = dict.fromkeys((fold(tag),))
        waiting = list(forms)
        while waiting:
            form = waiting.pop()
            others = [other for other in (*self._class(form), *_known_things().get(form, ())) if other not in forms]
            forms |= dict.fromkeys(others)
            waiting += others
        return tuple(forms)

    def tag_key(self, tag: str) -> str:
        """The representative of a tag's forms: equal for tags that name one thing."""
        return min(self.tag_forms(tag))

    def within(self, text: str) -> tuple[str, ...]:
        """Folded variants of a text (`祖克柏 訪問`, 台灣網路公司), the text itself first, then with equivalent words."""
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
        """A copy with the rows of a user glossary added; `text` is the table's text."""
        own: dict[str, Class] = {}
        for words in _rows(fold(text)):
            joined = tuple(dict.fromkeys(form for word in words for form in (own.get(word) or self.of(word))))
            own |= dict.fromkeys(joined, joined)
        return Equivalents(self._classes, own)

    def _class(self, folded: str) -> Class:
        return self._own.get(folded) or self._classes.get(folded, ())

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        """Spans of known words, longest first at each position."""
        at = 0
        while at < len(text):
            ends = range(min(at + _LONGEST, len(text)), at + _SHORTEST - 1, -1)
            end = next((end for end in ends if self._class(text[at:end])), at)
            if end > at:
                yield at, end
            at = max(end, at + 1)


@cache
def _known_things() -> dict[str, Class]:
    """Folded name of a known thing → all its names."""
    return {name: names for names in classes() for name in names}


@cache
def lexicon() -> Equivalents:
    """Equivalents of the lexicon alone; cached, read on first use."""
    faces: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for name, text in texts():
        if name != SPELLINGS:
            for words in _rows(fold(text)):
                _join(words, faces, members)
    found = {face: tuple(words) for face, words in members.items() if len(words) > 1}
    return Equivalents({word: found[face] for word, face in faces.items() if face in found})


def equivalents(glossary: Glossary | None = None) -> Equivalents:
    """Equivalents of the lexicon and a user glossary."""
    return _with_own(glossary.text) if glossary and glossary.rows else lexicon()


@lru_cache(maxsize=2)
def _with_own(text: str) -> Equivalents:
    return lexicon().with_own(text)


def variants(word: str) -> tuple[str, ...]:
    return lexicon().of(word)


def variants_within(text: str) -> tuple[str, ...]:
    return lexicon().within(text)


def _join(words: Iterable[str], faces: dict[str, str], members: dict[str, list[str]]) -> None:
    """Merge the classes of all `words` (union-find with a member list per representative)."""
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
    """Words of each row of a folded table, the written forms first."""
    for line in text.split("\n"):
        if line and not line.startswith(("#", _HEAD)):
            cells = [cell.split("|") for cell in line.split("\t")[:3]]
            written = [forms[0] for forms in cells]
            rest = [form for forms in cells for form in forms[1:]]
            words = [word for form in (*written, *rest) if len(word := form.strip(" >*\r")) >= _SHORTEST]
            if words:
                yield list(dict.fromkeys(words))


_HEAD = "\t".join(HEADER.split("\t")[:3])
