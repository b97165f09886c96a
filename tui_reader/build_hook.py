"""Hatch build hook: compiles the dictionaries and message catalogues and writes the man page before a wheel is built, also an editable one.

Runs with only the build requirements of pyproject.toml installed; not part of the wheel.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Hook(BuildHookInterface[Any]):
    """Compiles if DIGEST does not match the sources; rebuilding an unchanged checkout takes no time."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatch's signature
        """Write the dictionaries into the source folder, where pyproject.toml includes them from, and the man page."""
        sys.path.insert(0, self.root)
        from tui_reader.locale.compile import compile_all as compile_catalogues  # noqa: PLC0415  needs the path
        from tui_reader.script.segment.compile import compile_all, is_current  # noqa: PLC0415  needs the path

        compile_catalogues()
        folder = Path(self.root, "tui_reader", "script", "segment", "data")
        if not is_current(folder):
            self.app.display_info("Compiling the word dictionaries")
            compile_all(folder)
        self._written = TemporaryDirectory()
        page = Path(self._written.name, "tui-reader.1")
        page.write_text(man_page(self.metadata.version, self.metadata.core.description), encoding="utf-8")
        build_data["shared_data"][str(page)] = "share/man/man1/tui-reader.1"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  hatch's signature
        """Remove the man page, which is in the wheel now."""
        self._written.cleanup()


def man_page(version: str, description: str) -> str:
    """The manual in roff, from the declared commands."""
    from argparse_manpage.manpage import Manpage  # noqa: PLC0415  only a build needs it

    from tui_reader.cli.shell import full_parser  # noqa: PLC0415  needs the path

    return str(Manpage(full_parser(), {"version": version, "description": description, "manual_title": "tui-reader"}))
