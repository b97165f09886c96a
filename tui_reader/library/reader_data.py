"""User data of articles as JSON records, and merging them into a library.

One JSON object per article; empty fields are omitted:

    {"sha256": hash of the source bytes, "id", "title", "path", "bookmarked_at", "read_at": ISO 8601,
     "tags": added by the user, "hidden_tags": automatic tags the user removed,
     "highlights": [{"text", "note", "made_at", "passage", "offset"}],
     "lines": [{"text", "kept", "made_at"}]: lines restored (kept) or dropped,
     "edits": [{"field", "value", "made_at"}]: title, author, source or published set by hand,
     "position": {"passage", "offset", "context"}}

Saved searches and feeds have their own records, see searches.py and feeds.py.

Records are used for backups, exchange between libraries, and recovery. Merging only adds: existing values in the library
are kept. A record without an article in the library is stored until that article is imported.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from os import fsdecode
from typing import Any, Final

from tui_reader.errors import UsageError
from tui_reader.library import feeds, searches, tags
from tui_reader.library.edits import FIELDS
from tui_reader.locale import _
from tui_reader.model import COLOURS
from tui_reader.text.fold import fold, line_key
from tui_reader.text.sanitize import one_line, sanitize

Record = dict[str, Any]

_ARTICLES: Final = """
SELECT key, id, title, path, marked_at, read_at, sha256 FROM article JOIN content ON content.article = key
WHERE marked_at IS NOT NULL OR read_at IS NOT NULL
OR key IN (SELECT article FROM tagging WHERE own OR hidden UNION SELECT article FROM edit UNION SELECT article FROM passage_mark
           UNION SELECT article FROM amendment UNION SELECT article FROM position)
ORDER BY key
"""
_TAGS: Final = "SELECT article, tag.name FROM tagging JOIN tag ON tag.key = tag WHERE {} ORDER BY article, own"
_HIGHLIGHTS: Final = """
SELECT article, text, note, made_at, passage, offset, colour FROM passage_mark ORDER BY article, passage, offset, number
"""
_LINES: Final = "SELECT article, text, kept, made_at FROM amendment ORDER BY article, made_at, line"
_EDITS: Final = "SELECT article, field, value, made_at FROM edit ORDER BY article, field"
_POSITION: Final = "SELECT article, passage, offset, context FROM position"


def records(db: sqlite3.Connection) -> Iterator[Record]:
    """Records of all articles with user data, records still without an article, and saved searches."""
    details = _details(db)
    for article_id, short_id, title, path, marked_at, read_at, sha256 in db.execute(_ARTICLES):
        record: Record = {
            "sha256": sha256.hex(),
            "id": short_id,
            "title": title,
            "path": _path(path),
            "bookmarked_at": marked_at,
            "read_at": read_at,
            **{field: found[article_id] for field, found in details.items() if article_id in found},
        }
        yield {field: value for field, value in record.items() if value is not None}
    yield from waiting(db)
    yield from searches.records(db)
    yield from feeds.records(db)


def waiting(db: sqlite3.Connection) -> Iterator[Record]:
    """Records without an article in the library."""
    for (text,) in db.execute("SELECT record FROM unclaimed ORDER BY sha256"):
        yield json.loads(text)


def _path(path: bytes | None) -> str | None:
    """A path as text; None if it is not valid in the system's encoding."""
    text = None if path is None else fsdecode(path)
    return text if text is None or text.isprintable() else None


def _details(db: sqlite3.Connection) -> dict[str, dict[int, Any]]:
    """Record field → article id → value."""
    lines = _objects(db, _LINES, ("text", "kept", "made_at"))
    for of_article in lines.values():
        for line in of_article:
            line["kept"] = bool(line["kept"])
    positions = _objects(db, _POSITION, ("passage", "offset", "context"))
    return {
        "tags": _names(db, _TAGS.format("tagging.own")),
        "hidden_tags": _names(db, _TAGS.format("tagging.hidden")),
        "highlights": _objects(db, _HIGHLIGHTS, ("text", "note", "made_at", "passage", "offset", "colour")),
        "lines": lines,
        "edits": _objects(db, _EDITS, ("field", "value", "made_at")),
        "position": {article_id: places[0] for article_id, places in positions.items()},
    }


