"""Command that shows or hides readings."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command

COMMANDS = (
    Command("reading", "ruby", ("R",), "ruby.toggle", "Show or hide readings: pinyin, zhuyin or jyutping", palette=True, rank=85),
)  # fmt: skip
