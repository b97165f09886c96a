"""How each region spells what is one word in all three: the characters and the phrases that decide between them.

OpenCC's tables say what a simplified character may be, and in which words it is what; its standard of traditional
characters is no region's, so its answers are brought to what newspapers print.
"""

from collections.abc import Iterable
from functools import cache
from typing import Literal

from tui_reader.script.dictionaries import Wanted, usual, usual_of
from tui_reader.script.guards import Region

Traditional = Literal["tw", "hk"]

_TAIWAN_PRINTS = str.maketrans(
    "臺佈汙爲裏羣峯麪牀竈僞啓衆脣纔着鉢喫棱糉鍼覈祕賬", "台布污為裡群峰麵床灶偽啟眾唇才著缽吃稜粽針核秘帳"
)
"""What Taiwan's papers print where OpenCC, or the ministry's standard, writes otherwise (台灣, 發布, 污染)."""

_HONG_KONG_PRINTS = str.maketrans(
    "臺佈汙爲裡羣峯麪牀竈僞啓衆脣纔著鉢喫棱糉鍼覈祕説衞綫温溼恆週蹟閲悦鋭脱税戶兑葱藴",
    "台布污為裏群峰麵床灶偽啟眾唇才着缽吃棱粽針核秘說衛線溫濕恒周跡閱悅銳脫稅戶兌蔥蘊",
)
"""What Hong Kong's papers print, in the forms that every font of theirs has (說, not 説)."""

_KEEP_ZHU = "著名 著作 著書 著者 著述 著稱 著有 名著 原著 編著 合著 專著 論著 所著 巨著 遺著 譯著 拙著 顯著 卓著 昭著 彰著 土著 執著 見著"
"""Words in which 著 is no 着, in either script."""

_TO_TAIWAN = "裏裡着著衞衛綫線説說麪麵峯峰羣群啓啟爲為滙匯温溫閲閱悦悅鋭銳脱脫税稅户戶兑兌葱蔥藴蘊恒恆牀床僞偽衆眾祕秘"
"""Hong Kong's forms, each with Taiwan's behind it."""

_TO_HONG_KONG = "裡裏著着衛衛恆恒溼濕週周蹟跡佔佔汙污臺台菸煙"
"""Taiwan's forms, each with Hong Kong's behind it."""

_STRAIGHT_TO_MAINLAND = (
    "瞇眯姪侄勗勖砲炮祇只牴抵蒐搜遶绕着着妳你牠它祂祂甦苏嚐尝菸烟倖幸佈布週周祕秘殭僵裏里裡里麪面着着籲吁唸念喂喂餵喂"
)
"""Characters that OpenCC keeps, with what the mainland prints."""


_WORDS_TO_MAINLAND = {
    "甚麼": "什么",
    "規畫": "规划",
    "企畫": "企划",
    "籌畫": "筹划",
    "謀畫": "谋划",
    "區畫": "区划",
    "身分": "身份",
    "神祇": "神祇",
    "地祇": "地祇",
}
"""Words that the mainland spells otherwise than their characters say."""


@cache
def characters(region: Region) -> dict[str, str]:
    """From the other script, character by character: to `tw` and `hk` from simplified, to `cn` from traditional.

    么 stays: a 什么 quoted in traditional text is met more often than a 么 that is 幺.
    """
    if region != "cn":
        prints = _prints(region)
        table = {chr(old): new for old, new in prints.items()}
        table |= {old: new.translate(prints) for old, new in usual("STCharacters").items()}
        return {old: new for old, new in table.items() if old != new}
    table = {**usual("TSCharacters"), **usual("TSCharactersExt")}
    table |= {form: table.get(standard, standard) for form, standard in _standard_forms().items()}
    table |= _pairs(_STRAIGHT_TO_MAINLAND) | {"著": "着"}
    return {old: new for old, new in table.items() if old not in {new, "么"} and len(new) == 1}


