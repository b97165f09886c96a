"""Replies of a dump below a heading of their own, with a name above each text or none; a single reply in HTML."""

import pytest

from tui_reader.cleaning import clean

STORY = """渡口的灯
2024-05-26 10:14
老孙在渡口点了三十年的灯，天一黑就把油添满，风大的晚上还要起来看两回。
去年冬天桥修好了，船停在岸边，灯却没有灭，他说有人夜里走路，看见灯心里踏实。
镇上的孩子放学都要绕到渡口，听他讲从前发大水的事，讲到一半总要停下来点一支烟。
"""


def replies(*rows: str) -> list[tuple[str | None, str | None, str]]:
    article = clean("\n".join([STORY.strip(), *rows]).encode()).article
    assert 3 == len(article.body)
    return [(comment.author, comment.time, comment.text) for comment in article.comments]


@pytest.mark.parametrize("heading", ["精选留言", "评论（3）", "讀者留言"])
def test_name_and_text_without_a_time(heading: str) -> None:
    rows = (
        heading,
        "云朵",
        "看到最后一句，想起外公。",
        "木木三",
        "我家也在河边。",
        "作者回复",
        "欢迎来坐船！",
        "写留言",
        "上一篇",
        "外公的船",
    )
    assert [
        ("云朵", None, "看到最后一句，想起外公。"),
        ("木木三", None, "我家也在河边。"),
        ("作者", None, "欢迎来坐船！"),
    ] == replies(*rows)


def test_time_and_place_below_the_text() -> None:
    rows = (
        "评论（2）",
        "海上钟声",
        "灯还亮着就好。",
        "2024-05-26 ∙ 上海",
        "回复",
        "15",
        "行路人甲",
        "看哭了。",
        "2024-05-27 ∙ 江苏",
        "回复",
        "查看更多",
    )
    assert [("海上钟声", "2024-05-26", "灯还亮着就好。"), ("行路人甲", "2024-05-27", "看哭了。")] == replies(*rows)


def test_questions_and_answers_without_names() -> None:
    assert [(None, None, "夜里还能过河吗？"), (None, None, "可以，喊一声就行。")] == replies(
        "渡口的灯的答疑", "夜里还能过河吗？", "可以，喊一声就行。", "大家都在搜", "过江隧道"
    )


def test_form_ends_the_comments() -> None:
    rows = (
        "留言",
        "小樹 2023年5月22日 上午9:13",
        "我家門口也有一盞。",
        "阿寬 2023年5月23日 下午8:40",
        "下次去找你們玩嗎？",
        "張貼留言",
        "熱門的舊文",
        "停電的三個小時",
        "- 9月 04, 2022",
    )
    assert ["我家門口也有一盞。", "下次去找你們玩嗎？"] == [text for _, _, text in replies(*rows)]


def test_titles_below_a_heading_are_no_replies() -> None:
    assert [] == replies("评论", "书评", "影评", "江边的旧书店", "最后一个钟表匠")


def test_single_reply_that_its_heading_states() -> None:
    story = "".join(f"<p>{line}</p>" for line in STORY.splitlines()[2:])
    page = (
        f"<html><body><h1>渡口的灯</h1><div class='text'>{story}</div><section class='comments'><h3>留言 (1)</h3>"
        "<div class='c'><a>阿珠</a><p>我也想去看看那盏灯！</p><span>2022/12/10</span></div></section></body></html>"
    )
    comments = clean(page.encode(), name="a.html").article.comments
    assert [("阿珠", "2022/12/10", "我也想去看看那盏灯！")] == [(one.author, one.time, one.text) for one in comments]
