"""Brings the catalogues up to date: `python -m tests.locale.update`. New messages get empty translations."""

from __future__ import annotations

from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tests.locale.messages import messages
from tui_reader.locale import FOLDER
from tui_reader.locale.compile import compile_all

CATALOGUES = ("zh_Hant", "zh_Hans")


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
    written = BytesIO()
    write_po(written, catalogue, width=120, omit_header=False, sort_output=True, include_lineno=False)
    (FOLDER / f"{language}.po").write_bytes(written.getvalue())


if __name__ == "__main__":
    for name in CATALOGUES:
        update(name)
    compile_all()