@cache
def simplifying() -> dict[int, str]:
    """For `str.translate`: traditional characters to simplified ones."""
    return str.maketrans(characters("cn"))


def between(target: Traditional) -> dict[str, str]:
    """From the other traditional region, character by character."""
    return _pairs(_TO_TAIWAN if target == "tw" else _TO_HONG_KONG)


def kept(target: Traditional) -> dict[str, str]:
    """Words that `between` must leave alone."""
    return {word: word for word in _KEEP_ZHU.split()} if target == "hk" else {}


def printed(words: Iterable[str], region: Traditional) -> list[str]:
    """Words in OpenCC's traditional characters in those that a region prints."""
    return "\n".join(words).translate(_prints(region)).split("\n")


class Spelling:
    """Words in the characters of each region; `wanted` tells which words will be asked for."""

    def __init__(self, wanted: Wanted = None) -> None:
        self._wanted = wanted
        self._phrases: dict[Region, dict[str, str]] = {}

    def phrases(self, region: Region) -> dict[str, str]:
        """From the other script: the words whose characters are not what each by itself would be."""
        if region not in self._phrases:
            self._phrases[region] = _to_mainland() if region == "cn" else self._to_traditional(region)
        return self._phrases[region]

    def spelled(self, word: str, region: Traditional) -> str:
        """A simplified word in the characters of a traditional region."""
        entries, singles = self.phrases(region), characters(region)
        out: list[str] = []
        at = 0
        while at < len(word):
            for length in range(min(len(word) - at, _LONGEST), 1, -1):
                if (answer := entries.get(word[at : at + length])) is not None:
                    break
            else:
                length, answer = 1, singles.get(word[at], word[at])
            out.append(answer)
            at += length
        return "".join(out)

    def simplified(self, word: str) -> str:
        """A traditional word in simplified characters."""
        entries, singles = self.phrases("cn"), characters("cn")
        return entries.get(word) or "".join(singles.get(character, character) for character in word)

    def _to_traditional(self, region: Traditional) -> dict[str, str]:
        tables = ("STPhrases_GeneratedFromRegionalPhrases", "STPhrases")
        entries = {word: answer for name in tables for word, answer in usual_of(name, self._wanted).items()}
        answers = printed(entries.values(), region)
        return _irregular(dict(zip(entries, answers, strict=bool(entries))), characters(region))


_LONGEST = 8
"""Characters of a phrase of the table that is asked for within a word."""


def _to_mainland() -> dict[str, str]:
    entries = {word: answer for word, answer in usual("TSPhrases").items() if len(word) > 1}
    kept = str.maketrans(characters("cn") | {"著": "著"})
    kept_words = {word: word.translate(kept) for word in _KEEP_ZHU.split()}
    return _irregular(entries | kept_words | _WORDS_TO_MAINLAND, characters("cn"))


@cache
def _standard_forms() -> dict[str, str]:
    """Regional forms of traditional characters, with OpenCC's standard one."""
    return {**usual("HKVariantsRev"), **{k: v for k, v in usual("TWVariantsRev").items() if k != "著"}}


def _prints(region: Region) -> dict[int, str]:
    """From OpenCC's standard to the region's print."""
    variants = usual("TWVariants" if region == "tw" else "HKVariants")
    papers = _TAIWAN_PRINTS if region == "tw" else _HONG_KONG_PRINTS
    table = {ord(old): new.translate(papers) for old, new in variants.items() if len(old) == 1}
    return {code: chr(new) for code, new in papers.items()} | table


def _irregular(entries: dict[str, str], singles: dict[str, str]) -> dict[str, str]:
    table = str.maketrans(singles)
    plain = "\n".join(entries).translate(table).split("\n")
    return {word: answer for (word, answer), usually in zip(entries.items(), plain, strict=False) if answer != usually}


def _pairs(listed: str) -> dict[str, str]:
    return dict(zip(listed[::2], listed[1::2], strict=True))
