"""Reading and writing JSON Lines, and what a record is to the baselines."""

import json
from collections.abc import Iterable
from typing import Any

Record = dict[str, Any]

TEXT_LIMIT = 3_000
"""Characters of a text that are read: long logs at the end say little and cost much."""


def read_records(path: str) -> list[Record]:
    with open(path, encoding="utf-8-sig") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write_records(path: str, records: Iterable[Record]) -> None:
    with open(path, "w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record) + "\n")


def document_of(record: Record) -> str:
    """The title twice, because it says most, then the beginning of the text."""
    title = record.get("title") or ""
    return " ".join([title, title, (record.get("text") or "")[:TEXT_LIMIT]])
