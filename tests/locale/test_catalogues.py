"""The catalogues: complete, without stale or doubtful translations, with the same placeholders, in the terms of each region."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from io import BytesIO
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from tests.locale.messages import messages
from tests.locale.update import CATALOGUES, read, template
from tui_reader.locale import FOLDER
from tui_reader.locale.compile import compiled_catalogue
from tui_reader.text.cells import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog, Message

FOREIGN = {
    "zh_Hant": "軟件 文件夾 打印 屏幕 默認 鼠標 撤銷 回收站 字符串 菜單 链 标 书 导",
    "zh_Hans": "软体 档案 萤幕 预设 滑鼠 复原 垃圾桶 字串 选单 資 標 書 導 捷徑",
}
"""Terms of the other region, and characters of the other script."""

HELP_CELLS = 60 - 4 - 15
"""Cells of a command's title in the help screen of a terminal with 60 columns: without frame, margin and keys."""

HINT_CELLS = 10
"""Cells of a hint's word: four Han characters and a space, so that several fit into 60 columns."""


@pytest.fixture(params=CATALOGUES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return read(request.param)


def translated(catalogue: Catalog) -> Iterator[tuple[Message, str]]:
    """(message, translation) of all messages."""
    for message in catalogue:
        if message.id:
            yield message, message.string if isinstance(message.string, str) else "".join(message.string or ())


def names_of(catalogue: Catalog) -> set[tuple[object, str]]:
    return {(message.id, message.context or "") for message in catalogue if message.id}


def test_each_message_is_in_the_catalogue_and_no_other(catalogue: Catalog) -> None:
    """`python -m tests.locale.update` adds and removes messages."""
    assert names_of(template()) == names_of(catalogue)


def test_each_message_is_translated(catalogue: Catalog) -> None:
    assert [] == [message.id for message, text in translated(catalogue) if not text or message.fuzzy]


def test_placeholders_are_those_of_the_message(catalogue: Catalog) -> None:
    def fields(text: str) -> set[tuple[str | None, ...]]:
        braces = (
            {part[1:] for part in Formatter().parse(text) if part[1] is not None}
            if "{path}" in text or "%" not in text
            else set()
        )
        return braces | {(found,) for found in re.findall(r"%\(?\w+\)?s?", text)}

    different = []
    for message, text in translated(catalogue):
        original = message.id if isinstance(message.id, str) else str(tuple(message.id)[-1])
        if "-{zh-cn" not in original and fields(original) != fields(text):
            different.append(original)
    assert [] == different


def test_wording_and_punctuation_are_of_the_region(catalogue: Catalog) -> None:
    foreign = FOREIGN[str(catalogue.locale)]
    # Names of wordings are the same in both languages.
    texts = [
        text.replace("简体", "").replace("繁體（香港）", "").replace("繁體", "")
        for _message, text in translated(catalogue)
    ]
    assert [] == [text for text in texts if any(term in text for term in (*foreign.split(), "您", "！"))]
    assert [] == [text for text in texts if re.search(r"[\u4e00-\u9fff][,;:?!](?:\s|$)", text)]


def test_titles_fit_the_help_of_a_narrow_terminal(catalogue: Catalog) -> None:
    from tui_reader.ui.registration import declared_keys  # noqa: PLC0415 - loads the screen

    titles = {command.title for command in declared_keys().commands}
    texts = [text for message, text in translated(catalogue) if message.id in titles]
    assert [] == [text for text in texts if width(text) > HELP_CELLS + 12]


def test_hints_are_short(catalogue: Catalog) -> None:
    hints = [text for message, text in translated(catalogue) if message.context == "hint"]
    assert hints
    assert [] == [text for text in hints if width(text) > HINT_CELLS or " " in text]


@pytest.mark.parametrize("language", CATALOGUES)
def test_the_compiled_catalogue_has_all_translations(language: str) -> None:
    compiled = GNUTranslations(BytesIO(compiled_catalogue((FOLDER / f"{language}.po").read_text("utf-8"))))
    for message, text in translated(read(language)):
        if isinstance(message.id, str):
            found = compiled.pgettext(message.context, message.id) if message.context else compiled.gettext(message.id)
        else:
            one, many = message.id
            found = compiled.ngettext(one, many, 2)
        assert text == found


def test_messages_are_found_in_source_and_declarations() -> None:
    texts = {message.text for message in messages()}
    assert {"The library is empty.", "Next article", "--data-dir needs a folder", "navigation", "usage: "} <= texts


def test_fuzzy_and_empty_translations_are_not_compiled() -> None:
    source = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n#, fuzzy\nmsgid "one"\nmsgstr "甲"\n\nmsgid "two"\nmsgstr ""\n'
    compiled = GNUTranslations(BytesIO(compiled_catalogue(source)))
    assert ["one", "two"] == [compiled.gettext("one"), compiled.gettext("two")]
