"""Bytes → article: what the story says, what stands around it, and why each line was kept or dropped.

Who knows jusText will find its two passes here, blocks first by themselves and then among their neighbours; who knows
trafilatura or Readability will miss the scoring of a tree. There is no tree. A page becomes a list of blocks, whether
it came as HTML or as a dump without tags; one classifier gives every block a label with a reason; the labels'
weights, in characters of prose, say where the story stands; everything else on the page is asked who wrote it, when
and where.

1. From bytes to text. `decode` believes a byte order mark and valid UTF-8; else it takes the encoding whose
characters are the commonest (`common` lists them), whatever the page declares: what pages declare is often wrong.
Files that are no text end here. What a terminal would obey is taken out (`sanitise`; `harmless` where markup spells
it as entities).

2. From text to blocks (`blocks`). A line of a dump is a block; lines cut at a fixed display width are joined
(`unwrap`). Of HTML, `events` takes down what BeautifulSoup's parser says while it passes, which costs a third of
building its tree; `pieces` makes lines of what stood between two block-level tags, `tables` tells data from layout,
`elements` says what tags, roles and names of classes mean. `markup` puts it together. What stands in navigation, in
the footer, beside the story or hidden is set apart at once, unless much of the page's prose stands there: stories
hide until a script runs. What the head declares (JSON-LD, OpenGraph, meta) is read by `declared`, what only scripts
carry by `scripted`.

3. Replies. `talk` asks whether readers speak on this page, and sets what they say apart. Rows of one reply each (推
nick: text) are `pushes`; posts under rows of who and when are `posts`, whose rows `heads` finds above the text and
`tails` below it, by the words that boards print (`boards`); answers to a question are `answers`.

4. First pass, `judge`: each block alone gets a label: a role, a reason, a weight (`lines` asks a pattern of all rows
at once first). Phrases come first (`phrases` lists them in families such as legal notes, promotion or pointers to
other articles; `cues` finds them in folded text). Then form: `captions`, links, addresses, rows of menu words,
`dates`, a region named by its maker. Then punctuation: a full stop makes prose, a long line with commas nearly so; a
short line without any mark weighs against. Some families part the page: a soft stop weighs as much as two paragraphs,
over a hard one no story goes on. Weights and sizes are in `rules`.

5. Second pass, `runs`: a block among its neighbours (a line twice, a caption over its credit, the line under a
picture); then the best run: the stretch with the greatest sum of weights. An earlier run of half that weight is
preferred, for what is appended below a story may be longer than the story. `classify` holds both passes together
(`locate`).

6. The title, `titles`: above the run, the line that the window's title begins with, that a date follows, that markup
heads.

7. Repairs of the run, `repair`: pieces of the title and spam words scattered through sentences are cut out
(`injection`), an endless paragraph is split where it still shows its parts (`paragraphs`), spaces and signs that
another form left behind go (`residues`), lines of a wrong encoding (`garbled`) and paragraphs that stood above
already are dropped, what a post quotes is named a quotation (`quotes`).

8. Facts about the story, `facts`, out of the `rows` about title and end: when, by `stamps`; author and source by
labels (`people` reads rows like 文／徐若珊 圖／林平), by what stands `beside` the date, by who opened a thread (`openers`), by
`bylines`; `names` tells people from papers. Weighed against them is what the head declares.

9. The last word on every block, `classify` again (`settle`): rows that told a fact are metadata, lines between title
and body are standfirst or captions, headlines outside are no story. `assemble` makes the Article, and a verdict for
every block, its reason told as a person would (`reasons`). Where a person had a word on a line before, it is kept
(`amend`).

A page on which no run holds ENOUGH_BODY characters of sentences has no article, and says so. Nothing here knows a
site.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from tui_reader.cleaning.amend import Word, amended
from tui_reader.cleaning.assemble import Sorted, assemble
from tui_reader.cleaning.blocks import Block, Page, from_text, is_markup
from tui_reader.cleaning.classify import Located, locate, prose_of, settle
from tui_reader.cleaning.decode import decode_as_is, harmless_text
from tui_reader.cleaning.facts import Facts, find_facts
from tui_reader.cleaning.heads import heads_of
from tui_reader.cleaning.lines import Lines
from tui_reader.cleaning.posts import opening
from tui_reader.cleaning.repair import mend
from tui_reader.cleaning.rows import Place
from tui_reader.cleaning.rules import ENOUGH_BODY, LEAST_HAN
from tui_reader.cleaning.talk import find_replies, merge
from tui_reader.errors import NoArticle
from tui_reader.model import Cleaned
from tui_reader.script.detect import count_han

LOOK = 100_000
"""Characters of a story that tell its language."""

__all__ = ["clean"]


def clean(
    data: bytes,
    *,
    name: str | None = None,
    as_of: datetime | None = None,
    kept: Iterable[str] = (),
    dropped: Iterable[str] = (),
) -> Cleaned:
    """The article in `data`, and what became of every block of it.

    `name` is for messages and tells .html from .txt where the content does not; a relative time (1小時前) counts against
    `as_of` only. `kept` and `dropped` are texts of lines on which a person has had a word; they are found by their
    `line_key`. Raises SourceEmpty, SourceBinary, SourceTooLarge or NoArticle.
    """
    word = Word.of(kept, dropped)
    where = name or "input"
    decoded = decode_as_is(data, where)
    page = _read(decoded.text, name, where)
    lines = Lines.of(page.blocks)
    heads = heads_of(page.blocks, lines)
    replies = find_replies(page.blocks, lines, heads)
    found = locate(page, replies)
    if prose_of(page.blocks, found) < ENOUGH_BODY:
        raise NoArticle(where, _why_none(page))
    if not _is_chinese(page.blocks[found.start : found.end]):
        raise NoArticle(where, "no article found: there is hardly any Chinese in its text")
    blocks, found, cut_out = mend(page.blocks, found, word.kept)
    place = Place(found.title.block, found.start, found.end)
    facts = find_facts(replace(page, blocks=blocks), place, as_of, opening(page.blocks, heads))
    labels = settle(blocks, found, facts.rows | _named(blocks, found, facts))
    result = Sorted(page, found.title, blocks, labels, facts, merge(replies), cut_out)
    return amended(assemble(result, decoded.encoding), word)


def _read(text: str, name: str | None, where: str) -> Page:
    """The page of a decoded document, whichever form it has."""
    if not is_markup(text, name):
        return from_text(harmless_text(text, where), where)
    from tui_reader.cleaning.markup import from_markup  # noqa: PLC0415 - a text dump needs no HTML parser

    return from_markup(text, where)


def _named(blocks: Sequence[Block], found: Located, facts: Facts) -> frozenset[int]:
    """Lines between title and body that are no more than a fact's own words: a paper's name there is no standfirst."""
    words = {facts.source, facts.author, facts.category}
    between = range(found.title.block + 1, found.start) if found.title.block >= 0 else ()
    return frozenset(index for index in between if blocks[index].text in words)


def _is_chinese(body: Sequence[Block]) -> bool:
    """A program, a README or a page in English is none of ours; a technical article may be Latin by a half and more."""
    text = "".join([block.text[:LOOK] for block in body])[:LOOK]
    return count_han(text) >= LEAST_HAN * len(text)


def _why_none(page: Page) -> str:
    """Why there is no article on the page, as a clause."""
    if not page.blocks:
        return "no article found: there is no text on the page"
    if len(page.blocks) == 1:
        return "no article found: its one line is no story"
    return f"no article found: none of its {len(page.blocks):,} lines is part of a story"
