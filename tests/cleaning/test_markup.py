import pytest

from tui_reader.cleaning.blocks import Block, is_markup
from tui_reader.cleaning.markup import from_markup


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
    assert texts("<p>一<br>二\n三</p>") == ["一", "二 三"]


def test_a_post_set_in_lines_keeps_them() -> None:
    lines = [f"這是第{n}行，" for n in "一二三四五六"]
    assert texts("<div>" + "\n".join(lines) + "</div>") == lines


def test_what_nobody_reads_is_skipped() -> None:
    skipped = (
        "<script>a</script><style>b</style><nav>c</nav><footer>d</footer><aside>e</aside><!-- f --><p hidden>g</p>"
    )
    assert texts(skipped + "<p>留下</p>") == ["留下"]


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
    assert ("林佳蓉", "河岸日報", "2024-01-02T03:04:05") == (declared.author, declared.source, declared.published)
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
