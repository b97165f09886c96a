"""Who made a story, as a row says it: one grammar for bylines, labels and datelines.

A row is cut at its labels (作者, 記者, 編輯, 攝影, 來源 …). Behind a label, with a colon, a slash, a space or nothing between,
stand one or more names; a place and what was done there may follow (王曼玲台北2日電). Without a label a byline shows by what
stands behind the names (林小滿／台北報導), by a mark before them (□ 林小滿) or by brackets with a paper (【財訊快報／陳孟朔】).
All patterns read folded text; names come back as printed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from tui_reader.cleaning.metadata.people import PREFIX, names_at
from tui_reader.text import names
from tui_reader.text.outlets import is_outlet, is_source

Role = Literal["writer", "reporter", "correspondent", "editor", "photo", "source", "dateline", "desk"]

LONGEST = 140
"""A longer row is a paragraph: only its beginning and its end are read."""
HEAD, TAIL = 60, 50
"""Characters of a paragraph's beginning and end in which a byline may stand."""
_TASK = "采访|撰文|文字|整理|报[道导]|图片|摄影|文|图"
_WRITER = (
    rf"(?:{_TASK})(?:\s?[/&、‧·・及与和+]\s?(?:{_TASK}))+|"
    "本文作者|文章作者|作者简介|作者介绍|关于作者|作者|撰文者?|撰稿[人者]?|撰写[人者]?|采写|采访撰文|采访整理|采访[报及与]?[道导]?|采访|文图|图文|文字撰稿|文字|执笔[人者]?|主笔|笔者|编译|编撰|"
    r"发[帖贴][人者]|发信人|寄信人|发布[者人]|张贴[者人]|贴文者|po文者|楼主|博主|专栏作家|特约撰稿人?|特约评论员|评论员|供稿人?|投稿人?|来稿|报[道导]者|文稿|整理(?=\s?[:/|])|"
    "written by|posted by|text by|words by|story by|author|文"
)
_NOT_AFTER = "会|们|团|节|站|证|席|招呆|协会|在|从|了|问|获|注意|看到|日前|今|昨|表示|采访|来到|走进|发现|了解|现场|手记|观察|调查|直击|编辑部|具乐部"
_EDITOR = "责任编辑|责编|编辑|编审|审核|审校|校对|监制|核稿|选稿|组稿|统筹|策画|终审|一审|二审|三审|初审|复审|值班编委|主编|总编|美编|后期|剪辑|设计|制图|出品|制作人?|美术|视觉|翻译|译者?|校"
_PHOTO = "摄影报道|摄影|摄像|拍摄|图片|图源|供图|照片|图"
_SOURCE = (
    r"(?:本文|文章)?(?:来自|首发于?|来源于|转载?自|转自|摘自)(?:微信)?公众[平台]*号|(?:微信)?公众号(?=\s?:)|本文(?:来自|首发于|转载自)|稿件来源|文章来源|信息来源|本文来源|新闻来源|内容来源|资料来源|原文来源|来源媒体|来源网站|来源|消息来源|出处|稿源|供稿单位|供稿|发稿单位|文章转自|本文转自|转载自|转自|摘自|原载|"
    "发文机关|发布机构|发布单位|发文单位|公布单位|制定机关|新闻提供|媒体"
)
_OTHER = (
    "时间|日期|发布|发表|更新|分类|栏目|频道|浏览|阅读|点击|点阅|人气|字号|字体|字级|评论|看板|信区|站内|标题|主题|关键[字词]|标签|分享|收藏|打印|列印|整理|地点|电话|邮箱|"
    r"[\u4e00-\u9fff]{2,6}(?<!编辑)(?<!作者)(?<!记者)(?<!来源)(?=\s?:)"
)
_EDGE = r"(?:^|(?<=[\s|/、,;·•▪◎□■●★◆()\[\]【】〔〕<>《》。:\"“”—–>-]))"
_SIGN = r"\s?(?P<{0}>[:/|◎•·●-]{{0,2}})\s?"
_LABEL = re.compile(
    rf"{_EDGE}(?P<writer>{_WRITER})(?:是|为|\((?=[^()]{{1,6}}\)\s?:)[^()]*\))?{_SIGN.format('sign')}"
    rf"|(?P<outlet>[^\s,。:;()\[\]【】〔〕“”\"/|、《》<>□■◎●]{{0,12}}?)(?P<prefix>(?:{PREFIX})*)(?P<reporter>记者|主播|特派员)(?!{_NOT_AFTER})(?:摘编|编辑)?{_SIGN.format('mark')}"
    rf"|{_EDGE}(?P<correspondent>(?:特约)?通讯员){_SIGN.format('tie')}"
    rf"|(?:{_EDGE}|(?=[^\s:]{{2,5}}:))(?P<editor>{_EDITOR})(?:者|人)?(?=[\s:/|◎]|[\u4e00-\u9fff]{{2,3}}(?:$|[\s)\]]))\s?[:/|◎]?\s?"
    rf"|{_EDGE}(?P<photo>{_PHOTO})(?:者|人)?(?=[\s:/|◎])\s?[:/|◎]?\s?"
    rf"|{_EDGE}(?P<source>{_SOURCE})(?P<link>\s?[:/|>-]\s?|\s+|(?=[^于自是为的\s]))[“\"「『]?"
    rf"|{_EDGE}(?P<other>{_OTHER})(?=[\s:/|a-z\d]|于|者|日期|时间|$)\s?:?"
    rf"|(?P<by>(?:^|(?<=[|/(·•])|(?<=[|/(·•]\s)|(?<=\d\s))by:?)\s"
)
_MAYBE = re.compile("[文者撰采图执编稿笔帖信播员主源处转摘关构位原供媒载家]|author|by")
"""No label is without one of these."""
_PHOTOGRAPHED = re.compile(r"\s?/?\s?(?:翻?摄(?!影)|摄影(?!\s?[:/|◎]|\s[\u3400-\u9fff]))")
_SEQUENCE = r"[\u3400-\u9fff·]{2,12}(?:(?:[、,&]|\s(?=[\u3400-\u9fff]{2,3}(?:\s|/|$)))\s?[\u3400-\u9fff·]{2,4}){0,4}"
_FILED = re.compile(
    rf"(?:^|(?<=[\s()\[\]【】〔〕|◎□■●]))(?:[^\s/|()]{{2,8}}(?:中心|组|部)\s?/\s?)?(?P<it>{_SEQUENCE})\s?(?:[/·-]|--|\s)\s?(?:[\u4e00-\u9fff]{{0,8}}?)(?:\d{{1,2}}日)?"
    rf"(?:综合|即时|连线|现场)?(?:外电|报[道导]|专电|电|特稿|专访|整理)(?=$|[\s)\]】〕。|,:\d])"
)
"""林小滿／台北報導, 社會中心／林俊傑報導, 姚峰 上海報道."""
_RUN_ON = re.compile(
    r"(?:^|(?<=[\s()\[\]【】〔〕|◎□■●/]))(?P<it>[\u3400-\u9fff]{2,4}?)(?:[\u4e00-\u9fff]{2,4}\d{1,2}日电|报[道导])(?=$|[\s)\]】〕。])"
)
_MARKED = re.compile(rf"^[□◎■●◆◇※☉▲▓]{{1,2}}\s?(?P<it>{_SEQUENCE})$|^(?:—{{1,2}}|--)\s?(?P<dash>{_SEQUENCE})$")
"""□ 林小滿: a mark that stands for the label, or a dash before a signature."""
_LEAD = re.compile(
    r"^[【(\[〔](?P<paper>[^】)\]〕/|\d]{2,10})[/|·•]\s?(?:记者\s?)?(?P<it>[\u3400-\u9fff、&·]{2,16})(?:/[^】)\]〕]{2,10})?[】)\]〕]"
)
_SIGNED = re.compile(
    r"^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s)?[〈《<【「](?P<column>[^〉》>】」]{2,12})[〉》>】」]\s?(?P<it>[\u3400-\u9fff·]{2,8}?)\s?(?:/|-{1,2}|—{1,2})"
)
"""〈專欄〉X／題, 《專欄》X－－題."""
_AFFILIATED = re.compile(
    rf"^(?P<it>{_SEQUENCE})\s?[/|]\s?[^\s。,/|]{{2,20}}(?:大学|学院|研究[所员院]|教授|讲师|律师|医师|医生|院长|所长|主任|会长|理事长|秘书长|董事长|执行长|总编辑|作家|学者|评论员|博士|硕士|顾问|委员|立委|议员|工程师|编辑|负责人|创办人|创始人|专家)$"
)
"""黃國昌／中研院副研究員: who wrote a column, and what the author is."""
_NOTE = re.compile(
    r"^\W{0,2}本文作者[为是系][^。]{0,40}?(?:\s|[)])(?P<it>[\u3400-\u9fff·]{2,8})[。)]?$|^\W{0,2}本文作者[为是系](?P<other>[\u3400-\u9fff·]{2,4})[,，、]"
)
"""本文作者為河岸日報(中文版)編輯委員 林小滿."""
_DESK = re.compile(r"^\W?(?:责任)?编辑\s?[:/]\s?(?P<paper>[^\s:/—–-]{2,10})\s?[—–-]\s?(?P<it>[^\s()\[\]—–-]{2,8})\W?$")
"""编辑：芯片周刊-浪客: an account signs so, where nobody else is named."""
_POSTED = re.compile(
    r"(?:^|(?<=[|>·•])\s?)(?P<it>[a-z][\w.'-]*(?: [a-z][\w.'-]*){1,3}|[^\s,。:()由]{2,20})\s?(?:于|在)?\s?(?:发表|发布|张贴|提交)(?:于|在)?(?=\s?[\d\W]|$|\s?[a-z]{3})"
    r"|(?:^|\s|本文)由\s?(?P<by>[^\s,。:()]{2,20}?)\s?(?:于(?=\s?\d)|(?:在|发表|发布|张贴)(?=\s?\d|\s|$)|撰[写文])"
    r"|^posted\s?[@on]{0,2}\s?[\d\s:./年月日-]{8,20}\s(?P<after>[^\s\d,。:()]{2,20})(?=\s|$)"
    r"|^(?P<first>[^\s,。:()]{2,20})\s于\s?(?=\d{4})"
)
_DATELINE = re.compile(
    r"^[【(\[〔]?\s?(?:据|来源)?(?P<paper>[\u3400-\u9fff]{2,10}?(?:网|社|报|台))(?:快讯|客户端)?[】)\]〕]?\s?(?:[/|]?[^,。()“”\d]{0,12}?)(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[^,。()“”]{0,6}?)(?:专?电|专?讯|消息|报道)"
    r"|^[【(\[〔](?P<short>[\u3400-\u9fff]{1,8}(?:网|社|报|台))(?:专?讯|专?电|专?稿)[】)\]〕]"
    r"|^(?P<plain>[\u3400-\u9fff]{2,8}(?:网|社))讯(?=[\s(\[【]|记者|[\u3400-\u9fff])|^(?P<paper_news>[\u3400-\u9fff]{2,8}(?:报|台|新闻|客户端))讯\s?(?=[(\[【]|记者)"
)
_OWN = ("本报", "本网", "本台", "本刊", "本社", "本站", "本")
_VALUE_END = re.compile(
    r"[\s|;。<>《》\[\]【】()]|(?:责任)?编辑|作者|记者|发布|字号|阅读|点击|浏览|评论|举报|查看|\d{4}[-/.年]"
)
_NO_SOURCE = re.compile(r"(?:图片|资料|数据|图文|照片|视频|题图|封面)来源|来源\s?[:/]?\s?(?:于|网络|互联网|综合)")


