"""Inline Markdown: the text of a paragraph's tokens without marks.

CommonMark takes full-width punctuation beside `**` for the edge of a word, so `**强调。**后文` stays unmarked there. Chinese has
no spaces between words: `emphasis_beside_han` lets marks open and close beside Han characters and their punctuation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.cleaning.markup.omitted import COMMENT, EMBEDDED, LINK_TITLE, has_words
from tui_reader.cleaning.markup.unwrap import between, may_go_on
from tui_reader.script.detect import count_han
from tui_reader.text.cells import width_as_written
from tui_reader.text.han import HAN

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

FULL = 30
"""Cells from which an unfinished line continues in the next one."""

_WIDE = re.compile(rf"[{HAN}\u2010-\u2027\u3000-\u303f\uff00-\uffef]")
_LABELLED = re.compile(rf"[{HAN}]{{2,4}}[:：]\s*\S")
"""作者：林小禾, a line of its own."""
_MARKED = re.compile(r"==(?=\S)([^=\n]{1,300})(?<=\S)==")
_EMBED = re.compile(r"!\[\[[^\[\]\n]*\]\]")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\]")
_NAME_OF_PYTHON = re.compile(r"__[a-z][a-z0-9_]*__")
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_SOURCE = re.compile(r"\bsrc\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)
_IMAGE_TAG = re.compile(r"<img\b[^<>]*", re.IGNORECASE)
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_BADGE = re.compile(r"badge|shields?\b|\.svg(?:$|\?)", re.IGNORECASE)
"""Addresses of linked images that show a project's state."""
_ELEMENTS = (
    "|a|abbr|b|bdo|big|br|center|cite|code|data|del|details|dfn|div|em|font|i|iframe|img|input|ins|kbd|label|mark|p|q|rp|rt"
    "|ruby|s|samp|section|small|source|span|strike|strong|sub|summary|sup|svg|path|time|tt|u|var|video|audio|wbr|"
)
"""HTML elements whose tags are markup; other tags (`List<String>`) are text."""


class Left(NamedTuple):
    """Words left out of a paragraph, and the reason."""

    text: str
    reason: str


class Image(NamedTuple):
    """An image in a paragraph: URL as written, and the text that describes it."""

    address: str
    label: str


@dataclass(slots=True)
class InlineLine:
    """A line of a paragraph: its text, linked characters, those linked to a place in the document, images, and words left out of
    it; `ended`: by a hard break.
    """

    text: str = ""
    linked: int = 0
    local: int = 0
    images: list[Image] = field(default_factory=list)
    omitted: list[Left] = field(default_factory=list)
    ended: bool = False


def emphasis_beside_han(state: "StateInline", silent: bool) -> bool:
    """Inline rule for `*` and `_`: CommonMark's, and `*` opens or closes beside any Han character or full-width sign; `__` does if
    that character is emphasized.

    A single `*` between ASCII letters or digits (`3*4*5`) is text, and so are the underscores of `__init__`.
    """
    from markdown_it.rules_inline.state_inline import Delimiter  # noqa: PLC0415 - loaded with the parser

    mark = state.src[state.pos]
    if silent or mark not in "*_":
        return False
    scanned = state.scanDelims(state.pos, mark == "*")
    opens, closes = _edges(state, scanned.length, scanned.can_open, scanned.can_close)
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = mark
        place = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(mark), scanned.length, place, -1, opens, closes))
    state.pos += scanned.length
    return True


def _edges(state: "StateInline", length: int, can_open: bool, can_close: bool) -> tuple[bool, bool]:
    """Whether a run of `length` marks at the parser's position opens and closes, given CommonMark's answers."""
    mark = state.src[state.pos]
    before = state.src[state.pos - 1 : state.pos] if state.pos else " "
    after = state.src[state.pos + length : state.pos + length + 1] or " "
    if length == 1 and _is_ascii_word(before) and _is_ascii_word(after):
        return False, False
    wide_before, wide_after = bool(_WIDE.match(before)), bool(_WIDE.match(after))
    if mark == "*":
        wide_before = wide_after = wide_before or wide_after
    elif length == 1 or _NAME_OF_PYTHON.match(state.src, state.pos):
        return can_open and length == 1, can_close
    return (
        can_open or (wide_after and not after.isspace()),
        can_close or (wide_before and not before.isspace()),
    )


def _is_ascii_word(character: str) -> bool:
    return character.isascii() and character.isalnum()


def inline_lines(tokens: Sequence["Token"]) -> list[InlineLine]:
    """Lines of a paragraph as written, without marks; empty ones left out."""
    reader = _Reader()
    for token in tokens:
        reader.read(token)
    return [line for line in reader.lines if line.text.strip() or line.images or line.omitted]


