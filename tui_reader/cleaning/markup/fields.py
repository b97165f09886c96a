"""Fields that describe a document, under the names of blog engines, clippers and note services.

Names are compared folded, without spaces, hyphens and underscores: `Publish-Date` and `publish_date` are the same.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from tui_reader.cleaning.markup.blocks import Declared
from tui_reader.cleaning.markup.harmless import harmless_line, is_address
from tui_reader.cleaning.patterns.dates import iso_of
from tui_reader.text.fold import fold
from tui_reader.text.sanitize import one_line

_CONVERTED = "urlsource"
"""Field of a program that converts whole pages: the title is then the window's, with the site's name."""
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "标题"),
    "author": ("author", "authors", "by", "writer", "作者"),
    "published": (
        *("published", "publishdate", "pubdate", "pubdatetime", "publishedat", "publishedtime", "datepublished"),
        *("date", "datetime", "posted", "postedat"),
        *("发布日期", "发布时间", "发表时间", "发表日期", "发布于", "编辑于", "日期", "时间"),
    ),
    "created": ("created", "createdat", "createdtime", "creationdate", "创建时间", "建立时间", "创建日期", "建立日期"),
    "updated": (
        *("updated", "updatedat", "updateddate", "lastmod", "lastmodified", "lastmodifiedat", "modified", "modifiedat"),
        *("moddatetime", "datemodified", "lasteditedtime", "lastupdated"),
        *("更新时间", "更新日期", "修改时间", "修改日期", "最后编辑时间"),
    ),
    "tags": ("tags", "tag", "keywords", "labels", "filetags", "标签", "关键词", "关键字"),
    "category": ("category", "categories", "section", "分类", "栏目"),
    "url": (
        *("url", "link", "permalink", "canonical", "canonicalurl", "originalurl", "sourceurl", _CONVERTED),
        *("链接", "连结", "网址", "原文链接", "原文连结", "原文地址", "原文网址", "原文", "地址"),
    ),
    "source": ("source", "publisher", "site", "sitename", "来源", "出处"),
    "converted": (_CONVERTED,),
    "deck": ("description", "summary", "excerpt", "subtitle", "摘要", "简介", "副标题"),
    "image": (
        *("cover", "coverimage", "image", "banner", "bannerimg", "thumbnail", "thumb", "featuredimage", "featureimage"),
        *("heroimage", "ogimage", "topimg", "indeximg", "headerimg", "封面"),
    ),
}
_OTHER = ("slug", "draft", "layout", "lang", "language", "status", "type", "id", "markdowncontent", "email", "weight")
"""Names of fields without use here, which still mark a block of lines as fields."""
_NESTED = frozenset({"extra", "params", "taxonomies", "meta"})
"""Fields that hold further fields (Hugo, Zola)."""
_PARTS = ("name", "title", "image", "src", "url", "relative")
"""Keys of an object whose value represents the object."""
MOST_VALUES = 20
"""Maximum values read per field."""
CLIPPED = frozenset({"clippings", "clipping", "webclip"})
"""Tags that a clipper adds to every page."""

_SPACING = re.compile(r"[\s_-]+")
_SEPARATORS = re.compile(r"\s*[,，、;；]\s*")
_LINKED = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]")
_ADDRESS = re.compile(r"<(?P<bare>https?://[^<>\s]+)>$|\[[^\[\]]*\]\((?P<linked>https?://[^()\s]+)\)$")
"""An address as Markdown writes it: alone, or behind a text."""
_MAIL_ADDRESS = re.compile(r"\s*[<(（][^<>()（）]*@[^<>()（）]*[>)）]")


@cache
def _known() -> frozenset[str]:
    """Comparison keys of all field names, those without use here included."""
    return frozenset(_key(name) for names in (*NAMES.values(), _OTHER) for name in names)


def is_field_name(name: str) -> bool:
    """Whether a field describes documents."""
    return _key(name) in _known()


def declared_by_fields(fields: Mapping[str, object]) -> Declared:
    """Declarations of a document's own fields. Dates that cannot be read, and URLs without a scheme, are left out.

    The day on which a page was clipped (`created` beside its URL) is not that of its publication.
    """
    found = _by_meaning(fields)
    addresses = [value for value in (*found["url"], *found["source"]) if is_address(value)]
    names = [name for name in map(_person, found["author"]) if name]
    return Declared(
        title=_first(found["title"]),
        author=harmless_line("、".join(dict.fromkeys(names))),
        source=_first([value for value in found["source"] if not is_address(value)]),
        published=_first_date([*found["published"], *([] if addresses else found["created"])]),
        updated=_first_date(found["updated"]),
        category=harmless_line("/".join(dict.fromkeys(found["category"]))),
        url=next(iter(addresses), None),
        images=tuple(value for value in found["image"] if is_address(value))[:1],
        tags=tuple(dict.fromkeys(_tags(found["tags"]))),
        deck=_first(found["deck"]),
        is_writer=True,
        is_own=not found["converted"],
    )


def _by_meaning(fields: Mapping[str, object]) -> dict[str, list[str]]:
    """Texts for each key of NAMES; of several names, the first one in NAMES counts."""
    nested = [value for key, value in fields.items() if _key(str(key)) in _NESTED and isinstance(value, dict)]
    known: dict[str, list[str]] = {}
    for key, value in (pair for group in (fields, *nested) for pair in group.items()):
        known.setdefault(_key(str(key)), list(_texts(value))[:MOST_VALUES])
    return {
        meaning: next((known[key] for key in map(_key, names) if known.get(key)), [])
        for meaning, names in NAMES.items()
    }


def _key(name: str) -> str:
    return _SPACING.sub("", fold(name))


def _texts(value: object, depth: int = 3) -> Iterator[str]:
    """Texts of a scalar, a list, or an object that has a name or address."""
    if isinstance(value, dict):
        value = next((value[part] for part in _PARTS if part in value), None)
    if isinstance(value, list):
        for item in value[:MOST_VALUES] if depth else ():
            yield from _texts(item, depth - 1)
    elif value is not None and not isinstance(value, dict | bool) and (text := " ".join(str(value).split())):
        linked = _ADDRESS.match(text)
        yield linked["bare"] or linked["linked"] if linked else text


def _first(values: Iterable[str]) -> str | None:
    return harmless_line(next(iter(values), None))


def _first_date(values: Iterable[str]) -> str | None:
    """The first date among the values, ISO 8601."""
    return next((iso for value in values if (iso := iso_of(fold(value)))), None)


def _person(name: str) -> str:
    """A name without wiki brackets and mail address."""
    return _MAIL_ADDRESS.sub("", _LINKED.sub(r"\1", name)).strip(" \"'@")


def _tags(values: Sequence[str]) -> Iterator[str]:
    """Single tags, without number signs and wiki brackets."""
    parts = _SEPARATORS.split(values[0]) if len(values) == 1 else values
    if len(parts) == 1 and parts[0].startswith(("#", ":")):
        parts = re.split(r"[\s:]+", parts[0])
    for part in parts:
        tag = one_line(_LINKED.sub(r"\1", part).strip(" #\"'[]:"))
        if tag and tag.lower() not in CLIPPED:
            yield tag
