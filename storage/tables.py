"""What the database of a workspace holds, table by table; every row is sealed against damage."""

import json
from hashlib import sha256

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

APPLICATION = 0x54_68_72_6C
VERSION = 1

metadata = MetaData()


def _table(name: str, *columns: Column[int] | Column[str] | Column[bytes]) -> Table:
    seal = Column("seal", Text, nullable=False)
    return Table(name, metadata, *columns, seal, sqlite_strict=True)


settings = _table(
    "settings",
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

journeys = _table(
    "journeys",
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("content_id", Text, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("saved", Integer, nullable=False),
)

versions = _table(
    "versions",
    Column("content_id", Text, primary_key=True),
    Column("document", LargeBinary, nullable=False),
)

datasets = _table(
    "datasets",
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("customers", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("report", Text, nullable=False),
    Column("mapping", Text, nullable=False),
    Column("imported", Integer, nullable=False),
)

runs = _table(
    "runs",
    Column("id", Integer, primary_key=True),
    Column("dataset", Text, ForeignKey("datasets.id"), nullable=False),
    Column("settings", Text, nullable=False),
    Column("results", Text, nullable=False),
    Column("made", Integer, nullable=False),
)

run_journeys = _table(
    "run_journeys",
    Column("run", Integer, ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("journey", Text, nullable=False),
    Column("content_id", Text, ForeignKey("versions.content_id"), nullable=False),
)


def seal(*contents: str | int | bytes) -> str:
    """Return the digest of a row's contents, by which a damaged row is told from a whole one."""
    parts = [part.hex() if isinstance(part, bytes) else part for part in contents]
    return sha256(json.dumps(parts).encode()).hexdigest()
