from datetime import datetime

import pytest

from tests.cleaning.made import page, paragraphs
from tui_reader.cleaning import clean
from tui_reader.model import Article

STORY = [
    "市政府昨天宣布，明年起將分三期整修老街的排水系統，並由住戶代表參與驗收。",
    "水利局長說，工程分成兩期，第一期先做主池，第二期再接上三條分流管線。",
]


def article(
    *above: str, below: tuple[str, ...] = (), first: str = "老街明年整修 住戶參與驗收", as_of: datetime | None = None
) -> Article:
    page = "\n\n".join([first, *above, *STORY, *below])
    return clean(page.encode(), as_of=as_of).article


@pytest.mark.parametrize(
    ("row", "author", "source"),
    [
        ("2024-01-02 08:15 來源：河岸日報 作者：周曉嵐", "周曉嵐", "河岸日報"),
        ("2024-01-02 08:15 河岸日報 記者林佳蓉／新北報導", "林佳蓉", "河岸日報"),
        ("2024-01-02 08:15 文／徐若珊", "徐若珊", None),
        ("2024-01-02 08:15 來源: 江畔晚报 举报", None, "江畔晚报"),
        ("更新於 2024年1月2日23:45 • 吳玟錡", "吳玟錡", None),
        ("janus 發表於 2024年1月2日 08:27", "janus", None),
        ("文｜江畔报 余聪 2024-01-02", "余聪", "江畔报"),
        ("2024-01-02 08:15 侯冠州、張珈睿", "侯冠州、張珈睿", None),
        ("2024-01-02 08:15 第一財經 作者：李曉燕 責編：趙敏", "李曉燕", "第一財經"),
        ("原創 小鹿 鹿角讀書 2024-01-02 08:15", "小鹿", "鹿角讀書"),
        ("發表於 2024-01-02 by 張若瑜", "張若瑜", None),
        ("2024-01-02 08:15 轉自：河岸周刊", None, "河岸周刊"),
        ("（中央社記者王曼玲台北2日電）2024/01/02 08:15", "王曼玲", "中央社"),
    ],
)
def test_author_and_source_in_the_row_of_the_date(row: str, author: str | None, source: str | None) -> None:
    found = article(row)
    assert (author, source) == (found.author, found.source)
    assert found.published == "2024-01-02" or (found.published or found.updated or "").startswith("2024-01-02T")


def test_names_in_rows_of_their_own() -> None:
    found = article("2024-01-02 08:15", "河岸日報", "謝明俊")
    assert ("謝明俊", "河岸日報") == (found.author, found.source)


def test_the_reporter_in_the_first_sentence() -> None:
    page = "\n\n".join(["老街明年整修 住戶參與驗收", "【財訊快報／陳孟朔】" + STORY[0], STORY[1]])
    found = clean(page.encode()).article
    assert ("陳孟朔", "財訊快報") == (found.author, found.source)


def test_the_reporter_behind_the_last_sentence() -> None:
    assert (
        article("2024-01-02", below=("驗收之後，老街將重新鋪上石板，並且豎立說明牌。（姚峰 上海报道）",)).author
        == "姚峰"
    )


def test_the_site_behind_the_windows_title() -> None:
    assert (
        article("老街明年整修 住戶參與驗收", "2024-01-02", first="老街明年整修 住戶參與驗收 - 地方 - 河岸日報").source
        == "河岸日報"
    )


def test_updated_is_told_from_published() -> None:
    found = article("發布時間：2024-01-02 08:15", "更新時間：2024-01-03 09:00")
    assert ("2024-01-02T08:15", "2024-01-03T09:00") == (found.published, found.updated)


def test_a_relative_time_needs_a_moment_to_count_from() -> None:
    assert article("河岸日報", "發布於 3小時前").published is None
    moment = datetime(2024, 1, 2, 12, 0)  # noqa: DTZ001 - as printed
    assert article("河岸日報", "發布於 3小時前", as_of=moment).published == "2024-01-02T09:00"


def test_the_last_step_of_the_path_is_the_category() -> None:
    assert (
        article(
            "首頁 > 生活 > 正文", "老街明年整修 住戶參與驗收", "2024-01-02", first="老街明年整修 住戶參與驗收_河岸網"
        ).category
        == "生活"
    )


def test_an_address_alone_on_a_line_is_the_articles() -> None:
    assert article("2024-01-02", below=("https://example.org/story/1",)).url == "https://example.org/story/1"


