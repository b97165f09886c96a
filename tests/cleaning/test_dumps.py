"""Text dumps of many kinds, with furniture before, between and after: what a reader expects of each."""

import pytest

from tui_reader.cleaning import clean
from tui_reader.cleaning.patterns.crumbs import is_crumb, steps_of
from tui_reader.model import Article, Kind
from tui_reader.text.fold import fold

STATUTE = """法规库 > 地方性法规
收藏 打印 下载
青河市养犬管理条例
（2019年8月29日青河市第十五届人民代表大会常务委员会第二十次会议通过 自2020年1月1日起施行）
目录
第一章 总则
第二章 登记与免疫
第三章 法律责任
第四章 附则
第一章 总则
第一条 为了规范养犬行为，保障公民健康和人身安全，维护市容环境卫生，根据有关法律、法规，结合本市实际，制定本条例。
第二条 本市行政区域内养犬及相关管理活动，适用本条例。
第二章 登记与免疫
第三条 犬龄满三个月的，养犬人应当携犬进行狂犬病免疫接种，并取得免疫证明。
第四条 每户限养一只犬，禁止饲养烈性犬：
（一）藏獒；
（二）比特犬。
第三章 法律责任
第五条 违反本条例第四条规定的，由公安机关责令限期处理；逾期不处理的，没收犬只，并处二千元以上五千元以下罚款。
第四章 附则
第六条 本条例自2020年1月1日起施行。
"""
COLUMN = """2023年9月30日 星期六
【街坊手記】茶記的最後一碟乾炒牛河
文：鄧小樺子
街角那間茶記做到月底就結業了。老闆輝哥話，業主加租四成，做落去都係同人打工。
我從小學食到而家，最記得佢個鑊氣，乾炒牛河一上枱，成條街都聞到。
「其實我都想退休好耐。」輝哥一面抹枱一面講，「不過真係要執笠，個心又唔捨得。」
最後一晚，街坊排隊排到對面馬路。伙記派糖水，有人影相，有人喊。
燈熄咗，閘拉低，只剩下那張手寫的「多謝街坊四十三年支持」。
"""


def read(text: str) -> Article:
    return clean(text.encode(), name="dump.txt").article


def texts(article: Article, kind: Kind | None = None) -> list[str]:
    return [passage.text for passage in article.body if kind in {None, passage.kind}]


def test_a_statutes_title_chapters_and_table_of_contents() -> None:
    article = read(STATUTE)
    chapters = ["第一章 总则", "第二章 登记与免疫", "第三章 法律责任", "第四章 附则"]
    assert ("青河市养犬管理条例", None, "2019-08-29", ()) == (
        article.title,
        article.source,
        article.published,
        article.deck,
    )
    assert chapters == texts(article, "heading")
    assert ["目录", *chapters] == [line.text for line in article.removed if "table of contents" in line.reason]


@pytest.mark.parametrize("crumb", ["", "明窗日報 | 副刊 | 專欄\n", "首頁 > 副刊 > 專欄\n", "首頁 / 副刊\n"])
def test_neither_breadcrumb_nor_date_is_the_title(crumb: str) -> None:
    article = read(crumb + COLUMN)
    assert ("【街坊手記】茶記的最後一碟乾炒牛河", "2023-09-30", "鄧小樺子") == (
        article.title,
        article.published,
        article.author,
    )


@pytest.mark.parametrize("row", ["首页 > 科技 > 正文", "滨江论坛 › 业主生活", "明窗日報 | 副刊 | 專欄", "首頁 / 財經"])
def test_breadcrumbs(row: str) -> None:
    assert is_crumb(fold(row))


@pytest.mark.parametrize(
    "row",
    [
        "北京→上海",
        "洗净->切块->腌制",
        "夜雨 | 诗",
        "首页 > 科技 > 国产深海钻井平台在南海完成首钻",
        "深圳 > 广州？",
        "2024 | 年终 | 总结",
        "冷库",
    ],
)
def test_other_rows_are_no_breadcrumbs(row: str) -> None:
    assert not is_crumb(fold(row))


def test_the_category_is_the_last_step() -> None:
    assert ["首页", "财经"] == steps_of(fold("首頁 / 財經"))
    assert read(f"首頁 / 財經\n{COLUMN}").category == "財經"