class Credit(NamedTuple):
    """What a row says of one role. `outlet`: whose reporter, or the source itself. `sure`: all names have a person's form.
    `labelled`: a label with a sign stands before the names.
    """

    role: Role
    names: tuple[str, ...]
    outlet: str | None = None
    sure: bool = True
    labelled: bool = True


@lru_cache(256)
def read_credits(text: str, folded: str) -> tuple[Credit, ...]:
    """Everything a row or a paragraph says about who made the story. `text` and `folded` are as long."""
    if len(folded) > LONGEST or "。" in folded:
        return tuple(_about_paragraph(text, folded))
    found = (*_dateline(text, folded), *_labelled(text, folded), *_unlabelled(text, folded))
    return (*found, *_notes(text, folded))


def joined(printed: tuple[str, ...] | list[str]) -> str:
    """Several names as one string."""
    return "、".join(dict.fromkeys(printed))


def _about_paragraph(text: str, folded: str) -> Iterator[Credit]:
    """Bylines before the first sentence and, in brackets, behind the last."""
    head = re.split("[。!?]", folded[:HEAD])[0]
    opening = re.match(r"\s?[【(\[〔][^】)\]〕]{2,40}[】)\]〕]", head)
    yield from _dateline(text, head)
    if opening:
        yield from _lead(text, head)
        inside = slice(opening.start() + 1, opening.end() - 1)
        yield from (*_labelled(text[inside], folded[inside]), *_unlabelled(text[inside], folded[inside]))
    elif not _DATELINE.match(head):
        start = re.match(
            r"[^,。:“”]{0,8}?记者[\s/:]{0,2}[^,。“”]{2,24}[\s/]?[^,。“”]{0,8}?(?:报[道导]|电)(?=[\s)\]】:]|$)", head
        )
        if start:
            yield from _labelled(text[: start.end()], folded[: start.end()])
    within = re.search(r"\((?P<it>[^()]{0,12}(?:记者|通讯员|作者)[^()]{2,30})\)", folded[:HEAD])
    if within and not opening:
        inside = slice(within.start("it"), within.end("it"))
        yield from _labelled(text[inside], folded[inside])
    closing = re.search(r"[(\[【〔](?P<it>[^()\[\]【】〔〕]{2,40})[)\]】〕]$", folded[-TAIL:])
    if closing:
        shift = max(0, len(folded) - TAIL)
        inside = slice(shift + closing.start("it"), shift + closing.end("it"))
        yield from (*_labelled(text[inside], folded[inside]), *_unlabelled(text[inside], folded[inside]))


