"""Notations of blog engines, note programs and other markup languages, rewritten as CommonMark before parsing.

    {% codeblock %} {{< highlight >}} #+BEGIN_SRC   fenced code       Hexo, Jekyll, Hugo, Org
    {% asset_img %} {{< figure >}}                  images            Hexo, Hugo
    {% note %} {{% notice %}} ::: tip               their content     and the title of the container
    {: .class} {#id} [TOC] %% … %%                  nothing           kramdown, Typora, Obsidian
    import … from '…'    {/* … */}                  nothing           MDX
    <Tips title="…">                                the title         MDX
    <Tips>…</Tips> in one row                       the content       MDX
    > [!NOTE] title                                 the title         GitHub, Obsidian
    ##标题                                          ## 标题

Lines inside fenced code stay as they are. Comments, directives and imports are returned as omitted.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_reader.cleaning.markup.omitted import COMMENT, DIRECTIVE, Omitted, has_words
from tui_reader.cleaning.markup.unwrap import PAUSED, ends_by_itself
from tui_reader.text.han import HAN

LONGEST_TITLE = 500
"""Maximum characters of a line that opens a container."""
LONGEST_HEADING = 60
"""Maximum characters of a line with a rule of hyphens below that is its underline; below a longer one it is a break."""

_FENCE = re.compile(r"[ \t>]*(?:[-*+][ \t]+|\d{1,3}[.)][ \t]+)?(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)$")
_CODE_BEGINS = re.compile(
    r"[ \t]*(?:\{%-?\s*(?:codeblock|highlight|code|prism)\b[^%]*%\}|\{\{[<%]\s*(?:highlight|code)\b[^}]*[%>]\}\}"
    r"|#\+begin_(?:src|example)\b.*)[ \t]*$",
    re.IGNORECASE,
)
_SHORTCODE = "{"
"""Stands for the mark of a code block that is no fence."""
_CODE_ENDS = re.compile(
    r"[ \t]*(?:\{%-?\s*end(?:codeblock|highlight|code|prism)\s*-?%\}|\{\{[<%]\s*/\s*(?:highlight|code)\s*[%>]\}\}"
    r"|#\+end_(?:src|example))[ \t]*$",
    re.IGNORECASE,
)
_TAG = re.compile(r"\{%-?(?P<liquid>[^%\n]{0,300}?)-?%\}|\{\{[<%](?P<hugo>[^}\n]{0,500}?)/?[%>]\}\}")
_IMAGE_TAG = re.compile(r"(?:asset_img|img|image|figure)\b")
_NAMED_VALUE = re.compile(r"(?<![a-z])(?P<name>[a-z]+)\s*=\s*(?:\"(?P<value>[^\"]*)\"|'(?P<other>[^']*)')")
_WORD = re.compile(rf"\"(?P<quoted>[^\"]*[{HAN}][^\"]*)\"|(?P<bare>[^\s\"'=]*[{HAN}][^\s\"'=]*)")
_PATH = re.compile(r"\S+\.(?:png|jpe?g|gif|webp|svg|avif)\b", re.IGNORECASE)
_CONTAINER = re.compile(r"[ \t]{0,3}:{3,}[ \t]*(?P<rest>.*)$")
_CONTAINER_TITLE = re.compile(r"\{?[\w-]+\}?[ \t]*\[?(?P<title>[^\[\]{}]*)\]?[ \t]*(?:\{[^{}]*\})?$")
_CALLOUT = re.compile(r"(?P<quote>[ \t]*(?:>[ \t]?)+)\[![\w-]+\][+-]?[ \t]*(?P<title>.*)$")
_NOTHING = re.compile(r"[ \t]*\{:[^{}]*\}[ \t]*$")
_DIRECTIVE = re.compile(
    r"[ \t]*(?:@?\[\[?toc\]?\](?:\([^()]*\))?|[*+-][ \t]+(?:toc|\{:toc\})|<<<[ \t]*@\S+)[ \t]*$", re.IGNORECASE
)
_ATTRIBUTES = re.compile(r"\{[#.:][^{}]*\}$")
_UNSPACED_HEADING = re.compile(rf"^(?P<level>#{{2,6}})(?=[{HAN}\d\w《“「【(（])")
_IMPORT = re.compile(r"import\s.{1,200}\sfrom\s+['\"]|import\s+['\"]|export\s+(?:const|default|let|var)\s")
_COMPONENT = re.compile(r"[ \t]*</?[A-Z]\w*(?:\s[^<>]*)?>[ \t]*$")
_ENCLOSED = re.compile(r"[ \t]*(?P<tag><(?P<name>[A-Z]\w*)(?:\s[^<>]*)?>)(?P<inside>[^<>]+)</(?P=name)>[ \t]*$")
"""A component with its content in one row."""
_SPAN_ATTRIBUTES = re.compile(r"\{:[ \t]?[.#][^{}]*\}")
_SITE_VALUE = re.compile(r"\]\(\{\{[^{}]*\}\}[ \t]*")
_NOTE = re.compile(rf"[ ]{{0,3}}\[(?!\^)[^\[\]]{{1,20}}\]:[ \t]*(?!\S*[./])\S*[{HAN}]")
"""[注]: 文字 is a note; the parser would take it for the address of a link."""
_HIDDEN = re.compile(r"(?<!\d)%%(?P<note>[^%\n]*)%%|\{/\*(?P<jsx>.{0,500}?)\*/\}")
_HIDDEN_ROW = re.compile(r"[ \t]*%%(?P<note>(?:(?!%%).)*)%%[ \t]*$")
_HIDING = "%%"
"""Row above and below hidden ones."""
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.{1,500}?)(?<!`)\1(?!`)")
_RULE = re.compile(r"[ ]{0,3}-{3,}[ \t]*$")
_HAN_CHARACTER = re.compile(f"[{HAN}]")


class CommonMark(NamedTuple):
    """A rewritten document, and what was omitted from it."""

    text: str
    omitted: tuple[Omitted, ...]


def as_commonmark(text: str) -> CommonMark:
    """The text with these notations rewritten, and open fences closed."""
    rewriter = _Rewriter()
    rewriter.rewrite(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return CommonMark("\n".join(rewriter.rows), tuple(rewriter.omitted))


class _Rewriter:
    """Rewrites rows in order. `rows`: those written so far; `omitted`: what was left out of them."""

    def __init__(self) -> None:
        self.rows: list[str] = []
        self.omitted: list[Omitted] = []

    def rewrite(self, rows: Sequence[str]) -> None:
        index, above = _behind_imports(rows), ""
        self._omit_all(rows[:index], DIRECTIVE)
        unclosed: set[str] = set()
        while index < len(rows):
            row = rows[index]
            if end := _code_end(rows, index, unclosed):
                self.rows += _code(rows, index, end)
                index, above = end, ""
            elif row.strip() == _HIDING and (end := _hidden_end(rows, index)):
                self._omit_all(rows[index + 1 : end - 1], COMMENT)
                self.rows.append("")
                index, above = end, ""
            else:
                self.rows += [""] if _RULE.match(row) and _is_sentence(above) else []
                above = self._line(row)
                self.rows += above.split("\n")
                index += 1

    def _omit(self, text: str, reason: str) -> str:
        """Note a text as omitted; the empty string that replaces it."""
        if has_words(text):
            self.omitted.append(Omitted(len(self.rows), text.strip(), reason))
        return ""

    def _omit_all(self, rows: Sequence[str], reason: str) -> None:
        for row in rows:
            self._omit(row, reason)

    def _line(self, row: str) -> str:
        """CommonMark rows of one row outside code; none for notations without content."""
        if (whole := self._whole(row)) is not None:
            return whole
        if len(row) <= LONGEST_TITLE and (found := _CONTAINER.match(row)):
            title = _CONTAINER_TITLE.match(found["rest"])
            return f"\n{title['title'].strip() if title else self._omit(found['rest'], DIRECTIVE)}\n"
        if found := _CALLOUT.match(row):
            return f"{found['quote']}{found['title']}"
        if row.startswith("#"):
            row = _UNSPACED_HEADING.sub(r"\g<level> ", _without_attributes(row))
        elif _NOTE.match(row):
            row = row.replace("[", "\\[", 1)
        return self._outside_code(row)

    def _whole(self, row: str) -> str | None:
        """What is left of a row that is one notation as a whole; None for other rows."""
        if _COMPONENT.match(row):
            return self._component(row)
        if enclosed := _ENCLOSED.match(row):
            return f"{self._component(enclosed['tag'])}\n{self._line(enclosed['inside'])}\n"
        if _NOTHING.match(row):
            return ""
        if _DIRECTIVE.match(row):
            return self._omit(row, DIRECTIVE)
        if hidden := _HIDDEN_ROW.match(row):
            return self._omit(hidden["note"], COMMENT)
        return None if any(sign in row for sign in "{:[#%") else row

    def _outside_code(self, row: str) -> str:
        """A row with the parts outside its code spans rewritten."""
        if "`" not in row:
            return self._without_tags(row)
        parts = _CODE_SPAN.split(row)  # text, mark, code, text, …
        spans = zip(parts[::3], [*parts[1::3], ""], [*parts[2::3], ""], strict=True)
        return "".join(f"{self._without_tags(text)}{mark}{code}{mark}" for text, mark, code in spans)

    def _component(self, row: str) -> str:
        """What a component's tag leaves: its title, as a paragraph."""
        named = {match["name"]: match["value"] or match["other"] or "" for match in _NAMED_VALUE.finditer(row)}
        title = named.get("title") or named.get("label") or ""
        if not _HAN_CHARACTER.search(title):
            return self._omit(row, DIRECTIVE) if _HAN_CHARACTER.search(row) else ""
        return f"\n{title}\n"

    def _without_tags(self, text: str) -> str:
        """A part of a line outside code spans, without hidden comments, attributes and shortcodes."""
        text = _SPAN_ATTRIBUTES.sub("", _HIDDEN.sub(self._hide, text))
        text = _SITE_VALUE.sub("](", text)
        return _TAG.sub(self._shortcode, text) if "{%" in text or "{{" in text else text

    def _hide(self, found: re.Match[str]) -> str:
        return self._omit(found["note"] or found["jsx"] or "", COMMENT)

    def _shortcode(self, found: re.Match[str]) -> str:
        """What a shortcode leaves: an image, or its quoted title."""
        inside = (found["liquid"] or found["hugo"] or "").strip()
        named = {match["name"]: match["value"] or match["other"] or "" for match in _NAMED_VALUE.finditer(inside)}
        if _IMAGE_TAG.match(inside):
            path = named.get("src") or next(iter(_PATH.findall(inside)), "")
            word = _WORD.search(_NAMED_VALUE.sub("", inside))
            label = named.get("caption") or named.get("alt") or named.get("title") or _text_of(word)
            return f"![{label}](<{path}>)" if path else label
        quoted = _WORD.search(_NAMED_VALUE.sub("", inside))
        return named.get("title") or (quoted["quoted"] if quoted else "") or self._omit(found.group(), DIRECTIVE)