@pytest.mark.parametrize(
    "heads",
    [("一、起因", "二、经过", "三、结果"), ("【起因】", "【经过】", "【结果】"), ("■ 起因", "■ 经过", "■ 结果")],
)
def test_lines_of_one_form_with_text_below_each_are_headings(heads: tuple[str, str, str]) -> None:
    rows = COLUMN.splitlines()[3:]
    story = [rows[0], heads[0], rows[1], heads[1], rows[2], heads[2], *rows[3:]]
    assert list(heads) == texts(read("\n".join(COLUMN.splitlines()[:3] + story)), "heading")


def test_the_items_of_a_list_are_no_headings() -> None:
    rows = COLUMN.splitlines()
    items = ["1. 河粉一斤", "2. 芽菜半斤", "3. 牛肉四兩"]
    assert [] == texts(read("\n".join([*rows[:5], *items, *rows[5:]])), "heading")


def test_a_blogs_author_box_above_the_replies_is_not_of_the_story() -> None:
    box = "全站熱搜\n創作者介紹\n貓步\n貓步走天涯\n留言列表 (2)\n"
    replies = "#1 小茉 於 2018/11/24 09:12\n請問民宿叫什麼名字呢？\n#2 阿德 於 2018/11/25 22:40\n聽說要收了，好可惜。\n"
    article = read(COLUMN + box + replies)
    assert COLUMN.splitlines()[-1] == texts(article)[-1]
    assert ["小茉", "阿德"] == [comment.author for comment in article.comments]


POEM = """夜雨过渡口
作者：苏未眠
发表于 2021-10-08

渡口的灯
比雨先到一步

我把伞收起来
像收起一句
没有说完的话

船家不问去处
只问
你可会划桨

我说
我会等

二〇二一年寒露，写于桐庐

点赞 18　收藏 6　打赏作者
上一首：空山
下一首：白露
"""


def test_stanzas_are_blocks_of_verse() -> None:
    article = read(POEM)
    stanzas = [
        "渡口的灯\n比雨先到一步",
        "我把伞收起来\n像收起一句\n没有说完的话",
        "船家不问去处\n只问\n你可会划桨",
        "我说\n我会等",
    ]
    assert [*stanzas, "二〇二一年寒露，写于桐庐"] == texts(article)
    assert stanzas == texts(article, "verse")
    assert ("夜雨过渡口", "苏未眠", "2021-10-08") == (article.title, article.author, article.published)


def test_without_blank_lines_no_stanza_is_known() -> None:
    article = read("\n".join(line for line in POEM.split("\n") if line))
    assert [] == texts(article, "verse")
    assert "像收起一句" in texts(article)


def test_lists_in_groups_are_no_verse() -> None:
    lists = "需要的東西\n河粉一斤\n芽菜半斤\n\n時間：\n1. 醃肉十分鐘\n2. 炒粉三分鐘\n\n地點：\n灣仔 2 樓\n"
    rows = COLUMN.splitlines()
    assert [] == texts(read("\n".join(rows[:6]) + "\n\n" + lists + "\n" + "\n".join(rows[6:])), "verse")


@pytest.mark.parametrize(
    "row", ["点赞 18 收藏 6 打赏作者", "收藏 打印 下载", "讚 分享 列印 存新聞", "上一首：空山", "相关法规"]
)
def test_rows_of_buttons_and_pointers_are_no_story(row: str) -> None:
    article = read(COLUMN + row)
    assert COLUMN.splitlines()[-1] == texts(article)[-1]


@pytest.mark.parametrize(
    "note", ["（作者電郵：dang@example.hk）", "（本欄逢周六刊出）", "（文章純屬作者個人意見，不代表本報立場）"]
)
def test_notes_on_the_column_below_it_are_no_story(note: str) -> None:
    assert COLUMN.splitlines()[-1] == texts(read(COLUMN + note))[-1]


