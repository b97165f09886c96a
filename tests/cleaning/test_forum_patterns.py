import pytest

from tui_reader.cleaning.patterns.forum_patterns import is_panel, is_tools, parse_post_row
from tui_reader.text.fold import fold


@pytest.mark.parametrize(
    ("row", "author", "time", "floor"),
    [
        ("老槐树 发表于 2019-5-11 21:07:33 | 只看该作者", "老槐树", "2019-5-11 21:07:33", None),
        ("发表于 2019-5-11 21:07 | 显示全部楼层 |阅读模式", None, "2019-5-11 21:07", None),
        ("第12楼 小雨 2019-1-1 12:00", "小雨", "2019-1-1 12:00", 12),
        ("#12 小雨", "小雨", None, 12),
        ("B12 小雨 2019/01/01 12:00", "小雨", "2019/01/01 12:00", 12),
        ("3樓 小明 發表於 2014/5/6 下午 03:22", "小明", "2014/5/6 下午 03:22", 3),
        ("沙发", None, None, 1),
        ("2005-09-11 18:04:42 楼主", None, "2005-09-11 18:04:42", 0),
        ("作者：半亩方塘　回复日期：2006-9-10 22:40:11", "半亩方塘", "2006-9-10 22:40:11", None),
        ("江畔网友 [河东区] 2022-06-18 09:01:22 发表", "江畔网友", "2022-06-18 09:01:22", None),
        ("小雨 3小时前 回复", "小雨", "3小时前", None),
        ("由 绿手指 » 周五 6月 12, 2009 8:11 pm", "绿手指", "6月 12, 2009 8:11 pm", None),
    ],
)
def test_a_row_about_a_post(row: str, author: str | None, time: str | None, floor: int | None) -> None:
    mark = parse_post_row(row, fold(row))
    assert mark is not None
    assert (author, time, floor) == mark[:3]


@pytest.mark.parametrize(
    "row",
    [
        "1楼为大厅，2楼为卧室。",
        "本帖最后由 小雨 于 2019-1-1 12:00 编辑",
        "旅行中，谁忽悠了你？【版主】08-11 16:06 298字 [4321/87]",
        "他在 2019-1-1 12:00 之前已经离开了那一座住了二十年的老房子，再也没有回去",
    ],
)
def test_a_row_that_says_more_is_none(row: str) -> None:
    assert parse_post_row(row, fold(row)) is None


def test_words_for_doing_something_and_words_about_a_member() -> None:
    assert is_tools(fold("回复 支持 反对 举报"))
    assert is_tools(fold("顶(12) 踩(0)"))
    assert not is_tools(fold("支持，希望價格別漲。"))
    assert is_panel(fold("個人積分：820分"))
    assert is_panel(fold("中级会员"))
    assert not is_panel(fold("看云的人"))


def test_a_row_without_time_and_floor_tells_nothing() -> None:
    assert parse_post_row("回复 举报", fold("回复 举报")) is None
