from tui_reader.cleaning.comments.quotes import quote_lines, quoted
from tui_reader.cleaning.markup.blocks import plain_blocks
from tui_reader.text.fold import fold


def test_lines_under_the_row_that_names_whom_they_quote() -> None:
    rows = ["※ 引述《rainy (下雨天)》之銘言：", ": 浴室下方有水漬，", "我做這行十二年。", ": 一行而已"]
    assert quoted(plain_blocks(rows)) == {0, 1}


def test_several_lines_with_a_colon_quote_without_such_a_row() -> None:
    assert quoted(plain_blocks(["看流星不用望遠鏡。", ": 要不要租望遠鏡？", ": 會不會冷？", "--"])) == {1, 2}


def test_a_line_with_an_angle() -> None:
    assert quoted(plain_blocks(["> 要不要租？", "> 會冷嗎？", "不用。"])) == {0, 1}


def test_lines_that_markup_ran_together_are_parted() -> None:
    text = "※ 引述《rainy》之銘言： : 有水漬， : 找誰？"
    assert quote_lines(text, fold(text)) == ["※ 引述《rainy》之銘言：", ": 有水漬，", ": 找誰？"]
    assert quote_lines("時間 : 下午", "时间 : 下午") == ["時間 : 下午"]
