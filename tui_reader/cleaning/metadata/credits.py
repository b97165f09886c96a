"""People and outlets credited in a row: one grammar for bylines, labels and datelines.

A row is split at its labels (作者, 記者, 編輯, 攝影, 來源 …). One or more names follow a label, after a colon, slash, space or
nothing; a place and an activity may follow (王曼玲台北2日電). Unlabelled bylines are recognized by the text after the names
(林小滿／台北報導), a sign before them (□ 林小滿) or brackets with a paper (【財訊快報／陳孟朔】). Patterns are in `credit_forms`;
names are returned as printed.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tui_reader.cleaning.metadata import credit_forms as forms
from tui_reader.cleaning.metadata.datelines import find_dateline
from tui_reader.cleaning.metadata.people import Names, is_employer, names_at
from tui_reader.text import names
from tui_reader.text.outlets import is_outlet, is_source

Role = Literal["writer", "publisher", "reporter", "correspondent", "editor", "photo", "source", "dateline", "desk"]

LONGEST = 140
"""Rows longer than this are paragraphs: only the beginning and end are read."""
_BARS = str.maketrans("丨︱│┃∣", "|||||")
"""Signs used as a bar between label and name; the first is a CJK stroke."""
_AT_WORK = re.compile(
    r"[^,。:“”]{0,8}?记者[\s/:]{0,2}[^,。“”]{2,24}[\s/]?[^,。“”]{0,8}?(?:报[道导]|电)(?=[\s)\]】:]|$)"
)
"""记者 林小满 台北报道, at the beginning of a paragraph."""
_OPENING = re.compile(r"\s?[【(\[〔][^】)\]〕]{2,40}[】)\]〕]")
_WITHIN = re.compile(r"\((?P<it>[^()]{0,12}(?:记者|通讯员|作者)[^()]{2,30})\)")
_CLOSING = re.compile(r"[(\[【〔](?P<it>[^()\[\]【】〔〕]{2,40})[)\]】〕]$")
"""Brackets at the beginning of a paragraph, within its first sentence, and at its end."""
_BRACKET = re.compile(r"[^(。]{0,12}\((?P<it>[^()]{2,30})\)")
HEAD, TAIL = 60, 50
"""Characters at the beginning and end of a paragraph searched for a byline."""


class Credit(NamedTuple):
    """Credit for one role. `outlet`: the reporter's outlet, or the source itself. `sure`: all names have a person's form.
    `labelled`: a label with a sign precedes the names.
    """

    role: Role
    names: tuple[str, ...]
    outlet: str | None = None
    sure: bool = True
    labelled: bool = True


def read_credits(text: str, folded: str) -> tuple[Credit, ...]:
    """All credits in a row or paragraph. `text` and `folded` have the same length."""
    folded = folded.translate(_BARS)
    if len(folded) > LONGEST or "。" in folded:
        return tuple(_about_paragraph(text, folded))
    found = (*_dateline(text, folded), *_labelled(text, folded), *_unlabelled(text, folded))
    return (*found, *_notes(text, folded))


def joined(printed: tuple[str, ...] | list[str]) -> str:
    """The names without duplicates, joined by 、."""
    return "、".join(dict.fromkeys(printed))


def _about_paragraph(text: str, folded: str) -> Iterator[Credit]:
    """Bylines before the first sentence and, in brackets, after the last."""
    head = re.split("[。!?]", folded[:HEAD])[0]
    opening = _OPENING.match(head)
    yield from _dateline(text, head)
    if opening:
        yield from _lead(text, head)
        yield from _bracketed(text, folded, opening.start() + 1, opening.end() - 1)
    dateline = find_dateline(head)
    behind = opening.end() if opening else dateline.end if dateline else 0
    if start := _AT_WORK.match(head, behind):
        yield from _labelled(text[behind : start.end()], folded[behind : start.end()])
    within = _WITHIN.search(folded[:HEAD])
    if within and (not opening or opening.end() <= within.start()):
        inside = slice(within.start("it"), within.end("it"))
        yield from _labelled(text[inside], folded[inside])
    if closing := _CLOSING.search(folded, max(0, len(folded) - TAIL)):
        yield from _bracketed(text, folded, closing.start("it"), closing.end("it"))


def _bracketed(text: str, folded: str, start: int, end: int) -> Iterator[Credit]:
    """Credits in `text[start:end]`, the content of brackets."""
    yield from _labelled(text[start:end], folded[start:end])
    yield from _unlabelled(text[start:end], folded[start:end])


def _dateline(text: str, folded: str) -> Iterator[Credit]:
    """新华社北京2月13日电（记者张三丰）: agency, and names in brackets."""
    dateline = find_dateline(folded)
    if dateline is None:
        return
    paper = slice(dateline.start, dateline.stop)
    if not folded[paper].startswith(forms.OWN) and is_source(folded[paper]):
        yield Credit("dateline", (), text[paper])
    inner = _BRACKET.match(folded, dateline.end)
    if inner:
        inside = slice(inner.start("it"), inner.end("it"))
        labelled = tuple(_labelled(text[inside], folded[inside]))
        yield from labelled or _bare(text, folded, inner.start("it"), inner.end("it"))


def _bare(text: str, folded: str, start: int, end: int) -> Iterator[Credit]:
    """张晓明 王丽: only names, in brackets after a dateline."""
    found = names_at(text, folded, start, end, loose=False)
    if found.sure and found.end >= end:
        yield Credit("reporter", found.printed, labelled=False)


def _labelled(text: str, folded: str) -> Iterator[Credit]:
    """Credits after each label of a row."""
    if not forms.MAYBE.search(folded):
        return
    label_form = forms.LABEL if forms.REPORTER.search(folded) else forms.OTHER_LABEL
    labels = list(label_form.finditer(folded))
    ends = [*(label.start() for label in labels[1:]), len(folded)]
    for label, end in zip(labels, ends, strict=False):
        if not label["other"]:
            yield from _behind_label(text, folded, label, end)


def _behind_label(text: str, folded: str, label: re.Match[str], end: int) -> Iterator[Credit]:
    """The credit between a label and `end`."""
    if label["source"]:
        yield from _source(text, folded, label)
    elif label["publisher"]:
        found = names_at(text, folded, label.end(), end, loose=True)
        yield Credit("publisher", found.printed, sure=found.sure)
    elif label["editor"] or label["photo"]:
        found = names_at(text, folded, label.end(), end, loose=True)
        yield Credit("editor" if label["editor"] else "photo", found.printed)
    else:
        yield from _makers(text, folded, label, end)


def _makers(text: str, folded: str, label: re.Match[str], end: int) -> Iterator[Credit]:
    """Writers, reporters and correspondents after their label."""
    sign = bool(label["sign"] or label["mark"] or label["tie"])
    if label["writer"] == "文" and not sign and not folded[label.end("writer") : label.end()].isspace():
        return
    if label["writer"] and sign and (pair := _paper_and_name(text, folded, label.end(), end)):
        yield pair
        return
    loose = bool(label["writer"] and sign) or bool(label["by"]) or _is_nick_behind(label)
    found = names_at(text, folded, label.end(), end, loose=loose)
    if label["by"] and found.printed and found.printed[0][0].islower():
        return  # the beginning of a sentence
    outlet = _outlet(text, label) if label["reporter"] else None
    if label["writer"] and sign and not found.printed:
        outlet = _outlet_as_writer(text, folded, label.end(), end)
    role = _maker_role(label, folded, found)
    if found.printed or outlet:
        yield Credit(role, found.printed, outlet, found.sure, sign or role != "writer")


def _maker_role(label: re.Match[str], folded: str, found: Names) -> Role:
    """Role of the names behind a label; reporters who only took the pictures are photographers."""
    if label["reporter"]:
        return "photo" if found.printed and forms.PHOTOGRAPHED.match(folded, found.end) else "reporter"
    return "correspondent" if label["correspondent"] else "writer"


def _outlet_as_writer(text: str, folded: str, start: int, end: int) -> str | None:
    """文／中央社: an outlet in place of the writer's name."""
    value = folded[start:end].strip()
    return text[start:end].strip() if is_outlet(value) and is_source(value) else None