def test_the_office_that_issued_a_notice_speaks_in_it() -> None:
    found = article("发文机关：", "河岸市人民政府", "成文日期：", "2024年01月02日", first="老街明年整修 住戶參與驗收")
    assert ("河岸市人民政府", "河岸市人民政府") == (found.author, found.source)


def test_an_account_alone_between_title_and_date_is_the_source() -> None:
    found = article("老王說車", "2024-01-02 08:15")
    assert (None, "老王說車") == (found.author, found.source)
    assert article("勞動焦點", "2024-01-02 08:15").source == "勞動焦點"


def test_the_path_in_rows_of_its_own() -> None:
    rows = ("首頁", "›", "地方", "›", "河岸", "›", "老街明年整修 住戶參與驗收", "2024-01-02")
    assert article(*rows, first="老街明年整修 住戶參與驗收 - 晨光網").category == "河岸"


def test_a_column_that_signs_its_titles_is_the_source_where_an_account_below_has_its_name() -> None:
    first = "河岸夜話：老街明年整修"
    assert "河岸夜話" == article("2024-01-02 08:15", first=first, below=("檢舉", "河岸夜話公眾號")).source
    assert article("2024-01-02 08:15", first=first, below=("檢舉", "河岸夜話又來了")).source is None


def test_of_the_papers_in_the_window_title_the_last_is_the_source_not_its_part() -> None:
    head = '<title>老街明年整修｜河岸新聞網｜河岸日報</title><meta property="og:site_name" content="河岸新聞網">'
    story = "".join(f"<p>{line}</p>" for line in STORY)
    page = f"<html><head>{head}</head><body><h1>老街明年整修</h1>{story}</body></html>"
    assert "河岸日報" == clean(page.encode()).article.source


def test_an_author_element_behind_the_last_block() -> None:
    inside = f"<h1>老漁港的新冷庫</h1>{paragraphs(tuple(STORY[:4]))}<aside><p class=site-author-name>林小禾</p></aside>"
    assert clean(page(inside, "老漁港的新冷庫"), name="a.html").article.author == "林小禾"


def test_the_day_of_an_event_is_not_the_day_of_publication() -> None:
    rows = "<p>日期：2025年10月18日（星期六）</p><p>地點：漁港文化館 301 教室</p><p>主辦單位：漁港學會</p>"
    inside = f"<h1>老漁港的新冷庫說明會</h1>{rows}{paragraphs(tuple(STORY[:4]))}"
    assert clean(page(inside, "老漁港的新冷庫說明會"), name="a.html").article.published is None


@pytest.mark.parametrize("makers", [0, 3, 6])
def test_the_makers_of_an_article_do_not_part_it_from_its_date(makers: int) -> None:
    rows = ("採訪：徐若珊、林佳蓉", "插畫：周曉嵐", "攝影：吳玟錡", "網頁設計：張珈睿", "影音：侯冠州", "校對：陳孟")
    assert article(below=(*rows[:makers], "2018.3.26")).published == "2018-03-26"


@pytest.mark.parametrize(
    "row", ["科技 2024-01-02 08:15 56喜歡 3評論", "2024-01-02 08:15 IPFS", "1.2萬閱讀 2024-01-02 08:15"]
)
def test_counts_and_abbreviations_beside_the_date_are_no_names(row: str) -> None:
    found = article(row)
    assert (found.author, found.source) == (None, None)


def test_the_name_in_a_profile_box_may_be_below_the_description_of_a_portrait() -> None:
    box = "<div class=box><h3>創作者介紹</h3><a href=/blog>創作者 貓步 的頭像</a><p>貓步</p><h4>貓步走天涯</h4></div>"
    inside = f"<h1>老漁港的新冷庫</h1>{paragraphs(tuple(STORY[:4]))}{box}"
    assert clean(page(inside, "老漁港的新冷庫 @ 貓步走天涯"), name="a.html").article.author == "貓步"


@pytest.mark.parametrize(
    ("last", "published"),
    [("113年3月1日", "2024-03-01"), ("二〇二四年三月一日", "2024-03-01"), ("2024年3月1日起施行。", None)],
)
def test_a_notice_is_dated_by_its_last_row(last: str, published: str | None) -> None:
    rows = (*STORY[:3], "特此通知。", "老漁港管理處", last)
    found = clean(page(f"<h1>老漁港停電公告</h1>{paragraphs(rows)}", "老漁港停電公告"), name="a.html").article
    assert (published, last) == (found.published, found.body[-1].text)
