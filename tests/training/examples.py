"""Pages with known bodies → rows of features, wanted answers and weights."""

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.training.variants import variants
from tui_reader.cleaning.body.locate import describe_page
from tui_reader.cleaning.markup.blocks import Page
from tui_reader.cleaning.pipeline import read_page
from tui_reader.errors import SourceError

GRAM = 4
SURE = 8
"""Characters from which a block's 4-grams tell whether it is the body's; a shorter one must be a line of it."""
FAR = 12
"""Blocks from the next long block of the body beyond which a short line that stands in it too is chance."""
LONG = 16
OTHER_SHARE, VARIANT_SHARE = 0.3, 0.3
"""What a page of the other collection, and a page made of another, count beside a page of the corpus."""
KINDS = frozenset({"article", "documentation", "forum"})
"""Pages of the other collection that are used; the rest are shops and lists."""

_SPACES = re.compile(r"[\s\u200b\ufeff\u00ad]+")


def squash(text: str) -> str:
    """Width and white space left out of account."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", text))


def _grams(text: str) -> list[str]:
    return [text] if len(text) < GRAM else [text[i : i + GRAM] for i in range(len(text) - GRAM + 1)]


@dataclass(frozen=True, slots=True)
class Example:
    """A page: rows of features, 1 for each block of the body, and how much each block counts. `in_tree`: it is HTML."""

    page: str
    site: str
    in_tree: bool
    names: tuple[str, ...]
    values: NDArray[np.float32]
    wanted: NDArray[np.float32]
    weights: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Source:
    """A page before it is read: its bytes, its body's lines, lines that may be either way.

    `others`: pieces that are not the body's; where given, only the blocks with a line of the body or such a piece count.
    """

    page: str
    site: str
    name: str
    data: bytes
    body: tuple[str, ...]
    optional: tuple[str, ...] = ()
    others: tuple[str, ...] | None = None
    share: float = 1.0


def corpus_sources(folder: Path, form: str) -> Iterator[Source]:
    """The pages of a corpus; form is html or text."""
    with (folder / "pages.jsonl").open(encoding="utf-8") as file:
        sites = {row["id"]: row["site"] for row in map(json.loads, file)}
    for path in sorted((folder / form).iterdir()):
        gold = json.loads((folder / "gold" / f"{path.stem}.json").read_text("utf-8"))
        yield Source(
            path.stem,
            sites[path.stem],
            path.name,
            path.read_bytes(),
            _lines(gold["body"]),
            tuple(gold.get("optional", ())),
        )


def other_sources(folder: Path) -> Iterator[Source]:
    """The pages of the Web Content Extraction Benchmark."""
    for row in map(json.loads, (folder / "pages.jsonl").read_text("utf-8").strip().split("\n")):
        if row["kind"] in KINDS and row["body"]:
            data = gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes())
            page = f"wcxb-{row['id']}"
            yield Source(page, page, f"{row['id']}.html", data, tuple(row["body"].split("\n")), share=OTHER_SHARE)


def _lines(body: Sequence[Any]) -> tuple[str, ...]:
    texts = [piece if isinstance(piece, str) else piece["text"] for piece in body]
    return tuple(line for text in texts for line in text.split("\n"))


def as_dump(source: Source) -> Source:
    """The page as a dump without markup would have it: the window's title, then a block a line."""
    page = read_page(source.data, source.name).page
    lines = [page.window_title or ""]
    before = 0
    for apart in page.apart:
        lines += [block.text for block in page.blocks[before : apart.before]]
        lines.append(apart.text)
        before = apart.before
    lines += [block.text for block in page.blocks[before:]]
    text = "\n".join(filter(str.strip, lines))
    return replace(source, name=f"{source.page}.txt", data=text.encode(), share=OTHER_SHARE)


def examples_of(source: Source, *, with_variants: bool) -> Iterator[Example]:
    """The example that a page gives, and those made of it."""
    try:
        page = read_page(source.data, source.name).page
    except SourceError:
        return
    if not page.blocks:
        return
    wanted, weights = label(page, source)
    yield _example(source, page, wanted, weights, source.share)
    if with_variants:
        for made, made_wanted in variants(page, wanted, source.page):
            sizes = np.array([len(block.text) for block in made.blocks], np.float32)
            yield _example(source, made, made_wanted, sizes, VARIANT_SHARE)


def _example(
    source: Source, page: Page, wanted: NDArray[np.float32], weights: NDArray[np.float32], share: float
) -> Example:
    names, values = describe_page(page)
    roots = np.sqrt(np.minimum(weights, 400.0))
    scaled = 3.0 * share * roots / max(float(roots.sum()), 1.0) * np.sqrt(len(roots))
    return Example(
        source.page, source.site, page.tree is not None, tuple(names), values, wanted, scaled.astype(np.float32)
    )


def label(page: Page, source: Source) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Which blocks are the body's, and how many characters each counts; a second copy of the body counts nothing."""
    grams = set(_grams(squash("\n".join(source.body))))
    lines, optional = set(map(squash, source.body)), set(map(squash, source.optional))
    texts = [squash(block.text) for block in page.blocks]
    wanted = np.array([_is_body(text, grams, lines) for text in texts], np.float32)
    weights = np.array([len(text) * (0.1 if text in optional else 1.0) for text in texts], np.float32)
    if source.others is not None:
        pieces = [squash(piece) for piece in source.others]
        weights *= np.array(
            [body or any(piece in text for piece in pieces) for body, text in zip(wanted, texts, strict=True)]
        )
    sure = np.array([i for i, text in enumerate(texts) if wanted[i] and len(text) >= LONG])
    seen: set[str] = set()
    for index, text in enumerate(texts):
        if wanted[index] and len(text) < LONG and len(sure) and np.abs(sure - index).min() > FAR:
            wanted[index] = 0.0
        if wanted[index] and len(text) >= LONG:
            weights[index] *= text not in seen
            seen.add(text)
    return wanted, weights


def _is_body(text: str, grams: set[str], lines: set[str]) -> bool:
    if len(text) < SURE:
        return text in lines
    own = _grams(text)
    return sum(gram in grams for gram in own) / len(own) > (0.8 if len(text) < 40 else 0.6)
