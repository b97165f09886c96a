"""Dates and times as people read them."""

from __future__ import annotations


def day_and_time(iso: str | None) -> str:
    """`2025-08-15T23:45` → `2025-08-15 23:45`, without seconds and zone; empty for None."""
    day, _, time = (iso or "").partition("T")
    return f"{day} {time[:5]}".strip()
