"""Recognizes characters of person names by neighbouring words: 于 in 于坚说, 里 in 默里.

Functions take `word`, a callable: `word(0)` is the character itself, `word(1)` the following word, `word(-1)` the
preceding one, in simplified characters; "" outside the text.
"""

from collections.abc import Callable

from tui_reader.script.names import DOTS
from tui_reader.text.surnames import FREQUENT, RARE

_SURNAMES = FREQUENT | RARE

NeighbourWord = Callable[[int], str]

PREPOSITIONS = frozenset("于后干征种系")
"""Surnames that are far more often another word: names only at the start of a clause or after a role."""

_GRAMMAR = frozenset(
    "的地得了着过在是和与及或并而但也又都就才只不没无未很太最更被把让给对向从到于由为以因所之其此该这那哪谁我你他她它您们各每某另"
    "个位名件条间次年月日时秒元块岁里米公斤吨亩人天家户种项分台部支张点篇层万亿千百十二两三四五六七八九零几多余者吗呢吧啊呀么"
    "来去做有可能会要想将等再还已曾上下左右前后"
)
"""Function characters: no given name begins with them."""

_GIVEN_NAME_CHARACTERS = frozenset("家天和小")
"""Members of `_GRAMMAR` that may begin a given name after a role and a surname."""

_ADVERBIALS = frozenset("正今昨本当周早晚夜东西南北中内外国法情理私心民史美日英法德俄港台沪京欧亚身手地世")
"""Characters that follow a preposition more often than a surname: times, places, and 于法, 于情, 于理."""

_BEHIND_A_NAME = frozenset(
    "的说称道和与及在是也将曾则对为从被向于已就又还不没有到去来等同获夺任因由让把给并却都只以时这那凭率携笑问答饰演执导"
    "表示认为指出告诉透露强调介绍坦言回忆觉得直言补充解释报道摄影撰文宣布想会要能可担任出席接受参加发表率领当选主演饰演"
)
"""First characters of words that follow a name: particles, prepositions, verbs of saying."""

_ROLES = frozenset("者家员长师手星授任士人演将官事监裁理总友妇席记生夫妻子女儿父母哥弟姐妹王帝后霸军徒导编辑")
"""Last characters of role words (记者, 作家, 影后)."""

_STAGE = ("编剧", "主唱", "编舞", "作曲", "作词", "配音", "摄影", "美术", "裁判", "后卫", "前锋", "门将", "中锋")
"""Roles not recognizable by their last character."""

_SAYING = (
    "说",
    "表示",
    "认为",
    "指出",
    "坦言",
    "透露",
    "强调",
    "回忆",
    "批评",
    "执导",
    "主演",
    "饰演",
    "夺金",
    "夺冠",
    "获奖",
    "创作",
)
"""Verbs whose subject is a person."""

_PLACES = frozenset("京海港湾市县省区州国岛城门会议书网视前后时日晚上中报站场院")
"""Last characters of words for places, times and media: no given names after a preposition."""

_LINKS = frozenset("、和与及跟同对由被让请给叫据按姓老小阿")
"""Words that precede a name."""

_TITLES = """
先生 女士 小姐 太太 夫人 夫妇 教授 博士 老师 医师 医生 大夫 院士 律师 法官 检察官 警官 主任 委员 委员长 董事长 董事 总经理 经理 总裁 老板
校长 院长 部长 次长 司长 局长 处长 科长 所长 署长 县长 市长 省长 州长 镇长 乡长 区长 村长 里长 队长 团长 厂长 行长 会长 社长 台长 站长
馆长 书记 主席 同学 师傅 教练 导演 记者 编辑 议员 立委 姓男 姓女 姓嫌 某某 某 氏夫妇
"""

TITLES = tuple(_TITLES.split())
"""Titles that follow a surname alone."""

_ADDRESSES = ("先生", "女士", "小姐", "太太", "老师", "医师")
"""Forms of address that follow only names."""

_SHORT_TITLES = ("姓", "氏", "总", "哥", "姐", "叔", "姨")
"""One-character titles that follow hardly anything but surnames."""

SYLLABLES = frozenset(
    "阿埃艾安昂奥巴芭班邦鲍贝本比彼宾波伯博布查达戴丹当道德登迪蒂丁顿多厄恩尔法凡菲费芬丰佛弗福盖甘干冈高戈格根古圭哈海罕"
    "汉豪赫亨洪华怀惠霍基吉加贾简杰金卡凯坎康考科克肯库夸奎昆拉莱兰朗劳勒雷黎礼丽利莉列林琳隆卢鲁露伦罗洛吕马玛迈麦曼芒"
    "毛梅门蒙米密缅明摩莫默姆木穆纳娜奈南内尼妮宁纽农努诺欧帕潘庞佩彭皮平珀朴普齐奇恰钦琴丘琼让热日荣瑞若撒萨塞桑瑟森沙"
    "莎山尚舍圣施什史朔斯丝松苏索塔泰坦唐陶特腾提廷图托瓦万旺威韦维魏温文沃乌伍武西希夏香肖谢辛雄休许逊雅亚延耶叶伊衣因英"
    "雍尤约赞泽扎詹珍芝治茨祖佐里姬珊黛蕾薇妲娅嘉埔汶霞弥岑贡焦璐莲裴齿厦俾范"
)
"""Characters used to transliterate foreign names."""

