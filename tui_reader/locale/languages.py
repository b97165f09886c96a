"""The languages, and which one is wanted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.locale import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LANGUAGES = {ENGLISH: "English", "zh_Hant": "繁體中文", "zh_Hans": "简体中文"}
"""The languages, with their own names."""

VARIABLE = "TUI_READER_LANG"

OPTION = "--lang"

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first one that is set counts, as for other programs."""

_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_SIMPLIFIED = frozenset({"hans", "cn", "sg", "my"})
_ENGLISH = frozenset({"en", "c", "posix"})


def language_named(name: str) -> str | None:
    """The language of a name such as `zh_TW.UTF-8`, `zh-Hans` or `en`; None if there is no such language here."""
    first, *others = re.split(r"[-_.@]", name.lower())
    if first in _ENGLISH:
        return ENGLISH
    if first != "zh":
        return None
    return "zh_Hant" if _TRADITIONAL & set(others) and "hans" not in others else "zh_Hans"


def language_of_variable(environ: Mapping[str, str]) -> str | None:
    """The language that `TUI_READER_LANG` names; None if it names none."""
    return language_named(environ.get(VARIABLE, ""))


def language_of_locale(environ: Mapping[str, str]) -> str:
    """The language of the locale; English if the locale has another one."""
    name = next((value for variable in _LOCALE_VARIABLES if (value := environ.get(variable))), ENGLISH)
    return language_named(name) or ENGLISH


def split_option(words: Sequence[str]) -> tuple[list[str], str | None]:
    """The words without `--lang L` or `--lang=L`, and the last L; None if there is none. After `--` words are literal."""
    end = words.index("--") if "--" in words else len(words)
    kept: list[str] = []
    named: str | None = None
    rest = iter(words[:end])
    for word in rest:
        if word == OPTION:
            named = next(rest, "")
        elif word.startswith(f"{OPTION}="):
            named = word.partition("=")[2]
        else:
            kept.append(word)
    return [*kept, *words[end:]], named
