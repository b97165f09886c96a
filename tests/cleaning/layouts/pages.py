"""Small pages of our own in the layouts of many outlets and regions, with what their metadata say.

A case is one story between rows as an outlet prints them. The people and the story are invented.
"""

from typing import NamedTuple

HANS = (
    "市政府昨天宣布，明年起将分三期整修老街的排水系统，并由住户代表参与验收。",
    "水利局长说，工程分成两期，第一期先做主池，第二期再接上三条分流管线，预计两年完成。",
    "住户代表则希望施工期间保留一条人行通道，让街上的商店可以照常营业。",
)
HANT = (
    "市政府昨天宣布，明年起將分三期整修老街的排水系統，並由住戶代表參與驗收。",
    "水利局長說，工程分成兩期，第一期先做主池，第二期再接上三條分流管線，預計兩年完成。",
    "住戶代表則希望施工期間保留一條人行通道，讓街上的商店可以照常營業。",
)
TITLE_HANS, TITLE_HANT = "老街明年整修排水系统 住户代表参与验收", "老街明年整修排水系統 住戶代表參與驗收"


class Case(NamedTuple):
    """A page and what it says. `author`, `source`, `published`: accepted values, None for "nothing is named"."""

    name: str
    page: str
    author: tuple[str | None, ...]
    source: tuple[str | None, ...]
    published: str | None
    title: str


def _accepted(values: str | tuple[str | None, ...] | None) -> tuple[str | None, ...]:
    return values if isinstance(values, tuple) else (values,)


Values = str | tuple[str | None, ...] | None


def text(
    name: str,
    above: str,
    author: Values = None,
    source: Values = None,
    published: str | None = None,
    *,
    first: str = "",
    last: str = "",
    below: str = "",
    window: str = "",
    hant: bool = False,
) -> Case:
    """A text dump: `window` its first line if not the headline, `above` and `below` rows, `first` and `last` put to the story."""
    title, story = (TITLE_HANT, HANT) if hant else (TITLE_HANS, HANS)
    rows = [
        *([window.replace("題", title).replace("题", title)] if window else []),
        title,
        *above.split("\n"),
        first + story[0],
        *story[1:-1],
        story[-1] + last,
        *below.split("\n"),
    ]
    page = "\n".join(row for row in rows if row)
    return Case(name, page, _accepted(author), _accepted(source), published, title)


def html(
    name: str,
    above: str,
    author: Values = None,
    source: Values = None,
    published: str | None = None,
    *,
    head: str = "",
    first: str = "",
    last: str = "",
    below: str = "",
    window: str = "题",
    hant: bool = False,
    footer: str = "",
    top: str = "",
) -> Case:
    """A page of markup: `head`, `top`, `above`, `below` and `footer` are markup of their places."""
    title, story = (TITLE_HANT, HANT) if hant else (TITLE_HANS, HANS)
    body = "".join(f"<p>{row}</p>" for row in (first + story[0], *story[1:-1], story[-1] + last))
    window = window.replace("題", title).replace("题", title)
    page = (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{window}</title>{head}</head><body>"
        f'<div class="nav"><a href="/">首页</a> <a href="/a">要闻</a> <a href="/b">生活</a></div>{top}'
        f"<h1>{title}</h1>{above}<div class=content>{body}</div>{below}"
        f"<div class=footer><p>{footer}</p></div></body></html>"
    )
    return Case(name, page, _accepted(author), _accepted(source), published, title)


def raw(
    name: str,
    rows: str,
    author: Values = None,
    source: Values = None,
    published: str | None = None,
    *,
    title: str = TITLE_HANT,
    below: str = "",
) -> Case:
    """A text dump whose rows above the story are given whole, the headline (◇) among them."""
    page = "\n".join([rows.replace("◇", title), *HANT, *filter(None, [below])])
    return Case(name, page, _accepted(author), _accepted(source), published, title)


DAY, MINUTE = "2023-05-12", "2023-05-12T08:15"
SECOND = "2023-05-12T08:15:21"
