"""Recipes and notices: lists below a label, numbers of steps, what stands between a notice's text and its signature."""

import pytest

from tests.cleaning.made import STORY
from tui_reader.cleaning import clean
from tui_reader.cleaning.body.listed import is_list_label
from tui_reader.cleaning.patterns.markers import is_counts
from tui_reader.cleaning.patterns.numbering import step_rows
from tui_reader.model import Article
from tui_reader.text.fold import fold

INTRODUCTION = "入秋以后院子里的南瓜一个接一个熟了，蒸来吃总嫌单调。这次把它磨成泥揉进面里，做出来的馒头金黄松软，孩子一口气吃了三个。"
INGREDIENTS = ["用料", "南瓜泥 200克", "中筋面粉 350克", "酵母 4克", "白糖 15克"]
STEPS = [
    "南瓜去皮切块，上锅蒸二十分钟，趁热压成泥，放到不烫手。",
    "酵母和白糖加进南瓜泥拌匀，再分三次倒入面粉，揉到表面光滑。",
    "盖上湿布放在暖和的地方，等面团胀到两倍大，大约要一个小时。",
    "面团排气后搓成长条，切成小段，醒十五分钟，冷水上锅蒸十八分钟。",
]
TIPS = ["小贴士", "南瓜的水分差别很大，面粉要留一把，看面团的软硬慢慢加。"]
SITE = ["灶边小馆", "菜谱分类", "登录", "注册", "南瓜开花馒头做法", "收藏"]
FOOT = ["© 该菜谱创建于 2022-10-03 19:12", "所属分类", "面食", "早餐"]
RECIPE = """<title>南瓜开花馒头 - 灶边小馆</title><body><nav><a>分类</a><a>登录</a></nav><main><h1>南瓜开花馒头</h1>
<div><span>收藏 804</span><span>浏览 2.1万</span></div><div><p>{introduction}</p></div>
<section><h2>食材</h2><ul><li>南瓜泥 200克</li><li>中筋面粉 350克</li><li>酵母 4克</li></ul></section>
<section><h2>步骤</h2><ol>{steps}</ol></section><section><h2>小贴士</h2><p>{tip}</p></section>
<section><h3>你可能也喜欢</h3><a href=/a>紫薯馒头</a><a href=/b>葱花卷</a></section></main><footer>灶边小馆 服务条款</footer></body>"""


def read(text: str, name: str = "dump.txt") -> Article:
    return clean(text.encode(), name=name).article


def body(article: Article) -> list[str]:
    return [passage.text for passage in article.body]


@pytest.mark.parametrize("form", ["步骤 {}", "{}", "第{}步"])
def test_a_recipe_keeps_introduction_and_ingredients(form: str) -> None:
    steps = [row for number, step in enumerate(STEPS, 1) for row in (form.format(number), step)]
    article = read("\n".join([*SITE, INTRODUCTION, *INGREDIENTS, "南瓜馒头的做法", *steps, *TIPS, *FOOT]))
    assert [INTRODUCTION, *INGREDIENTS, "南瓜馒头的做法", *STEPS, *TIPS] == body(article)
    assert ["list_item"] * len(STEPS) == [line.kind for line in article.body if line.text in STEPS]
    assert ("南瓜开花馒头做法", ()) == (article.title, article.deck)


def test_a_recipe_in_html_keeps_its_last_steps() -> None:
    steps = "".join(f"<li><span>{number}</span><p>{step}</p></li>" for number, step in enumerate(STEPS, 1))
    article = read(RECIPE.format(introduction=INTRODUCTION, steps=steps, tip=TIPS[1]), "page.html")
    wanted = [INTRODUCTION, "食材", "南瓜泥 200克", "中筋面粉 350克", "酵母 4克", "步骤", *STEPS, *TIPS]
    assert (wanted, ()) == (body(article), article.deck)


def test_numbers_of_sections_stay() -> None:
    assert [0, 2, 4] == step_rows(["1", "一行", "2", "又一行", "3", "末行", "备注"])
    assert [] == step_rows(["1", "一行", "又一行", "2", "一行", "又一行", "3", "一行"])
    assert [] == step_rows(["2", "一行", "3", "一行", "4", "一行"])


@pytest.mark.parametrize("row", ["用料", "材料：", "【食材】", "葱油饼的做法", "製作步驟", "所需工具"])
def test_labels_of_lists(row: str) -> None:
    assert is_list_label(fold(row))


@pytest.mark.parametrize("row", ["建筑材料涨价", "新材料研究所", "他的做法引起争议"])
def test_headlines_with_such_a_word(row: str) -> None:
    assert not is_list_label(fold(row))


def test_counts_set_without_a_space() -> None:
    assert is_counts(fold("收藏 1,204瀏覽 5.3萬"))
    assert not is_counts(fold("份量足够4人吃"))


NOTICE = [
    "各村民委员会：",
    "为保障汛期行洪安全，经镇政府研究，决定对辖区内的水库和山塘开展一次检查，现将有关事项通知如下。",
    "一、各村要在本月二十日以前检查完毕，发现渗漏、裂缝的，要当天上报，并安排专人看守。",
    "二、检查结果由村支书签字，交镇水利站存档，水利站将随机抽查其中的三成。",
]


@pytest.mark.parametrize(
    "tail",
    [
        ["联系人：周晓岚，联系电话：0578-6120011。", "附件：山塘检查登记表", "青河镇人民政府", "2024年6月5日"],
        ["镇长　周晓岚"],
    ],
)
def test_a_notice_keeps_what_stands_above_its_signature(tail: list[str]) -> None:
    page = [
        "关于开展水库山塘检查的通知",
        "发布时间：2024-06-06 09:30　来源：镇水利站",
        *NOTICE,
        *tail,
        "打印 关闭",
        "回首页",
    ]
    assert [*NOTICE, *(line.replace("　", " ") for line in tail)] == body(read("\n".join(page)))


HEADLINES = ["山路塌方三处抢通一处", "镇小学营养餐换了本地菜"]


def test_a_story_goes_on_below_headlines_of_other_articles() -> None:
    page = [
        "海边的冷库",
        "2024-03-05 09:12 来源：海风日报 作者：林小禾",
        *STORY[:6],
        "延伸阅读",
        *HEADLINES,
        *STORY[6:],
    ]
    foot = ["上一篇", "渔港晒网的季节又到了", "相关新闻", "台风来了怎么加固摊位"]
    assert list(STORY) == body(read("\n".join([*page, *foot])))


def test_teasers_below_a_story_are_not_of_it() -> None:
    teasers = ["延伸阅读", HEADLINES[0], STORY[6], HEADLINES[1], STORY[7]]
    page = ["海边的冷库", "2024-03-05 09:12 来源：海风日报 作者：林小禾", *STORY[:6], *teasers]
    assert list(STORY[:6]) == body(read("\n".join(page)))
