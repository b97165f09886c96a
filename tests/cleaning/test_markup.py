import pytest

from tui_reader.cleaning.markup.blocks import Block, is_markup
from tui_reader.cleaning.markup.html import from_markup


def blocks(body: str) -> list[Block]:
    return from_markup(f"<html><body>{body}</body></html>").blocks


def texts(body: str) -> list[str]:
    return [block.text for block in blocks(body)]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("<!DOCTYPE html><html>", None, True),
        ("<p>一段</p>", "page.html", True),
        ("<p>一段</p>", "page.txt", False),
        ("一段沒有標記的文字，說的是 a < b。", "page.txt", False),
        ("先說一句。" * 30 + "<br>" * 20, "page.txt", False),
        ("<div><p>一</p><p>二</p><p>三</p><p>四</p></div>", None, True),
    ],
)
def test_markup_is_told_by_what_stands_in_it(text: str, name: str | None, expected: bool) -> None:
    assert expected == is_markup(text, name)


def test_blocks_are_block_level_elements() -> None:
    assert texts("<div>一<p>二<b>三</b></p>四<ul><li>五</li></ul></div>") == ["一", "二三", "四", "五"]


def test_line_breaks_part_blocks_and_source_lines_do_not() -> None:
    assert texts("<p>一<br>二\n三 four\nfive</p>") == ["一", "二三 four five"]


def test_a_short_quotation_inside_a_post_set_in_lines_keeps_its_lines_too() -> None:
    lines = [f"這是第{n}行，" for n in "一二三四五六"]
    quoted = "<span>: 前面的人說\n: 不要打牆\n</span>"
    assert [": 前面的人說", ": 不要打牆", *lines] == texts("<div>" + quoted + "\n".join(lines) + "</div>")


def test_a_post_set_in_lines_keeps_them() -> None:
    lines = [f"這是第{n}行，" for n in "一二三四五六"]
    assert texts("<div>" + "\n".join(lines) + "</div>") == lines


def test_a_post_set_in_lines_of_a_fixed_width_is_joined_but_for_what_it_quotes() -> None:
    story = "老街的排水溝年久失修每逢大雨就倒灌里長說市府終於答應分三期整修住戶半信半疑" * 3 + "。"
    lines = [story[start : start + 18] for start in range(0, len(story), 18)]
    quoted = [f": {story[:17]}", f": {story[17:34]}"]
    assert [*quoted, story] == texts("<div>" + "\n".join([*quoted, *lines]) + "</div>")


def test_what_nobody_reads_is_skipped() -> None:
    skipped = (
        "<script>a</script><style>b</style><nav>c</nav><footer>d</footer><aside>e</aside><!-- f --><p hidden>g</p>"
    )
    assert texts(skipped + "<p>留下</p>") == ["留下"]


STORY = "<p>" + "市政府昨天宣布，明年起將分三期整修老街的排水系統。" * 3 + "</p>"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<nav>首頁</nav>", "navigation"),
        ("<div role='navigation'><p>首頁</p></div>", "navigation"),
        ("<footer>電話</footer>", "footer"),
        ("<aside><div>首頁</div></aside>", "beside"),
        ("<div hidden>看不見</div>", "hidden"),
        ("<div style='color:red; display : none'>看不見</div>", "hidden"),
        ("<p aria-hidden='true'>看不見</p>", "hidden"),
    ],
)
def test_what_tags_tell_for_certain_is_set_apart_with_a_reason(markup: str, reason: str) -> None:
    page = from_markup(f"<html><body>{STORY}{markup}<p>後文</p></body></html>")
    assert [2, "後文"] == [len(page.blocks), page.blocks[-1].text]
    assert [(1, True)] == [(line.before, reason in line.reason) for line in page.apart]


@pytest.mark.parametrize(
    "opening", ["<div style='visibility:hidden'>", "<aside>", "<div class='comment-box'>", "<nav id='menu'><h1>題</h1>"]
)
def test_no_region_is_apart_where_the_story_stands_in_it(opening: str) -> None:
    page = from_markup(f"<html><body>{opening}{STORY}</body></html>")
    assert ((), "", True) == (page.apart, page.blocks[-1].hints, page.blocks[-1].text.startswith("市政府"))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("class='side comment-list'", "comments"),
        ("id='related-news'", "related"),
        ("class='Share_Box'", "share"),
        ("class='ad'", "promotion"),
        ("class='header shadow read'", ""),
        ("class='commentator'", ""),
    ],
)
def test_names_are_evidence_only(names: str, expected: str) -> None:
    found = blocks(f"{STORY}<div {names}><p>某一行</p></div>")
    assert expected == found[-1].hints


def test_words_hidden_inside_a_line_are_no_part_of_it() -> None:
    assert texts("<p>他說<span style='display:none'>防抄襲</span>，明天再來。</p>") == ["他說，明天再來。"]


def test_a_table_of_data_is_one_block() -> None:
    rows = "<tr><th>年</th><th>人數</th></tr><tr><td>2020</td><td>12</td></tr><tr><td>2021</td><td>9</td></tr>"
    (table,) = blocks(f"<table>{rows}</table>")
    assert ("table", "年\t人數\n2020\t12\n2021\t9") == (table.kind, table.text)