def _hidden_end(rows: Sequence[str], start: int) -> int:
    """Index behind the row that ends the hidden ones; 0 without one."""
    return next((index + 1 for index in range(start + 1, len(rows)) if rows[index].strip() == _HIDING), 0)


def _behind_imports(rows: Sequence[str]) -> int:
    """Index behind the import and export lines at the beginning of an MDX document; 0 without imports."""
    end = next((index for index, row in enumerate(rows) if row.strip() and not _IMPORT.match(row)), len(rows))
    return end if any(row.startswith("import") for row in rows[:end]) else 0


def _is_sentence(row: str) -> bool:
    """Whether a line above a rule is text rather than a heading underlined by it."""
    row = row.strip()
    return bool(row) and (len(row) > LONGEST_HEADING or ends_by_itself(row) or row[-1] in PAUSED or row[0] in "|>-*")


def _code_end(rows: Sequence[str], start: int, unclosed: set[str]) -> int:
    """Index behind a code block that begins in row `start`; 0 without one.

    `unclosed`: marks of fences above that no row below them closes, added to here; none closes a fence as long below them.
    """
    fence = _FENCE.match(rows[start])
    if fence is None and not _CODE_BEGINS.match(rows[start]):
        return 0
    mark = fence["mark"] if fence else _SHORTCODE
    for index in range(start + 1, 0 if mark.startswith(tuple(unclosed)) else len(rows)):
        if _closes(rows[index], mark) if fence else _CODE_ENDS.match(rows[index]):
            return index + 1
    unclosed.add(mark)
    return _open_end(rows, start)