POST = """作者  noodlecat (麵貓)                                      看板  cookclub
標題  [食譜] 颱風天的番茄牛肉麵
時間  Thu Jul 25 19:08:41 2024
{rule}

颱風天出不了門，冰箱裡剛好有一塊牛腱，
就決定來燉一鍋番茄牛肉麵。

材料：
牛腱 600克
牛番茄 4顆
豆瓣醬 2大匙

作法：
1. 牛腱切塊川燙，洗去浮沫。
2. 洋蔥炒到透明，下番茄炒出汁，再加豆瓣醬。

湯頭酸甜，麵條我用的是關廟麵，
一個人吃了兩碗，外面風雨再大都不怕。

--
※ 發信站: 批踢踢實業坊(ptt.cc), 來自: 61.228.5.9 (臺灣)
推 hungry01: 看餓了                                          07/25 19:15
推 beefking: 牛腱要燉到兩小時半才會軟                        07/25 19:31
"""


@pytest.mark.parametrize("rule", ["─" * 39, "-" * 53, "＝" * 20])
def test_a_post_broken_by_hand_with_lists(rule: str) -> None:
    article = read(POST.format(rule=rule))
    assert [
        ("paragraph", "颱風天出不了門，冰箱裡剛好有一塊牛腱，就決定來燉一鍋番茄牛肉麵。"),
        ("heading", "材料："),
        ("list_item", "牛腱 600克"),
        ("list_item", "牛番茄 4顆"),
        ("list_item", "豆瓣醬 2大匙"),
        ("heading", "作法："),
        ("list_item", "1. 牛腱切塊川燙，洗去浮沫。"),
        ("list_item", "2. 洋蔥炒到透明，下番茄炒出汁，再加豆瓣醬。"),
        ("paragraph", "湯頭酸甜，麵條我用的是關廟麵，一個人吃了兩碗，外面風雨再大都不怕。"),
    ] == [(passage.kind, passage.text) for passage in article.body]
    assert () == article.deck
    assert ["hungry01", "beefking"] == [comment.author for comment in article.comments]
    assert "noodlecat (麵貓)" == article.author


def test_verses_that_end_in_commas_stay_lines() -> None:
    verses = ["一叶轻舟过渡头，", "晚风吹雨入江楼。", "谁家灯火三更后，", "犹照行人上石桥。"]
    assert verses == texts(read("\n".join(["渡口夜归", "作者：苏未眠", *verses])))


def test_the_articles_of_a_law_are_no_list() -> None:
    assert ["（一）藏獒；", "（二）比特犬。"] == texts(read(STATUTE), "list_item")


STORY = "\n".join(COLUMN.splitlines()[3:])


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("美食天下\n菜谱大全 > 家常菜 > 番茄牛腩\n番茄牛腩\n作者：麻辣小厨 发布时间：2021-12-03\n", "番茄牛腩"),
        ("江城大学新闻网\n学校主页 | 新闻首页 | 通知公告\n讣告\n", "讣告"),
        ("古诗文网\n推荐 诗文 名句 作者\n渡口记\n清代：何梦溪\n", "渡口记"),
        (
            "題庫首頁 試卷下載 會員中心\n七年級語文期中試卷（含答案）\n時間：2022-04-20\n",
            "七年級語文期中試卷（含答案）",
        ),
        (
            "江城社区\n首页›论坛›生活\n[求助] 老房子卫生间漏水\n[复制链接]\n123\n查看\n2\n回复\n",
            "[求助] 老房子卫生间漏水",
        ),
        (
            "公開信\n首頁 關於我們 捐款支持\n給市長的一封公開信：請留下老榕樹\n2021年4月22日\n",
            "給市長的一封公開信：請留下老榕樹",
        ),
        ("渡口夜话\n林小满\n2021-12-03\n", "渡口夜话"),
    ],
)
def test_the_title_stands_below_the_sites_name_and_menu(above: str, title: str) -> None:
    assert title == read(above + STORY).title


def test_forum_rules_do_not_make_markdown() -> None:
    header = (
        "作者: riverfish (河魚) 看板: Salary\n標題: [心得] 轉職到冷凍物流的這一年\n時間: Sat Mar 16 22:41:09 2024\n"
    )
    items = "1. 先存好半年的生活費再離職\n2. 低溫環境一定要問清楚裝備誰出\n"
    article = read(
        f"{header}{'-' * 53}\n\n{STORY}\n\n{items}\n--\n※ 發信站: 批踢踢實業坊(ptt.cc)\n推 coldman: 推分享 03/16 22:50\n"
    )
    assert ["coldman"] == [comment.author for comment in article.comments]
    assert "[心得] 轉職到冷凍物流的這一年" == article.title
