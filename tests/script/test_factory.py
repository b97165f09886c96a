"""Regional wording in all directions, on sentences written for this test, and properties of any conversion."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.script import TARGETS, Converter, converter, script_of
from tui_reader.script.factory import RewriterFactory, full_factory

SEEDS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]

TO_TAIWAN = [
    ("他们依照法律程序起诉", "他們依照法律程序起訴"),
    ("运行这个程序需要下载软件", "執行這個程式需要下載軟體"),
    ("社会支持救援工作", "社會支持救援工作"),
    ("新手机支持蓝牙耳机", "新手機支援藍牙耳機"),
    ("村民在社区诊所看病", "村民在社區診所看病"),
    ("政府文件已经公布", "政府文件已經公布"),
    ("双方推动和谈进程", "雙方推動和談進程"),
    ("英勇的士兵守住阵地", "英勇的士兵守住陣地"),
    ("她的约会对象没有出现", "她的約會對象沒有出現"),
    ("这里根本没有水", "這裡根本沒有水"),
    ("他们宣布什么结果", "他們宣布什麼結果"),
    ("不会增加纳税人的开支", "不會增加納稅人的開支"),
    ("电视频道播出节目", "電視頻道播出節目"),
    ("她写信道谢", "她寫信道謝"),
    ("空气质量转差，产品质量下降", "空氣品質轉差，產品品質下降"),
    ("于教授与余女士对于余额有疑问", "于教授與余女士對於餘額有疑問"),
    ("沈阳教授到瀋陽讲课", "沈陽教授到瀋陽講課"),
    ("教授沈阳回到沈阳，沈阳表示欣慰", "教授沈陽回到瀋陽，沈陽表示欣慰"),
    ("在沈阳说起旧事，沈阳说不记得", "在瀋陽說起舊事，沈陽說不記得"),
    ("这只是巧合，那只能怪他，更是只有三天", "這只是巧合，那只能怪他，更是只有三天"),
    ("这只猫和那只股票", "這隻貓和那隻股票"),
    ("理发师剪去长发", "理髮師剪去長髮"),
    ("美发射两枚火箭", "美發射兩枚火箭"),
    ("皇后走后大家散去", "皇后走後大家散去"),
    ("百年历史的日历", "百年歷史的日曆"),
    ("《程序员》杂志", "《程序員》雜誌"),
]

TO_MAINLAND = [
    ("雙方依程序處理", "双方依程序处理"),
    ("她寫了一個網頁程式", "她写了一个网页程序"),
    ("部隊請求支援", "部队请求支援"),
    ("新晶片卡關，晶片卡已寄出", "新芯片卡关，智能卡已寄出"),
    ("許多工人失業", "许多工人失业"),
    ("市府安排程序", "市府安排程序"),
    ("加快取證的腳步", "加快取证的脚步"),
    ("國內建立新制度", "国内建立新制度"),
    ("吸引數十人", "吸引数十人"),
    ("大型別墅完工", "大型别墅完工"),
    ("好幾位數位專家", "好几位数位专家"),
    ("他藉機慰藉家屬", "他借机慰藉家属"),
    ("看著著名的著作", "看着著名的著作"),
    ("乾隆舉杯乾杯", "乾隆举杯干杯"),
    ("執行長期任務", "执行长期任务"),
    ("部隊執行任務", "部队执行任务"),
]

TO_HONG_KONG = [
    ("特朗普飞抵悉尼", "特朗普飛抵悉尼"),
    ("首席执行官辞职", "行政總裁辭職"),
    ("黑客攻击服务器", "黑客攻擊伺服器"),
    ("这里面的软件", "這裏面的軟件"),
]


@pytest.mark.parametrize(("text", "expected"), TO_TAIWAN)
def test_to_taiwan(text: str, expected: str) -> None:
    assert expected == converter("tw").convert(text)


@pytest.mark.parametrize(("text", "expected"), TO_MAINLAND)
def test_to_the_mainland(text: str, expected: str) -> None:
    assert expected == converter("cn").convert(text)


@pytest.mark.parametrize(("text", "expected"), TO_HONG_KONG)
def test_to_hong_kong(text: str, expected: str) -> None:
    assert expected == converter("hk").convert(text)


def test_between_taiwan_and_hong_kong() -> None:
    taiwan = "川普訪問雪梨，說這裡的軟體和伺服器都很貴，執行長搖頭"
    hong_kong = "特朗普訪問悉尼，說這裏的軟件和伺服器都很貴，行政總裁搖頭"
    assert hong_kong == converter("hk").convert(taiwan)
    assert taiwan == converter("tw").convert(hong_kong)
    assert (taiwan, hong_kong) == (converter("tw").convert(taiwan), converter("hk").convert(hong_kong))


def test_traditional_text_in_mainland_wording_keeps_its_line_ends() -> None:
    text = "視頻裡的打印機\n軟件工程師說\n\n鼠標和屏幕的質量\n"
    converted = converter("tw").convert(text)
    assert text.count("\n") == converted.count("\n")
    assert "印表機" in converted


def test_article_decides_for_undecided_paragraphs() -> None:
    article = "手機廠商發表新款處理器，軟體工程師說，這款晶片的記憶體控制器經過重新設計，作業系統也已更新。" * 2
    context = Converter.context_of(article)
    assert ("hant", "tw", {"it"}) == (context.script, context.region, set(context.subjects))


@pytest.mark.parametrize("text", ["https://例子.cn/视频/软件?a=1", "www.例子.cn/视频", "info@软件.cn"])
def test_addresses_stay(text: str) -> None:
    assert f"見 {text} 。" == converter("tw").convert(f"见 {text} 。", source="hans")


def test_ascii_changes_only_within_an_entry() -> None:
    assert "把 iPhone 的 Photo copy 到隨身碟" == converter("tw").convert("把 iPhone 的 Photo copy 到U盘")


def test_only_changed_words_are_explained() -> None:
    text = "特朗普访问悉尼的软件公司"
    found = converter("tw").explain(text)
    assert [("特朗普", "川普"), ("悉尼", "雪梨"), ("软件", "軟體")] == [(r.source, r.target) for r in found]
    assert [text[r.start : r.end] for r in found] == [r.source for r in found]
    assert all(":" in r.entry for r in found)


def test_a_text_in_its_own_wording_has_nothing_to_explain() -> None:
    assert () == converter("cn").explain("特朗普访问悉尼的软件公司，记者在现场采访了多名员工和家属")
    assert () == converter("hant").explain("软件")


@pytest.mark.parametrize("target", ["cn", "tw", "hk"])
def test_a_short_text_comes_out_as_from_all_tables(target: str) -> None:
    for text, _expected in [*TO_TAIWAN, *TO_MAINLAND, *TO_HONG_KONG]:
        plan = converter(target)._plan(text, None, None)
        if plan:
            brief, whole = (
                made.rewriter(plan.text_context.target, "hans" if plan.text_context.simplified else "hant")
                for made in (RewriterFactory(text), full_factory())
            )
            assert whole.convert(text, plan.text_context) == brief.convert(text, plan.text_context)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("seed", range(5))
def test_seeds_keep_lines_digits_and_emoji_and_convert_once(target: str, seed: int) -> None:
    text = SEEDS[seed] + "\n結尾😀🀄①\r\n"
    converted = converter(target).convert(text)
    assert _kept(text) == _kept(converted)
    assert converted == converter(target).convert(converted)


@pytest.mark.parametrize("target", TARGETS)
def test_each_line_of_the_seeds_converts_once(target: str) -> None:
    convert = converter(target).convert
    for line in {line for text in SEEDS for line in text.split("\n")}:
        converted = convert(line)
        assert converted == convert(converted)


def test_a_long_text_comes_out_as_its_parts() -> None:
    for target, seed in (("tw", SEEDS[2]), ("cn", SEEDS[0])):
        times = 120_000 // len(seed)
        assert (converter(target).convert(seed) + "\n") * times == converter(target).convert((seed + "\n") * times)


def test_round_trip_returns_the_source() -> None:
    cn, tw = converter("cn"), converter("tw")
    sentences = [
        cn.convert(piece) for text in SEEDS for piece in re.split(r"(?<=[。！？；])|\n", text) if piece.strip()
    ]
    same = sum(cn.convert(tw.convert(sentence)) == sentence for sentence in sentences)
    assert same >= 0.99 * len(sentences)


@given(st.text())
def test_characters_alone_convert_once(text: str) -> None:
    for target in ("hans", "hant"):
        converted = converter(target).convert(text)
        assert _kept(text) == _kept(converted)
        assert converted == converter(target).convert(converted)


@given(
    st.text(alphabet=st.sampled_from("发后里面干着著乾於复系制台只范余的一是了，。\n12a软件程序皇王头美髮裡后裏於臺"))
)
def test_difficult_characters_convert_once(text: str) -> None:
    for target in ("hans", "hant"):
        converted = converter(target).convert(text)
        assert converted == converter(target).convert(converted)


def test_a_long_text_is_judged_as_a_whole() -> None:
    text = "\n".join(text for text in SEEDS if script_of(text) == "hans")
    assert "hant" == script_of(converter("tw").convert(text))


def _kept(text: str) -> list[str]:
    return [
        c for c in text if c in "\n\r\t\v\f\u2028" or (c.isascii() and c.isdigit()) or "\U0001f000" <= c <= "\U0001ffff"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("哈利波特", "哈利·波特"), ("湯告魯斯", "汤姆·克鲁斯"), ("強森首相", "约翰逊首相"), ("意大利麵條", "意大利面条")],
)
def test_full_and_family_names_keep_their_extent(text: str, expected: str) -> None:
    assert expected == converter("cn").convert(text)
