"""Markdown documents → blocks, by markdown-it-py: CommonMark, tables, footnotes, definition lists, formulas, admonitions.

Marks become the block's kind. HTML inside is read as a page is. Other notations are rewritten first (`dialects`);
emphasis and line ends follow Chinese usage (`inline_markdown`).
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.cleaning.markup.blocks import Apart, Block, Page, Placed, check_size
from tui_reader.cleaning.markup.dialects import as_commonmark
from tui_reader.cleaning.markup.inline_markdown import (
    Image,
    InlineLine,
    emphasis_beside_han,
    footnote_label,
    images_of,
    inline_lines,
    joined_lines,
)
from tui_reader.cleaning.markup.omitted import COMMENT, Omitted, left_out
from tui_reader.cleaning.markup.pictures import address_of
from tui_reader.model import Kind
from tui_reader.script.detect import count_han
from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST_HEADING = 40
"""Maximum characters of a bold line that is a heading."""
MOST_NESTED = 30
"""Maximum nested containers; the parser leaves out what is deeper."""
LOCAL = 0.9
"""Share of a list item that leads to a heading of the document, from which it belongs to the table of contents."""
CONTENTS = "a row of the table of contents"
_CONTENTS_HEADING = re.compile(r"(?:文章|本文|内容)?(?:目录|大纲|索引|导航)$|(?:table of )?contents$|toc$")
PROSE = 0.5
"""Share of Han characters from which an indented block is a paragraph, not code."""

_BOLD_LINE = re.compile(r"(?:\*\*[^*]+\*\*|__[^_]+__)[:：]?$")
_CODE_TITLE = re.compile(r"\b(?:title|caption)\s*=\s*(?P<quote>[\"'])(?P<it>.*?)(?P=quote)")
_TASK = re.compile(r"\[(?P<state>[ xX])\][ \t]+(?=\S)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NO_LABEL = re.compile(
    r"\S*\.(?:png|jpe?g|gif|webp|svg|bmp|avif|heic)$|[\x00-~]*$|(?:请?在?(?:这里|此处|此)?(?:插入|输入|添加|填写|上传))?(?:图片|图像|图|照片)(?:的?(?:描述|说明|名称|标题))?\d*$",
    re.IGNORECASE,
)
"""Folded descriptions of images that editors fill in by themselves: file names, Latin words, 图片."""
_NUMBERED = re.compile(r"Image \d+: ")


def from_markdown(text: str, where: str = "input") -> Page:
    """Page of a Markdown document without front matter. SourceTooLarge, naming `where`."""
    check_size(text.count("\n"), where)
    lines = list(markdown_lines(text))
    check_size(len(lines), where)
    blocks: list[Block] = []
    pictures: list[Placed] = []
    apart: list[Apart] = []
    for line in lines:
        pictures += [Placed(len(blocks), address, 0) for address in line.images if address_of({"src": address})]
        if line.reason:
            apart.append(Apart(len(blocks), line.text, line.reason))
        elif line.text:
            blocks.append(
                Block(line.text, fold(line.text), line.kind, line.links, line.tag, line.hints, gap=not line.continues)
            )
    return Page(blocks, apart=tuple(apart), pictures=tuple(pictures), is_document=True)


class MarkedLine(NamedTuple):
    """A block of a document: text, kind, equivalent HTML element, linked share, URLs of its images, region in HTML; `reason`: why
    it is set apart; `continues`: a line of the same paragraph is above; `row`: of the rewritten document.
    """

    text: str
    kind: Kind | None = None
    tag: str = "p"
    links: float = 0.0
    images: tuple[str, ...] = ()
    hints: str = ""
    reason: str = ""
    continues: bool = False
    row: int = 0


def markdown_lines(text: str) -> Iterator[MarkedLine]:
    """Blocks of a Markdown text in order."""
    rewritten = as_commonmark(text)
    tokens = _parser().parse(rewritten.text)
    omitted = deque(sorted([*rewritten.omitted, *left_out(rewritten.text, tokens)], key=lambda one: one.row))
    lines = list(_Walker(tokens).lines())
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        while omitted and omitted[0].row < line.row:
            yield _set_apart(omitted.popleft())
        heads_contents = below is not None and below.reason == CONTENTS and _CONTENTS_HEADING.match(fold(line.text))
        yield line._replace(reason=CONTENTS) if heads_contents else line
    yield from map(_set_apart, omitted)


def _set_apart(omitted: Omitted) -> MarkedLine:
    return MarkedLine(omitted.text, reason=omitted.reason, row=omitted.row)


@cache
def _parser() -> "MarkdownIt":
    """The parser: CommonMark with tables, strikethrough and plug-ins."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - few texts are Markdown
    from mdit_py_plugins.admon import admon_plugin  # noqa: PLC0415
    from mdit_py_plugins.deflist import deflist_plugin  # noqa: PLC0415
    from mdit_py_plugins.dollarmath import dollarmath_plugin  # noqa: PLC0415
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415

    parser = MarkdownIt("commonmark", {"maxNesting": MOST_NESTED, "store_labels": True}).enable(
        ["table", "strikethrough"]
    )
    parser.use(footnote_plugin).use(deflist_plugin).use(admon_plugin)
    parser.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, double_inline=True)
    parser.inline.ruler.at("emphasis", emphasis_beside_han)
    parser.validateLink = _is_any_link  # type: ignore[method-assign, assignment]  # nothing is rendered, so no address is dangerous
    return parser


