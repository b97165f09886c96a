import pytest

from tui_reader.cleaning.metadata.people import leading_name, person, read
from tui_reader.script.fold import fold


@pytest.mark.parametrize(
    ("row", "author", "paper"),
    [
        ("記者 林佳蓉／綜合報導", "林佳蓉", None),
        ("〔記者陳心怡、林大為／台中報導〕", "陳心怡、林大為", None),
        ("中央社記者王曼玲台北2日電", "王曼玲", "中央社"),
        ("聯合報 / 記者許維寧／台北即時報導", "許維寧", "聯合報"),
        ("本报记者 刘建国 通讯员 孙晓梅", "刘建国", None),
        ("文：張若瑜 圖：李大同", "張若瑜", None),
        ("文/本报记者 李晓燕", "李晓燕", None),
        ("文｜晨光 余聪", "余聪", "晨光"),
        ("作者：吴小平 王磊 责编：赵敏", "吴小平、王磊", None),
        ("作者：张三丰（清华大学教授）", "张三丰", None),
        ("作者: windroad (慢慢騎) 站內: Travel", "windroad (慢慢騎)", None),
        ("看板Gadgets (舊物新用)作者oldphone (捨不得丟)時間2年前", "oldphone (捨不得丟)", None),
        ("社會中心／林俊傑報導", "林俊傑", None),
        ("編譯季晶晶／綜合外電", "季晶晶", None),
        ("執筆/叨叨姐、胡一刀&李小飛刀", "叨叨姐、胡一刀、李小飛刀", None),
        ("By Kevin Chen", "Kevin Chen", None),
        ("Posted on 2024-01-02 by admin", None, None),
        ("责任编辑：周小满", None, None),
        ("编辑 周小满 来源 河岸日报", None, None),
        ("記者們都在問同一件事", None, None),
    ],
)
def test_what_a_row_says_by_its_labels(row: str, author: str | None, paper: str | None) -> None:
    assert (author, paper) == read(row, fold(row))


def test_a_name_ends_where_the_place_begins() -> None:
    assert leading_name(fold("王曼玲台北2日電")) == 3
    assert leading_name(fold("李明北京報導")) == 2
    assert leading_name("高雄港的燈塔") == 0


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("記者林悅／台南報導", "林悅"),
        ("林悅／台南報導", "林悅"),
        ("綜合報導", None),
        ("文／張若瑜", "張若瑜"),
        ("陳心怡,林大為", "陳心怡、林大為"),
        ("Kevin Chen", "Kevin Chen"),
    ],
)
def test_what_a_page_declares_is_reduced_to_the_name(declared: str, name: str | None) -> None:
    assert name == person(declared)
