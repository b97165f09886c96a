"""Compile the segmenter's dictionaries: one for simplified, one for traditional text.

Sources: jieba's word list with frequencies and parts of speech, OpenCC's phrases, and our lexicon with reviewed phrases. The wheel's build
hook runs this; in a source checkout run `python -m tui_reader.script.segment.compile` after editing the lexicon.
`DIGEST` next to the dictionaries identifies the sources.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tui_reader.script import lexicon, spelling
from tui_reader.script.guards import Region
from tui_reader.script.persons import may_be_given
from tui_reader.script.reviewed import reviewed
from tui_reader.script.segment.costs import UNKNOWN, cheapest
from tui_reader.script.segment.mecab import write_dictionary
from tui_reader.script.segment.segmenter import FOLDER
from tui_reader.text.opencc_tables import folder as opencc_folder
from tui_reader.text.opencc_tables import usual

LONGEST = 8
"""Maximum characters of a general word: longer ones are compounds of listed words."""

PROPER = frozenset({"nr", "nrt", "nrfg", "ns", "nt", "nz"})
"""jieba's part-of-speech tags of proper names, which are not split into common words."""

PHRASE_BONUS = 0.1
"""Nats by which a phrase without frequency is cheaper than its parts: it wins over them only."""

LEXICON_BONUS = {1: 0.0, 2: 1.0, 3: 3.0}
"""Same for lexicon words, by length; short words often match across word boundaries by chance."""

LONG_BONUS = 6.0
"""Same for lexicon words of four or more characters: unambiguous."""

_MODULES = tuple(
    Path(__file__).parent / name
    for name in (
        "compile.py",
        "costs.py",
        "mecab.py",
        "segmenter.py",
        "../spelling.py",
        "../lexicon.py",
        "../persons.py",
        "../reviewed.py",
        "../lexicon/reviewed.txt",
        "../../text/surnames.py",
    )
)
"""Modules and lists that determine words and costs."""

NAMED = 5.0
"""Nats by which a name must be cheaper than surname + common word: accepts 余秋雨, rejects 余清楚."""

SURE_PART = 3
"""Characters of the shortest compound, and of a lexicon word in it that is unambiguous (克罗地亚队)."""

LOOSE = 5.0
"""Nats by which a compound may be likelier than its parts and still be split: 发短信, but not 拦路虎."""

NUMERALS = frozenset("一二两三四五六七八九十百千万几")
"""First characters of number + unit phrases (十公克), which are split: the unit is its own word."""


class PricedWord(NamedTuple):
    """Entry of the general list: cost in nats, and whether it is a proper name."""

    cost: float
    proper: bool


def main() -> None:
    """Compile both dictionaries to the segmenter's folder."""
    compile_all(FOLDER)


def is_current(folder: Path) -> bool:
    """Whether the dictionaries below `folder` match the current sources."""
    recorded = folder / "DIGEST"
    return recorded.exists() and recorded.read_text(encoding="utf-8").strip() == digest()


def compile_all(target: Path) -> None:
    """Write `hans/`, `hant/`, names.txt and DIGEST below `target`. ModuleNotFoundError if a source package is missing."""
    general = read_general()
    simplified = simplified_words(general)
    write_dictionary(target / "hans", simplified)
    write_dictionary(target / "hant", traditional_words(simplified, general))
    (target / "names.txt").write_text("".join(f"{name}\n" for name in sorted(person_names(general))), encoding="utf-8")
    (target / "DIGEST").write_text(digest() + "\n", encoding="utf-8")


def digest() -> str:
    """SHA-256 of all sources; changes when the compiled dictionaries are outdated."""
    state = sha256()
    for path in (*sources(), *_MODULES):
        state.update(path.read_bytes())
    return state.hexdigest()


def sources() -> list[Path]:
    """Source files of the dictionaries."""
    tables = ("STPhrases", "TSPhrases", "STCharacters", "TWPhrases", "HKPhrases")
    return [word_list(), *(opencc_folder() / f"{name}.txt" for name in tables), *lexicon.files()]


