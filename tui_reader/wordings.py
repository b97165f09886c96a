"""Text in the wording a reader asks for, the person's own words before all others: a session's part without a library."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tui_reader.model import Script
    from tui_reader.script import Context, Converter
    from tui_reader.script.own import UserGlossary


class Wordings:
    """Converters with the table of a person's own words at `glossary`, which need not be there; None for no table."""

    def __init__(self, glossary: Path | None = None) -> None:
        self._glossary = glossary
        self._table: UserGlossary | None = None
        self._making = Lock()

    @property
    def words(self) -> UserGlossary:
        """The person's own words: what is wrong with their table, and corrections of it."""
        with self._making:
            if self._table is None:
                from tui_reader.script.own import UserGlossary  # noqa: PLC0415 - not before something is converted

                self._table = UserGlossary(self._glossary)
            return self._table

    def converter(self, name: str) -> Converter:
        """The converter to `cn tw hk hans hant`; the person's own words win in it, as their table stands now."""
        return self.words.converter(name)

    def convert(self, text: str, target: str, *, source: Script | None = None, context: Context | None = None) -> str:
        """`text` in another script or wording (`cn tw hk hans hant`), line by line; line ends stay.

        Each line's script is judged by itself, unless the caller knows the `source` script or the `context` of the whole.
        """
        convert = self.converter(target).convert
        return "\n".join(convert(line, source=source, context=context) for line in text.split("\n"))

    def warm(self, names: Iterable[str]) -> Iterator[None]:
        """Read the tables of these converters and of the search, one with each step: later calls need not wait for them."""
        from tui_reader.script import equivalents  # noqa: PLC0415 - see the module's docstring

        for name in names:
            self.converter(name).load()
            yield
        equivalents.lexicon()
        yield
