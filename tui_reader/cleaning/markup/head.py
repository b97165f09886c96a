"""Declarations of an HTML page: meta elements, canonical URL, base URL."""

from tui_reader.cleaning.markup.notes import Attributes
from tui_reader.cleaning.markup.reading import Reading


class Head:
    """Stores declarations in the reading; of several values for a name the first counts."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def start_meta(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002 - all starts are called alike
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if attributes.get("http-equiv", "").lower() == "content-language":
            key = "content-language"
        content = attributes.get("content", "").strip()
        if key and content:
            self._reading.meta.setdefault(key.lower(), content)

    def start_address(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        if self._reading.address is None and "canonical" in attributes.get("rel", "").lower().split():
            self._reading.address = attributes.get("href")

    def start_base(self, tag: str, attributes: Attributes) -> None:  # noqa: ARG002
        self._reading.base = self._reading.base or attributes.get("href")