def lexicon_rows() -> tuple[lexicon.Row, ...]:
    """All rows whose words conversion looks up: the lexicon's and reviewed OpenCC phrases."""
    return (*lexicon.rows(), *reviewed())


def word_list() -> Path:
    """Path of jieba's dictionary (`word frequency part-of-speech` lines). ModuleNotFoundError if not installed."""
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("the word list of jieba-py is not installed", name="jieba")
    package = Path(spec.submodule_search_locations[0])
    return next(path for path in (package / "_data" / "dict.txt", package / "dict.txt") if path.exists())


def read_general() -> dict[str, PricedWord]:
    """Words of jieba in simplified characters, priced by frequency."""
    rows = [line.split(" ") for line in word_list().read_text(encoding="utf-8").splitlines()]
    total = math.log(sum(int(count) for _word, count, _part in rows))
    simplify = spelling.strays()
    words: dict[str, PricedWord] = {}
    for written, count, part in rows:
        word = written.translate(simplify)
        if word[0] == "于" and part in PROPER:
            continue  # most are a preposition and a place; names are recognized by their neighbours
        if len(word) <= LONGEST and not word.isascii():
            cost = total - math.log(max(int(count), 1))
            words[word] = min(words.get(word, PricedWord(cost, part in PROPER)), PricedWord(cost, part in PROPER))
    return {word: found for word, found in words.items() if not _is_particle_misspelt(word, words)}


def _is_particle_misspelt(word: str, words: Mapping[str, PricedWord]) -> bool:
    """Whether it is a Taiwanese spelling (意味著, 標誌著): its 着 spelling is more frequent, or it is a verb + 着."""
    if "著" not in word:
        return False
    other = words.get(word.replace("著", "着"))
    return (other is not None and other < words[word]) or (len(word) > 2 and word[:-1] in words and word[-1] == "著")


def person_names(general: Mapping[str, PricedWord]) -> Iterator[str]:
    """Person names whose surname is spelled differently; not 于柏林 or 余波荡漾, common words with more around them."""
    phrases = usual("STPhrases")
    for word, found in general.items():
        surname, given = word[0], word[1:]
        if not found.proper or surname not in spelling.SURNAMES_APART or word in phrases:
            continue
        common = any(word[:end] in phrases for end in range(2, len(word)))
        apart = general[surname].cost + general[given].cost if given in general else math.inf
        if not common and may_be_given(given[:1]) and (surname == "钟" or apart - found.cost > NAMED):
            yield word


def simplified_words(general: Mapping[str, PricedWord]) -> dict[str, float]:
    """Words of simplified text → cost in nats."""
    costs = {word: found.cost for word, found in general.items()}
    for character in usual("STCharacters"):
        costs.setdefault(character, UNKNOWN)
    mainland = {word for row in lexicon_rows() for word in known_from(row, "cn") if not word.isascii()}
    add_priced(costs, mainland, {})
    irregular = add_phrases(costs)
    return dict(without_compounds(costs, general, mainland, irregular))


def add_priced(costs: dict[str, float], words: Iterable[str], known: Mapping[str, float]) -> None:
    """Price lexicon `words`, in place: by `known` costs, by the list, or by their parts minus a bonus."""
    for word in sorted(words, key=len):
        if len(word) == 1:
            costs.setdefault(word, UNKNOWN)
            continue
        parts = cheapest(word, costs, LONGEST, whole=False).cost - LEXICON_BONUS.get(len(word), LONG_BONUS)
        costs[word] = min(parts, costs.get(word, parts), known.get(word, parts))


def add_phrases(costs: dict[str, float]) -> set[str]:
    """Add OpenCC's phrases, slightly cheaper than their parts; returns those with irregular characters."""
    singles = spelling.characters("tw")
    table = str.maketrans(singles)
    phrases = usual("STPhrases")
    for word in sorted(phrases, key=len):
        parts = cheapest(word, costs, LONGEST, whole=False).cost - PHRASE_BONUS
        costs[word] = min(parts, costs.get(word, parts))
    answers = spelling.printed(phrases.values(), "tw")
    return {word for word, answer in zip(phrases, answers, strict=True) if word.translate(table) != answer}


