"""The five seed documents against what a person made of them, and a floor under it that may rise but not sink."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.pages.measure import f1, paragraphs_f1, squash
from tui_reader.cleaning import clean
from tui_reader.model import Cleaned

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
FLOOR: dict[str, dict[str, float]] = json.loads((HERE / "floor.json").read_text("utf-8"))

each_seed = pytest.mark.parametrize("seed", sorted(FLOOR))


@cache
def cleaned(seed: str) -> Cleaned:
    return clean((SEEDS / f"{seed}.txt").read_bytes(), name=seed)


@cache
def gold(seed: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads((HERE / "gold" / f"{seed}.json").read_text("utf-8"))
    return answer


def accepted(value: Any) -> list[Any]:
    """A list in the gold means that any of it is right."""
    return value if isinstance(value, list) else [value]


@each_seed
def test_the_body_is_above_the_floor(seed: str) -> None:
    body = [passage.text for passage in cleaned(seed).article.body]
    wanted = [passage["text"] for passage in gold(seed)["body"]]
    assert f1("\n".join(wanted), "\n".join(body)) >= FLOOR[seed]["body"]
    assert paragraphs_f1(wanted, body) >= FLOOR[seed]["paragraphs"]


@each_seed
def test_headings_are_told_from_paragraphs(seed: str) -> None:
    wanted = [p["text"] for p in gold(seed)["body"] if p["kind"] == "heading"]
    assert wanted == [p.text for p in cleaned(seed).article.body if p.kind == "heading"]


@each_seed
@pytest.mark.parametrize("field", ["title", "author", "source", "published", "updated", "category", "url", "script"])
def test_facts(seed: str, field: str) -> None:
    assert getattr(cleaned(seed).article, field) in accepted(gold(seed)[field])


@each_seed
def test_captions_and_images_stand_apart(seed: str) -> None:
    article = cleaned(seed).article
    assert [squash(text) for text in gold(seed)["captions"]] == [squash(text) for text in article.captions]
    assert gold(seed).get("images", []) == list(article.images)


@each_seed
def test_replies_are_comments(seed: str) -> None:
    wanted = [(c["author"], c["time"], c["floors"][0], squash(c["text"])) for c in gold(seed)["comments"]]
    assert wanted == [(c.author, c.time, c.floor, squash(c.text)) for c in cleaned(seed).article.comments]
    assert len(wanted) == FLOOR[seed].get("comments", 0)


@each_seed
def test_injected_pieces_are_gone_and_can_be_seen(seed: str) -> None:
    article = cleaned(seed).article
    removed = "".join(piece.text for piece in article.removed)
    assert [piece for piece in gold(seed).get("injected", []) if piece not in removed] == []


@each_seed
def test_what_was_removed_stands_before_a_passage_of_the_body(seed: str) -> None:
    article = cleaned(seed).article
    places = [piece.before for piece in article.removed]
    assert places == sorted(places)
    assert all(0 <= place <= len(article.body) for place in places)
    assert all(piece.reason for piece in article.removed)


@each_seed
def test_the_first_line_below_the_body_is_the_one_a_person_cut_at(seed: str) -> None:
    key = "first_removed_after_body" if "first_removed_after_body" in gold(seed) else "first_removed"
    end = len(cleaned(seed).article.body)
    assert gold(seed)[key] in [piece.text for piece in cleaned(seed).article.removed if piece.before == end][:3]
