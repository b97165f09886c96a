"""Quality of title, author, source and date on sites left out of the cleaner's lists.

    python -m tests.benchmarks.metadata_left_out --corpus FOLDER [--form html|text]

Nothing of the metadata is trained; what may have been fitted to a page are its lists: words and places that are no names,
outlets and their domains, words of controls, endings of outlets' names. For each site every entry that occurs on its pages
and on no other site's is dropped, and its pages are cleaned. Prints the figures with all entries and without.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.training.examples import Source, corpus_sources
from tui_reader.cleaning import clean
from tui_reader.cleaning.body.model import Form
from tui_reader.errors import SourceError
from tui_reader.text import known_outlets, names, outlets
from tui_reader.text.fold import fold

FORMS: tuple[Form, ...] = ("html", "text")
FIELDS = ("title", "author", "source", "date")
_SEPARATORS = re.compile(r"[\s、,，/&;；·]+")


def entries() -> dict[str, re.Pattern[str]]:
    """Every entry of the lists, with the pattern by which it is found on a page; `kind:entry`."""
    tables = known_outlets._tables()
    found = {f"word:{word}": re.compile(re.escape(word)) for word in (*_words("words.txt"), *_words("places.txt"))}
    found |= {f"name:{name}": re.compile(re.escape(name)) for name in tables.names}
    found |= {f"site:{site}": re.compile(re.escape(site)) for site in tables.sites}
    found |= {f"control:{part}": re.compile(part) for part in alternatives(names._CONTROL.pattern)}
    inside = outlets._ENDING.pattern
    found |= {f"ending:{part}": re.compile(part) for part in alternatives(inside[3 : inside.rindex(")(?:号")])}
    return found


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, those inside brackets left whole."""
    parts, depth = [""], 0
    for character in pattern:
        depth += (character in "([") - (character in ")]")
        if character == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def _words(file: str) -> frozenset[str]:
    return names._listed(file)


def sites_of(sources: Sequence[Source]) -> dict[str, set[str]]:
    """For each entry the sites on whose pages it occurs."""
    found: dict[str, set[str]] = defaultdict(set)
    known = entries()
    for source in sources:
        text = fold(source.data.decode("utf-8", "replace"))
        for entry, pattern in known.items():
            if source.site not in found[entry] and pattern.search(text):
                found[entry].add(source.site)
    return found


@contextmanager
def without(dropped: set[str]) -> Iterator[None]:
    """Cleaning with lists that lack these entries."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for entry in dropped:
        kind, _, value = entry.partition(":")
        kinds[kind].add(value)
    tables = known_outlets._tables()
    kept = tables._replace(
        names=tables.names - kinds["name"],
        sites={site: value for site, value in tables.sites.items() if site not in kinds["site"]},
    )
    lists = {file: _words(file) - kinds["word"] for file in ("words.txt", "places.txt")}
    control = [part for part in alternatives(names._CONTROL.pattern) if part not in kinds["control"]]
    ending = outlets._ENDING.pattern
    for part in kinds["ending"]:
        ending = ending.replace(f"|{part}|", "|")
    with ExitStack() as stack:
        stack.enter_context(patch.object(known_outlets, "_tables", lambda: kept))
        stack.enter_context(patch.object(names, "_listed", lists.__getitem__))
        stack.enter_context(patch.object(names, "_CONTROL", re.compile("|".join(control))))
        stack.enter_context(patch.object(outlets, "_ENDING", re.compile(ending)))
        yield


def judge(source: Source, form: Form, gold: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each field with `right`, `wrong` or `missing`; fields that nothing is asked of are left out."""
    try:
        article = clean(source.data, name=source.name).article
    except SourceError:
        article = None
    for field in FIELDS:
        wanted = gold.get(f"{field}_{form}", gold.get(field))
        got = article and (article.published or article.updated if field == "date" else getattr(article, field))
        accepted = wanted if isinstance(wanted, list) else [wanted]
        if not got:
            if None not in accepted:
                yield field, "missing"
        elif any(one and _is_same(field, got, one) for one in accepted):
            yield field, "right"
        elif any(accepted) or field in {"author", "source"}:
            yield field, "wrong"


def _is_same(field: str, got: str, wanted: str) -> bool:
    if field == "date":
        return re.findall(r"\d+", got)[:3] == re.findall(r"\d+", wanted)[:3]
    if field == "author" and set(_SEPARATORS.split(got)) == set(_SEPARATORS.split(wanted)):
        return True
    one, other = ("".join(text.split()).casefold() for text in (got, wanted))
    return one in other or other in one


def main() -> None:
    """Print the figures of each form, with all entries and without each site's own."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.metadata_left_out", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--form", choices=FORMS, action="append")
    wanted = parser.parse_args()
    sites = sites_of([source for form in FORMS for source in corpus_sources(wanted.corpus, form)])
    for form in wanted.form or FORMS:
        sources = list(corpus_sources(wanted.corpus, form))
        for left_out in (False, True):
            _report(form, sources, wanted.corpus, sites if left_out else {})


def _report(form: Form, sources: Sequence[Source], corpus: Path, sites: Mapping[str, set[str]]) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for source in sources:
        gold = json.loads((corpus / "gold" / f"{source.page}.json").read_text("utf-8"))
        own = {entry for entry, found in sites.items() if found == {source.site}}
        with without(own):
            counts.update(judge(source, form, gold))
    print(form, "left out" if sites else "all     ", *(_line(counts, field) for field in FIELDS), sep="  ")


def _line(counts: Counter[tuple[str, str]], field: str) -> str:
    right, wrong = counts[field, "right"], counts[field, "wrong"]
    asked = right + wrong + counts[field, "missing"]
    return f"{field} {right}/{asked} ({right / asked:.1%}), wrong {wrong}"


if __name__ == "__main__":
    main()