def _dateline(text: str, folded: str) -> Iterator[Credit]:
    """新华社北京2月13日电（记者张三丰）: the agency, and whom it names in brackets."""
    dateline = _DATELINE.match(folded)
    if dateline is None:
        return
    paper = next(group for group in ("paper", "short", "plain", "paper_news") if dateline[group])
    if not dateline[paper].startswith(_OWN) and is_source(dateline[paper]):
        yield Credit("dateline", (), text[dateline.start(paper) : dateline.end(paper)])
    inner = re.compile(r"[^(。]{0,12}\((?P<it>[^()]{2,30})\)").match(folded, dateline.end())
    if inner:
        inside = slice(inner.start("it"), inner.end("it"))
        yield from _labelled(text[inside], folded[inside])


def _labelled(text: str, folded: str) -> Iterator[Credit]:
    """What stands behind each label of a row."""
    if not _MAYBE.search(folded):
        return
    labels = list(_LABEL.finditer(folded))
    ends = [*(label.start() for label in labels[1:]), len(folded)]
    for label, end in zip(labels, ends, strict=False):
        if label["other"]:
            continue
        if label["source"]:
            yield from _source(text, folded, label)
        elif label["editor"] or label["photo"]:
            found = names_at(text, folded, label.end(), end, loose=True)
            yield Credit("editor" if label["editor"] else "photo", found.printed)
        else:
            yield from _makers(text, folded, label, end)


