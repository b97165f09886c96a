"""Train both models and write them to `tui_reader/cleaning/body`."""

import argparse
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import numpy as np

from tests.training.examples import Example, Source, as_dump, corpus_sources, examples_of, other_sources
from tests.training.own import own_dumps, own_sources
from tests.training.trees import train
from tui_reader.cleaning.body.model import Form, Model

DUMPS = 250
"""Pages of the other collection that are made into dumps."""
TARGET = Path(__file__).parents[2] / "tui_reader" / "cleaning" / "body"


def examples(form: Form, corpus: Path, other: Path | None) -> Iterator[Example]:
    """Everything that the model of a form learns from."""
    for source in corpus_sources(corpus, form):
        yield from _of_form(source, form, with_variants=form == "html")
    for source in own_sources():
        yield from _of_form(source, form)
    if form == "text":
        others = islice(other_sources(other), DUMPS) if other else ()
        for source in (*map(as_dump, (*corpus_sources(corpus, "html"), *others)), *own_dumps()):
            yield from _of_form(source, form)


def _of_form(source: Source, form: Form, *, with_variants: bool = False) -> Iterator[Example]:
    """The examples of a page that are read as this form, whatever its name says."""
    for example in examples_of(source, with_variants=with_variants):
        if example.in_tree == (form == "html"):
            yield example


def fit(examples: Sequence[Example]) -> Model:
    """The model that these examples teach."""
    values, wanted, weights = (
        np.concatenate([getattr(example, name) for example in examples]) for name in ("values", "wanted", "weights")
    )
    return train(examples[0].names, values, wanted, weights, _digest(examples))


def _digest(examples: Iterable[Example]) -> str:
    digest = hashlib.sha256()
    for example in examples:
        for array in (example.values, example.wanted, example.weights):
            digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()


def main() -> None:
    """Train, write, say so."""
    parser = argparse.ArgumentParser(prog="python -m tests.training", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=TARGET.parents[2].parent / "shared" / "corpus")
    parser.add_argument("--wcxb", type=Path, default=None, help="the Web Content Extraction Benchmark's folder")
    wanted = parser.parse_args()
    forms: tuple[Form, ...] = ("html", "text")
    for form in forms:
        model = fit(list(examples(form, wanted.corpus, wanted.wcxb)))
        np.savez_compressed(TARGET / f"{form}.npz", **asdict(model))
        print(f"{form}: {len(model.tests)} trees, {(TARGET / f'{form}.npz').stat().st_size:,} bytes, {model.digest[0]}")


if __name__ == "__main__":
    main()
