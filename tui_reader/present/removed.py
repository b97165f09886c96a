"""What was removed from an article, in place: kept and removed lines one under the other, each removed one with its reason.

The view is a frozen column of entries, as a page is of pieces. Many removed lines in a row fold into one entry, so that
a page's furniture does not drown its text; opened, the entry heads its lines. A line is known by its number: how many
lines stand before it, kept, removed or folded away. It stays the same when a line is put back or dropped.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui_reader.model import Passage
from tui_reader.present.lines import TOGETHER, PageLine, Span, set_lines
from tui_reader.present.pieces import KEEPS_LINES, BlockStyle, piece_of
from tui_reader.present.rows import fitted
from tui_reader.text.cells import width
from tui_reader.text.fold import line_key
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui_reader.model import Amendment, Article
    from tui_reader.present.display import TextConverter

LineState = Literal["head", "kept", "back", "removed", "folded", "opened"]
"""Whether an entry is the heading, in the text, in it by the person's word, out of it, or many lines out of it."""

SIGNS: dict[LineState, str] = {"head": " ", "kept": " ", "back": "+", "removed": "−", "folded": "…", "opened": "▾"}
"""One cell each; what was removed is never told by colour alone."""

MANY: frozenset[LineState] = frozenset({"folded", "opened"})
OUT: frozenset[LineState] = frozenset({"removed", *MANY})

FOLDED_FROM = 4
"""Removed lines in a row that fold; three are read as quickly as a line about them."""
REASONS = 2
"""Reasons named for folded lines, the most frequent; a third would make two lines of it."""

BACK = "you put it back"
INSIDE = "you put it back; it stands inside a sentence, or no longer on the page"
GONE = "you dropped it; it no longer stands on the page"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the cursor can be on. `numbers` are those of its lines, `texts` the lines as the source has them.

    `label` is what is shown, `passage` its number in a `Position`.
    """

    state: LineState
    look: BlockStyle
    label: str
    numbers: range
    texts: tuple[str, ...] = ()
    reason: str = ""
    passage: int | None = None


class _Line(NamedTuple):
    """`folds`: it may be folded away with its neighbours; what the person dropped never is."""

    state: LineState
    look: BlockStyle
    text: str
    reason: str = ""
    passage: int | None = None
    folds: bool = False


@dataclass(frozen=True, slots=True)
class RemovedView:
    """All entries at one measure in one wording; `starts` are their first lines' numbers on the screen, then their sum."""

    key: int
    entries: tuple[Entry, ...]
    blocks: tuple[tuple[PageLine, ...], ...]
    starts: tuple[int, ...]

    @property
    def height(self) -> int:
        """Lines on the screen in all."""
        return self.starts[-1]

    def line(self, row: int) -> PageLine | None:
        """What stands on a row, counted from 0; None outside."""
        if not 0 <= row < self.height:
            return None
        entry = self.entry_on(row)
        return self.blocks[entry][row - self.starts[entry]]

    def entry_on(self, row: int) -> int:
        """Which entry stands on a row."""
        return min(max(bisect_right(self.starts, row) - 1, 0), len(self.entries) - 1)

    def entry_like(self, other: Entry) -> int:
        """Which entry shows the lines of another view's entry, or the first of them."""
        if not other.numbers:
            return 0
        found = [place for place, entry in enumerate(self.entries) if other.numbers[0] in entry.numbers]
        if not found:
            return len(self.entries) - 1
        return found[0] if other.state in MANY else found[-1]

    def entry_at(self, passage: int) -> int:
        """The entry of a passage, or the last one before it."""
        return max(
            (
                place
                for place, entry in enumerate(self.entries)
                if entry.passage is not None and entry.passage <= passage
            ),
            default=0,
        )

    def next_removed(self, place: int, steps: int) -> int | None:
        """The next entry (`steps` 1) or the one before (-1) that is out of the text."""
        places = range(place + steps, len(self.entries) if steps > 0 else -1, steps)
        return next((found for found in places if self.entries[found].state in OUT), None)


def view_of(
    key: int, article: Article, words: Sequence[Amendment], turn: TextConverter, measure: int, opened: frozenset[int]
) -> RemovedView:
    """The view of an article on whose lines the person has had these words; `opened` are numbers of unfolded lines.

    `turn` puts the article's texts into the wording shown.
    """
    lines = list(_lines(article, words))
    labels = turn([line.text for line in lines])
    entries = (_head(article, lines, turn), *_entries(lines, labels, opened))
    blocks = tuple(_block(entry, after, measure) for entry, after in zip(entries, (*entries[1:], None), strict=True))
    return RemovedView(key, entries, blocks, tuple(accumulate(map(len, blocks), initial=0)))


