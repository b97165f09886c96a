"""Our own pages with the bodies they were written with: golden and written pages, seeds, forms, layouts."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.cleaning.layouts import CASES
from tests.cleaning.layouts.pages import HANS, HANT
from tests.cleaning.test_forms import FORMS
from tests.training.examples import Source, as_dump

PAGES = Path(__file__).parents[1] / "pages"
SEEDS = PAGES.parents[1] / "seeds"
OWN_SHARE = 1.0
"""What a page of ours counts beside a page of the corpus."""
LAYOUT_SHARE = 0.1
"""The same for a layout: all of them are around one story."""
DUMP_SHARE = 0.3
"""The same for a dump made of a page of ours."""


def own_sources() -> Iterator[Source]:
    """Every page in the repository whose whole body is written down."""
    yield from _golden()
    yield from _written()
    yield from _seeds()
    yield from _forms()
    yield from _layouts()


def own_dumps() -> Iterator[Source]:
    """The pages of markup without it, as a dump has them; layouts have dumps of their own."""
    sources = (*_golden(), *_written())
    for source in sources:
        if source.name.endswith(".html"):
            yield replace(as_dump(source), share=DUMP_SHARE)


def _golden() -> Iterator[Source]:
    for path in sorted((PAGES / "sources").iterdir()):
        answer = PAGES / "expected" / f"{path.stem}.json"
        body = _texts(json.loads(answer.read_text("utf-8"))["body"]) if answer.exists() else ()
        yield _source(path.name, path.read_bytes(), body)


def _written() -> Iterator[Source]:
    for name, wanted in sorted(json.loads((PAGES / "written.json").read_text("utf-8")).items()):
        if "body" in wanted:
            yield _source(name, (PAGES / "written" / name).read_bytes(), _texts(wanted["body"]))


def _seeds() -> Iterator[Source]:
    for path in sorted((PAGES / "gold").iterdir()):
        gold = json.loads(path.read_text("utf-8"))
        yield _source(f"{path.stem}.txt", (SEEDS / f"{path.stem}.txt").read_bytes(), _texts(gold["body"]))


def _forms() -> Iterator[Source]:
    """Pages of which only pieces of the body, and pieces that are none, are written down."""
    for number, form in enumerate(FORMS.values()):
        name = f"form-{number}.{form.name.rsplit('.', 1)[1]}"
        yield replace(_source(name, form.data, form.has), others=form.has_not)


def _layouts() -> Iterator[Source]:
    for case in CASES:
        name = f"{case.name}.{'html' if '<html' in case.page else 'txt'}"
        yield replace(_source(name, case.page.encode(), (*HANS, *HANT)), share=LAYOUT_SHARE)


def _source(name: str, data: bytes, body: Sequence[str]) -> Source:
    stem = name.rsplit(".", 1)[0]
    return Source(f"own-{stem}", "own", name, data, tuple(body), share=OWN_SHARE)


def _texts(body: Sequence[Any]) -> tuple[str, ...]:
    texts = [piece if isinstance(piece, str) else piece["text"] for piece in body]
    return tuple(line for text in texts for line in text.split("\n"))
