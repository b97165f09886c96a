"""The site's name at the head of a dump, and authors of recipes and songs."""

import json

from tui_reader.cleaning import clean
from tui_reader.model import Article

STORY = """渡口的老孙点了三十年的灯
2024-05-26 10:14
老孙在渡口点了三十年的灯，天一黑就把油添满，风大的晚上还要起来看两回。
去年冬天桥修好了，船停在岸边，灯却没有灭，他说有人夜里走路，看见灯心里踏实。
镇上的孩子放学都要绕到渡口，听他讲从前发大水的事，讲到一半总要停下来点一支烟。
"""


def _read(text: str, name: str = "a.txt") -> Article:
    return clean(text.encode(), name=name).article


def test_name_that_a_row_below_the_story_repeats() -> None:
    assert (
        "河湾志"
        == _read(f"跳至主内容\n河湾志\n社区\n文化\n首页\n{STORY}相关文章\n桥头的面馆\n下载河湾志客户端\n").source
    )


def test_name_above_a_menu() -> None:
    assert (
        "慢船手记" == _read(f"Skip to content\n慢船手记\n首页\n归档\n友链\n关于我\n{STORY}上一篇：桥头的面馆\n").source
    )


def test_person_section_or_menu_word_is_no_site() -> None:
    for row in ("孙立言", "社会", "登录", "今日要闻"):
        assert _read(f"{row}\n首页\n归档\n友链\n{STORY}").source is None


def test_author_of_a_recipe_in_linked_data() -> None:
    recipe = {"@type": "Recipe", "name": "葱油饼", "author": {"@type": "Person", "name": "米米妈"}}
    story = "".join(f"<p>{row}</p>" for row in STORY.splitlines()[2:])
    head = f'<title>葱油饼</title><script type="application/ld+json">{json.dumps(recipe)}</script>'
    page = f"<html><head>{head}</head><body><h1>葱油饼</h1><div><a>米米妈</a></div><div>{story}</div></body></html>"
    assert "米米妈" == _read(page, "a.html").author


def test_writer_of_a_song() -> None:
    rows = "".join(f"<p>{row}</p>" for row in STORY.splitlines()[2:])
    page = f"<html><body><h1>渡口的灯</h1><dl><dt>作詞：林小禾</dt><dt>作曲：吳孟夏</dt></dl><div>{rows}</div></body></html>"
    assert "林小禾" == _read(page, "a.html").author


def test_makers_above_a_song_and_buttons_below_it_are_not_its_text() -> None:
    rows = (
        "作詞：林小禾",
        "作曲：吳孟夏",
        "編曲：陳建一",
        "巷口的燈亮了又暗",
        "阿嬤的鍋裡還有湯",
        "我背著書包慢慢走",
        "不敢說考卷少十分",
    )
    paragraphs = "".join(f"<p>{row}</p>" for row in rows)
    page = f"<html><body><h1>回家的路</h1>{paragraphs}<p>列印歌詞 | 歌詞報錯 | 加入收藏</p></body></html>"
    article = _read(page, "a.html")
    assert ("林小禾", rows[3:]) == (article.author, tuple(passage.text for passage in article.body))
