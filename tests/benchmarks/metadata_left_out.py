"""Quality of title, author, source and date on sites left out of everything that is learned or listed.

    python -m tests.benchmarks.metadata_left_out --corpus FOLDER [--wcxb FOLDER] [--form html|text] [--folds N]

For each page the outlet that is its source is dropped from the table with all names and domains, and so is every list entry
that occurs on the site's pages and on no other site's: words and places that are no names, outlets and their domains, words of
controls, forms of outlets' names, words that are no sources, sections, and cue phrases. With `--folds N` the model, too, is
trained on the other N-1 groups of sites. Prints the figures with all entries and without.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from tests.benchmarks.leave_one_out import groups, left_out, sites_of_phrases
from tests.training.__main__ import examples, fit
from tests.training.examples import Source, corpus_sources
from tui_reader.cleaning import clean
from tui_reader.cleaning.body.model import Form, Model, model_for
from tui_reader.cleaning.metadata import beside
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
    for kind, pattern in _patterns().items():
        found |= {f"{kind}:{part}": re.compile(part) for part in alternatives(pattern)}
    return found | {f"refused:{word}": re.compile(re.escape(word)) for word in outlets.NO_SOURCES}


def _patterns() -> dict[str, str]:
    """Alternatives inside the first group of each pattern that lists words."""
    ending, known, section = (pattern.pattern for pattern in (outlets._ENDING, outlets._KNOWN, beside._SECTION))
    return {
        "ending": ending[3 : ending.rindex(")(?:号")],
        "known": known[known.rindex("|(?:") + 4 : -2],
        "section": section[3:-2],
    }


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
    lists_of = {"ending": outlets._ENDING, "known": outlets._KNOWN}
    shorter = {kind: _shortened(pattern, kinds[kind]) for kind, pattern in lists_of.items()}
    with ExitStack() as stack:
        stack.enter_context(patch.object(known_outlets, "_tables", lambda: kept))
        stack.enter_context(patch.object(names, "_listed", lists.__getitem__))
        stack.enter_context(patch.object(names, "_CONTROL", re.compile("|".join(control))))
        stack.enter_context(patch.object(outlets, "_ENDING", shorter["ending"]))
        stack.enter_context(patch.object(outlets, "_KNOWN", shorter["known"]))
        stack.enter_context(patch.object(outlets, "NO_SOURCES", outlets.NO_SOURCES - kinds["refused"]))
        stack.enter_context(patch.object(beside, "_SECTION", _shortened(beside._SECTION, kinds["section"])))
        yield


def _shortened(pattern: re.Pattern[str], dropped: Iterable[str]) -> re.Pattern[str]:
    """The pattern without some of its alternatives."""
    text = pattern.pattern
    for part in dropped:
        text = text.replace(f"|{part}|", "|")
    return re.compile(text)


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
    parser.add_argument("--wcxb", type=Path, default=None)
    parser.add_argument("--form", choices=FORMS, action="append")
    parser.add_argument("--folds", type=int, default=None)
    wanted = parser.parse_args()
    both = [source for form in FORMS for source in corpus_sources(wanted.corpus, form)]
    known = Known(sites_of(both), sites_of_phrases(both))
    for form in wanted.form or FORMS:
        sources = list(corpus_sources(wanted.corpus, form))
        print(form, "all     ", _figures(form, sources, wanted.corpus, NOTHING), sep="  ")
        counts: Counter[tuple[str, str]] = Counter()
        for sites, model in _models(form, sources, wanted):
            rest = [source for source in sources if source.site in sites]
            with left_out({"html": model, "text": model}, known.phrases, sites):
                counts += _counts(form, rest, wanted.corpus, known.entries)
        print(form, "left out", "  ".join(_line(counts, field) for field in FIELDS), sep="  ")


class Known(NamedTuple):
    """For each list entry, and each phrase, the sites on whose pages it occurs."""

    entries: Mapping[str, set[str]]
    phrases: Mapping[str, set[str]]


NOTHING: Mapping[str, set[str]] = {}


def _models(form: Form, sources: Sequence[Source], wanted: argparse.Namespace) -> Iterator[tuple[set[str], Model]]:
    """Groups of sites, each with the model to use; every site by itself with the stored model, unless folds are asked for."""
    sites = [source.site for source in sources]
    if wanted.folds is None:
        yield from ((group, model_for(form)) for group in groups(sites, None))
        return
    known = list(examples(form, wanted.corpus, wanted.wcxb))
    for group in groups(sites, wanted.folds):
        yield group, fit([example for example in known if example.site not in group])


def _figures(form: Form, sources: Sequence[Source], corpus: Path, sites: Mapping[str, set[str]]) -> str:
    counts = _counts(form, sources, corpus, sites)
    return "  ".join(_line(counts, field) for field in FIELDS)


def _counts(
    form: Form, sources: Sequence[Source], corpus: Path, sites: Mapping[str, set[str]]
) -> Counter[tuple[str, str]]:
    """Fields that are right, wrong or missing; entries of `sites` that only the page's own site has are dropped."""
    counts: Counter[tuple[str, str]] = Counter()
    for source in sources:
        gold = json.loads((corpus / "gold" / f"{source.page}.json").read_text("utf-8"))
        own = {entry for entry, found in sites.items() if found == {source.site}}
        with without(own | (_outlet(gold, form) if sites else set())):
            counts.update(judge(source, form, gold))
    return counts


def _outlet(gold: Mapping[str, Any], form: Form) -> set[str]:
    """Entries of the outlets that are right as the page's source: all names and domains."""
    wanted = gold.get(f"source_{form}", gold.get("source"))
    sources = {fold(name) for name in (wanted if isinstance(wanted, list) else [wanted]) if name}
    found: set[str] = set()
    for printed, domains, spellings in known_outlets._rows():
        if not sources.isdisjoint([fold(printed), *spellings.split("|")]):
            found |= {f"{kind}:{name}" for name in spellings.split("|") for kind in ("name", "known")}
            found |= {f"site:{domain.rstrip('~')}" for domain in domains.split("|") if domain}
    return found


def _line(counts: Counter[tuple[str, str]], field: str) -> str:
    right, wrong = counts[field, "right"], counts[field, "wrong"]
    asked = right + wrong + counts[field, "missing"]
    return f"{field} {right}/{asked} ({right / asked:.1%}), wrong {wrong}"


if __name__ == "__main__":
    main()
