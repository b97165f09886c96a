"""Regional spelling of words that all regions share: characters, and phrases that disambiguate them.

OpenCC's tables list the possible traditional characters and the words that decide; its standard is no region's, so the
answers are mapped to what newspapers print.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal

from tui_reader.script.detect import traditional_only
from tui_reader.script.guards import Region
from tui_reader.script.persons import is_transliteration
from tui_reader.script.phrase_table import PhraseTable
from tui_reader.script.segment.segmenter import FOLDER, segmenter
from tui_reader.text.opencc_tables import Wanted, usual, usual_of

Traditional = Literal["tw", "hk"]

_TAIWAN_PRINTS = str.maketrans(
    "臺佈汙爲裏羣峯麪牀竈僞啓衆脣纔着鉢喫棱糉鍼覈祕賬佔僱恒", "台布污為裡群峰麵床灶偽啟眾唇才著缽吃稜粽針核秘帳占雇恆"
)
"""Newspaper usage in Taiwan where OpenCC or the official standard differs (台灣, 發布, 污染)."""

_HONG_KONG_PRINTS = str.maketrans(
    "臺佈汙爲裡羣峯麪牀竈僞啓衆脣纔鉢喫棱糉鍼覈祕説衞綫温溼恆週蹟閲悦鋭脱税户兑葱藴卧囱媪愠揾敍氲緼腽蜕醖嫺繮",
    "台布污為裏群峰麵床灶偽啟眾唇才缽吃棱粽針核秘說衛線溫濕恒周跡閱悅銳脫稅戶兌蔥蘊臥囪媼慍搵敘氳縕膃蛻醞嫻韁",
)
"""Newspaper usage in Hong Kong, in forms of Big5, which its input methods and fonts have (說, not 説; but 枱, 鈎)."""

_TO_TAIWAN = "裏裡着著衞衛綫線説說麪麵峯峰羣群啓啟爲為滙匯温溫閲閱悦悅鋭銳脱脫税稅户戶兑兌葱蔥藴蘊恒恆牀床僞偽衆眾祕秘"
"""Pairs: Hong Kong form, Taiwan form."""

_TO_HONG_KONG = "裡裏著着衛衛恆恒溼濕週周蹟跡佔佔汙污臺台菸煙"
"""Pairs: Taiwan form, Hong Kong form."""

_STRAIGHT_TO_MAINLAND = "餽馈瞇眯姪侄勗勖砲炮祇只牴抵蒐搜遶绕着着妳你牠它祂祂甦苏嚐尝菸烟倖幸佈布週周祕秘殭僵裏里裡里麪面着着籲吁唸念喂喂餵喂姊姐徬彷劏劏繙翻鍊链"
"""Pairs: character that OpenCC keeps, mainland form."""


_USUAL = {"范": "范", "钟": "鐘", "岳": "岳", "朴": "朴", "郁": "郁", "岩": "岩", "签": "簽"}
"""Default for a character outside listed words, where OpenCC's first answer is the rarer one."""

_SYLLABLES_APART = {"里": "里", "干": "干"}
"""Syllables of foreign names spelled differently from the homographic word."""

_GIVEN_APART = {ord("里"): "里"}
"""Characters of given names spelled differently from the homographic word."""

SURNAMES_APART = {"余": "余", "涂": "涂", "游": "游", "钟": "鍾"}
"""Surnames spelled differently from the homographic word."""

_TO_MAINLAND = """
甚麼/什么 規畫/规划 企畫/企划 籌畫/筹划 謀畫/谋划 區畫/区划 身分/身份 部份/部分 想像/想象 座標/坐标
繙譯/翻译 神祇/神祇 地祇/地祇 祇園/祇园 祇樹/祇树 錘鍊/锤炼 鍛鍊/锻炼 磨鍊/磨炼 精鍊/精炼 鍊金/炼金
修鍊/修炼 淬鍊/淬炼 提鍊/提炼 試鍊/试炼 百鍊/百炼 冶鍊/冶炼 鍊鋼/炼钢 歷鍊/历练 熔鍊/熔炼 老鍊/老练
簡鍊/简练 洗鍊/洗练 凝鍊/凝练 幹鍊/干练 鍊製/炼制 苦鍊/苦练
"""

WORDS_TO_MAINLAND: dict[str, str] = dict(pair.split("/") for pair in _TO_MAINLAND.split())
"""Words that the mainland spells differently from their characters."""