def _closes(row: str, mark: str) -> bool:
    row = row.strip(" \t>")
    return row.startswith(mark) and not row.strip(mark[0])


def _open_end(rows: Sequence[str], start: int) -> int:
    """End of code that is never closed, as in a text that was cut off: the blank row before the first paragraph that begins
    with a Han character; else the end.
    """
    below = range(start + 2, len(rows))
    return next((i for i in below if not rows[i - 1].strip() and _HAN_CHARACTER.match(rows[i])), len(rows))


def _code(rows: Sequence[str], start: int, end: int) -> Iterator[str]:
    """Rows of a code block as fenced code."""
    fence = _FENCE.match(rows[start])
    closed = end - 1 > start and (_closes(rows[end - 1], fence["mark"]) if fence else _CODE_ENDS.match(rows[end - 1]))
    inside = rows[start + 1 : end - 1] if closed else rows[start + 1 : end]
    if fence:
        yield rows[start]
        yield from inside
        yield rows[end - 1] if closed else fence["mark"]
    else:
        mark = "`" * (3 + max([0, *(len(row) - len(row.lstrip("`")) for row in inside)]))
        yield from (mark, *inside, mark)


def _without_attributes(heading: str) -> str:
    """A heading without the id and classes in braces at its end."""
    heading = heading.rstrip()
    cut = heading.rfind("{")
    return heading[:cut].rstrip() if cut > 0 and _ATTRIBUTES.match(heading, cut) else heading


def _text_of(word: re.Match[str] | None) -> str:
    return (word["quoted"] or word["bare"]) if word else ""