def _is_nick_behind(label: re.Match[str]) -> bool:
    """作者somebody: forums print the id directly after the label."""
    return (
        label["writer"] == "作者"
        and label.string[label.end() : label.end() + 1].isascii()
        and label.end("writer") == label.end()
    )


def _outlet(text: str, label: re.Match[str]) -> str | None:
    """The reporter's paper, directly before the word (聯合報記者)."""
    said = label["outlet"]
    before = label.string[: label.start()]
    if not said and (apart := re.search(r"(?P<it>[^\s,。()\[\]【】〔〕:“”/|]{2,12})[\s/]+$", before)):
        paper = re.sub(r"(?<=..)(?:讯|消息|报[道导])$", "", apart["it"].strip("《》"))
        start = apart.start("it") + apart["it"].startswith("《")
        ours = paper.endswith(forms.OWN) or not is_outlet(paper)
        return None if ours else text[start : start + len(paper)]
    if not said or said.startswith(forms.OWN) or not is_outlet(said) or not is_source(said):
        return None
    return text[label.start("outlet") : label.end("outlet")]


def _paper_and_name(text: str, folded: str, start: int, end: int) -> Credit | None:
    """文｜財新 余聰: paper and name behind a writer's label; None for other forms."""
    words = folded[start:end].strip().split()
    if (
        len(words) < 2
        or (len(words) > 2 and not words[2][0].isdigit())
        or not names.is_person(words[1])
        or names.is_person(words[0])
        or is_employer(words[0])
    ):
        return None
    if re.search("[、,&/:(]|记者", words[0]) or not is_source(words[0]):
        return None
    shown = text[start:end].split()
    return Credit("writer", (shown[1],), shown[0])