@cache
def characters(region: Region) -> dict[str, str]:
    """Character mapping from the other script: for `tw` and `hk` from simplified, for `cn` from traditional.

    么 stays: a quoted 什么 is more frequent in traditional text than 么 for 幺.
    """
    if region != "cn":
        prints = _prints(region)
        table = {chr(old): new for old, new in prints.items()}
        table |= {old: new.translate(prints) for old, new in usual("STCharacters").items()} | _USUAL
        return {old: new for old, new in table.items() if old != new}
    table = {**usual("TSCharacters"), **usual("TSCharactersExt")}
    table |= {form: table.get(standard, standard) for form, standard in _standard_forms().items()}
    table |= _pairs(_STRAIGHT_TO_MAINLAND) | {"著": "着"}
    return {old: new for old, new in table.items() if old not in {new, "么"} and len(new) == 1}


@cache
def simplifying() -> dict[int, str]:
    """Traditional → simplified characters, for `str.translate`."""
    return str.maketrans(characters("cn"))


@cache
def standard() -> dict[int, str]:
    """Variants of traditional characters → one form per group of `SAME`, for `str.translate`, one for one."""
    first = {form: pair[0] for pair in SAME for form in pair[1:]}
    table = {form: answer for form, answer in _standard_forms().items() if len(form) == len(answer) == 1} | first
    return {ord(form): first.get(answer, answer) for form, answer in table.items() if form != first.get(answer, answer)}


SAME = (
    "台臺", "裡裏", "著着", "群羣", "峰峯", "啟啓", "衛衞", "說説", "線綫", "麵麪", "溫温", "秘祕", "污汙", "濕溼", "匯滙", "戶户", "占佔", "布佈",
    "周週", "為爲", "鉤鈎", "床牀", "跡蹟", "恆恒", "稅税", "銳鋭", "脫脱", "煙菸", "眾衆", "偽僞", "灶竈", "唇脣", "閱閲", "悅悦", "兌兑",
    "蔥葱", "蘊藴", "吃喫", "粽糉", "針鍼", "核覈", "稜棱", "缽鉢", "升昇", "帳賬", "洩泄", "注註", "嘗嚐", "念唸", "徑逕", "咨諮", "托託", "卷捲",
    "艷豔",
)  # fmt: skip
"""Groups of interchangeable forms; one character in simplified text."""


@cache
def translation_between(target: Traditional) -> dict[int, str]:
    """`between` for `str.translate`."""
    return {ord(old): new for old, new in between(target).items()}


@cache
def strays() -> dict[int, str]:
    """Traditional characters that never occur in simplified text → simplified, for `str.translate`, one for one."""
    only = traditional_only()
    return {code: answer for code, answer in simplifying().items() if chr(code) in only}


def between(target: Traditional) -> dict[str, str]:
    """Character mapping from the other traditional region."""
    return _pairs(_TO_TAIWAN if target == "tw" else _TO_HONG_KONG)


def printed(words: Iterable[str], region: Traditional) -> list[str]:
    """Words from OpenCC's traditional characters to a region's usage."""
    listed = list(words)
    return "\n".join(listed).translate(_prints(region)).split("\n") if listed else []


def printed_one(word: str, region: Traditional) -> str:
    """Same as `printed` for one word, which may contain line breaks."""
    return word.translate(_prints(region))


def respelled(word: str, target: Traditional) -> str:
    """A traditional word in `standard` characters → a region's spelling; 著 stays where it is read zhù."""
    table = translation_between(target)
    if "著" in word and target == "hk" and is_written_zhu(word):
        table = table | {ord("著"): "著"}
    return word.translate(table)


_READ_ZHE = frozenset(
    ["固著", "意味著", "执著", "沉著痛快", "穿著", "紧接著", "著实", "著色", "著迷", "魂不著体", "标志著", "棋输先著"]
)
"""Words with the particle that word lists have in both spellings."""


@lru_cache(maxsize=4096)  # bounded: a filter may run for days
def is_written_zhu(word: str) -> bool:
    """Whether 著 in a traditional word is read zhù (著名, 原著). Simplified text keeps that 著; the particle becomes 着."""
    simple = word.translate(simplifying() | {ord("著"): "著"})
    words = segmenter("hans").words
    return len(word) > 1 and simple not in _READ_ZHE and len(words(simple)) <= len(words(simple.replace("著", "着")))


@cache
def person_names() -> frozenset[str]:
    """Person names that begin with one of `SURNAMES_APART`; compiled with the dictionaries."""
    path = FOLDER / "names.txt"
    return frozenset(path.read_text(encoding="utf-8").split()) if path.exists() else frozenset()


