"""Quality of the cleaner on sites left out of training and phrase lists.

    python -m tests.benchmarks.leave_one_out --corpus FOLDER [--wcxb FOLDER] [--form html|text] [--folds N]

For each site of the corpus both models are trained on all other sites, every phrase that matches no other site's page is
dropped, and the site's pages are cleaned. One line a page (precision, recall and F1 of character 4-grams, as strict as the
corpus' own `score.py`), then the totals. `--folds N` leaves N groups of sites out instead of one site at a time: quicker.
"""

import argparse
import random
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from tests.pages.measure import grams
from tests.training.__main__ import examples, fit
from tests.training.examples import Source, corpus_sources
from tui_reader.cleaning import clean
from tui_reader.cleaning.body import decide, judge
from tui_reader.cleaning.body.model import Form, Model
from tui_reader.cleaning.patterns import cues
from tui_reader.cleaning.patterns.phrases import FAMILIES, Family
from tui_reader.cleaning.pipeline import read_page
from tui_reader.errors import SourceError

FORMS: tuple[Form, ...] = ("html", "text")


def sites_of_phrases(sources: Iterable[Source]) -> Mapping[str, set[str]]:
    """For each phrase the sites on whose pages it matches."""
    lines: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        for block in read_page(source.data, source.name).page.blocks:
            lines[block.folded].add(source.site)
    found: dict[str, set[str]] = defaultdict(set)
    patterns = {phrase: cues.pattern_of(phrase) for family in FAMILIES for phrase in _phrases(family)}
    for line, sites in lines.items():
        for phrase, pattern in patterns.items():
            if not sites <= found[phrase] and pattern.search(line[: cues.CUE_MOST]):
                found[phrase] |= sites
    return found


def _phrases(family: Family) -> tuple[str, ...]:
    return (*family.whole, *family.start, *family.inside)


@contextmanager
def left_out(models: Mapping[str, Model], phrases: Mapping[str, set[str]], sites: set[str]) -> Iterator[None]:
    """Cleaning with these models, and without the phrases that only these sites' pages have."""

    def known(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(text for text in texts if phrases.get(text, set()) - sites)

    kept = tuple(
        replace(family, whole=known(family.whole), start=known(family.start), inside=known(family.inside))
        for family in FAMILIES
    )
    with patch.object(decide, "model_for", models.__getitem__), patch.object(cues, "FAMILIES", kept):
        _forget()
        yield
    _forget()


def _forget() -> None:
    cues.forget()
    judge.forget()


def score(source: Source) -> tuple[float, float, float]:
    """Precision, recall and F1 of a page's body; all nothing where it is refused."""
    try:
        article = clean(source.data, name=source.name).article
    except SourceError:
        return 0.0, 0.0, 0.0
    got, wanted = grams("\n".join(passage.text for passage in article.body)), grams("\n".join(source.body))
    hits = (got & wanted).total()
    precision, recall = hits / max(got.total(), 1), hits / max(wanted.total(), 1)
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def groups(sites: Iterable[str], folds: int | None) -> list[set[str]]:
    """The sites that are left out together."""
    names = sorted(set(sites))
    if folds is None:
        return [{name} for name in names]
    random.Random(0).shuffle(names)  # noqa: S311 - not for secrets
    return [set(names[first::folds]) for first in range(folds)]


def main() -> None:
    """Print a line a page and the totals."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.leave_one_out", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--wcxb", type=Path, default=None)
    parser.add_argument("--form", choices=FORMS, action="append")
    parser.add_argument("--folds", type=int, default=None)
    wanted = parser.parse_args()
    both = [source for form in FORMS for source in corpus_sources(wanted.corpus, form)]
    phrases = sites_of_phrases(both)
    for form in wanted.form or FORMS:
        _report(form, wanted.corpus, wanted.wcxb, wanted.folds, phrases)


def _report(form: Form, corpus: Path, wcxb: Path | None, folds: int | None, phrases: Mapping[str, set[str]]) -> None:
    known = list(examples(form, corpus, wcxb))
    sources = list(corpus_sources(corpus, form))
    rows: list[tuple[str, tuple[float, float, float]]] = []
    for sites in groups((source.site for source in sources), folds):
        model = fit([example for example in known if example.site not in sites])
        with left_out({"html": model, "text": model}, phrases, sites):
            rows += [(source.page, score(source)) for source in sources if source.site in sites]
    for page, (precision, recall, f1) in sorted(rows, key=lambda row: row[1][2]):
        print(f"{form:5s} {page:20s} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    means = [statistics.mean(figures[place] for _, figures in rows) for place in range(3)]
    low, high = sum(row[1][2] < 0.5 for row in rows), sum(row[1][2] >= 0.9 for row in rows)
    print(f"{form:5s} pages {len(rows)}  P {means[0]:.4f}  R {means[1]:.4f}  F1 {means[2]:.4f}  >=.9 {high}  <.5 {low}")


if __name__ == "__main__":
    main()
