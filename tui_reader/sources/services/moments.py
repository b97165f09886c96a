"""Times as services write them."""

from __future__ import annotations

from datetime import UTC, datetime

_FORMATS = ("%Y-%m-%d %H:%M:%S%z", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d", "%B %d, %Y %I:%M:%S %p", "%B %d, %Y")


def moment(value: object) -> datetime | None:
    """A time in UTC: seconds since 1970, ISO 8601 or another usual form; None if it is none of these.

    >>> moment("1700000000"), moment("2024-03-05T10:00:00+08:00"), moment("soon")
    (datetime.datetime(2023, 11, 14, 22, 13, 20, tzinfo=datetime.timezone.utc), \
datetime.datetime(2024, 3, 5, 2, 0, tzinfo=datetime.timezone.utc), None)
    """
    text = str(value).strip() if isinstance(value, str | int | float) else ""
    try:
        if text.replace(".", "", 1).isdecimal() and len(text) > 4:
            return datetime.fromtimestamp(float(text), UTC)
        return _in_utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError, OSError):
        return _by_format(text)


def stamp(value: object) -> str:
    """Such a time in ISO 8601; empty if it is none."""
    found = moment(value)
    return found.isoformat(timespec="seconds") if found else ""


def day(value: object) -> str:
    """The date and time of publication as written by the service, in ISO 8601 without seconds; empty if it is none."""
    text = str(value).strip() if isinstance(value, str) else ""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return ""
    return text[:10] if len(text) == 10 else found.isoformat(timespec="minutes")


def _by_format(text: str) -> datetime | None:
    for form in _FORMATS:
        try:
            return _in_utc(datetime.strptime(text, form))  # noqa: DTZ007 - without a zone it is UTC
        except ValueError:
            continue
    return None


def _in_utc(found: datetime) -> datetime:
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
