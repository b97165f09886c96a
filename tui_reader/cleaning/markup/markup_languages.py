"""Org and reStructuredText rewritten as Markdown, as far as articles use them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count, takewhile

_ORG = re.compile(r"^#\+(?:title|begin_src|begin_quote|begin_example|author|options)\b", re.IGNORECASE | re.MULTILINE)
_ORG_HEADING = re.compile(
    r"(?P<stars>\*{1,6})\s++(?P<state>(?:TODO|DONE)(?=\s))?\s*+(?P<text>\S.*?)(?P<tags>(?<=\S)\s+:[\w@:]+:)?$"
)
_ORG_LINK = re.compile(r"\[\[(?P<address>[^\[\]]+)\](?:\[(?P<text>[^\[\]]+)\])?\]")
_ORG_CODE = re.compile(r"(?<![\w=~])(?P<sign>[=~])(?=\S)(?P<text>[^=~\n]+?)(?<=\S)(?P=sign)(?![\w=~])")
_ORG_BOLD = re.compile(r"(?<![\w*])\*(?=[^\s*])(?P<text>[^*\n]+?)(?<=[^\s*])\*(?![\w*])")
_ORG_RULE = re.compile(r"\s*\|[-+]+\|\s*$")
_ORG_CAPTION = re.compile(r"\s*#\+caption(?:\[[^\[\]]*\])?:\s*(?P<text>\S.*)$", re.IGNORECASE)
_ORG_OTHER = re.compile(r"\s*(?:#\+|#\s|:PROPERTIES:|:[A-Z_]+:(?:\s|$)|(?:CLOCK|SCHEDULED|DEADLINE|CLOSED):\s)")
_ORG_BLOCK = re.compile(r"\s*#\+(?P<edge>begin|end)_(?P<kind>\w+)", re.IGNORECASE)
_ORG_CODE_KINDS = frozenset({"src", "example"})
_ORG_CODE_EDGE = re.compile(r"\s*#\+(?:begin|end)_(?:src|example)\b", re.IGNORECASE)
_IMAGE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg)$", re.IGNORECASE)

_RST = re.compile(r"^\.\. (?:code-block|code|note|image|figure|warning|tip|_[\w-]+)::?", re.MULTILINE)
_RST_DIRECTIVE = re.compile(r"(?P<indent>\s*)\.\. (?P<name>[\w-]+)::\s*(?P<argument>.*)$")
_RST_COMMENT = re.compile(r"\s*\.\.(?:\s|$)")
_RST_NOTE = re.compile(r"\.\. \[(?P<label>[#*]?[\w-]*)\]\s+(?P<text>.*)$")
_RST_NOTE_MARK = re.compile(r"\[(?P<label>[#*]?[\w-]+)\]_(?!\w)")
_RST_BARE_NOTE = re.compile(r"^\.\. \[(?P<sign>[#*])\](?=\s)", re.MULTILINE)
_RST_BARE_MARK = re.compile(r"\[(?P<sign>[#*])\]_(?!\w)")
"""Footnotes and references without a label: the first reference is to the first footnote."""
_RST_OPTION = re.compile(r"\s+:(?P<name>[\w-]+):\s*(?P<value>.*)$")
_RST_LINK = re.compile(r"`(?P<text>[^`<\n]*[^`<\s])\s*<(?P<address>[^`>\s]+)>`__?")
_RST_ROLE = re.compile(r":[\w:-]+:`(?P<text>[^`\n]+)`")
_RST_LINE = re.compile(r"(?P<sign>[=\-~^\"'*+#`])(?P=sign){2,}\s*$")
_CODE = frozenset({"code-block", "code", "sourcecode", "highlight"})
_PICTURES = frozenset({"image", "figure"})
_SETTINGS = frozenset({"contents", "toctree", "meta", "role", "default-role", "sectnum", "index", "include", "raw"})
"""Directives whose content is no text."""
_DOUBLED_SIGN = re.compile("%(?=%)")


def as_markdown(text: str, *, is_org: bool = False) -> str:
    """The text as Markdown; `text` itself unless it is Org, perhaps by its front matter (`is_org`), or reStructuredText.

    Comments and settings become hidden rows of `dialects` (%% … %%).
    """
    if "```" in text:  # Markdown, perhaps about one of these
        return text
    if is_org or ("#+" in text and _ORG.search(text)):
        return "\n".join(_org(text.split("\n")))
    return "\n".join(_rst(_labelled(text).split("\n"))) if "\n.. " in text and _RST.search(text) else text


def _hidden(row: str) -> str:
    """Format a row as a comment, which shows no text."""
    return f"%% {_DOUBLED_SIGN.sub('% ', row.strip())} %%" if row.strip() else ""


def _org(rows: Sequence[str]) -> Iterator[str]:
    """Markdown rows of Org rows. Code blocks are left to `dialects`, which rewrites their marks."""
    kind, caption, above = "", "", ""
    for row in rows:
        edge = _ORG_BLOCK.match(row)
        if kind not in _ORG_CODE_KINDS and (found := _ORG_CAPTION.match(row)):
            caption = f"{caption} {found['text']}".strip()
            continue
        if caption and (edge or not row.lstrip().startswith("#+")):
            link = _ORG_LINK.fullmatch(row.strip())
            is_picture = link is not None and _IMAGE.search(link["address"]) is not None
            yield from [] if is_picture else _label(caption)
            row = f"[[{link['address']}][{caption}]]" if link and is_picture else row  # noqa: PLW2901 - the caption moves in
            caption = ""
        if edge:
            kind = edge["kind"].lower() if edge["edge"].lower() == "begin" else ""
        if row.lstrip().startswith("|") and kind not in _ORG_CODE_KINDS and not above.lstrip().startswith("|"):
            yield ""  # a table ends the paragraph or item above
        yield _org_in_block(row, kind, is_edge=edge is not None)
        above = row
    yield from _label(caption)


def _org_in_block(row: str, kind: str, *, is_edge: bool) -> str:
    """Markdown row of an Org row in a block of a kind ("" outside), or at its edge."""
    if is_edge:
        return row if _ORG_CODE_EDGE.match(row) else ""
    if kind in _ORG_CODE_KINDS:
        return row
    if kind == "comment":
        return _hidden(row)
    return f"> {_org_row(row)}" if kind == "quote" and row.strip() else _org_row(row)


def _label(caption: str) -> list[str]:
    """The caption of something that is no picture, as that of a picture without address."""
    return ["", f"![{caption}]()", ""] if caption else []


def _org_row(row: str) -> str:
    if heading := _ORG_HEADING.match(row):
        notes = [_hidden(heading[name]) for name in ("state", "tags") if heading[name]]
        return "\n".join(["", f"#{'#' * len(heading['stars'])} {_org_inline(heading['text'])}", "", *notes])
    if _ORG_RULE.match(row):
        return row.replace("+", "|")
    return _hidden(row) if _ORG_OTHER.match(row) else _org_inline(row)


def _org_inline(row: str) -> str:
    row = _ORG_LINK.sub(_org_link, row)
    return _ORG_BOLD.sub(r"**\g<text>**", _ORG_CODE.sub(r"`\g<text>`", row))


def _org_link(found: re.Match[str]) -> str:
    address = _address(found)
    if _IMAGE.search(address):
        return f"![{found['text'] or ''}]({address})"
    return f"[{found['text'] or address}]({address})"


def _address(link: re.Match[str]) -> str:
    return link["address"].removeprefix("file:")


def _labelled(text: str) -> str:
    """The text with numbers in the labels of footnotes and references that have none: [#] → [#1]."""
    return _with_numbers(_with_numbers(text, _RST_BARE_NOTE, ".. [{}{}]"), _RST_BARE_MARK, "[{}{}]_")


def _with_numbers(text: str, bare: re.Pattern[str], form: str) -> str:
    """The text with each match of `bare` written in `form`, with its sign and the match's number among those with this sign."""
    numbers = defaultdict[str, "count[int]"](lambda: count(1))
    return bare.sub(lambda found: form.format(found["sign"], next(numbers[found["sign"]])), text)


def _rst(rows: Sequence[str]) -> Iterator[str]:
    """Markdown rows of reStructuredText rows."""
    index, levels = 0, list[str]()
    while index < len(rows):
        row, below = rows[index], rows[index + 1] if index + 1 < len(rows) else ""
        if _RST_LINE.match(row) and _RST_LINE.match("".join(rows[index + 2 : index + 3])) and below.strip():
            index += 1  # a title between two lines
        elif row.strip() and (line := _RST_LINE.match(below)) and not row.startswith((" ", "|")):
            levels += [line["sign"]] if line["sign"] not in levels else []
            yield f"\n{'#' * min(levels.index(line['sign']) + 1, 6)} {row.strip()}\n"
            index += 2
        elif _RST_COMMENT.match(row) or row.rstrip().endswith("::"):
            end = _indented_end(rows, index)
            yield from _rst_marked(row, rows[index + 1 : end])
            index = end
        else:
            yield _rst_inline(row)
            index += 1


def _rst_marked(row: str, below: Sequence[str]) -> Iterator[str]:
    """Markdown rows of a directive, a footnote, a comment, or a paragraph above code, with the indented rows `below`."""
    if directive := _RST_DIRECTIVE.match(row):
        is_setting = directive["name"] in _SETTINGS
        yield from (
            map(_hidden, (row, *below)) if is_setting else _rst_block(directive["name"], directive["argument"], below)
        )
    elif note := _RST_NOTE.match(row):
        yield f"[^{note['label']}]: {_rst_inline(note['text'])}"
        yield from (f"    {_rst_inline(inner.strip())}" if inner.strip() else "" for inner in below)
    elif _RST_COMMENT.match(row):
        yield from map(_hidden, (row.strip()[2:], *below))
    else:
        said = row.rstrip()[:-1].rstrip(":")
        yield from [f"{_rst_inline(said)}：", ""] if said.strip() else []
        yield from _rst_block("code", "", below)


def _indented_end(rows: Sequence[str], start: int) -> int:
    """Index behind the indented rows below row `start`."""
    return next((i for i in range(start + 1, len(rows)) if rows[i].strip() and not rows[i][0].isspace()), len(rows))


def _rst_block(name: str, argument: str, rows: Sequence[str]) -> Iterator[str]:
    """Markdown rows of a directive: image, fenced code, or its content without indent. Its options, directly below it, are hidden,
    except those that describe it.
    """
    settings = list(takewhile(_RST_OPTION.match, rows))
    options = {match["name"]: match["value"].strip() for row in settings if (match := _RST_OPTION.match(row))}
    inside = rows[len(settings) :]
    said = " ".join(" ".join(inside).split()) if name in _PICTURES else ""
    label = said or options.get("caption") or options.get("alt") or ""
    yield from [f"![{label}]({argument})"] if name in _PICTURES else _label(label)
    if name not in _PICTURES:
        yield from _rst_content(name, argument, inside)
    yield from ("", *(_hidden(row) for row in settings if not label or not row.rstrip().endswith(label)), "")


def _rst_content(name: str, argument: str, inside: Sequence[str]) -> Iterator[str]:
    """Markdown rows of the content of a directive other than a picture."""
    fence = ["```"] if name in _CODE else []
    margin = min((len(row) - len(row.lstrip()) for row in inside if row.strip()), default=0)
    yield from ["", *fence]
    yield from [] if fence or not argument else [argument]
    yield from (row[margin:] for row in inside)
    yield from [*fence, ""]


def _rst_inline(row: str) -> str:
    row = _RST_NOTE_MARK.sub(r"[^\g<label>]", row)
    return _RST_ROLE.sub(r"`\g<text>`", _RST_LINK.sub(r"[\g<text>](\g<address>)", row))