def without_compounds(
    costs: Mapping[str, float], general: Mapping[str, PricedWord], mainland: set[str], irregular: set[str]
) -> Iterator[tuple[str, float]]:
    """Drop words composed of a lexicon word and other words (软件工程): the parts suffice.

    Two-character words are not searched in proper names; next to a single character they are split only where the compound
    is hardly likelier (发 + 短信; but not 布什 in 布什尔, 路虎 in 拦路虎).
    """
    for word, cost in costs.items():
        if len(word) < SURE_PART or word in mainland or word in irregular:
            yield word, cost
            continue
        apart, parts = cheapest(word, costs, LONGEST, whole=False)
        proper = word in general and general[word].proper
        fixed = any(len(part) == 1 for part in parts) and (len(word) > SURE_PART or apart - cost > LOOSE)
        found = [len(part) for part in parts if part in mainland]
        if max(found, default=1) < (SURE_PART if proper or fixed else 2):
            yield word, cost


def traditional_words(simplified: Mapping[str, float], general: Mapping[str, PricedWord]) -> dict[str, float]:
    """Words of traditional text in `spelling.standard` characters: those of simplified text and of the lexicon."""
    phrases = usual("STPhrases") | usual("STPhrases_GeneratedFromRegionalPhrases")
    singles = str.maketrans(usual("STCharacters"))
    standard = spelling.standard()
    costs: dict[str, float] = {}
    proper: set[str] = set()
    for word, cost in simplified.items():
        answer = phrases.get(word) or opencc_traditional(word, phrases, singles)
        written = answer.translate(standard)
        costs[written] = min(cost, costs.get(written, cost))
        if word in general and general[word].proper:
            proper.add(written)
    for character in usual("TSCharacters"):
        costs.setdefault(character.translate(standard), UNKNOWN)
    for word in usual("TSPhrases") | spelling.WORDS_TO_MAINLAND:
        written = word.translate(standard)
        if len(word) > 1 and written not in costs:
            costs[written] = cheapest(written, costs, LONGEST, whole=False).cost - PHRASE_BONUS
    own: dict[str, float] = {}
    for row in lexicon_rows():
        shared = min((simplified[word] for word in row.known("cn") if word in simplified), default=math.inf)
        for word in (*known_from(row, "tw"), *known_from(row, "hk")):
            own[word.translate(standard)] = min(shared, own.get(word.translate(standard), math.inf))
    add_priced(costs, (word for word in own if not word.isascii()), own)
    shielded = {word.translate(standard) for word in phrases if word[0] not in NUMERALS}
    return {
        word: cost
        for word, cost in costs.items()
        if word in shielded or not is_compound(word, costs, own, proper=word in proper)
    }


def is_compound(word: str, costs: Mapping[str, float], own: Mapping[str, float], *, proper: bool) -> bool:
    """Whether a general word is composed of a lexicon word and something else (電腦 + 螢幕).

    Two-character words are not searched in proper names (比利 in 比利時; but 喬治亞 in 喬治亞州 is found).
    """
    if len(word) < SURE_PART or word in own:
        return False
    parts = cheapest(word, costs, LONGEST, whole=False).words
    return any(part in own and len(part) >= (SURE_PART if proper else 2) for part in parts)


def known_from(row: lexicon.Row, region: Region) -> tuple[str, ...]:
    """Forms of a region that a row replaces; none where its guard can never hold for text of that region."""
    targets: tuple[Region, ...] = ("tw", "hk") if region == "cn" else ("cn", "hk" if region == "tw" else "tw")
    if row.guard and all(row.guard.within(frozenset({region}), target) is False for target in targets):
        return ()
    return row.known(region)


def opencc_traditional(word: str, phrases: Mapping[str, str], singles: dict[int, str]) -> str:
    """A simplified word in OpenCC's traditional characters: longest phrase at each position, then characters."""
    out: list[str] = []
    at = 0
    while at < len(word):
        end = next((end for end in range(len(word), at + 1, -1) if word[at:end] in phrases), at + 1)
        out.append(phrases.get(word[at:end]) or word[at:end].translate(singles))
        at = end
    return "".join(out)


if __name__ == "__main__":
    main()
