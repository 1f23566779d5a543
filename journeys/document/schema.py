"""The JSON Schema of a journey's file, made from the very models that read it."""

from collections.abc import Iterable
from typing import cast

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from journeys.conditions.comparison import LARGEST
from journeys.document.format import FORM, write
from journeys.document.journey import FARTHEST, MOST_NODES, Journey, Note
from journeys.document.kinds import kinds
from journeys.document.reading import VERSION
from journeys.values import Json, Value, as_plain

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = "^[A-Za-z][A-Za-z0-9_-]{0,63}$"

Objects = dict[str, dict[str, Json]]


def schema() -> dict[str, Json]:
    """Return the JSON Schema 2020-12 of journey format 1."""
    models: list[type[Value]] = [Journey, Note, *kinds().values()]
    refs, made = models_json_schema(
        [(model, "validation") for model in models], schema_generator=_Generator
    )
    names = {model: str(refs[model, "validation"]["$ref"]).rpartition("/")[2] for model in models}
    known = {name: _with_kind(part) for name, part in cast("Objects", made["$defs"]).items()}
    top = known.pop(names[Journey])
    fields = cast("Objects", top["properties"])
    for kind, model in kinds().items():
        known[names[model]] = _step(kind, known[names[model]])
    known[names[Note]] = _without(known[names[Note]], "id")
    tags = {kind: f"#/$defs/{names[model]}" for kind, model in kinds().items()}
    step: dict[str, Json] = {
        "oneOf": [{"$ref": target} for target in tags.values()],
        "discriminator": {"mapping": cast("Json", tags), "propertyName": "kind"},
    }
    where: Json = {"type": "integer", "minimum": -FARTHEST, "maximum": FARTHEST}
    pair: dict[str, Json] = {"type": "array", "items": where, "minItems": 2, "maxItems": 2}
    fields |= {
        "format": {"const": FORM},
        "version": {"const": VERSION},
        "nodes": _by_id(step),
        "layout": _by_id(pair),
        "notes": _by_id({"$ref": f"#/$defs/{names[Note]}"}),
    }
    top["properties"] = cast("Json", fields)
    top["required"] = ["format", "id", "version"]
    return {
        **top,
        "$schema": DIALECT,
        "title": f"A Throughline journey, format {VERSION}",
        "$defs": cast("Json", _reached(fields, known)),
    }


def schema_dumps() -> bytes:
    """Return the schema as it is published in `resources/schema/journey-1.schema.json`."""
    return write(schema())


class _Generator(GenerateJsonSchema):
    """Says of our own types what a file holds: decimals are numbers, defaults are plain."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """Say that a decimal is written as a number."""
        del schema
        return {"type": "number", "minimum": -LARGEST, "maximum": LARGEST}

    def encode_default(self, dft: object) -> Json:
        """Write a default as a file would hold it."""
        return as_plain(dft)

    def field_title_should_be_set(self, schema: object) -> bool:
        """Leave out titles: they only repeat the names."""
        del schema
        return False


def _step(kind: str, made: dict[str, Json]) -> dict[str, Json]:
    """Return the schema of a kind of step as a file holds it: with its kind, without its id."""
    step = _without(made, "id")
    fields = cast("Objects", step["properties"])
    return _with_kind({**step, "properties": cast("Json", {"kind": {"const": kind}, **fields})})


def _with_kind(made: dict[str, Json]) -> dict[str, Json]:
    """Return the schema of an object with its kind required, where it is one of several kinds."""
    fields = cast("Objects", made.get("properties", {}))
    if "const" not in fields.get("kind", {}):
        return made
    fields = {**fields, "kind": {"const": fields["kind"]["const"]}}
    required = ["kind", *cast("list[Json]", made.get("required", []))]
    return {**made, "properties": cast("Json", fields), "required": cast("Json", required)}


def _without(made: dict[str, Json], name: str) -> dict[str, Json]:
    fields = cast("Objects", made["properties"])
    kept = {key: part for key, part in fields.items() if key != name}
    required = [key for key in cast("list[str]", made.get("required", [])) if key != name]
    return {**made, "properties": cast("Json", kept), "required": cast("Json", required)}


def _by_id(part: dict[str, Json]) -> dict[str, Json]:
    return {
        "type": "object",
        "maxProperties": MOST_NODES,
        "propertyNames": {"pattern": IDENTIFIER},
        "additionalProperties": part,
    }


def _reached(fields: Objects, known: Objects) -> Objects:
    """Return the definitions that the fields lead to, directly or not."""
    found: Objects = {}
    waiting = list(_references(cast("Json", fields)))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = known[name]
            waiting.extend(_references(known[name]))
    return found


def _references(tree: Json) -> Iterable[str]:
    if isinstance(tree, dict):
        target = tree.get("$ref")
        if isinstance(target, str):
            yield target.rpartition("/")[2]
        for part in tree.values():
            yield from _references(part)
    elif isinstance(tree, list):
        for part in tree:
            yield from _references(part)
