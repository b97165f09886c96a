from tests.cleaning.made import STORY
from tui_reader.cleaning import clean
from tui_reader.cleaning.comments.post_headers import find_post_headers
from tui_reader.cleaning.comments.threads import find_replies, merge
from tui_reader.cleaning.markup.blocks import Block
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.model import Comment
from tui_reader.text.fold import fold


def comments(*rows: str) -> tuple[Comment, ...]:
    blocks = [Block(row, fold(row)) for row in rows]
    lines = Lines.of(blocks)
    return merge(find_replies(blocks, lines, find_post_headers(blocks, lines)))


def test_rows_with_a_sign() -> None:
    assert comments("推 seabird: 好文 06/14 21:15", "噓 rain:不好笑 06/14 21:16", "→ rain: 補充 06/14 21:20") == (
        Comment("好文", "seabird", "06/14 21:15", "推"),
        Comment("不好笑", "rain", "06/14 21:16", "噓"),
        Comment("補充", "rain", "06/14 21:20", "→"),
    )


def test_numbered_floors() -> None:
    assert comments("leafy1樓好 07/03 20:11", "mint772樓同意 07/03 21:02") == (
        Comment("好", "leafy", "07/03 20:11", None, 1),
        Comment("同意", "mint77", "07/03 21:02", None, 2),
    )


def test_a_wrapped_reply_is_one_comment_without_a_space() -> None:
    wide = "這一則回覆很長所以排到了這一列的最後面才斷"
    assert comments(f"a1樓{wide} 07/03 20:11", "a2樓開來 07/03 20:11", "b3樓短 07/03 20:12") == (
        Comment(wide + "開來", "a", "07/03 20:11", None, 1),
        Comment("短", "b", "07/03 20:12", None, 3),
    )


def test_two_short_replies_in_a_minute_stay_two() -> None:
    wide = "別人寫了一列很寬很寬很寬很寬很寬的回覆"
    assert len(comments(f"a1樓{wide} 07/03 20:11", "b2樓短 07/03 20:12", "b3樓也短 07/03 20:12")) == 3


def test_another_minute_is_another_comment() -> None:
    wide = "這一則回覆很長所以排到了這一列的最後面"
    assert len(comments(f"a1樓{wide} 07/03 20:11", "a2樓開來 07/03 20:13")) == 2


def test_a_building_is_no_thread() -> None:
    assert comments("公司在台北市中山路9樓 開放時間 08/01 09:00", "推開門的時候，風很大。") == ()


def test_an_address_before_the_time_is_no_part_of_it() -> None:
    assert comments("推 seabird: 好文 10.0.0.1 06/14 21:15", "→ rain: 補充 140.112.*.* 06/14") == (
        Comment("好文", "seabird", "06/14 21:15", "推"),
        Comment("補充", "rain", "06/14", "→"),
    )


def test_mirrors_number_the_rows_in_front_or_behind() -> None:
    assert comments("1F 推 seabird: 好文 06/14 21:15", "2F → rain: 補充 06/14 21:16") == (
        Comment("好文", "seabird", "06/14 21:15", "推", 1),
        Comment("補充", "rain", "06/14 21:16", "→", 2),
    )
    assert comments("推 seabird: 好文 06/14 21:15, 1F") == (Comment("好文", "seabird", "06/14 21:15", "推", 1),)


def test_parts_of_a_row_in_lines_of_their_own() -> None:
    assert comments("推", "seabird", ": 好文", "06/14 21:15", "推", "rain", ": 補充", "06/14 21:16") == (
        Comment("好文", "seabird", "06/14 21:15", "推"),
        Comment("補充", "rain", "06/14 21:16", "推"),
    )


def test_numbers_in_front_without_a_sign() -> None:
    assert comments("B1 seabird：好文", "B2 雨天：補充", "B4 mint：同意") == (
        Comment("好文", "seabird", None, None, 1),
        Comment("補充", "雨天", None, None, 2),
        Comment("同意", "mint", None, None, 4),
    )


def test_a_storys_own_arrows_are_no_thread() -> None:
    assert comments("→ NVIDIA: 上漲三成", "→ AMD: 下跌一成", "第一季的營收如下。") == ()
    assert comments("1. 甲公司: 上漲", "2. 乙公司: 下跌", "3. 丙公司: 持平") == ()


FOOTED = """渔港吧
关注：10,234 贴子：88,120
求问冷库在哪一个码头 只看楼主 收藏 回复
青衫客
铁杆会员
9
听说老渔港新修了一座冷库，想租两个月，不知道找谁问，也不知道电费怎么算。
来自Android客户端1楼2023-06-01 20:13
回复
橘子汽水
中级粉丝
5
上个月路过还在修
2楼2023-06-01 20:40
回复
老街坊: 修好了
2023-6-1 20:55 回复
老街坊
知名人士
11
开着，下午去
3楼2023-06-01 21:02
回复
青衫客: 谢谢
2023-6-1 21:10 回复
1 下一页 尾页 12回复贴，共1页
"""


def test_posts_with_several_footer_rows_and_replies_below_them() -> None:
    article = clean(FOOTED.encode(), name="a.txt").article
    assert (article.title, article.author, article.published) == ("求问冷库在哪一个码头", "青衫客", "2023-06-01T20:13")
    assert [passage.text for passage in article.body] == [FOOTED.splitlines()[6]]
    assert [(comment.author, comment.text) for comment in article.comments] == [
        ("橘子汽水", "上个月路过还在修"),
        ("老街坊", "修好了"),
        ("老街坊", "开着，下午去"),
        ("青衫客", "谢谢"),
    ]


def test_rows_of_name_and_text_below_a_comment_heading_of_a_dump() -> None:
    text = "\n".join(
        [
            "老渔港的新冷库",
            "2024-05-11 08:30 海风日报",
            *STORY[:4],
            "热门评论",
            "老街坊：小时候常去",
            "网友小A：可惜了",
            "查看更多评论",
        ]
    )
    article = clean(text.encode(), name="a.txt").article
    assert [(comment.author, comment.text) for comment in article.comments] == [
        ("老街坊", "小时候常去"),
        ("网友小A", "可惜了"),
    ]
    assert article.body[-1].text == STORY[3]


def test_answers_to_a_question_in_a_dump_are_comments() -> None:
    text = """问答 > 渔业 > 冷库
小冷库一天跳闸两次，还有必要修吗？
提问者：青衫客 浏览 2311 次 提问时间 2020-05-06 11:20
家里的小冷库用了十几年，最近一天要跳闸两次，鱼还没有坏，就是一直担心。
3个回答
最佳答案
修机匠老梁 2020-05-06 14:02
有必要。多半是压缩机的油干了，换油一次就好，费用大概一百到两百元。
赞同 56 评论
橘子汽水 2020-05-06 15:30
留个念想，修吧。
赞同 3 评论
相关问题
大冷库和小冷库哪个好
"""
    article = clean(text.encode(), name="a.txt").article
    assert article.author == "青衫客"
    assert [passage.text for passage in article.body] == [text.splitlines()[3]]
    assert [comment.author for comment in article.comments] == ["修机匠老梁", "橘子汽水"]
