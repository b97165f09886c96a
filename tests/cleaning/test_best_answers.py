"""Pages of a question: its text and the best or first answer are the story, other answers are comments."""

import pytest

from tui_reader.cleaning import clean
from tui_reader.cleaning.comments.best_answers import counts_answers
from tui_reader.model import Article
from tui_reader.text.fold import fold

TITLE = "楼上空调滴水淋湿了我家的被子可以要求赔偿吗？"
QUESTION = "楼上的空调外机没有接排水管，水正好滴在我家晾衣架上，说过两次都不理，上周把一床被子全淋湿了。我该怎么办？"
BEST = [
    "先把滴水的情况拍下来，最好连续拍几天，能看出是哪一户的外机，再把被子损坏的照片和购买记录一起留好。",
    "然后请物业上门，让他们写一份书面记录。空调的排水影响邻居，使用人有义务装好水管，造成的损失也要赔。",
]
OTHER = "我家也遇到过，后来自己花三十块钱买了根水管给他接上，省得再吵。"
DUMP = [
    *["千问", "问题", "我要提问", "登录", TITLE, "匿名用户", "2023-08-14 10:22", QUESTION, "我来答", "分享", "举报"],
    *[
        "2个回答",
        "律师周晓岚",
        "法律行家",
        "采纳率：92%",
        "2023-08-14",
        "关注",
        "最佳答案",
        *BEST,
        "已赞过",
        "评论",
        "收起",
    ],
    *["橘子汽水", "2023-08-16", OTHER, "赞", "评论", "其他类似问题", "空调噪音扰民找谁管？"],
]
PAGE = f"""<title>{TITLE} - 问答 - 千问</title><body><h1>{TITLE}</h1><div><p>{QUESTION}</p></div><div>关注者 48</div>
<div class="list"><div><span>2 个回答</span></div>
<div class="AnswerItem"><div class="AuthorInfo"><a>周晓岚</a><div>律师，执业九年</div></div><div>214 人赞同了该回答</div>
<div class="RichText"><p>{BEST[0]}</p><p>{BEST[1]}</p></div><div>编辑于 2024-01-08 20:11</div></div>
<div class="AnswerItem"><div class="AuthorInfo"><a>橘子汽水</a></div><div>36 人赞同了该回答</div>
<div class="RichText"><p>{OTHER}</p></div><div>发布于 2024-01-10 09:45</div></div></div></body>"""


def read(text: str, name: str) -> Article:
    return clean(text.encode(), name=name).article


@pytest.mark.parametrize(("text", "name"), [("\n".join(DUMP), "dump.txt"), (PAGE, "page.html")])
def test_a_question_with_its_answer(text: str, name: str) -> None:
    article = read(text, name)
    assert TITLE == article.title
    assert [QUESTION, *BEST] == [passage.text for passage in article.body]
    assert [OTHER] == [comment.text for comment in article.comments]
    assert article.author != "橘子汽水"


def test_a_question_with_one_answer() -> None:
    one = PAGE[: PAGE.rindex('<div class="AnswerItem">')] + "</div></body>"
    assert [QUESTION, *BEST] == [passage.text for passage in read(one, "page.html").body]


@pytest.mark.parametrize(
    ("row", "counted"), [("3个回答", True), ("共 12 条回答", True), ("2 個回答默認排序", True), ("三个回答者", False)]
)
def test_rows_that_count_answers(row: str, counted: bool) -> None:
    assert counted == counts_answers(fold(row))
