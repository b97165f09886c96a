from tui_reader.cleaning import clean
from tui_reader.cleaning.comments.post_headers import find_post_headers
from tui_reader.cleaning.comments.posts import find_posts, first_post
from tui_reader.cleaning.comments.reply import Reply
from tui_reader.cleaning.markup.blocks import Block, plain_blocks
from tui_reader.cleaning.patterns.forum_patterns import Mark
from tui_reader.cleaning.patterns.lines import Lines
from tui_reader.model import Comment

STORY = [
    "家里是八十年代的老房子，窗子还是原来的木窗，冬天漏风漏得厉害，玻璃也只有一层，夜里能听见风声。",
    "老伴舍不得换，说木头是好木头，修一修还能用二十年，我去市场问了问，全部换下来差不多要两万块。",
]


def comments(*rows: str) -> list[Comment]:
    blocks = plain_blocks(rows)
    return [reply.comment for reply in _posts(blocks) if reply.comment]


def _posts(blocks: list[Block]) -> list[Reply]:
    lines = Lines.of(blocks)
    return find_posts(blocks, lines, find_post_headers(blocks, lines))


def _opening(*rows: str) -> Mark | None:
    blocks = plain_blocks(rows)
    return first_post(blocks, find_post_headers(blocks, Lines.of(blocks)))


def test_the_first_post_is_the_story_and_the_others_answer_it() -> None:
    rows = [
        "梧桐 发表于 2021-3-6 10:22 | 只看该作者",
        *STORY,
        "木匠 发表于 2021-3-6 11:05 | 只看该作者",
        "可以只换玻璃。",
    ]
    assert comments(*rows) == [Comment("可以只换玻璃。", "木匠", "2021-3-6 11:05")]
    mark = _opening(*rows)
    assert mark is not None
    assert (mark.author, mark.time) == ("梧桐", "2021-3-6 10:22")


def test_under_a_story_every_post_is_a_reply() -> None:
    found = comments(*STORY, "1楼 木匠 2021-3-6 11:05", "可以只换玻璃。", "2楼 小雨 2021-3-6 12:05", "同问。")
    assert [1, 2] == [comment.floor for comment in found]
    assert _opening(*STORY, "1楼 木匠 2021-3-6 11:05", "好。", "2楼 雨 2021-3-6 12:05", "好。") is None


def test_a_quotation_of_another_post_is_left_out() -> None:
    found = comments(
        *STORY,
        "1楼 木匠 2021-3-6 11:05",
        "可以只换玻璃。",
        "2楼 小雨 2021-3-6 12:05",
        "木匠 发表于 2021-3-6 11:05",
        "可以只换玻璃。",
        "多少钱？",
    )
    assert [comment.text for comment in found] == ["可以只换玻璃。", "多少钱？"]


def test_under_a_head_of_comments_a_name_and_a_time_are_enough() -> None:
    rows = ("网友评论（2条）", "木匠", "3小时前", "可以只换玻璃。", "回复", "小雨", "2小时前", "同问。", "回复")
    assert comments(*STORY, *rows) == [
        Comment("可以只换玻璃。", "木匠", "3小时前"),
        Comment("同问。", "小雨", "2小时前"),
    ]
    assert comments("评论", *STORY, *rows[1:]) == []


def test_a_list_of_other_articles_is_no_thread() -> None:
    listing = [
        row for n in range(1, 5) for row in (f"城北菜场改造第{n}期", f"张三 发布于 2024-01-0{n}", "阅读 12 评论 2")
    ]
    assert comments(*STORY, *listing) == []


def test_a_chronicle_is_no_thread() -> None:
    years = [row for n in range(2014, 2019) for row in (f"{n}年3月5日", "市政府公布整修方案，住户提出意见。")]
    assert comments(*STORY, *years) == []


def test_the_rooms_of_a_house_are_no_floors_of_a_thread() -> None:
    assert comments(*STORY, "1楼", "大厅，可以办展览。", "2楼", "书店和茶室。", "3楼", "屋顶花园。") == []


def test_linked_rows_are_no_reply() -> None:
    linked = Block("城北菜场改造完成", "城北菜场改造完成", links=1.0)
    blocks = [
        *plain_blocks([*STORY, "1楼 木匠 2021-3-6 11:05"]),
        linked,
        *plain_blocks(["2楼 雨滴 2021-3-6 12:05"]),
        linked,
    ]
    assert _posts(blocks) == []


def test_the_rows_about_who_opened_a_thread_have_a_reason_of_their_own() -> None:
    rows = ["手沖有澀味", "2020-08-02 10:05", "1樓", "早安豆漿", "個人積分：820分", *STORY]
    rows += ["2020-08-02 10:40", "2樓", "木匠", "個人積分：12分", "水溫太高了。"]
    told = {verdict.text: verdict.reason for verdict in clean("\n".join(rows).encode()).verdicts}
    assert "forum rows with the author" == told["個人積分：820分"]
    assert "a reader's reply" == told["個人積分：12分"]
