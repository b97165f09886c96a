"""Language of screen, help and messages: English in the code, `zh_Hant` and `zh_Hans` in gettext catalogues.

    languages  choice of the language: --lang, variables, locale
    compile    zh_*.po → zh_*.mo

Sentences with values are translated where they are composed: `_("{count} of them").format(count=3)`. Constant sentences
and declared tables stay English, also in records and in the library, and are translated where they are displayed: `_` returns
a text that is not in the catalogue unchanged. An English start loads no catalogue.
"""

from __future__ import annotations

from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from gettext import GNUTranslations

ENGLISH = "en"

FOLDER = Path(__file__).parent


class _Current:
    """The language in force, one for the process."""

    language: str = ENGLISH
    catalogue: GNUTranslations | None = None


def use(language: str) -> None:
    """Translate into this language from now on: `en`, `zh_Hant` or `zh_Hans`."""
    if language != _Current.language:
        _Current.catalogue = None if language == ENGLISH else load(language)
        _Current.language = language


def language() -> str:
    """The language in force: `en`, `zh_Hant` or `zh_Hans`."""
    return _Current.language


def load(language: str) -> GNUTranslations:
    """The catalogue of a language. In a checkout the .po file is compiled in memory if the .mo file is missing or older."""
    from gettext import GNUTranslations  # noqa: PLC0415 - English needs none
    from io import BytesIO  # noqa: PLC0415

    source, compiled = FOLDER / f"{language}.po", FOLDER / f"{language}.mo"
    if source.exists() and not (compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime):
        from tui_reader.locale.compile import compiled_catalogue  # noqa: PLC0415 - an installed program has the .mo file

        return GNUTranslations(BytesIO(compiled_catalogue(source.read_text(encoding="utf-8"))))
    return GNUTranslations(BytesIO(compiled.read_bytes()))


def _(message: str) -> str:
    """The message in the language in force; unchanged if it has no translation."""
    catalogue = _Current.catalogue
    return message if catalogue is None or not message else catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form for a count: `one` is the message for 1, `many` for all other counts."""
    if _Current.catalogue is None:
        return one if count == 1 else many
    return _Current.catalogue.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """The message of a context: for words that need another translation there, such as key hints."""
    catalogue = _Current.catalogue
    return message if catalogue is None or not message else catalogue.pgettext(context, message)


def gettext_noop(message: str) -> str:
    """Declare a message that is translated where it is displayed."""
    return message