@pytest.mark.parametrize(
    "table",
    [
        "<tr><td>作者：</td><td>林佳蓉</td></tr><tr><td>來源：</td><td>日報</td></tr>",
        "<tr><td></td><td>題目</td></tr><tr><td></td><td>正文</td></tr>",
        "<tr><td><a>首頁</a></td><td><a>社會</a></td></tr><tr><td><a>政治</a></td><td><a>生活</a></td></tr>",
        f"<tr><td>左</td><td>{STORY}</td></tr><tr><td>左</td><td>右</td></tr>",
        "<tr><td>外</td><td><table><tr><td>一</td></tr></table></td></tr><tr><td>左</td><td>右</td></tr>",
    ],
)
def test_a_table_for_layout_is_not(table: str) -> None:
    assert "table" not in [block.kind for block in blocks(f"<table>{table}</table>")]


def test_a_program_keeps_its_lines_and_a_post_does_not() -> None:
    program = "def f(x):\n    return x  # 註\n\nprint(f(1))"
    wrapped = "這是一篇在老站上張貼的文章，每一行都在固定的寬度被切斷，讀起來\n很不舒服。"
    assert [("code", program)] == [(block.kind, block.text) for block in blocks(f"<pre>{program}</pre>")]
    assert [None, None] == [block.kind for block in blocks(f"<pre>{wrapped}</pre>")]


def test_a_paragraph_in_a_quotation_is_quoted() -> None:
    assert ["quote"] == [block.kind for block in blocks("<blockquote><p>引言</p></blockquote>")]


def test_text_spelled_as_entities_is_harmless_too() -> None:
    page = from_markup("<html><title>a&#x202e;b</title><body><p>前&#x202e;後&#x2066;</p></body></html>")
    assert (["前後"], "ab") == ([block.text for block in page.blocks], page.window_title)


def test_kinds_and_links_are_kept() -> None:
    found = blocks('<h2>小標</h2><blockquote>引言</blockquote><li><a href="/">項目</a></li><p>前文<a>後文</a></p>')
    assert [(block.kind, block.links) for block in found] == [
        ("heading", 0.0),
        ("quote", 0.0),
        ("list_item", 1.0),
        (None, 0.5),
    ]


def test_what_the_head_declares() -> None:
    page = from_markup(
        "<html><head><title>題 - 站</title><meta property='og:site_name' content='河岸日報'><meta name='author' content='林佳蓉'>"
        "<meta property='article:published_time' content='2024-01-02T03:04:05+08:00'><link rel='canonical' href='https://e.org/1'>"
        "<meta property='og:image' content='https://e.org/1.jpg'></head><body></body></html>"
    )
    declared = page.declared
    assert ("林佳蓉", "河岸日報", "2024-01-02T03:04:05") == (declared.author, declared.site, declared.published)
    assert ("https://e.org/1", ("https://e.org/1.jpg",), "題 - 站") == (
        declared.url,
        declared.images,
        page.window_title,
    )


@pytest.mark.parametrize(
    "data", ["[[[[", '{"@type": 3}', '{"@graph": [[], null, {"@type": ["NewsArticle"], "author": {}}]}', "null", '"x"']
)
def test_broken_linked_data_is_passed_over(data: str) -> None:
    page = from_markup(f"<html><script type='application/ld+json'>{data}</script><p>字</p></html>")
    assert page.declared.title is None


def test_a_text_about_html_with_many_tags_is_no_markup() -> None:
    rows = [
        "樣式表寫在頁首",
        "這一節說明怎樣把樣式表接到頁面上。",
        *['<link rel="stylesheet" media="screen" href="a.css">', "<head>", "</head>"] * 6,
        "寫完之後重新整理頁面就看得到。",
    ]
    assert not is_markup("\n".join(rows), None)
    assert is_markup("\n".join(f"開頭<div>{row}</div>" for row in ["這一節說明怎樣接上樣式表。"] * 4), None)


@pytest.mark.parametrize(
    "opened",
    [
        "<p style='color:#fff'>",
        "<p class='sr-only'>",
        "<p class='jammer x'>",
        "<div style='height:0;overflow:hidden'>",
        "<div style='max-height: 0px; overflow: hidden'>",
        "<div style='width:0;overflow:hidden'>",
    ],
)
def test_paragraphs_that_nobody_sees_are_set_apart(opened: str) -> None:
    seen = "<p>清晨六點，碼頭上的漁船已經卸完了第一批貨，老陳點了一支菸。</p>" * 3
    page = from_markup(f"{seen}{opened}看不見的一句話不該出現。</{opened[1:].split(maxsplit=1)[0]}>{seen}")
    assert "看不見的一句話不該出現。" not in [block.text for block in page.blocks]
    assert "看不見的一句話不該出現。" in [line.text for line in page.apart]


@pytest.mark.parametrize(
    "opened",
    [
        "<p style='color:#fff;background:#000'>",
        "<p style='background-color:#fff'>",
        "<div style='height:0'>",
        "<p style='line-height:0'>",
    ],
)
def test_paragraphs_that_are_seen_stay(opened: str) -> None:
    page = from_markup(f"<p>上一段。</p>{opened}看得見的一句話。</{opened[1:].split(maxsplit=1)[0]}>")
    assert "看得見的一句話。" in [block.text for block in page.blocks]


def test_a_toolbar_of_signs_is_no_line_of_a_program() -> None:
    lines = "".join(
        f"<div class='line'><code>{line}</code></div>" for line in ("import csv", "rows = list(csv.reader(f))")
    )
    box = f"<div class=syntaxhighlighter><div class=toolbar><a href=#>?</a></div>{lines}</div>"
    assert [block.text for block in from_markup(box).blocks] == ["import csv\nrows = list(csv.reader(f))"]
