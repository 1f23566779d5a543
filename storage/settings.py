"""What holds for a whole workspace: its name, and the time zone of customers who have none."""

import json
from zoneinfo import available_timezones

from pydantic import ValidationError, field_validator
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from journeys.errors import StorageError
from journeys.values import Title, Value
from storage.database import Database, damaged, sealed, unsealed
from storage.tables import settings


class WorkspaceSettings(Value):
    """The settings of a workspace; `zone` is an IANA name and never missing (R21)."""

    name: Title
    zone: str

    @field_validator("zone")
    @classmethod
    def _exists(cls, zone: str) -> str:
        if zone not in available_timezones():
            raise ValueError(
                f"there is no time zone {zone!r}; a name such as Europe/Berlin is meant"
            )
        return zone


def checked(name: str, zone: str) -> WorkspaceSettings:
    """Return settings; raises StorageError, in words, when they cannot be kept."""
    try:
        return WorkspaceSettings(name=name, zone=zone)
    except ValidationError as error:
        said = "; ".join(problem["msg"] for problem in error.errors())
        raise StorageError(
            f"The workspace's settings do not do: {said}.", "Change them."
        ) from error


def keep_settings(database: Database, kept: WorkspaceSettings) -> None:
    """Keep the settings of a workspace; raises StorageError."""
    with database.writing() as connection:
        for name, content in kept.plain().items():
            row = sealed({"name": name, "value": json.dumps(content, ensure_ascii=False)})
            connection.execute(
                insert(settings)
                .values(row)
                .on_conflict_do_update(index_elements=["name"], set_=row)
            )


def read_settings(database: Database) -> WorkspaceSettings:
    """Return the settings of a workspace; raises UnreadableFileError when they are damaged."""
    with database.reading() as connection:
        rows = connection.execute(select(settings)).mappings().all()
    try:
        found = {
            row["name"]: json.loads(row["value"]) for row in unsealed(database.path, settings, rows)
        }
        return WorkspaceSettings.model_validate(found)
    except (ValueError, ValidationError) as error:
        raise damaged(database.path, "its settings cannot be read") from error
