"""Texts told in short lines, as novels with dialogue are, have no headings among them."""

from tui_reader.cleaning import clean

LONG = "他把船停在碼頭外面，看著對岸的燈一盞一盞亮起來，想起父親第一次帶他出海的那個晚上，風也是這樣從東邊吹來，浪也是這樣拍著船舷。"
SAID = ("「你還記得嗎？」", "她沒有回答。", "雨停了。", "他點了點頭。", "「走吧。」", "燈滅了。")


def kinds(*lines: str) -> dict[str, str]:
    article = clean("\n\n".join(("燈塔下面的人", *lines)).encode()).article
    return {passage.text: passage.kind for passage in article.body}


def test_a_cry_within_a_novel_is_no_heading() -> None:
    found = kinds(LONG, *SAID, LONG + "一", *SAID[1:], LONG + "二", "轟！", LONG + "三")
    assert "paragraph" == found["轟！"]


def test_a_question_between_long_paragraphs_is_one() -> None:
    found = kinds(LONG, LONG + "一", "誰把燈點亮了？", LONG + "二", LONG + "三")
    assert "heading" == found["誰把燈點亮了？"]
