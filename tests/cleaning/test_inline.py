"""What stands inside a line of HTML: line ends, readings, formulas, pictures of characters, hidden noise."""

import pytest

from tests.cleaning.test_markup import texts
from tui_reader.cleaning import clean
from tui_reader.cleaning.markup.html import from_markup

STORY = (
    "<p>港邊的老船塢這個月拆了，附近的人都來看最後一眼，有人帶了相機，有人帶了當年的照片。</p>"
    "<p>守了三十年的老師傅說，船走了，故事留在水裡，以後的孩子只能從書上知道這裡修過船。</p>"
    "<p>市政府打算在原地蓋一座公園，保留兩座吊臂和一段軌道，明年春天動工，後年秋天開放。</p>"
    "<p>鄰居們希望留下那間木屋，屋裡的工具都還在，牆上寫著每一條船下水的日子。</p>"
)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>江水漲\n了三天，\n  堤上的人</p>", "江水漲了三天，堤上的人"),
        ("<li>用 Python\n寫的 two\nwords</li>", "用 Python 寫的 two words"),
        ("<p><ruby>甃<rt>zhòu</rt></ruby>井</p>", "甃（zhòu）井"),
        ("<p><ruby>甃<rp>(</rp><rt>zhòu</rt><rp>)</rp></ruby>井</p>", "甃（zhòu）井"),
        ("<p><ruby>龍<rt>lóng</rt>泉<rt>quán</rt></ruby>井</p>", "龍泉（lóng quán）井"),
        ("<p>姓<img src='/u3b4c.png' alt='㭌'>。</p>", "姓㭌。"),
        ("<p>字是<img src='a.png' alt='⿰木堂'>。</p>", "字是⿰木堂。"),
        ("<p>好<img class='icon_emotion' src='1.png' alt='[微笑]'>。</p>", "好[微笑]。"),
        ("<p>看<img src='a.jpg' alt='江邊的船'>。</p>", "看。"),
        ("<p>為 <span data-tex='n=k^2'><svg></svg><script type='math/tex'>n=k^2</script></span>，</p>", "為 n=k^2，"),
        ("<p>為 <span class='MathJax'>n=k2</span><script type='math/tex'>n=k^2</script>，</p>", "為 n=k^2，"),
        ("<p>為 <img class='latex' src='e.svg' alt='{\\displaystyle n=k^2}'>，</p>", "為 n=k^2，"),
        ("<p>為 <math alttext='n=k^2'><mi>n</mi></math>，</p>", "為 n=k^2，"),
        (
            (
                "<p>為 <span class='katex'><span class='katex-mathml'><math><semantics><mi>n</mi><annotation encoding="
                "'application/x-tex'>n=k^2</annotation></semantics></math></span><span class='katex-html' aria-hidden='true'>"
                "<span>n</span></span></span>，</p>"
            ),
            "為 n=k^2，",
        ),
    ],
)
def test_text_inside_a_line(markup: str, expected: str) -> None:
    assert [expected] == texts(markup)


@pytest.mark.parametrize(
    "noise",
    [
        "<span style='display:none'>x3d0</span>", "<font style='font-size:0px'>x3d0</font>", "<span style='font-size: 0'>x3d0</span>",
        "<i style='position:absolute;left:-9999px'>x3d0</i>", "<span style='opacity:0'>x3d0</span>", "<span hidden>x3d0</span>",
        "<font color='#ffffff'>x3d0</font>", "<span style='color:white'>x3d0</span>", "<span style='color: transparent'>x3d0</span>",
        "<font class='jammer'>x3d0</font>", "<span class='zq1'>x3d0</span>", "<span class='zq2'>x3d0</span>",
    ],
)  # fmt: skip
def test_noise_nobody_sees_is_set_apart(noise: str) -> None:
    sheet = "<style>p{color:red}.zq1{display:none}@media print{.seen{display:none}}.zq2 , .b{font-size:0;color:#fff}</style>"
    page = from_markup(
        f"<html><head>{sheet}</head><body><p>江水<b class='seen'>漲</b>了{noise}三天。</p>{STORY}</body></html>"
    )
    assert "江水漲了三天。" == page.blocks[0].text
    assert ["x3d0"] == [line.text for line in page.apart]


def test_a_page_in_white_on_a_dark_ground_is_read() -> None:
    assert ["江水漲了三天。"] == texts("<p><span style='color:#fff'>江水漲了三天。</span></p>")


def test_text_hidden_until_someone_asks_for_more_stays() -> None:
    rest = "<span style='display:none'>守塢的老師傅姓林，今年七十四歲。他說船塢最忙的時候一天要修六條船，夜裡也點著燈，孩子們在木屑堆裡長大，後來都進城去了，沒有人回來。</span>"
    assert any(
        "木屑堆" in passage.text
        for passage in clean(f"<html><body>{STORY}<p>{rest}</p></body></html>".encode()).article.body
    )


def test_a_hidden_copy_of_what_is_shown_goes() -> None:
    first = "港邊的老船塢這個月拆了，附近的人都來看最後一眼，有人帶了相機。"
    page = f"<html><body><h1>老船塢拆了</h1><div style='display:none'>{first}守了三十年的老師傅說。</div>{STORY}</body></html>"
    article = clean(page.encode()).article
    assert 1 == sum("老船塢" in passage.text for passage in article.body)


def test_the_address_of_a_saved_page_is_in_its_comment() -> None:
    for comment in (
        "\n Page saved with SingleFile \n url: https://example.org/a/1.html \n saved date: Tue Feb 11 2025\n",
        " saved from url=(0029)https://example.org/a/1.html ",
    ):
        assert (
            "https://example.org/a/1.html"
            == from_markup(f"<html><!--{comment}--><body>{STORY}</body></html>").declared.url
        )


def test_cells_over_several_rows_keep_the_columns() -> None:
    rows = "<tr><th>館</th><th>類</th><th>冊</th></tr><tr><td rowspan=2>東湖</td><td>文學</td><td>120</td></tr><tr><td>歷史</td><td>86</td></tr>"
    assert ["館\t類\t冊\n東湖\t文學\t120\n東湖\t歷史\t86"] == texts(f"<table>{rows}</table>")


@pytest.mark.parametrize("attributes", ["style='white-space: pre-wrap'", "class='whitespace-pre-line'", "class='zq'"])
def test_line_ends_that_show_part_lines(attributes: str) -> None:
    page = f"<html><head><style>.zq{{white-space:pre-line}}</style></head><body><div {attributes}>江水漲了\n堤上的人\n\n一夜沒睡</div></body></html>"
    assert ["江水漲了", "堤上的人", "一夜沒睡"] == [block.text for block in from_markup(page).blocks]