def _source(text: str, folded: str, label: re.Match[str]) -> Iterator[Credit]:
    if forms.NO_SOURCE.search(folded):
        return
    start = label.end()
    closing = forms.VALUE_END.search(folded, start + 1)
    end = closing.start() if closing else len(folded)
    value = text[start:end].strip(' :：/／|·、,，-—>"“”')
    if is_source(fold_part(folded, start, end)) and len(value) > 1:
        yield Credit("source", (), value)


def fold_part(folded: str, start: int, end: int) -> str:
    """A part of a folded row without signs at its ends."""
    return folded[start:end].strip(' :/|·、,-—>"“”')


def _unlabelled(text: str, folded: str) -> Iterator[Credit]:
    """Bylines recognized by position, sign or following words, without a label."""
    yield from _lead(text, folded)
    if (enclosed := forms.ENCLOSED.match(folded)) and names.are_people(enclosed["it"]):
        yield from _bare(text, folded, enclosed.start("it"), enclosed.end("it"))
    fit = forms.FILED_OR_RUN_ON if forms.REPORTED.search(folded) else ()
    for form in (*fit, forms.MARKED, forms.AFFILIATED, forms.LETTER):
        for match in form.finditer(folded):
            group = "dash" if form is forms.MARKED and match["dash"] else "it"
            found = names_at(text, folded, match.start(group), match.end(group), loose=False)
            pictured = folded[: match.start(group)].rstrip(" :/|").endswith(("摄影", "摄像")) or "摄影" in match[group]
            if found.printed and found.sure and not pictured:
                yield Credit("reporter", found.printed, labelled=False)


def _notes(text: str, folded: str) -> Iterator[Credit]:
    """Author statements as sentences, signatures of account editors, and print editions."""
    if edition := forms.EDITION.match(folded):
        yield Credit("source", (), text[edition.start("paper") : edition.end("paper")])
    if note := forms.NOTE.match(folded):
        group = next(name for name in ("it", "other", "named") if note[name])
        if names.is_person_by_label(note[group]) or (group == "it" and names.is_name(note[group])):
            printed = text[note.start(group) : note.end(group)]
            yield Credit("writer", (printed,), sure=names.is_person_by_label(note[group]))
    if (desk := forms.DESK.match(folded)) and names.is_name(desk["it"]):
        yield Credit("desk", (text[desk.start("it") : desk.end("it")],), text[desk.start("paper") : desk.end("paper")])


def _lead(text: str, folded: str) -> Iterator[Credit]:
    """【財訊快報／陳孟朔】: paper and reporter in brackets at the beginning of a row."""
    match = forms.LEAD.match(folded)
    if match:
        found = names_at(text, folded, match.start("it"), match.end("it"), loose=False)
        paper = match["paper"] if is_outlet(match["paper"]) and not match["paper"].startswith(forms.OWN) else None
        if found.printed and found.sure:
            yield Credit("reporter", found.printed, text[match.start("paper") : match.end("paper")] if paper else None)


def signature(text: str, folded: str) -> tuple[str, str] | None:
    """(column, author) of a signed title (〈專欄〉X／題); None if unsigned."""
    match = forms.SIGNED.match(folded)
    if match is None or not names.is_person_by_label(match["it"]):
        return None
    return text[match.start("column") : match.end("column")], text[match.start("it") : match.end("it")]


def poster(text: str, folded: str, *, below: bool = False) -> str | None:
    """X 發表於 …: author of a post. `below`: only forms that refer to the text above, because readers post too."""
    match = forms.POSTED.search(folded)
    if match is None:
        return None
    group = next(name for name in ("it", "by", "after", "first") if match[name])
    of_this = group == "after" or folded.startswith("本文") or forms.COUNTS.search(folded) is not None
    if (below and not of_this) or not names.is_name(match[group]) or is_outlet(match[group]):
        return None
    return text[match.start(group) : match.end(group)]
