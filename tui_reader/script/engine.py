"""OpenCC configurations, applied by OpenCC's own rules to its current tables.

A text is normalized, segmented if the configuration asks for it, and passed through the stages; each runs once from
left to right and takes the longest entry at each position. opencc-python-reimplemented fails half of OpenCC's own test
cases: it implements neither normalization, segmentation, `short_circuit` nor `union`. It is used for `proofreading`.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from tui_reader.errors import UsageError
from tui_reader.text.characters import Characters
from tui_reader.text.opencc_tables import configuration, usual
from tui_reader.text.phrases import PhraseMatcher

_FENCES = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7"
"""Noncharacter code points used as word separators: the first one that the text does not contain."""


class Engine:
    """One configuration. Thread-safe. UsageError if the name is unknown."""

    def __init__(self, name: str) -> None:
        try:
            wanted = configuration(name)
        except FileNotFoundError:
            raise UsageError(f"unknown conversion {name}") from None
        self._normalization = [_stage(_layers(step["dict"])) for step in wanted.get("normalization", [])]
        self._words = _words(wanted.get("segmentation"))
        self._stages = [_stage(_layers(step["dict"])) for step in wanted["conversion_chain"]]

    def convert(self, text: str) -> str:
        """Convert `text`: normalization, segmentation, all stages."""
        for stage in self._normalization:
            text = stage.apply(text)
        if self._words is None:
            return self._through_stages(text)
        fence = next((mark for mark in _FENCES if mark not in text), None)
        if fence is None:
            return self._through_stages(text)
        return self._through_stages(_fenced(text, self._words, fence)).replace(fence, "")

    def _through_stages(self, text: str) -> str:
        for stage in self._stages:
            text = stage.apply(text)
        return text


class Stage:
    """One stage: replaces the longest entry at each position, and other characters singly."""

    def __init__(self, entries: dict[str, str]) -> None:
        phrases = {entry: answer for entry, answer in entries.items() if len(entry) > 1}
        singles = {entry: answer for entry, answer in entries.items() if len(entry) == 1}
        self._answers = list(phrases.values())
        self._matcher = PhraseMatcher(phrases) if phrases else None
        self._characters = Characters(singles)

    def apply(self, text: str) -> str:
        """Convert `text`; its length may change where an entry has another length than its answer."""
        plain = self._characters.apply(text)
        if self._matcher is None:
            return plain
        if len(plain) != len(text):
            return self._piecewise(text)
        pieces: list[str] = []
        done = 0
        for which, start, end in self._matcher.find(text):
            pieces += plain[done:start], self._answers[which]
            done = end
        return "".join([*pieces, plain[done:]])

    def _piecewise(self, text: str) -> str:
        """Same as `apply`, where a character maps to several and offsets differ between input and output."""
        pieces: list[str] = []
        done = 0
        for which, start, end in self._matcher.find(text) if self._matcher else ():
            pieces += self._characters.apply(text[done:start]), self._answers[which]
            done = end
        return "".join([*pieces, self._characters.apply(text[done:])])


def _fenced(text: str, words: PhraseMatcher, fence: str) -> str:
    """Put separators around every word, so that no entry matches across a word boundary."""
    pieces: list[str] = []
    done = 0
    for _which, start, end in words.find(text):
        pieces += text[done:start], text[start:end]
        done = end
    return fence.join(piece for piece in [*pieces, text[done:]] if piece)


def _layers(node: dict[str, Any]) -> list[str | tuple[str, ...]]:
    """Tables of a stage in order of priority; a tuple is a `union`, where the longest match of all tables wins."""
    if node["type"] != "group":
        return [node["file"].removesuffix(".txt")]
    inner = [layer for member in node["dicts"] for layer in _layers(member)]
    if node.get("match_policy") != "union":
        return inner
    return [tuple(name for layer in inner for name in ([layer] if isinstance(layer, str) else layer))]


def _stage(layers: Iterable[str | tuple[str, ...]]) -> Stage:
    return _made(tuple(layers))


@cache
def _made(layers: tuple[str | tuple[str, ...], ...]) -> Stage:
    """Merge layers; an entry that starts with an entry of an earlier layer is unreachable (`short_circuit`)."""
    entries: dict[str, str] = {}
    for layer in layers:
        taken = frozenset(entries)
        added = _union((layer,) if isinstance(layer, str) else layer)
        entries.update(
            (entry, answer)
            for entry, answer in added.items()
            if not taken or not any(entry[:length] in taken for length in range(1, len(entry) + 1))
        )
    return Stage(entries)


def _union(names: Iterable[str]) -> dict[str, str]:
    """Merge tables; on duplicate entries the earlier table wins."""
    merged: dict[str, str] = {}
    for name in reversed(tuple(names)):
        merged |= usual(name)
    return merged


def _words(segmentation: dict[str, Any] | None) -> PhraseMatcher | None:
    """The segmentation dictionary, if the configuration has one (`mmseg`)."""
    if segmentation is None:
        return None
    return _matcher(tuple(_layers(segmentation["dict"])))


@cache
def _matcher(layers: tuple[str | tuple[str, ...], ...]) -> PhraseMatcher:
    return PhraseMatcher({word for layer in layers for word in _union((layer,) if isinstance(layer, str) else layer)})


@cache
def engine(name: str) -> Engine:
    """The cached engine of a configuration such as `s2twp`. UsageError if there is none."""
    return Engine(name)
