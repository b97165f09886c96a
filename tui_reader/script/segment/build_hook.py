"""Hatch build hook: compiles the segmenter's dictionaries before a wheel is built, also an editable one.

Runs with only the build requirements of pyproject.toml installed; not part of the wheel.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DictionaryHook(BuildHookInterface[Any]):
    """Compiles if DIGEST does not match the sources; rebuilding an unchanged checkout takes no time."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatch's signature
        """Write the dictionaries into the source folder, where pyproject.toml includes them from."""
        sys.path.insert(0, self.root)
        from tui_reader.script.segment.compile import compile_all, is_current  # noqa: PLC0415  needs the path

        folder = Path(self.root, "tui_reader", "script", "segment", "data")
        if not is_current(folder):
            self.app.display_info("Compiling the word dictionaries")
            compile_all(folder)
