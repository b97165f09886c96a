"""Modules loaded on first use, so that a start pays only for what the first frame needs.

if TYPE_CHECKING:
    from tui_reader.library import trash
else:
    trash = Deferred("tui_reader.library.trash")
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any


class Deferred:
    """Stands for a module of this name. Any thread may be the first to use it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(sys.modules.get(self._name) or import_module(self._name), attribute)