def _is_any_link(_: str) -> bool:
    return True


class _Walker:
    """Reads the parser's flat list of tokens: containers open and close, leaves become lines."""

    def __init__(self, tokens: Sequence["Token"]) -> None:
        self._tokens = tokens
        self._quotes = 0
        self._item = False  # the next paragraph is the first of a list item
        self._note = ""  # label of the footnote that the next paragraph begins

    def lines(self) -> Iterator[MarkedLine]:
        index, row = 0, 0
        while index < len(self._tokens):
            token = self._tokens[index]
            row = token.map[0] if token.map else row
            if token.type == "table_open":
                end = self._closing(index, "table_close")
                found = _table(self._tokens[index:end])
                index = end
            elif token.type == "heading_open":
                found = self._heading(token, self._tokens[index + 1])
                index += 2
            else:
                found = self._leaf(token, self._tokens[index - 1] if index else token)
            yield from (line._replace(row=row) for line in found)
            index += 1

    def _closing(self, start: int, kind: str) -> int:
        return next(index for index in range(start, len(self._tokens)) if self._tokens[index].type == kind)

    def _leaf(self, token: "Token", before: "Token") -> Iterator[MarkedLine]:
        """A container's edge, or a leaf other than heading and table. `before`: the token before."""
        match token.type:
            case "blockquote_open" | "blockquote_close":
                self._quotes += token.nesting
            case "list_item_open" | "list_item_close":
                self._item = token.nesting > 0
            case "footnote_open":
                self._note = footnote_label(token)
            case "inline":
                if before.type != "admonition_title_open" or token.content.strip().lower() not in before.markup.lower():
                    yield from self._paragraph(token, is_term=before.type == "dt_open")
            case "fence" | "code_block":
                yield from _code(token)
            case "math_block":
                yield MarkedLine(f"$$\n{token.content.strip()}\n$$", "code", "code")
            case "html_block":
                yield from _html(token.content)

    def _heading(self, token: "Token", inline: "Token") -> Iterator[MarkedLine]:
        lines = inline_lines(inline.children or ())
        text = " ".join(line.text.strip() for line in lines).strip()
        images = tuple(image.address for line in lines for image in line.images)
        yield MarkedLine(text, "heading", token.tag, _share(sum(line.linked for line in lines), text), images)
        yield from _beside(lines)

    def _paragraph(self, token: "Token", *, is_term: bool) -> Iterator[MarkedLine]:
        """Blocks of a paragraph: usually one; a figure's label is its caption."""
        lines = inline_lines(token.children or ())
        kind: Kind | None = "list_item" if self._item else "quote" if self._quotes else None
        bold = _BOLD_LINE.match(token.content.strip()) and len(token.content) <= LONGEST_HEADING
        alone = len(lines) == 1 and bool(lines[0].text.strip())
        if bold and alone and kind is None and not is_term and token.content.strip(" *_")[-1:] not in "。.":
            images = tuple(image.address for image in lines[0].images)
            yield MarkedLine(lines[0].text.strip(), "heading", "h6", images=images)
            yield from _beside(lines)
            return
        note, self._note, self._item = self._note, "", False
        joined = list(joined_lines(lines))
        for index, line in enumerate(joined):
            if kind == "list_item" and index:
                kind = "quote" if self._quotes else None
            text = f"[{note}] {line.text}" if note and not index else line.text
            text = _TASK.sub(_check_box, text, count=1) if kind == "list_item" and _TASK.match(text) else text
            yield from (block._replace(continues=index > 0) for block in _block(line, text, kind))
        yield from _beside(joined)


