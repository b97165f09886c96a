"""The day that ends a notice, the rows that a page prints about itself, and that none of them is in no place."""

import pytest

from tests.cleaning.made import IMPRINT, MENU, page
from tui_reader.cleaning import clean
from tui_reader.model import Article

TITLE = "青河县人民政府办公室关于做好防汛工作的通知"
TEXTS = [
    "各乡镇人民政府，县直各单位：",
    "为切实做好今年的防汛工作，保障群众生命财产安全，现就有关事项通知如下：",
    "一、压实责任。各乡镇要逐户排查山洪沟边的住户，登记造册，专人负责。",
    "二、严格值守。汛期实行二十四小时值班，遇有险情立即报告，不得迟报漏报。",
]
TODAY = "今天是2026年3月2日 星期一 | 无障碍阅读 | 设为首页"
INDEX = "<table><tr><td>索引号</td><td>QH-2026-0031</td><td>发文机关</td><td>青河县人民政府办公室</td></tr><tr><td>发文字号</td><td>青政办发〔2026〕7号</td><td>发布日期</td><td>2026-02-27</td></tr></table>"
SENDER, DAY = "青河县人民政府办公室", "2026年2月27日"


def notice(end: str, row: str = "<div>发布时间：2026-02-27 10:30　来源：县应急管理局　浏览次数：356</div>") -> Article:
    paragraphs = "".join(f"<p>{text}</p>" for text in TEXTS)
    text = f"<div>{TODAY}</div>{MENU}{INDEX}<h2>{TITLE}</h2>{row}<div id=zoom>{paragraphs}{end}</div><div>【打印本页】【关闭窗口】</div>{IMPRINT}"
    return clean(page(text, f"{TITLE}_青河县人民政府"), name="a.html").article


@pytest.mark.parametrize(
    ("end", "signature"),
    [
        (f"<p align=right>{SENDER}</p><p align=right>{DAY}</p>", [SENDER, DAY]),
        (f"<p>特此通知。</p><p>{SENDER}</p><p>{DAY}</p>", ["特此通知。", SENDER, DAY]),
        (f"<p>{SENDER}</p><p>{DAY}</p><p>（此件公开发布）</p>", [SENDER, DAY, "（此件公开发布）"]),
        (
            f"<p>{SENDER} 青河县水利局</p><p>二〇二六年二月二十七日</p>",
            [f"{SENDER} 青河县水利局", "二〇二六年二月二十七日"],
        ),
    ],
)
def test_a_notice_ends_with_its_sender_and_day(end: str, signature: list[str]) -> None:
    article = notice(end)
    assert [passage.text for passage in article.body] == [*TEXTS, *signature]
    assert article.published == "2026-02-27T10:30"


def test_the_day_of_the_signature_is_the_date_where_there_is_no_other() -> None:
    assert notice(f"<p>{SENDER}</p><p>{DAY}</p>", "").published == "2026-02-27"


def test_rows_about_the_page_are_removed_lines_not_lost() -> None:
    removed = {"".join(line.text.split()) for line in notice(f"<p>{SENDER}</p><p>{DAY}</p>").removed}
    assert {
        "".join(TODAY.split()),
        "索引号QH-2026-0031发文机关青河县人民政府办公室发文字号青政办发〔2026〕7号发布日期2026-02-27",
    } <= removed


def test_days_over_the_entries_of_a_diary_belong_to_it() -> None:
    entries = [
        "2026年2月3日",
        "雨下了一夜，河水涨到了第三级石阶，邻居把船拖上了岸。",
        "2026年2月4日",
        "天晴了，我们把被子搬到院子里晒，狗在上面睡了一下午。",
        "2026年2月5日",
        "集市照常开了，卖鱼的人比往常少，豆腐倒是涨了五毛钱。",
    ]
    text = "".join(
        f"<p>{entry}</p>" for entry in ["河边的日子从一场雨说起，那时候我们刚搬来不久，谁也不认识。", *entries]
    )
    article = clean(
        page(f"{MENU}<h1>河边日记</h1><article>{text}</article>{IMPRINT}", "河边日记"), name="a.html"
    ).article
    assert [passage.text for passage in article.body][1:] == entries