def joined_lines(lines: Sequence[InlineLine]) -> Iterator[InlineLine]:
    """Lines that continue each other joined.

    CommonMark joins all lines of a paragraph, but many Chinese texts have a paragraph on each line: a line continues in the next
    only if the paragraph's first line is long, the line itself does not end as a sentence, and not both begin with a label. A
    space is inserted between two ASCII characters.
    """
    group: list[InlineLine] = []
    for line in lines:
        if group and (not _goes_on(group[0], group[-1]) or all(map(_is_labelled, (group[-1], line)))):
            yield _one(group)
            group = []
        group.append(line)
    if group:
        yield _one(group)


def _is_labelled(line: InlineLine) -> bool:
    return _LABELLED.match(line.text.strip()) is not None


def _goes_on(first: InlineLine, last: InlineLine) -> bool:
    return not last.ended and may_go_on(last.text.rstrip(), width_as_written(first.text), FULL)


def _one(group: Sequence[InlineLine]) -> InlineLine:
    parts = [group[0].text.strip()]
    for line in group[1:]:
        text = line.text.strip()
        parts.append(between(parts[-1], text) + text)
    images = [image for line in group for image in line.images]
    omitted = [left for line in group for left in line.omitted]
    linked, local = sum(line.linked for line in group), sum(line.local for line in group)
    return InlineLine("".join(parts).strip(), linked, local, images, omitted)


class _Reader:
    """Collects the lines of one paragraph."""

    def __init__(self) -> None:
        self.lines = [InlineLine()]
        self._links = 0
        self._local = False  # the link leads to a place in the document
        self._reading = False  # inside <rt>, the reading of a character

    def read(self, token: "Token") -> None:
        """Append the text, link or image of an inline token to the current line."""
        match token.type:
            case "text":
                for embedded in _EMBED.findall(token.content):
                    self._omit(embedded.strip("![]"), EMBEDDED)
                self._add(_WIKI_LINK.sub(r"\1", _MARKED.sub(r"\1", _EMBED.sub("", token.content))))
            case "code_inline":
                self._add(token.content)
            case "math_inline" | "math_inline_double":
                self._add(f"{token.markup}{token.content}{token.markup}")
            case "softbreak" | "hardbreak":
                self.lines[-1].ended = token.type == "hardbreak"
                self.lines.append(InlineLine())
            case "link_open" | "link_close":
                self._links += token.nesting
                self._local = str(token.attrs.get("href") or "").startswith("#")
                self._omit(_title(token), LINK_TITLE)
            case "image":
                self._image(token)
            case "footnote_ref":
                self._add(f"[{footnote_label(token)}]")
            case "html_inline":
                self._tag(token.content)

    def _add(self, text: str) -> None:
        if not self._reading:
            self.lines[-1].text += text
            self.lines[-1].linked += len(text) if self._links else 0
            self.lines[-1].local += len(text) if self._links and self._local else 0

    def _omit(self, text: str, reason: str) -> None:
        if has_words(text):
            self.lines[-1].omitted.append(Left(text.strip(), reason))

    def _image(self, token: "Token") -> None:
        """A picture, unless it is a badge; its title describes it if nothing else does."""
        address, title = str(token.attrs.get("src") or ""), _title(token)
        label = token.content.strip()
        if self._links and _BADGE.search(address):
            return
        self.lines[-1].images.append(Image(address, label or title))
        if label and title != label:
            self._omit(title, LINK_TITLE)

    def _tag(self, tag: str) -> None:
        """Line breaks, images, comments and ruby readings of an HTML tag; tags of unknown elements are text."""
        if tag.startswith("<!--"):
            self._omit(tag[4:].removesuffix("-->") if count_han(tag) else "", COMMENT)
            return
        named = _TAG_NAME.match(tag)
        name = named[1].lower() if named else ""
        if name in {"rt", "rp"}:
            self._reading = not tag.startswith("</")
        elif name == "br":
            self.lines[-1].ended = True
            self.lines.append(InlineLine())
        elif name == "img":
            self.lines[-1].images += images_of(tag)
        elif name and f"|{name}|" not in _ELEMENTS:
            self._add(tag)


def images_of(markup: str) -> list[Image]:
    """Images of the `<img>` tags in a piece of HTML."""
    made: list[Image] = []
    for tag in _IMAGE_TAG.findall(markup):
        source, alt = _SOURCE.search(tag), _ALT.search(tag)
        made += [Image(source[1], (alt[1] or alt[2] or "").strip() if alt else "")] if source else []
    return made


def _title(token: "Token") -> str:
    """The title of a link or image; that of a link by label is told by the row that defines it."""
    return "" if "label" in token.meta else str(token.attrs.get("title") or "").strip()


def footnote_label(token: "Token") -> str:
    """The label of a footnote as written, else its number."""
    label = token.meta.get("label")
    return str(label if label is not None else token.meta.get("id", 0) + 1)