def _makers(text: str, folded: str, label: re.Match[str], end: int) -> Iterator[Credit]:
    """Writers, reporters and correspondents behind their label."""
    role: Role = "reporter" if label["reporter"] else "correspondent" if label["correspondent"] else "writer"
    sign = bool(label["sign"] or label["mark"] or label["tie"])
    outlet = _outlet(text, label) if label["reporter"] else None
    if label["writer"] == "文" and not sign and not folded[label.end("writer") : label.end()].isspace():
        return
    if label["writer"] and sign and (pair := _paper_and_name(text, folded, label.end(), end)):
        yield pair
        return
    found = names_at(
        text,
        folded,
        label.end(),
        end,
        loose=bool(label["writer"] and sign) or bool(label["by"]) or _is_nick_behind(label),
    )
    if label["by"] and found.printed and found.printed[0][0].islower():
        return  # a sentence goes on
    if found.printed and _PHOTOGRAPHED.match(folded, found.end) and role == "reporter":
        role = "photo"
    if label["writer"] and sign and not found.printed and not outlet:
        outlet = _outlet_as_writer(text, folded, label.end(), end)
    if found.printed or outlet:
        yield Credit(role, found.printed, outlet, found.sure, sign or role != "writer")


def _outlet_as_writer(text: str, folded: str, start: int, end: int) -> str | None:
    """文／中央社: an outlet where the writer's name is expected."""
    value = folded[start:end].strip()
    return text[start:end].strip() if is_outlet(value) and is_source(value) else None


def _is_nick_behind(label: re.Match[str]) -> bool:
    """作者somebody: boards set the id right behind the label."""
    return (
        label["writer"] == "作者"
        and label.string[label.end() : label.end() + 1].isascii()
        and label.end("writer") == label.end()
    )


