"""Metadata that an author writes at the beginning of a document, in front of the text.

    ---            +++               {                 Title: 海边的冷库      #+TITLE: 海边的冷库
    title: …       title = "…"        "title": "…"     Date: 2024-03-05      #+DATE: <2024-03-05>
    ---            +++               }                 (blank line)
    YAML           TOML              JSON              field lines           Org
    Hexo, Jekyll,  Hugo, Zola        Hugo              Pelican,              Org mode
    Obsidian …                                         MultiMarkdown

Fields may also be lines directly below the first heading, as Notion and other services export them.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui_reader.cleaning.markup.fields import is_field_name
from tui_reader.text.han import HAN

MOST_LINES = 200
"""Maximum lines of front matter."""
MOST_YAML = 50_000
"""Maximum characters read as YAML; the parser is slow, and longer front matter is read line by line."""
LEAST_FIELDS = 2
"""Minimum fields of unfenced lines; one line may be a sentence with a colon."""

_BEGIN = "\ufeff \t\r\n"
_KEY = rf"(?P<key>[A-Za-z][A-Za-z_ -]{{1,24}}|[{HAN}]{{2,6}})"
_FIELD = re.compile(rf"\s*(?:[-*>]\s+)?(?:\*\*|__)?{_KEY}(?:\*\*|__)?[ \t]*[:：](?:\*\*|__)?[ \t]*(?P<value>.*)$")
_PLAIN_FIELD = re.compile(r"(?P<key>[A-Za-z][A-Za-z_ -]{1,24}):[ \t]*(?P<value>.*)$")
_YAML_ITEM = re.compile(r"\s*-\s+(?P<value>.+)$")
_CONTENT_BELOW = "Markdown Content:"
"""Last field line of a converted page."""
_ORG_FIELD = re.compile(r"#\+(?P<key>[A-Za-z_]+):[ \t]*(?P<value>.*)$")
_ORG_DATE = re.compile(r"^[<\[](\d[^<>\[\]]*)[>\]]\s*$")
_QUOTED = re.compile(r"(?P<quote>[\"'])(?P<inside>.*)(?P=quote)$")
_HEADING = re.compile(r"#{1,2}[ \t]+\S|[^\n]+\n={3,}[ \t]*$")


class FrontMatter(NamedTuple):
    """Fields by name as written, their source lines, the text without these lines, and whether they are those of Org."""

    fields: Mapping[str, object]
    lines: tuple[str, ...]
    text: str
    is_org: bool = False


def split_front_matter(text: str) -> FrontMatter | None:
    """The metadata at the beginning of a document; None without any."""
    text = text.lstrip(_BEGIN)
    first = text.partition("\n")[0].rstrip()
    if first in {"---", "+++"}:
        return _fenced(text.split("\n"))
    if first.startswith("{"):
        return _json(text)
    if first.startswith("#+"):
        return _org(text.split("\n"))
    return _unfenced(text.split("\n")) if _PLAIN_FIELD.match(first) else None


def split_properties(text: str) -> FrontMatter | None:
    """Field lines directly below the first heading, the first lines of a paragraph; None unless several have known names.

    The heading stays in the text.
    """
    rows = text.lstrip(_BEGIN).split("\n")
    first = next((index for index, row in enumerate(rows) if row.strip()), 0)
    if not _HEADING.match("\n".join(rows[first : first + 2])):
        return None
    first += 2 if rows[first][:1] != "#" else 1
    start = next((index for index in range(first, len(rows)) if rows[index].strip()), len(rows))
    end = next((index for index in range(start, len(rows)) if not rows[index].strip()), len(rows))
    end = next((index for index in range(start, end) if not _FIELD.match(rows[index])), end)
    fields = {match["key"]: match["value"] for row in rows[start:end] if (match := _FIELD.match(row))}
    if len(_named(fields)) < LEAST_FIELDS:
        return None
    return FrontMatter(fields, tuple(rows[start:end]), "\n".join([*rows[:start], "", *rows[end:]]))


def _fenced(rows: Sequence[str]) -> FrontMatter | None:
    """YAML between lines of three hyphens, TOML between lines of three plus signs."""
    fence = rows[0].rstrip()
    ends = {fence, "..."} if fence == "---" else {fence}
    end = next((index for index, row in enumerate(rows[1:MOST_LINES], 1) if row.rstrip() in ends), 0)
    inside = rows[1:end]
    fields = (_yaml(inside) if fence == "---" else _toml(inside)) if end else {}
    if not (_named(fields) or (fields and all(str(name).isascii() for name in fields))):
        return None  # text between two rules
    return FrontMatter(fields, tuple(inside), "\n".join(rows[end + 1 :]))


def _yaml(rows: Sequence[str]) -> Mapping[str, object]:
    """Fields of YAML, all scalars as text; read line by line where it is not valid (`title: 【注意】: 台风`)."""
    import yaml  # noqa: PLC0415 - few documents have front matter

    text = "\n".join(rows)
    try:
        found = yaml.BaseLoader(text.expandtabs(2)).get_single_data() if len(text) <= MOST_YAML else None
    except (yaml.YAMLError, RecursionError):
        found = None
    return found if isinstance(found, dict) else dict(_lines_of_yaml(rows))


def _lines_of_yaml(rows: Sequence[str]) -> Iterator[tuple[str, object]]:
    """`key: value` rows, and the `- item` rows below a key without a value."""
    key, items = "", list[str]()
    for row in rows:
        if (item := _YAML_ITEM.match(row)) and key:
            items.append(_unquoted(item["value"]))
        elif field := _FIELD.match(row):
            yield from [(key, items)] if items else []
            key, items = field["key"], []
            yield from [(key, _unquoted(field["value"]))] if field["value"] else []
    yield from [(key, items)] if items else []


def _unquoted(value: str) -> str:
    """A value without the quotes around it."""
    value = value.strip()
    quoted = _QUOTED.match(value)
    return quoted["inside"] if quoted and quoted["quote"] not in quoted["inside"] else value


def _toml(rows: Sequence[str]) -> Mapping[str, object]:
    try:
        return tomllib.loads("\n".join(rows))
    except tomllib.TOMLDecodeError:
        return {}


def _json(text: str) -> FrontMatter | None:
    """A JSON object in front of more text."""
    try:
        found, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return None
    rest = text[end:].lstrip("; \t")
    if not isinstance(found, dict) or not rest.startswith("\n") or not rest.strip() or not _named(found):
        return None
    return FrontMatter(found, tuple(text[:end].split("\n")), rest)


def _org(rows: Sequence[str]) -> FrontMatter | None:
    """`#+TITLE:` and other keyword lines; other `#+` lines stay in the text."""
    found = [match for row in rows[:MOST_LINES] if (match := _ORG_FIELD.match(row)) and is_field_name(match["key"])]
    lines = tuple(match.group() for match in found)
    fields = {match["key"]: _ORG_DATE.sub(r"\1", match["value"]) for match in found}
    known = frozenset(lines)
    rest = [row for row in rows[:MOST_LINES] if row not in known]
    return FrontMatter(fields, lines, "\n".join([*rest, *rows[MOST_LINES:]]), is_org=True) if fields else None


def _unfenced(rows: Sequence[str]) -> FrontMatter | None:
    """`Title: …` lines up to a blank line or a closing `---`; programs that convert pages put blank lines between them."""
    end = 0
    while end < min(len(rows), MOST_LINES) and (_continues(rows, end) or _is_known_below(rows, end)):
        end += 1
    fields = dict(_lines_of_yaml(rows[:end]))
    below = rows[end].strip() if end < len(rows) and rows[end - 1].strip() != _CONTENT_BELOW else ""
    if below not in {"", "---"} or "title" not in map(str.lower, fields) or len(_named(fields)) < LEAST_FIELDS:
        return None
    return FrontMatter(fields, tuple(rows[:end]), "\n".join(rows[end + bool(below) :]))


def _continues(rows: Sequence[str], index: int) -> bool:
    """Whether a row is a field, or an indented or listed value of the one above."""
    row = rows[index]
    if match := _PLAIN_FIELD.match(row):
        return index == 0 or bool(rows[index - 1].strip()) or is_field_name(match["key"])
    return index > 0 and row[:1] in {" ", "\t", "-"} and row.strip() not in {"", "---"}


def _is_known_below(rows: Sequence[str], index: int) -> bool:
    """Whether a row is blank, and a field with a known name follows."""
    match = _PLAIN_FIELD.match(rows[index + 1]) if not rows[index].strip() and index + 1 < len(rows) else None
    return index > 0 and match is not None and is_field_name(match["key"])


def _named(fields: Mapping[str, object]) -> list[str]:
    """Names of the fields that describe documents."""
    return [name for name in fields if is_field_name(str(name))]
