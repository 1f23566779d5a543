"""Values that stand in a file as one short text, and are written back as the same text."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


class Written(ABC):
    """A value that is read by `parse`, and written by `str`.

    `written` says in JSON Schema, beside its type, how the text looks.
    """

    __slots__ = ()

    written: ClassVar[JsonSchemaValue]

    @classmethod
    @abstractmethod
    def parse(cls, text: object) -> Self:
        """Read the text, or take the value as it is; raises ValueError with what is expected."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: type[Any], _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.parse)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", **cls.written}