def _block(line: InlineLine, text: str, kind: Kind | None) -> Iterator[MarkedLine]:
    """The block of a line; captions of a line that only consists of images."""
    addresses = tuple(image.address for image in line.images)
    if kind == "list_item" and line.local > LOCAL * len(text):
        yield MarkedLine(text, reason=CONTENTS)
        return
    if text:
        yield MarkedLine(text, kind, "li" if kind == "list_item" else "p", _share(line.linked, text), addresses)
        return
    yield MarkedLine("", images=addresses)
    yield from _labels(line.images)


def _beside(lines: Sequence[InlineLine]) -> Iterator[MarkedLine]:
    """Captions of the pictures in a text, and the words left out of it."""
    for line in lines:
        yield from _labels(line.images) if line.text else ()
        yield from (MarkedLine(left.text, reason=left.reason) for left in line.omitted)


def _labels(images: Sequence[Image]) -> Iterator[MarkedLine]:
    """Descriptions of images as captions, without those that editors fill in."""
    for image in images:
        label = _NUMBERED.sub("", " ".join(image.label.split()), count=1)
        if not _NO_LABEL.match(fold(label)):
            yield MarkedLine(label, None, "figcaption")


def _check_box(found: re.Match[str]) -> str:
    """The sign of a task: done or open."""
    return "☐ " if found["state"].isspace() else "☑ "


def _share(linked: int, text: str) -> float:
    """Share of linked characters, 0 to 1."""
    return min(linked / len(text), 1.0) if text else 0.0


def _table(tokens: Sequence["Token"]) -> Iterator[MarkedLine]:
    """A table as lines of cells with tabs between, and what its pictures show."""
    rows: list[list[str]] = []
    lines: list[InlineLine] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            cell = inline_lines(token.children or ())
            rows[-1].append(" ".join(line.text.strip() for line in cell))
            lines += cell
    text = "\n".join("\t".join(cells).rstrip("\t") for cells in rows if any(cells))
    yield MarkedLine(text, "table", "table", images=tuple(image.address for line in lines for image in line.images))
    for line in lines:
        yield from _labels(line.images)
    yield from (MarkedLine(left.text, reason=left.reason) for line in lines for left in line.omitted)


def _code(token: "Token") -> Iterator[MarkedLine]:
    """Code; indented prose is a paragraph for each line."""
    program = token.content.strip("\n").rstrip()
    solid = "".join(program.split())
    if token.type == "code_block" and count_han(solid) > PROSE * len(solid):
        yield from (MarkedLine(row.strip()) for row in program.split("\n") if row.strip())
    elif solid:
        title = _CODE_TITLE.search(token.info)
        yield from [MarkedLine(title["it"], None, "figcaption")] if title and count_han(title["it"]) else []
        yield MarkedLine(program, "code", "code")


def _html(content: str) -> Iterator[MarkedLine]:
    """Blocks of a piece of HTML; comments with Han characters are set apart."""
    comments = [comment.strip("<>!- \n") for comment in _COMMENT.findall(content)]
    yield from (MarkedLine(one_line(comment), reason=COMMENT) for comment in comments if count_han(comment))
    content = _COMMENT.sub("", content)
    if not content.strip():
        return
    from tui_reader.cleaning.markup.html import from_markup  # noqa: PLC0415 - few documents contain HTML

    page = from_markup(f"<body>{content}</body>")
    pictures: dict[int, list[str]] = defaultdict(list)
    for picture in page.pictures:
        pictures[picture.before].append(picture.address)
    for index, block in enumerate([*page.blocks, None]):
        yield from (MarkedLine(line.text, reason=line.reason) for line in page.apart if line.before == index)
        yield from [MarkedLine("", images=tuple(pictures[index]))] if index in pictures else []
        if block is not None:
            yield MarkedLine(block.text, block.kind, block.tag or "p", block.links, (), block.hints)
    yield from _labels(images_of(content))