def _names(db: sqlite3.Connection, sql: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for article_id, name in db.execute(sql):
        found.setdefault(article_id, []).append(name)
    return found


def _objects(db: sqlite3.Connection, sql: str, names: tuple[str, ...]) -> dict[int, list[Record]]:
    found: dict[int, list[Record]] = {}
    for article_id, *values in db.execute(sql):
        found.setdefault(article_id, []).append(dict(zip(names, values, strict=True)))
    return found


def merge(db: sqlite3.Connection, given: Iterable[Mapping[str, Any]]) -> tuple[int, int]:
    """Merge records. Returns the numbers (merged into articles, kept until their article is imported).

    Raises UsageError for an invalid record; the caller's transaction is then rolled back.
    """
    merged = kept = 0
    for number, raw in enumerate(given, start=1):
        if "saved_search" in raw:
            searches.merge(db, raw)
            continue
        if "feed" in raw:
            feeds.merge(db, raw)
            continue
        record = _checked(raw, number)
        article_id = _article_of(db, record)
        if article_id is None:
            _keep_waiting(db, record)
            kept += 1
        else:
            _apply(db, article_id, record)
            merged += 1
    return merged, kept


def claim(db: sqlite3.Connection, article_id: int, sha256: bytes) -> None:
    """Apply the stored record of an article just imported, if there is one. `sha256`: hash of its source bytes."""
    found = db.execute("SELECT record FROM unclaimed WHERE sha256 = ?", (sha256,)).fetchone()
    if found is not None:
        db.execute("DELETE FROM unclaimed WHERE sha256 = ?", (sha256,))
        _apply(db, article_id, json.loads(found[0]))


def _article_of(db: sqlite3.Connection, record: Record) -> int | None:
    """Article with the same source bytes as the record's, if any."""
    digest = bytes.fromhex(record["sha256"])
    found = db.execute("SELECT article FROM content WHERE sha256 = ?", (digest,)).fetchone()
    return None if found is None else int(found[0])


def _keep_waiting(db: sqlite3.Connection, record: Record) -> None:
    digest = bytes.fromhex(record["sha256"])
    found = db.execute("SELECT record FROM unclaimed WHERE sha256 = ?", (digest,)).fetchone()
    if found is None:
        kept = record
    else:
        before = json.loads(found[0])
        kept = {**record, **before}
        for field in ("tags", "hidden_tags", "highlights", "lines", "edits"):
            both = [*before.get(field, []), *record.get(field, [])]
            kept[field] = [item for at, item in enumerate(both) if item not in both[:at]]
    text = json.dumps(kept, ensure_ascii=False)
    db.execute("INSERT OR REPLACE INTO unclaimed (sha256, record) VALUES (?, ?)", (digest, text))


def _apply(db: sqlite3.Connection, article_id: int, record: Record) -> None:
    if marked_at := record.get("bookmarked_at"):
        db.execute(
            "UPDATE article SET marked_at = ?, mark_order = (SELECT coalesce(max(mark_order), 0) + 1 FROM article) "
            "WHERE key = ? AND marked_at IS NULL",
            (marked_at, article_id),
        )
    if read_at := record.get("read_at"):
        db.execute("UPDATE article SET read_at = ? WHERE key = ? AND read_at IS NULL", (read_at, article_id))
    _apply_tags(db, article_id, record)
    for mark in record.get("highlights", ()):
        _apply_highlight(db, article_id, mark)
    for line in record.get("lines", ()):
        db.execute(
            "INSERT OR IGNORE INTO amendment (article, line, text, kept, made_at) VALUES (?, ?, ?, ?, ?)",
            (article_id, line_key(line["text"]), line["text"], line["kept"], line["made_at"]),
        )
    db.executemany(
        "INSERT OR IGNORE INTO edit (article, field, value, made_at) VALUES (?, ?, ?, ?)",
        [(article_id, edit["field"], edit["value"], edit["made_at"]) for edit in record.get("edits", ())],
    )
    if place := record.get("position"):
        db.execute(
            "INSERT OR IGNORE INTO position (article, passage, offset, context) VALUES (?, ?, ?, ?)",
            (article_id, place["passage"], place["offset"], place["context"]),
        )


def _apply_tags(db: sqlite3.Connection, article_id: int, record: Record) -> None:
    own = tags.keys_for(db, tags.unique(record.get("tags", ())))
    (last,) = db.execute("SELECT coalesce(max(own), 0) FROM tagging WHERE article = ?", (article_id,)).fetchone()
    db.executemany(
        "INSERT INTO tagging (article, tag, own) VALUES (?, ?, ?) "
        "ON CONFLICT (article, tag) DO UPDATE SET own = excluded.own WHERE NOT own AND NOT hidden",
        [(article_id, tag, place) for place, tag in enumerate(own, last + 1)],
    )
    hidden = tags.keys_for(db, tags.unique(record.get("hidden_tags", ())))
    db.executemany(
        "INSERT INTO tagging (article, tag, hidden) VALUES (?, ?, 1) "
        "ON CONFLICT (article, tag) DO UPDATE SET hidden = 1 WHERE NOT own",
        [(article_id, tag) for tag in hidden],
    )


def _apply_highlight(db: sqlite3.Connection, article_id: int, mark: Mapping[str, Any]) -> None:
    """Add a highlight; if one with the same position and text exists, only fill in its missing note and colour."""
    colour = mark.get("colour", COLOURS[0])
    same = db.execute(
        "UPDATE passage_mark SET note = CASE WHEN note = '' THEN ? ELSE note END, "
        "colour = CASE WHEN colour = 'yellow' THEN ? ELSE colour END WHERE article = ? AND passage = ? "
        "AND offset = ? AND text = ?",
        (mark["note"], colour, article_id, mark["passage"], mark["offset"], mark["text"]),
    )
    if not same.rowcount:
        db.execute(
            "INSERT INTO passage_mark (article, passage, offset, text, note, made_at, colour) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (article_id, mark["passage"], mark["offset"], mark["text"], mark["note"], mark["made_at"], colour),
        )


_DIGEST: Final = 64
"""Hexadecimal digits of a SHA-256."""


def _checked(raw: Mapping[str, Any], number: int) -> Record:
    """Validate a record: types as in the tables, text sanitized. `number` is for the UsageError."""
    try:
        digest = bytes.fromhex(raw["sha256"]).hex()
        if len(digest) != _DIGEST:
            raise ValueError("sha256")  # noqa: TRY301 - one message for all faults
        record: Record = {"sha256": digest}
        for name in ("id", "title", "path", "bookmarked_at", "read_at"):
            if raw.get(name) is not None:
                record[name] = one_line(_text(raw[name]))
        for name in ("tags", "hidden_tags"):
            record[name] = [tag for tag in (one_line(_text(tag)) for tag in raw.get(name, ())) if fold(tag)]
        record["highlights"] = [_highlight(mark) for mark in raw.get("highlights", ())]
        record["lines"] = [_line(line) for line in raw.get("lines", ())]
        record["edits"] = [_edit(edit) for edit in raw.get("edits", ())]
        if raw.get("position") is not None:
            record["position"] = _place(raw["position"]) | {"context": sanitize(_text(raw["position"]["context"]))}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(
            _("record {number} is not one that tui-reader wrote ({name}: {why})").format(
                number=number, name=type(error).__name__, why=error
            )
        ) from error
    return {field: value for field, value in record.items() if value != []}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text")
    return value


def _place(raw: Mapping[str, Any]) -> Record:
    return {"passage": int(raw["passage"]), "offset": int(raw["offset"])}


def _highlight(raw: Mapping[str, Any]) -> Record:
    return {
        "text": sanitize(_text(raw["text"])),
        "note": one_line(_text(raw.get("note", ""))),
        "made_at": one_line(_text(raw["made_at"])),
        **_place(raw),
        "colour": raw.get("colour") if raw.get("colour") in COLOURS else COLOURS[0],
    }


def _line(raw: Mapping[str, Any]) -> Record:
    return {
        "text": sanitize(_text(raw["text"])),
        "kept": bool(raw["kept"]),
        "made_at": one_line(_text(raw["made_at"])),
    }


def _edit(raw: Mapping[str, Any]) -> Record:
    if raw["field"] not in FIELDS:
        raise ValueError(raw["field"])
    return {name: one_line(_text(raw[name])) for name in ("field", "value", "made_at")}