class Spelling:
    """Spells words for each region. `wanted`: `beginnings` of the words that will be asked for."""

    def __init__(self, wanted: Wanted = None) -> None:
        self._wanted = wanted
        self._phrases: dict[Region, PhraseTable] = {}

    def spelled(self, word: str, region: Traditional) -> str:
        """Spell a simplified word for a traditional region: longest phrase at each position, then characters.

        Phrases with regular characters are kept too: they block shorter matches within them (白胡椒粉).
        """
        entries, singles = self._traditional(), characters(region)
        if len(word) == 1:
            return singles.get(word, word)
        if (whole := entries.get(word)) is not None:
            return whole.translate(_prints(region)) or word.translate(_translation(region))
        if word in person_names():
            return SURNAMES_APART[word[0]] + word[1:].translate(_translation(region) | _GIVEN_APART)
        if is_transliteration(word):
            singles = singles | _SYLLABLES_APART
        out: list[str] = []
        at = 0
        while at < len(word):
            if found := entries.longest(word, at):
                end, answer = found
                out.append(answer.translate(_prints(region)) or word[at:end].translate(_translation(region)))
            else:
                end = at + 1
                out.append(singles.get(word[at], word[at]))
            at = end
        return "".join(out)

    def simplified(self, word: str) -> str:
        """Simplify a traditional word in any variant characters."""
        entries = self._mainland()
        if (answer := entries.get(word)) is not None:
            return answer or word.translate(simplifying())
        if "著" in word and is_written_zhu(word):
            return word.translate(simplifying() | {ord("著"): "著"})
        if len(word) < _SHORTEST_COMPOUND:
            return word.translate(simplifying())
        return _greedy(word, entries, simplifying())

    def ambiguous_characters(self) -> str:
        """Traditional characters, in all variants, whose simplified form depends on the word (乾, 著)."""
        table = simplifying()
        found = {"著"}
        for word, answer in self._mainland().irregular.items():
            plain = word.translate(table)
            found.update(own for own, new, usually in zip(word, answer, plain, strict=False) if new != usually)
            found.update(word if len(answer) != len(word) else ())
        forms = standard()
        return "".join(sorted(found.union(chr(code) for code, first in forms.items() if first in found)))

    def _traditional(self) -> PhraseTable:
        """OpenCC's phrases in its own characters."""
        if "tw" not in self._phrases:
            tables = ("STPhrases", "STPhrases_GeneratedFromRegionalPhrases")
            self._phrases["tw"] = PhraseTable([usual_of(name, self._wanted) for name in tables], _to_standard())
        return self._phrases["tw"]

    def _mainland(self) -> PhraseTable:
        """OpenCC's phrases in `standard` characters → simplified."""
        if "cn" not in self._phrases:
            table = standard()
            entries = dict(usual_of("TSPhrases", None)) | WORDS_TO_MAINLAND
            pairs = {word.translate(table): answer for word, answer in entries.items()}
            self._phrases["cn"] = PhraseTable([pairs.items()], simplifying())
        return self._phrases["cn"]


@cache
def full_spelling() -> Spelling:
    """The shared spelling with all phrases."""
    return Spelling()


_SHORTEST_COMPOUND = 3
"""Minimum characters of a word that may contain a two-character phrase and more."""


def _greedy(word: str, entries: PhraseTable, singles: dict[int, str]) -> str:
    out: list[str] = []
    at = 0
    while at < len(word):
        end, answer = entries.longest(word, at) or (at + 1, "")
        out.append(answer or word[at:end].translate(singles))
        at = end
    return "".join(out)


@cache
def _translation(region: Region) -> dict[int, str]:
    """`characters` for `str.translate`."""
    return str.maketrans(characters(region))


@cache
def _to_standard() -> dict[int, str]:
    """Simplified characters → OpenCC's standard, for `str.translate`."""
    return str.maketrans(usual("STCharacters") | _USUAL)


@cache
def _standard_forms() -> dict[str, str]:
    """Regional variant → OpenCC's standard form."""
    return {**usual("HKVariantsRev"), **{k: v for k, v in usual("TWVariantsRev").items() if k != "著"}}


@cache
def _prints(region: Region) -> dict[int, str]:
    """OpenCC's standard → a region's usage."""
    variants = usual("TWVariants" if region == "tw" else "HKVariants")
    papers = _TAIWAN_PRINTS if region == "tw" else _HONG_KONG_PRINTS
    table = {ord(old): new.translate(papers) for old, new in variants.items() if len(old) == 1}
    return {code: chr(new) for code, new in papers.items()} | table


def _pairs(listed: str) -> dict[str, str]:
    return dict(zip(listed[::2], listed[1::2], strict=True))
