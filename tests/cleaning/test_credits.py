import pytest

from tui_reader.cleaning.metadata.author_markup import person
from tui_reader.cleaning.metadata.credits import Credit, poster, read_credits, signature
from tui_reader.cleaning.metadata.people import leading_name
from tui_reader.text.fold import fold

MAKERS = {"writer", "reporter", "correspondent"}


def makers(row: str) -> tuple[str | None, str | None]:
    """Who wrote it, and for which outlet, as a row says."""
    found = [credit for credit in read_credits(row, fold(row)) if credit.role in MAKERS]
    named = [name for credit in found for name in credit.names]
    outlets = [credit.outlet for credit in found if credit.outlet]
    return "、".join(dict.fromkeys(named)) or None, next(iter(outlets), None)


@pytest.mark.parametrize(
    ("row", "author", "outlet"),
    [
        ("記者 林佳蓉／綜合報導", "林佳蓉", None),
        ("記者林悅／南市報導", "林悅", None),
        ("〔記者陳心怡、林大為／台中報導〕", "陳心怡、林大為", None),
        ("記者林悅 王大明 台北報導", "林悅、王大明", None),
        ("河岸電子報2014.10.24 林悅/高雄報導", "林悅", None),
        ("法庭記者：林俊謙", "林俊謙", None),
        ("港聞 記者：林俊謙", "林俊謙", None),
        ("中央社記者王曼玲台北2日電", "王曼玲", "中央社"),
        ("聯合報 / 記者許維寧／台北即時報導", "許維寧", "聯合報"),
        ("本报记者 刘建国 通讯员 孙晓梅", "刘建国、孙晓梅", None),
        ("文：張若瑜 圖：李大同", "張若瑜", None),
        ("撰文◎林小滿 攝影◎王大明", "林小滿", None),
        ("文、圖／林小滿", "林小滿", None),
        ("企劃&文字：林小滿、徐若珊", "林小滿、徐若珊", None),
        ("文字／設計：林小滿", "林小滿", None),
        ("攝影／剪輯：林小滿", None, None),
        ("圖片＆設計：林小滿", None, None),
        ("文/本报记者 李晓燕", "李晓燕", None),
        ("文｜晨光 余聪", "余聪", "晨光"),
        ("作者：吴小平 王磊 责编：赵敏", "吴小平、王磊", None),
        ("作者：林悦 选稿：周敏", "林悦", None),
        ("作者：张三丰（清华大学教授）", "张三丰", None),
        ("作者：江城大学历史学院李明", "李明", None),
        ("作者：赵 培", "赵培", None),
        ("作者林小满", "林小满", None),
        ("作者: windroad (慢慢騎) 站內: Travel", "windroad (慢慢騎)", None),
        ("看板Gadgets (舊物新用)作者oldphone (捨不得丟)時間2年前", "oldphone (捨不得丟)", None),
        ("社會中心／林俊傑報導", "林俊傑", None),
        ("社會中心／綜合報導", None, None),
        ("編譯季晶晶／綜合外電", "季晶晶", None),
        ("執筆/叨叨姐、胡一刀&李小飛刀", "叨叨姐、胡一刀、李小飛刀", None),
        ("作者：欧阳晓月、买买提·阿不都", "欧阳晓月、买买提·阿不都", None),
        ("By Kevin Chen", "Kevin Chen", None),
        ("□ 林小满", "林小满", None),
        ("黃國雄／河岸研究院研究員", "黃國雄", None),
        ("Posted on 2024-01-02 by admin", None, None),
        ("责任编辑：周小满", None, None),
        ("编辑 周小满 来源 河岸日报", None, None),
        ("記者林小滿／攝影", None, None),
        ("圖/河岸視覺", None, None),
        ("作者介绍他怎样把一排旧书架改成了花台", None, None),
        ("作者：佚名", None, None),
        ("列印 文字大小", None, None),
        ("記者們都在問同一件事", None, None),
    ],
)
def test_who_wrote_it_as_a_row_says(row: str, author: str | None, outlet: str | None) -> None:
    assert (author, outlet) == makers(row)


@pytest.mark.parametrize(
    ("paragraph", "author"),
    [
        ("【記者林佳蓉／台中報導】市政府今天宣布，老街要整修。工程分兩期。", "林佳蓉"),
        ("【財訊快報／陳孟朔】市政府今天宣布，老街要整修。工程分兩期。", "陳孟朔"),
        ("新华社江城2月13日电（记者张三丰、李四光）市政府昨天宣布。工程分两期。", "张三丰、李四光"),
        ("江城网客户端—江城网消息（记者 杨威）老街坐落在江边。工程分两期。", "杨威"),
        ("市政府昨天宣布。工程分两期。（姚峰 上海报道）", "姚峰"),
        ("市政府昨天宣布。工程分两期。（记者 林小满）", "林小满"),
        ("他对记者王小明说，明年再来。工程分两期。", None),
    ],
)
def test_bylines_at_the_ends_of_a_paragraph(paragraph: str, author: str | None) -> None:
    assert author == makers(paragraph)[0]


@pytest.mark.parametrize(
    ("row", "source"),
    [
        ("来源：人民网－人民日报", "人民网－人民日报"),
        ("來源:河岸時報 2012-03-04", "河岸時報"),
        ("本文转自：河岸日报", "河岸日报"),
        ("中新网2月13日电 江城昨天下雪。", "中新网"),
        ("作者：佚名 来源：网络", None),
        ("图片来源：河岸日报", None),
        ("收入来源于三个方面", None),
    ],
)
def test_the_source_as_a_row_says(row: str, source: str | None) -> None:
    found: list[Credit] = [one for one in read_credits(row, fold(row)) if one.role in {"source", "dateline"}]
    assert source == next((one.outlet for one in found), None)


def test_a_name_ends_where_the_place_begins() -> None:
    assert leading_name(fold("王曼玲台北2日電")) == 3
    assert leading_name(fold("李明北京報導")) == 2
    assert leading_name("高雄港的燈塔") == 0


def test_a_title_may_be_signed() -> None:
    title = "〈河岸講堂〉黃國雄／老街的明天"
    assert ("河岸講堂", "黃國雄") == signature(title, fold(title))
    other = "《讀者投書》林小滿－－談老街"
    assert ("讀者投書", "林小滿") == signature(other, fold(other))
    assert signature("〈河岸講堂〉老街的明天", fold("〈河岸講堂〉老街的明天")) is None


def test_who_posted_by_a_row_that_says_so() -> None:
    row = "janus 發表於 Thu, 26 Apr 2018"
    assert poster(row, fold(row)) == "janus"


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("記者林悅／台南報導", "林悅"),
        ("林悅／台南報導", "林悅"),
        ("綜合報導", None),
        ("文／張若瑜", "張若瑜"),
        ("陳心怡,林大為", "陳心怡、林大為"),
        ("Kevin Chen", "Kevin Chen"),
        ("<cms:field name='author'/>", None),
    ],
)
def test_what_a_page_declares_is_reduced_to_the_name(declared: str, name: str | None) -> None:
    assert name == person(declared)
