"""Lists of words that guards name by `$` and a name: `lexicon/lists.txt`, and the titles behind a surname."""

from functools import cache
from pathlib import Path

from tui_reader.script.persons import TITLES


def word_list(value: str) -> tuple[str, ...]:
    """The words that a value of a condition stands for: itself, unless it names a list (`$animal`)."""
    return word_lists().get(value, (value,)) if value.startswith("$") else (value,)


@cache
def word_lists() -> dict[str, tuple[str, ...]]:
    """The lists by their names; each line of the file is a name and its words, `#` lines are comments."""
    text = (Path(__file__).with_name("lexicon") / "lists.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if not line.startswith("#")]
    return {"$title": TITLES} | {f"${name}": tuple(words) for name, *words in rows}