def _lines(article: Article, words: Sequence[Amendment]) -> Iterator[_Line]:
    """Standfirsts, the body with what was removed in place, captions; at last what the person's word finds no more."""
    back, away = ({line_key(word.text) for word in words if word.kept is kept} for kept in (True, False))
    seen: set[str] = set()
    passage = 0
    for look, text, reason in _column(article):
        line = line_key(text)
        seen.add(line)
        if reason is None:
            passage += look != "caption"
            state: LineState = "back" if line in back else "kept"
            yield _Line(state, look, text, BACK if line in back else "", None if look == "caption" else passage)
        else:
            yield _Line("removed", look, text, reason, folds=line not in away)
    for word in words:
        if line_key(word.text) not in seen:
            yield (
                _Line("back", "paragraph", word.text, INSIDE)
                if word.kept
                else _Line("removed", "paragraph", word.text, GONE, folds=False)
            )


def _column(article: Article) -> Iterator[tuple[BlockStyle, str, str | None]]:
    """Look, text, and the reason of what was removed."""
    yield from (("deck", text, None) for text in article.deck)
    for line in article.in_place():
        yield line.kind, line.text, None if isinstance(line, Passage) else line.reason
    yield from (("caption", text, None) for text in article.captions)


def _head(article: Article, lines: Sequence[_Line], turn: TextConverter) -> Entry:
    out = sum(line.state == "removed" for line in lines)
    said = f"{out} line{'s' * (out != 1)} removed" if out else "nothing was removed"
    (title,) = turn([one_line(article.title or "(untitled)")])
    return Entry("head", "title", title, range(0), reason=said, passage=0)


def _entries(lines: Sequence[_Line], labels: Sequence[str], opened: frozenset[int]) -> Iterator[Entry]:
    numbered = enumerate(zip(lines, labels, strict=True))
    for folds, group in groupby(numbered, key=lambda item: item[1][0].folds):
        run = list(group)
        single = [
            Entry(line.state, line.look, label, range(n, n + 1), (line.text,), line.reason, line.passage)
            for n, (line, label) in run
        ]
        if not folds or len(run) < FOLDED_FROM:
            yield from single
            continue
        numbers = range(run[0][0], run[-1][0] + 1)
        state: LineState = "opened" if opened.intersection(numbers) else "folded"
        yield Entry(
            state,
            "meta",
            _summarize_reasons([entry.reason for entry in single]),
            numbers,
            tuple(e.texts[0] for e in single),
        )
        yield from single if state == "opened" else ()


def _summarize_reasons(reasons: Sequence[str]) -> str:
    """`37 lines: the head of a list of other articles`, the most frequent reasons first."""
    counts = Counter(reasons).most_common()
    named = ", ".join(reason for reason, _ in counts[:REASONS])
    more = len(counts) - REASONS
    return f"{len(reasons)} lines: {named}" + (f" and {more} more reason{'s' * (more > 1)}" if more > 0 else "")


def _block(entry: Entry, after: Entry | None, measure: int) -> tuple[PageLine, ...]:
    """The entry's lines: what was removed stands close together, the text as it does when read."""
    plain = entry.state in OUT and entry.look not in KEEPS_LINES  # no indent, no sign of its own
    piece = piece_of("meta" if plain else entry.look, entry.label)
    lines = [_as(line, entry.state) for line in set_lines(piece, measure)]
    if entry.reason:
        lines = _with_reason(lines, entry.reason, measure)
    close = after is not None and (
        (entry.state in OUT and after.state in OUT)
        or (entry.look in TOGETHER and entry.look == after.look and entry.state == after.state == "kept")
    )
    return (*lines, *([] if close else [PageLine((), 0)]))


def _as(line: PageLine, state: LineState) -> PageLine:
    """What was removed has one look, whatever it was."""
    if state not in OUT:
        return line
    return PageLine((Span(line.text, "fold" if state in MANY else "removed"),), line.start)


def _with_reason(lines: Iterable[PageLine], reason: str, measure: int) -> list[PageLine]:
    """The reason at the right, behind the last line where there is room, else below."""
    *before, last = lines
    reason_text = one_line(reason)
    free = measure - width(last.text) - width(reason_text)
    if free >= 2:
        return [*before, PageLine((*last.spans, Span(" " * free, "body"), Span(reason_text, "reason")), last.start)]
    room = max(measure - width(reason_text), 0)
    below = PageLine(
        (Span(" " * room, "body"), Span(fitted(reason_text, min(width(reason_text), measure)), "reason")), last.start
    )
    return [*before, last, below]
