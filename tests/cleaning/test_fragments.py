"""Markup inside values that the head of a page declares."""

import pytest

from tui_reader.cleaning import clean
from tui_reader.cleaning.markup.fragments import fragment_text

STORY = "".join(
    f"<p>{text}</p>"
    for text in (
        "碼頭的吊臂從清晨起就停在半空，等著卸貨的貨櫃車排到了橋頭，司機們下車聊天。",
        "工會的代表說，談判昨夜沒有結果，今天下午還要再談，工人願意等，船公司也願意等。",
        "港務公司估計，停工一天要損失三千個貨櫃，附近的倉庫已經開始調整班次，把夜班提前。",
        "市政府派人送了便當和飲水，並且請雙方先讓冷凍貨櫃出港，兩邊都點頭答應了。",
    )
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("港口停工<br/>工人等候", "港口停工 工人等候"),
        ("港口停工<br>工人等候", "港口停工 工人等候"),
        ("<b>港口</b>停工", "港口停工"),
        ("<p>港口停工。</p><p>工人等候。</p>", "港口停工。 工人等候。"),
        ("<cms_field name='author'/>", ""),
        ("<span>A &amp; B</span>", "A & B"),
        ("vector<int> 的用法", "vector<int> 的用法"),
        ("1 < 2", "1 < 2"),
        ("港口停工", "港口停工"),
    ],
)
def test_a_value_is_reduced_to_its_text(value: str, expected: str) -> None:
    assert expected == fragment_text(value)


def test_markup_in_declared_values_is_removed() -> None:
    head = (
        '<meta property="og:title" content="港口停工&lt;br/&gt;工人等候談判">'
        '<meta name="author" content="&lt;cms_field name=\'author\'/&gt;">'
        '<meta property="og:site_name" content="&lt;b&gt;海濱日報&lt;/b&gt;">'
    )
    page = f"<html><head>{head}</head><body>{STORY}</body></html>"
    article = clean(page.encode()).article
    assert "港口停工 工人等候談判" == article.title
    assert article.author is None
    assert "海濱日報" == article.source


def test_markup_in_linked_data_is_removed() -> None:
    linked = '{"@type": "NewsArticle", "headline": "港口停工<br>工人等候談判", "author": {"name": "<b>林秋河</b>"}}'
    page = f'<html><head><script type="application/ld+json">{linked}</script></head><body>{STORY}</body></html>'
    article = clean(page.encode()).article
    assert ("港口停工 工人等候談判", "林秋河") == (article.title, article.author)
