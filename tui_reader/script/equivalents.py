"""What else a word is called: in the other script, and in the other regions. For search: 祖克柏 finds 扎克伯格.

Guards are not asked, for a search names a word without its sentence: what is found may be more than was meant, never less.
"""

from collections import defaultdict
from functools import cache

from tui_reader.script.fold import fold
from tui_reader.script.lexicon import SPELLINGS, Row, rows
from tui_reader.script.matching import Matcher

_SHORTEST = 2
"""Characters of a word that has equivalents: by one character everything would be found."""

_MOST = 12
"""Forms that one word is looked for by."""


def variants(word: str) -> tuple[str, ...]:
    """All forms of a word in all regions, folded; its own first. One form where the lexicon does not know it."""
    own = fold(word)
    return (own, *(form for form in _forms().get(own, ()) if form != own))


def variants_within(text: str) -> tuple[str, ...]:
    """All forms of a text whose words the lexicon knows (`祖克柏 訪問`, 台灣網路公司): itself and its other wordings, folded."""
    own = fold(text)
    matcher, words = _known()
    found = [own]
    for which, start, end in matcher.find(own):
        others = _forms()[words[which]]
        found += [own[:start] + other + own[end:] for other in others if other != own[start:end]]
    return tuple(dict.fromkeys(found))[:_MOST]


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """Each folded word with all forms of the concepts it stands for."""
    forms: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in rows():
        if row.file != SPELLINGS:
            folded = dict.fromkeys(_of(row))
            for form in folded:
                forms[form] |= folded
    return {form: tuple(others) for form, others in forms.items() if len(others) > 1}


def _of(row: Row) -> list[str]:
    written = (form for form in row.written.values() if form)
    known = (form for region in row.known.values() for form in region)
    return [form for form in map(fold, (*written, *known)) if len(form) >= _SHORTEST]


@cache
def _known() -> tuple[Matcher, list[str]]:
    words = list(_forms())
    return Matcher(words), words
