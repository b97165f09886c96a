"""Removed lines of an article in place: kept and removed lines in order, each removed one with its reason.

The view is a frozen sequence of entries. Long runs of removed lines fold into one entry; unfolded, the entry heads its
lines. A line is identified by its number among all lines (kept, removed, folded), which does not change when lines are
restored or dropped.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui_reader.locale import _, ngettext
from tui_reader.model import Passage
from tui_reader.present.lines import TOGETHER, Layout, PageLine, Span, set_lines
from tui_reader.present.pieces import KEEPS_LINES, BlockStyle, piece_of
from tui_reader.present.rows import fitted
from tui_reader.present.worded import UNREPAIRED
from tui_reader.text.cells import width
from tui_reader.text.fold import line_key
from tui_reader.text.sanitize import one_line
from tui_reader.typography import repaired

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui_reader.model import Amendment, Article, Script
    from tui_reader.present.display import TextConverter

LineState = Literal["head", "kept", "back", "removed", "folded", "opened"]
"""State of an entry: heading, kept, restored by the user, removed, folded lines, unfolded lines."""

SIGNS: dict[LineState, str] = {"head": " ", "kept": " ", "back": "+", "removed": "−", "folded": "…", "opened": "▾"}
"""One-cell signs; state is never shown by colour alone."""

MANY: frozenset[LineState] = frozenset({"folded", "opened"})
OUT: frozenset[LineState] = frozenset({"removed", *MANY})

SPACED = Layout(indent=False)
"""Lines are separated by empty ones, where they are at all."""

FOLDED_FROM = 4
"""Minimum run of removed lines that folds; three are read as quickly as their summary."""
REASONS = 2
"""Reasons named in a summary, the most frequent; more would need a second line."""

BACK = "restored by you"
INSIDE = "restored by you; inside a sentence, or no longer on the page"
GONE = "dropped by you; no longer on the page"


@dataclass(frozen=True, slots=True)
class Entry:
    """One cursor position. `numbers`: numbers of its lines; `texts`: their source texts.

    `label`: the text as shown; `passage`: its number in a `Position`.
    """

    state: LineState
    look: BlockStyle
    label: str
    numbers: range
    texts: tuple[str, ...] = ()
    reason: str = ""
    passage: int | None = None


class _Line(NamedTuple):
    """`folds`: may be folded with its neighbours; false for lines the user dropped."""

    state: LineState
    look: BlockStyle
    text: str
    reason: str = ""
    passage: int | None = None
    folds: bool = False


@dataclass(frozen=True, slots=True)
class RemovedView:
    """All entries at one measure in one wording; `starts`: screen row of each entry, then the total."""

    article_id: int
    entries: tuple[Entry, ...]
    blocks: tuple[tuple[PageLine, ...], ...]
    starts: tuple[int, ...]

    @property
    def height(self) -> int:
        """Number of screen rows of all entries."""
        return self.starts[-1]

    def line(self, row: int) -> PageLine | None:
        """The line on a row, from 0; None outside."""
        if not 0 <= row < self.height:
            return None
        entry = self.entry_on(row)
        return self.blocks[entry][row - self.starts[entry]]

    def entry_on(self, row: int) -> int:
        """Index of the entry that a screen row belongs to."""
        return min(max(bisect_right(self.starts, row) - 1, 0), len(self.entries) - 1)

    def entry_like(self, other: Entry) -> int:
        """Index of the entry that shows the lines of another view's entry, or the first of them."""
        if not other.numbers:
            return 0
        found = [place for place, entry in enumerate(self.entries) if other.numbers[0] in entry.numbers]
        if not found:
            return len(self.entries) - 1
        return found[0] if other.state in MANY else found[-1]

    def entry_at(self, passage: int) -> int:
        """Index of the entry of a passage, or of the last one before it."""
        return max(
            (
                place
                for place, entry in enumerate(self.entries)
                if entry.passage is not None and entry.passage <= passage
            ),
            default=0,
        )

    def next_removed(self, place: int, steps: int) -> int | None:
        """Index of the next (`steps` 1) or previous (-1) removed entry."""
        places = range(place + steps, len(self.entries) if steps > 0 else -1, steps)
        return next((found for found in places if self.entries[found].state in OUT), None)


