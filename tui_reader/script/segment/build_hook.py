"""Hatch's build hook: compiles the dictionaries of the segmenter before a wheel is built, also an editable one.

It runs where only the build requirements of pyproject.toml are installed; it is not part of the wheel.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DictionaryHook(BuildHookInterface[Any]):
    """Compiles where DIGEST does not match the sources: a second build of the same checkout takes no time."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatch's signature
        """Write the dictionaries into the package's source folder; pyproject.toml takes them from there."""
        sys.path.insert(0, self.root)
        from tui_reader.script.segment.compile import compile_all, is_current  # noqa: PLC0415  needs the path

        folder = Path(self.root, "tui_reader", "script", "segment", "data")
        if not is_current(folder):
            self.app.display_info("Compiling the word dictionaries")
            compile_all(folder)
