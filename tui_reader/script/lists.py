"""Named word lists for guards (`$name`): `lexicon/lists.txt`, and the titles that follow a surname."""

from functools import cache
from pathlib import Path

from tui_reader.script.persons import TITLES


def word_list(value: str) -> tuple[str, ...]:
    """The words that a condition's value stands for: itself, or the words of the list it names (`$animal`)."""
    return word_lists().get(value, (value,)) if value.startswith("$") else (value,)


@cache
def word_lists() -> dict[str, tuple[str, ...]]:
    """All lists by name. File format: a name and its words per line, `#` comments."""
    text = (Path(__file__).with_name("lexicon") / "lists.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if not line.startswith("#")]
    return {"$title": TITLES} | {f"${name}": tuple(words) for name, *words in rows}
