"""The user's decisions about single lines, applied to a cleaned page.

A line is identified by its text (`script.line_key`), so a decision survives new rules and changes around the line. Equal
lines are one line.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, Self

from tui_reader.model import Article, Cleaned, Passage, Removed, Verdict
from tui_reader.script.detect import script_of
from tui_reader.text.fold import line_key

PUT_BACK = "you put it back"
DROPPED = "you dropped it"

_HIDDEN = frozenset({"metadata"})
"""Roles whose lines are neither shown nor listed as removed; a restored line leaves them."""
_DROPPABLE = frozenset({"body", "deck", "caption"})

Line = Passage | Removed


class LineDecisions(NamedTuple):
    """`line_key`s of the lines that the user restored, and of those dropped."""

    kept: frozenset[str]
    dropped: frozenset[str]

    @classmethod
    def of(cls, kept: Iterable[str], dropped: Iterable[str]) -> Self:
        """From the texts of lines; a text in both sets is kept."""
        back = frozenset(map(line_key, kept)) - {""}
        return cls(back, frozenset(map(line_key, dropped)) - back - {""})


def apply_decisions(cleaned: Cleaned, decisions: LineDecisions) -> Cleaned:
    """The cleaned article with restored lines as passages and dropped ones among the removed."""
    if not any(decisions):
        return cleaned
    article = cleaned.article
    deck, captions = (_split(texts, decisions) for texts in (article.deck, article.captions))
    lines = [*deck.dropped, *_with_hidden(cleaned, decisions), *captions.dropped]
    changed = _with_lines(article, [_decided(line, decisions) for line in lines])
    return Cleaned(
        replace(changed, deck=deck.kept, captions=captions.kept),
        tuple(_decided_verdict(verdict, decisions) for verdict in cleaned.verdicts),
    )


class _Split(NamedTuple):
    """Decks or captions that stay, and those that the user dropped, as removed lines."""

    kept: tuple[str, ...]
    dropped: list[Line]


def _split(texts: Sequence[str], decisions: LineDecisions) -> _Split:
    dropped = [text for text in texts if line_key(text) in decisions.dropped]
    return _Split(tuple(text for text in texts if text not in dropped), [Removed(text, DROPPED) for text in dropped])


def _decided(line: Line, decisions: LineDecisions) -> Line:
    key = line_key(line.text)
    if key in decisions.dropped:
        return Removed(line.text, DROPPED, kind=line.kind)
    if key in decisions.kept and isinstance(line, Removed):
        return Passage(line.kind, line.text)
    return line


def _with_lines(article: Article, lines: Sequence[Line]) -> Article:
    body: list[Passage] = []
    removed: list[Removed] = []
    for line in lines:
        if isinstance(line, Passage):
            body.append(line)
        else:
            removed.append(replace(line, before=len(body)))
    script = script_of("\n".join(passage.text for passage in body))
    return replace(article, body=tuple(body), removed=tuple(removed), script=script)


def _with_hidden(cleaned: Cleaned, decisions: LineDecisions) -> list[Line]:
    """The article's lines in place, with restored lines that had been metadata only."""
    lines = list(cleaned.article.in_place())
    missing = decisions.kept - {line_key(line.text) for line in lines}
    places: list[tuple[int, Line]] = []
    passages = 0
    for verdict in cleaned.verdicts if missing else ():
        passages += verdict.role == "body"
        if verdict.role in _HIDDEN and line_key(verdict.text) in missing:
            places.append((passages, Passage("paragraph", verdict.text)))
    for passage, line in reversed(places):
        lines.insert(_index(lines, passage), line)
    return lines


def _index(lines: Sequence[Line], passages: int) -> int:
    """Index in `lines` behind the given number of passages."""
    for index, line in enumerate(lines):
        if not passages:
            return index
        passages -= isinstance(line, Passage)
    return len(lines)


def _decided_verdict(verdict: Verdict, decisions: LineDecisions) -> Verdict:
    key = line_key(verdict.text)
    if key in decisions.dropped and (verdict.role in _DROPPABLE or verdict.role == "dropped"):
        return replace(verdict, role="dropped", reason=DROPPED)
    if key in decisions.kept and (verdict.role in _HIDDEN or verdict.role == "dropped"):
        return replace(verdict, role="body", reason=PUT_BACK)
    return verdict