def view_of(
    article_id: int,
    article: Article,
    words: Sequence[Amendment],
    turn: TextConverter,
    measure: int,
    opened: frozenset[int],
    quotes: Script | None = None,
) -> RemovedView:
    """Build the view. `words`: the user's decisions about lines; `opened`: numbers of unfolded lines.

    `turn` converts texts of the article; their punctuation is repaired with the quotation marks of `quotes`, None: not.
    """
    lines = list(_lines(article, words))
    looks = ("title", *(line.look for line in lines))
    texts = turn([one_line(article.title or _("(untitled)")), *(line.text for line in lines)])
    title, *labels = (
        text if quotes is None or look in UNREPAIRED else repaired(text, quotes)
        for look, text in zip(looks, texts, strict=True)
    )
    entries = (_head(title, lines), *_entries(lines, labels, opened))
    blocks = tuple(_block(entry, after, measure) for entry, after in zip(entries, (*entries[1:], None), strict=True))
    return RemovedView(article_id, entries, blocks, tuple(accumulate(map(len, blocks), initial=0)))


def _lines(article: Article, words: Sequence[Amendment]) -> Iterator[_Line]:
    """Decks, body with removed lines in place, captions; then decisions that match no line any more."""
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
    """(style, text, reason if removed)."""
    yield from (("deck", text, None) for text in article.deck)
    for line in article.in_place():
        yield line.kind, line.text, None if isinstance(line, Passage) else line.reason
    yield from (("caption", text, None) for text in article.captions)


def _head(title: str, lines: Sequence[_Line]) -> Entry:
    out = sum(line.state == "removed" for line in lines)
    said = ngettext("{count} line removed", "{count} lines removed", out) if out else _("nothing removed")
    return Entry("head", "title", title, range(0), reason=said.format(count=out), passage=0)


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
    """Summary such as `37 lines: a share row, navigation`, most frequent reasons first."""
    counts = Counter(reasons).most_common()
    named = _(", ").join(_(reason) for reason, _count in counts[:REASONS])
    more = len(counts) - REASONS
    text = _("{count} lines: {reasons}").format(count=len(reasons), reasons=named)
    others = ngettext(" and {count} more reason", " and {count} more reasons", more).format(count=more)
    return text + others if more > 0 else text


def _block(entry: Entry, after: Entry | None, measure: int) -> tuple[PageLine, ...]:
    """Screen lines of an entry: removed lines without gaps, kept text as in the reader."""
    plain = entry.state in OUT and entry.look not in KEEPS_LINES  # no indent, no prefix
    piece = piece_of("meta" if plain else entry.look, entry.label)
    lines = [_as(line, entry.state) for line in set_lines(piece, measure, SPACED)]
    if entry.reason:
        lines = _with_reason(lines, entry.reason, measure)
    close = after is not None and (
        (entry.state in OUT and after.state in OUT)
        or (entry.look in TOGETHER and entry.look == after.look and entry.state == after.state == "kept")
    )
    return (*lines, *([] if close else [PageLine((), 0)]))


def _as(line: PageLine, state: LineState) -> PageLine:
    """Removed lines have one style, whatever they were."""
    if state not in OUT:
        return line
    return PageLine((Span(line.text, "fold" if state in MANY else "removed"),), line.start)


def _with_reason(lines: Iterable[PageLine], reason: str, measure: int) -> list[PageLine]:
    """Append the reason at the right, on the last line if it fits, else on a line below."""
    *before, last = lines
    reason_text = one_line(_(reason))
    free = measure - width(last.text) - width(reason_text)
    if free >= 2:
        return [*before, PageLine((*last.spans, Span(" " * free, "body"), Span(reason_text, "reason")), last.start)]
    room = max(measure - width(reason_text), 0)
    below = PageLine(
        (Span(" " * room, "body"), Span(fitted(reason_text, min(width(reason_text), measure)), "reason")), last.start
    )
    return [*before, last, below]
