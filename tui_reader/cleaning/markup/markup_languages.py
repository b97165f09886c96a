"""Org and reStructuredText rewritten as Markdown, as far as articles use them."""

import re
from collections.abc import Iterator, Sequence

_ORG = re.compile(r"^#\+(?:title|begin_src|begin_quote|begin_example|author|options)\b", re.IGNORECASE | re.MULTILINE)
_ORG_HEADING = re.compile(r"(?P<stars>\*{1,6})\s+(?:(?:TODO|DONE)\s+)?(?P<text>\S.*?)(?:\s+:[\w@:]+:)?$")
_ORG_LINK = re.compile(r"\[\[(?P<address>[^\[\]]+)\](?:\[(?P<text>[^\[\]]+)\])?\]")
_ORG_CODE = re.compile(r"(?<![\w=~])(?P<sign>[=~])(?=\S)(?P<text>[^=~\n]+?)(?<=\S)(?P=sign)(?![\w=~])")
_ORG_BOLD = re.compile(r"(?<![\w*])\*(?=[^\s*])(?P<text>[^*\n]+?)(?<=[^\s*])\*(?![\w*])")
_ORG_RULE = re.compile(r"\s*\|[-+]+\|\s*$")
_ORG_OTHER = re.compile(r"\s*(?:#\+|:PROPERTIES:|:END:|:[A-Z_]+:\s)")
_ORG_BLOCK = re.compile(r"\s*#\+(?P<edge>begin|end)_(?P<kind>\w+)", re.IGNORECASE)
_IMAGE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg)$", re.IGNORECASE)

_RST = re.compile(r"^\.\. (?:code-block|code|note|image|figure|warning|tip|_[\w-]+)::?", re.MULTILINE)
_RST_DIRECTIVE = re.compile(r"(?P<indent>\s*)\.\. (?P<name>[\w-]+)::\s*(?P<argument>.*)$")
_RST_COMMENT = re.compile(r"\s*\.\. ")
_RST_OPTION = re.compile(r"\s+:[\w-]+:")
_RST_LINK = re.compile(r"`(?P<text>[^`<\n]+?)\s*<(?P<address>[^`>\s]+)>`__?")
_RST_ROLE = re.compile(r":[\w:-]+:`(?P<text>[^`\n]+)`")
_RST_LINE = re.compile(r"(?P<sign>[=\-~^\"'*+#`])(?P=sign){2,}\s*$")
_CODE = frozenset({"code-block", "code", "sourcecode", "highlight"})


def as_markdown(text: str, *, is_org: bool = False) -> str:
    """The text as Markdown; `text` itself unless it is Org, perhaps by its front matter (`is_org`), or reStructuredText."""
    if "```" in text:  # Markdown, perhaps about one of these
        return text
    if is_org or ("#+" in text and _ORG.search(text)):
        return "\n".join(_org(text.split("\n")))
    return "\n".join(_rst(text.split("\n"))) if "\n.. " in text and _RST.search(text) else text


def _org(rows: Sequence[str]) -> Iterator[str]:
    """Markdown rows of Org rows. Code blocks are left to `dialects`, which rewrites their marks."""
    kind = ""
    for row in rows:
        edge = _ORG_BLOCK.match(row)
        if edge:
            kind = edge["kind"].lower() if edge["edge"].lower() == "begin" else ""
            yield row if edge["kind"].lower() in {"src", "example"} else ""
        elif kind in {"src", "example"}:
            yield row
        else:
            yield f"> {_org_row(row)}" if kind == "quote" and row.strip() else _org_row(row)


def _org_row(row: str) -> str:
    if heading := _ORG_HEADING.match(row):
        return f"\n#{'#' * len(heading['stars'])} {_org_inline(heading['text'])}\n"
    if _ORG_RULE.match(row):
        return row.replace("+", "|")
    return "" if _ORG_OTHER.match(row) else _org_inline(row)


def _org_inline(row: str) -> str:
    row = _ORG_LINK.sub(_org_link, row)
    return _ORG_BOLD.sub(r"**\g<text>**", _ORG_CODE.sub(r"`\g<text>`", row))


def _org_link(found: re.Match[str]) -> str:
    address = found["address"].removeprefix("file:")
    return f"![]({address})" if _IMAGE.search(address) else f"[{found['text'] or address}]({address})"


def _rst(rows: Sequence[str]) -> Iterator[str]:
    """Markdown rows of reStructuredText rows."""
    index, levels = 0, list[str]()
    while index < len(rows):
        row, below = rows[index], rows[index + 1] if index + 1 < len(rows) else ""
        directive = _RST_DIRECTIVE.match(row)
        if _RST_LINE.match(row) and _RST_LINE.match("".join(rows[index + 2 : index + 3])) and below.strip():
            index += 1  # a title between two lines
        elif row.strip() and (line := _RST_LINE.match(below)) and not row.startswith((" ", "|")):
            levels += [line["sign"]] if line["sign"] not in levels else []
            yield f"\n{'#' * min(levels.index(line['sign']) + 1, 6)} {row.strip()}\n"
            index += 2
        elif directive or row.rstrip().endswith("::"):
            end = _indented_end(rows, index)
            name = directive["name"] if directive else "code"
            yield from [] if directive else [row.rstrip()[:-1].rstrip(":") + "：", ""]
            yield from _rst_block(name, directive["argument"] if directive else "", rows[index + 1 : end])
            index = end
        else:
            yield "" if _RST_COMMENT.match(row) else _rst_inline(row)
            index += 1


def _indented_end(rows: Sequence[str], start: int) -> int:
    """Index behind the indented rows below row `start`."""
    return next((i for i in range(start + 1, len(rows)) if rows[i].strip() and not rows[i][0].isspace()), len(rows))


def _rst_block(name: str, argument: str, rows: Sequence[str]) -> Iterator[str]:
    """Markdown rows of a directive: image, fenced code, or its content without indent."""
    inside = [row for row in rows if not _RST_OPTION.match(row)]
    if name in {"image", "figure"}:
        yield f"![{' '.join(row.strip() for row in inside).strip()}]({argument})"
        return
    fence = ["```"] if name in _CODE else []
    margin = min((len(row) - len(row.lstrip()) for row in inside if row.strip()), default=0)
    yield from ["", *fence]
    yield from [] if fence or not argument else [argument]
    yield from (row[margin:] for row in inside)
    yield from [*fence, ""]


def _rst_inline(row: str) -> str:
    return _RST_ROLE.sub(r"`\g<text>`", _RST_LINK.sub(r"[\g<text>](\g<address>)", row))
