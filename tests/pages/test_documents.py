"""Markdown, mails and front matter of many kinds: everything that is read of them, exactly.

`python -m tests.pages.test_documents` writes what is read now to documents.json, to be compared by eye.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tui_reader.cleaning import clean

HERE = Path(__file__).parent
FILES = sorted((HERE / "documents").iterdir())
EXPECTED = HERE / "documents.json"
FIELDS = ("title", "author", "source", "published", "updated", "category", "url", "tags", "deck", "captions", "images")


def read(path: Path) -> dict[str, Any]:
    """Values of a document that are not empty; `metadata`: its header lines."""
    cleaned = clean(path.read_bytes(), name=path.name)
    article = cleaned.article
    values = {name: value for name in FIELDS if (value := getattr(article, name))}
    return {
        **json.loads(json.dumps(values)),
        "body": [f"{passage.kind}: {passage.text}" for passage in article.body],
        "removed": [f"{line.reason}: {line.text}" for line in article.removed],
        "metadata": [verdict.text for verdict in cleaned.verdicts if verdict.role == "metadata"],
        "uncertain": article.uncertain,
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_document_is_read(path: Path) -> None:
    assert json.loads(EXPECTED.read_text("utf-8"))[path.name] == read(path)


if __name__ == "__main__":
    found = {path.name: read(path) for path in FILES}
    EXPECTED.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