def _outlet(text: str, label: re.Match[str]) -> str | None:
    """The paper whose reporter it is, right before the word (聯合報記者)."""
    said = label["outlet"]
    before = label.string[: label.start()]
    if not said and (apart := re.search(r"(?P<it>[^\s,。()\[\]【】〔〕:“”/|]{2,12})[\s/]+$", before)):
        ours = apart["it"].endswith(_OWN) or not is_outlet(apart["it"])
        return None if ours else text[apart.start("it") : apart.end("it")]
    if not said or said.startswith(_OWN) or not is_outlet(said) or not is_source(said):
        return None
    return text[label.start("outlet") : label.end("outlet")]


def _paper_and_name(text: str, folded: str, start: int, end: int) -> Credit | None:
    """文｜財新 余聰: the paper, then the name."""
    words = folded[start:end].strip().split()
    if (
        len(words) < 2
        or (len(words) > 2 and not words[2][0].isdigit())
        or not names.is_person(words[1])
        or names.is_person(words[0])
    ):
        return None
    if re.search("[、,&/:(]|记者", words[0]) or not is_source(words[0]):
        return None
    shown = text[start:end].split()
    return Credit("writer", (shown[1],), shown[0])


def _source(text: str, folded: str, label: re.Match[str]) -> Iterator[Credit]:
    if _NO_SOURCE.search(folded):
        return
    start = label.end()
    closing = _VALUE_END.search(folded, start + 1)
    end = closing.start() if closing else len(folded)
    value = text[start:end].strip(' :：/／|·、,，-—>"“”')
    if is_source(fold_part(folded, start, end)) and len(value) > 1:
        yield Credit("source", (), value)


def fold_part(folded: str, start: int, end: int) -> str:
    """A part of a folded row without the signs at its ends."""
    return folded[start:end].strip(' :/|·、,-—>"“”')


def _unlabelled(text: str, folded: str) -> Iterator[Credit]:
    """Bylines that no label tells."""
    yield from _lead(text, folded)
    for form in (_FILED, _RUN_ON, _MARKED, _AFFILIATED):
        for match in form.finditer(folded):
            group = "dash" if form is _MARKED and match["dash"] else "it"
            found = names_at(text, folded, match.start(group), match.end(group), loose=False)
            if found.printed and found.sure:
                yield Credit("reporter", found.printed, labelled=False)


def _notes(text: str, folded: str) -> Iterator[Credit]:
    """Who wrote it, by a sentence of its own, and who signed as the desk of an account."""
    if note := _NOTE.match(folded):
        group = "it" if note["it"] else "other"
        if names.is_name(note[group]):
            printed = text[note.start(group) : note.end(group)]
            yield Credit("writer", (printed,), sure=names.is_person_by_label(note[group]))
    if (desk := _DESK.match(folded)) and names.is_name(desk["it"]):
        yield Credit("desk", (text[desk.start("it") : desk.end("it")],), text[desk.start("paper") : desk.end("paper")])


def _lead(text: str, folded: str) -> Iterator[Credit]:
    """【財訊快報／陳孟朔】."""
    match = _LEAD.match(folded)
    if match:
        found = names_at(text, folded, match.start("it"), match.end("it"), loose=False)
        paper = match["paper"] if is_outlet(match["paper"]) and not match["paper"].startswith(_OWN) else None
        if found.printed and found.sure:
            yield Credit("reporter", found.printed, text[match.start("paper") : match.end("paper")] if paper else None)


def signature(text: str, folded: str) -> tuple[str, str] | None:
    """Column and author of a title that is signed (〈專欄〉X／題); None if it is not."""
    match = _SIGNED.match(folded)
    if match is None or not names.is_person_by_label(match["it"]):
        return None
    return text[match.start("column") : match.end("column")], text[match.start("it") : match.end("it")]


def poster(text: str, folded: str, *, below: bool = False) -> str | None:
    """X 發表於 …: who posted, by a row that says so. `below`: only by forms that speak of the text above, for readers post too."""
    match = _POSTED.search(folded)
    if match is None:
        return None
    group = next(name for name in ("it", "by", "after", "first") if match[name])
    of_this = group == "after" or folded.startswith("本文")
    if (below and not of_this) or not names.is_name(match[group]) or is_outlet(match[group]):
        return None
    return text[match.start(group) : match.end(group)]