_NOUNS = frozenset(
    "班波道海河洪华林舍金库麦门毛米木明内皮平山沙塔图湾文武西香叶衣英汉丝万旺山唐高简礼热让日若松施提谢许多因约当本安布"
)
"""Members of `SYLLABLES` that are also common words: no evidence next to 里."""


def is_surname(word: NeighbourWord) -> bool:
    """Whether the character is a surname: before a title or a likely given name."""
    behind, before = word(1), word(-1)
    if before == "姓" or (before in {"老", "小", "阿"} and _may_follow_name(behind)):
        return True
    if behind.startswith(_ADDRESSES):
        return True
    rare = word(0) in PREPOSITIONS
    opened = _may_precede_name(before)
    if rare and not opened:
        return False
    if behind.startswith((*TITLES, *_SHORT_TITLES)) and not (rare and len(behind) > len("董事长")):
        return True
    return _is_given(word, by_role=opened and (before[-1:] in _ROLES or before.endswith(_STAGE)), strict=rare)


def is_given(word: NeighbourWord) -> bool:
    """Whether the character is the first or second of a given name (林郁婷, 陈秀郁)."""
    before, behind = word(-1), word(1)
    if len(before) == 1 and before in _SURNAMES:
        return _may_follow_name(behind) or _is_content(behind)
    first = word(-2)
    return (
        len(before) == 1 and len(first) == 1 and first in _SURNAMES and _is_content(before) and _may_follow_name(behind)
    )


def is_foreign(word: NeighbourWord) -> bool:
    """Whether the character is a syllable of a foreign name: next to a dot or among other syllables."""
    before, behind = word(-1), word(1)
    if before in DOTS or behind in DOTS:
        return True
    if _is_syllable(before) and not (len(word(-2)) == 1 and word(-2) in "的在这那"):
        return True
    return _is_syllable(behind) and (_is_syllable(word(2)) or word(2) in DOTS or _may_precede_name(before))


def is_transliteration(word: str) -> bool:
    """Whether a word consists of transliteration syllables (埃里克森). Two characters: only with 里, not 林里 or 内里."""
    if len(word) <= _PAIR:
        return "里" in word and len(word) == _PAIR and word.strip("里") in SYLLABLES - _NOUNS
    return SYLLABLES.issuperset(word)


def may_be_given(character: str) -> bool:
    """Whether a given name may begin with the character."""
    return _is_content(character)


def _is_given(word: NeighbourWord, *, by_role: bool, strict: bool) -> bool:
    first, second = word(1), word(2)
    if len(first) == _PAIR and all(map(_is_content, first)):
        return (
            by_role and first[1] not in _PLACES and second.startswith(_SAYING)
            if strict
            else by_role or _may_follow_name(second)
        )
    if len(first) != 1 or not (_is_content(first) or (by_role and first in _GIVEN_NAME_CHARACTERS)):
        return False
    if strict and not by_role:
        return first not in _ADVERBIALS and _is_listed_or_speaks(word)
    if len(second) == 1 and _is_content(second):
        return True
    return not strict or _may_follow_name(second)


def _is_listed_or_speaks(word: NeighbourWord) -> bool:
    """Whether a given name after a preposition-like surname is in a list (、于勇等) or followed by a verb (于坚说)."""
    second = word(2)
    if len(second) == 1 and _is_content(second):
        return _may_follow_name(word(3))
    listed = word(-1) == "、" and (second == "、" or second[:1] in "和与及等")
    return listed or second[:1] in _BEHIND_A_NAME


_PAIR = 2
"""Length of given names that are also words (建国), and of words too short to identify by syllables."""


def _may_precede_name(before: str) -> bool:
    """Whether a name may follow this word directly."""
    return (
        before in _LINKS
        or not before[-1:].isalnum()
        or (before[-1] in _ROLES and (len(before) > 1 or before in "人员者家师手"))
        or before.endswith(_STAGE)
    )


def _may_follow_name(behind: str) -> bool:
    return not behind[:1].isalnum() or behind[0] in _BEHIND_A_NAME or behind.startswith(TITLES)


def _is_content(character: str) -> bool:
    return character.isalpha() and not character.isascii() and character not in _GRAMMAR


def _is_syllable(character: str) -> bool:
    return len(character) == 1 and character in SYLLABLES and character not in _NOUNS


KINDS: dict[str, Callable[[NeighbourWord], bool]] = {"chinese": is_surname, "given": is_given, "foreign": is_foreign}
"""Kinds of names by their name in guards."""
