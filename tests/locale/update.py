"""Brings the catalogues up to date: `python -m tests.locale.update`. New messages get empty translations."""

from __future__ import annotations

from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tests.locale.messages import messages
from tui_reader.locale import FOLDER
from tui_reader.locale.compile import compile_all

CATALOGUES = ("zh_Hant", "zh_Hans")

HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def template() -> Catalog:
    """All messages without translations."""
    found = Catalog(project="tui-reader", charset="utf-8")
    for message, modules in messages().items():
        key = message.key
        found.add(
            key, locations=[(module, 0) for module in modules], context=message.context or None,
            flags=("python-brace-format",) if "{" in message.text else (),
        )  # fmt: skip
    return found


def read(language: str) -> Catalog:
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> None:
    """Add new messages, remove those that are no longer in the source."""
    catalogue = read(language)
    catalogue.update(template(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    write(language, catalogue)


def write(language: str, catalogue: Catalog) -> None:
    """Write a catalogue in the order of its messages."""
    written = BytesIO()
    write_po(written, catalogue, width=120, omit_header=True, sort_output=True, include_lineno=False)
    text = HEADER.format(language=language) + written.getvalue().decode()
    (FOLDER / f"{language}.po").write_text(text.rstrip("\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    for name in CATALOGUES:
        update(name)
    compile_all()
