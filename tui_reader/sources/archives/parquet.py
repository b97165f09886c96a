"""Rows of Parquet files, read in batches. Needs pyarrow, which is an extra."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any, Final

from tui_reader.errors import SourceUnreadable
from tui_reader.sources.archives.records import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator

BATCH: Final = 64
"""Rows decoded at once: pages are large, and all of a batch are in memory."""

MISSING: Final = "Parquet files need pyarrow: install tui-reader[parquet]"


def rows_of(file: IO[bytes], where: str) -> tuple[int, Iterator[dict[str, Any]]]:
    """The number of rows, and the rows. Raises SourceUnreadable without pyarrow, ValueError or OSError for a damaged file."""
    try:
        from pyarrow import parquet  # noqa: PLC0415 - an extra
    except ImportError:
        raise SourceUnreadable(where, MISSING) from None
    table = parquet.ParquetFile(file)
    columns = [name for name in table.schema_arrow.names if name.lower() in COLUMNS]
    return table.metadata.num_rows, _rows(table, columns)


def _rows(table: Any, columns: list[str]) -> Iterator[dict[str, Any]]:
    for batch in table.iter_batches(batch_size=BATCH, columns=columns):
        yield from batch.to_pylist()
