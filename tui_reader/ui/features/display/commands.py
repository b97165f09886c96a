"""Commands of wording and punctuation."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command

COMMANDS = (
    Command("reading", "repair", ("p",), "display.repair", "Repair punctuation (toggle)", palette=True, rank=40),
    Command("everywhere", "script", ("t",), "display.script", "Script: as written → 简体 → 繁體", "script", palette=True, rank=10),
    Command("everywhere", "region", ("T",), "display.region", "Traditional: Taiwan or Hong Kong wording", palette=True, rank=10),
)  # fmt: skip
