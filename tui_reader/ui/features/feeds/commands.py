"""Keys of feeds: the panel, and subscribing, updating and unsubscribing in it."""

from __future__ import annotations

from tui_reader.ui.core.commands import Command, Context

CONTEXT = Context("feeds", "In the list of feeds", sign="FEEDS")

COMMANDS = (
    Command("everywhere", "feeds", ("F",), "feeds.open", "Feeds: subscribe, update, list their articles", palette=True, rank=102),
    Command("everywhere", "update-feeds", (), "feeds.update", "Update all feeds; while updating, cancel", palette=True, rank=103),
    Command("feeds", "down", ("j", "down"), "move(1)", "Next feed"),
    Command("feeds", "up", ("k", "up"), "move(-1)", "Previous feed"),
    Command("feeds", "show", ("enter", "space"), "show", "List its articles (toggle)", "articles"),
    Command("feeds", "add", ("a",), "add", "Subscribe to an address or an OPML file", "subscribe"),
    Command("feeds", "update-all", ("U",), "feeds.update", "Update all feeds; while updating, cancel", "update all"),
    Command("feeds", "update", ("R",), "update", "Update this feed", "update this"),
    Command("feeds", "remove", ("d",), "remove", "Unsubscribe; its articles stay", "unsubscribe"),
    Command("feeds", "close", ("F", "escape", "q", "h", "left"), "close", "Close the panel", "close"),
)  # fmt: skip
