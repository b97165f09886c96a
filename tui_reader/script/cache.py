"""LRU cache of conversions: the same text is displayed repeatedly."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.model import Script
    from tui_reader.script.targets import Context

    Key = tuple[Script | None, Context | None, str]


class ConversionCache:
    """LRU cache limited by the total number of source characters. Thread-safe."""

    def __init__(self, characters: int) -> None:
        self._room = characters
        self._kept: OrderedDict[Key, str] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> str | None:
        """The cached conversion, or None."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: Key, converted: str) -> None:
        """Store `converted`; evict the least recently used entries when over the limit."""
        with self._lock:
            if key not in self._kept:
                self._room -= len(key[-1])
            self._kept[key] = converted
            while self._room < 0:
                (*_context, text), _converted = self._kept.popitem(last=False)
                self._room += len(str(text))
