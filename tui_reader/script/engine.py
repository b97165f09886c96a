"""OpenCC's configurations over opencc-python-reimplemented's tables, with a quicker matcher.

The package reads its configurations and tables; what is replaced is its matching. It looks for the longest entry
anywhere in a clause and splits the clause around it, copying strings as it goes: 5 µs a character, half a second for
a long article, between a key and the screen. Here every stage runs once from left to right, the longest entry at each
place, as OpenCC itself does: a tenth of that, and the same answer but where two entries overlap.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import compress, count
from operator import add
from threading import Lock
from typing import Any

from tui_reader.errors import UsageError

_Table = tuple[int, int, dict[str, str]]
"""As the package holds it: the longest and the shortest entry, and each entry with its answers, the usual one first."""

_loading = Lock()
_tables: dict[str, _Table] = {}
_stages: dict[tuple[int, ...], "Stage"] = {}
"""Each made once, whatever the number of configurations that share it: tables by path, stages by their tables."""


class Engine:
    """One configuration, ready to convert. Safe to use from several threads."""

    def __init__(self, stages: list["Stage"]) -> None:
        self._stages = stages

    def convert(self, text: str) -> str:
        """`text` after all stages."""
        for stage in self._stages:
            text = stage.apply(text)
        return text


class Stage:
    """Tables that are tried together; where two have the same entry the earlier one wins."""

    def __init__(self, tables: list[_Table]) -> None:
        self._phrases: dict[str, str] = {}
        singles: dict[str, str] = {}
        for _longest, shortest, entries in reversed(tables):
            self._phrases.update(entries if shortest > 1 else {key: entries[key] for key in entries if len(key) > 1})
            singles.update({} if shortest > 1 else {key: entries[key] for key in entries if len(key) == 1})
        self._lengths = _lengths_by_head(self._phrases)
        self._characters = _Characters(singles)

    def apply(self, text: str) -> str:
        """`text` with every phrase replaced, longest first from the left, and every other character by itself."""
        plain = text.translate(self._characters) if self._characters else text
        if not self._phrases:
            return plain
        pieces: list[str] = []
        done = 0
        phrases, lengths = self._phrases, self._lengths
        pairs = list(map(add, text, text[1:]))
        for at in compress(count(), map(lengths.__contains__, pairs)):
            if at < done:
                continue
            for length in lengths[pairs[at]]:
                if (answers := phrases.get(text[at : at + length])) is not None:
                    pieces += plain[done:at], _usual(answers)
                    done = at + length
                    break
        return "".join([*pieces, plain[done:]])


class _Characters(dict[int, str]):
    """A table for `str.translate` that learns what it does not hold: a miss costs far more than a hit."""

    def __init__(self, singles: Mapping[str, str]) -> None:
        super().__init__({ord(character): _usual(answers) for character, answers in singles.items()})

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, chr(code))


def _lengths_by_head(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """For the first two characters of each phrase: the lengths of those that begin so, longest first."""
    masks: dict[str, int] = {}
    for phrase in phrases:
        head = phrase[:2]
        masks[head] = masks.get(head, 0) | 1 << len(phrase)
    return {head: _lengths(mask) for head, mask in masks.items()}


@cache
def _lengths(mask: int) -> tuple[int, ...]:
    return tuple(length for length in reversed(range(mask.bit_length())) if mask >> length & 1)


def _usual(answers: str) -> str:
    return answers.partition(" ")[0]


def engine(configuration: str) -> Engine:
    """The engine of an OpenCC configuration such as `s2twp`, read at the first call. UsageError when there is none."""
    with _loading:
        return _read(configuration)


@cache
def _read(configuration: str) -> Engine:
    from opencc import OpenCC  # noqa: PLC0415  the tables are large, and wanted only when something is converted

    package = OpenCC()
    package.dict_cache = _tables
    package.set_conversion(configuration)
    try:
        package.convert("")  # what makes it read
    except FileNotFoundError:
        raise UsageError(f"there is no conversion named {configuration}") from None
    chain: list[Any] = package._dict_chain_data  # noqa: SLF001  it has no public name for what it has read
    return Engine([_stage(tables if isinstance(tables, list) else [tables]) for tables in chain])


def _stage(tables: list[_Table]) -> Stage:
    identity = tuple(id(entries) for _longest, _shortest, entries in tables)  # stays true: `_tables` holds the entries
    if identity not in _stages:
        _stages[identity] = Stage(tables)
    return _stages[identity]
