import pytest

from tests.cleaning.made import STORY as TALE
from tui_reader.cleaning import clean
from tui_reader.cleaning.markup.blocks import Block, Declared, Page
from tui_reader.cleaning.metadata.title_text import plain
from tui_reader.cleaning.metadata.titles import Title, find_title
from tui_reader.cleaning.metadata.windows import headline_of, pieces_of
from tui_reader.text.fold import fold

STORY = "市政府昨天宣布，明年起將分三期整修老街的排水系統，並由住戶代表參與驗收。"


def title_of(*lines: str, declared: str | None = None) -> Title:
    blocks = [Block(line, fold(line)) for line in (*lines, STORY)]
    return find_title(Page(blocks, Declared(title=declared)), len(lines))


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ("老街明年整修 住戶參與驗收 - 地方 - 河岸日報", "老街明年整修 住戶參與驗收"),
        ("老街明年整修 住戶參與驗收_江畔網", "老街明年整修 住戶參與驗收"),
        ("老街明年整修 住戶參與驗收｜即時｜河岸新聞網", "老街明年整修 住戶參與驗收"),
        ("老街明年整修--地方--江畔網", "老街明年整修"),
        ("老街明年整修", "老街明年整修"),
        ("Wi-Fi 7 路由器上市", "Wi-Fi 7 路由器上市"),
        ("老街明年整修 住戶參與驗收 | 河岸日報 | 要聞 | 20180918", "老街明年整修 住戶參與驗收"),
        ("老街明年整修 住戶參與驗收 - 旅遊 - 河岸論壇 - Powered by Discuz!", "老街明年整修 住戶參與驗收"),
        ("老街明年整修 住戶參與驗收 - RiverSide 河岸", "老街明年整修 住戶參與驗收"),
        ("老街明年整修 住戶參與驗收 « 河岸筆記", "老街明年整修 住戶參與驗收"),
        ("河岸晚报_老街明年整修 住戶參與驗收", "老街明年整修 住戶參與驗收"),
        ("老街-河岸公車明年停駛_江畔網", "老街-河岸公車明年停駛"),
        ("my_first_bot 上线第一周的教训", "my_first_bot 上线第一周的教训"),
        ("老街夜話--給十年後的自己", "老街夜話--給十年後的自己"),
        ("專訪 | 林小滿：書是會走路的", "專訪 | 林小滿：書是會走路的"),
        ("老街 ~ 三十年的紙片 ~", "老街 ~ 三十年的紙片 ~"),
    ],
)
def test_the_sites_suffix_is_left_off(window: str, expected: str) -> None:
    assert expected == headline_of(window)


def test_behind_a_dumps_first_line_there_may_be_no_site() -> None:
    assert headline_of("从老街到新街 - 一次搬迁的笔记", from_head=False) == "从老街到新街 - 一次搬迁的笔记"
    assert headline_of("从老街到新街 - 小站", ["小站"], from_head=False) == "从老街到新街"


def test_what_the_site_put_behind_can_be_had() -> None:
    assert pieces_of("老街明年整修 - 地方 - 河岸日報") == ["老街明年整修", "地方", "河岸日報"]


@pytest.mark.parametrize("text", ["原创 老街明年整修", "【转】老街明年整修", "老街明年整修"])
def test_a_word_for_the_kind_of_text_is_left_off(text: str) -> None:
    assert plain(text) == "老街明年整修"


def test_a_kind_in_square_brackets_is_part_of_the_title() -> None:
    assert plain("[心得] 第一次獨自環島") == "[心得] 第一次獨自環島"


def test_the_line_that_the_window_begins_with() -> None:
    assert title_of("老街明年整修 住戶參與驗收 - 河岸日報", "首頁", "老街明年整修 住戶參與驗收", "2024-01-02") == (
        "老街明年整修 住戶參與驗收",
        2,
    )


def test_a_line_over_the_date_though_the_window_says_nothing_of_it() -> None:
    assert (
        title_of("新聞動態--某學會官網", "首頁", "年會在山城舉行 三百人參加", "發布時間：2019-05-18 來源：某學會").text
        == "年會在山城舉行 三百人參加"
    )


def test_a_labelled_line() -> None:
    assert (
        title_of("某論壇", "標題: 一個人騎車環島的七天", "時間: Tue Jun 14 21:08:33 2016").text
        == "一個人騎車環島的七天"
    )


def test_a_notice_is_no_title() -> None:
    assert (
        title_of("請更新您的瀏覽器", "【老街整修】明年分三期動工", "河岸日報", "更新於 2025年8月15日23:45").text
        == "【老街整修】明年分三期動工"
    )


def test_the_sites_name_is_no_title_where_the_headline_has_a_block_of_its_own() -> None:
    assert title_of("河岸新聞網", "載入中", "老街明年整修 住戶參與驗收").text == "老街明年整修 住戶參與驗收"


def test_markdown_and_labels_go() -> None:
    assert plain("# 老街明年整修") == plain("标题：老街明年整修") == plain("標題老街明年整修") == "老街明年整修"


def test_what_the_head_declares_where_no_line_has_it() -> None:
    assert title_of("首頁", declared="老街明年整修 住戶參與驗收") == ("老街明年整修 住戶參與驗收", -1)


@pytest.mark.parametrize("title", ["更新的一篇", "分享的快樂", "留言板上的老人", "版權的故事", "編輯室的貓"])
@pytest.mark.parametrize("date", ["", "2026年2月1日\n\n"])
def test_a_title_with_a_control_word_in_it_stays_the_title(title: str, date: str) -> None:
    text = (
        "清晨五點，港口的燈還亮著，第一艘漁船已經靠岸。老張把繩子拋上碼頭，說今天的魚比昨天多。\n\n"
        "市場裡的人聲慢慢多起來，挑魚的婦人把冰塊鋪好，等著第一批客人。\n"
    )
    article = clean(f"{title}\n\n{date}{text}".encode()).article
    assert (title, None) == (article.title, article.updated)


def test_a_site_behind_a_dash_leaves_no_dash_in_the_title() -> None:
    assert headline_of("我把名字写在沙上 - 海风网") == "我把名字写在沙上"


@pytest.mark.parametrize("menu", ["首頁 番劇 直播", "海風首頁 應用", "發現 追蹤 通知"])
def test_a_menu_of_few_short_words_above_the_headline_of_a_dump_is_no_title(menu: str) -> None:
    rows = [menu, "老渡口的新冷庫", "2024-01-02 08:15", *TALE[:5]]
    assert clean("\n".join(rows).encode()).article.title == "老渡口的新冷庫"


def test_a_row_of_counts_below_the_headline_of_a_dump_is_no_title() -> None:
    rows = ["江城論壇", "登錄", "老渡口的新冷庫怎麼樣", "發表回覆 3 篇帖子 • 分頁: 1 / 1", *TALE[:5]]
    assert clean("\n".join(rows).encode()).article.title == "老渡口的新冷庫怎麼樣"
