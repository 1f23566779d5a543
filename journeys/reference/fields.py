"""What can be said of a step, a rule or a condition: its fields in words, from the JSON Schema."""

from collections.abc import Iterator
from typing import TypeAlias, cast

from journeys.clocks import PATTERN as CLOCK
from journeys.document.schema import IDENTIFIER, schema
from journeys.durations import PATTERN
from journeys.values import VARIABLE, Json

Part: TypeAlias = "dict[str, Json]"

ELSEWHERE = ("kind", "extensions")
TREES = {"property": "a [filter](#filters)", "attribute": "a [condition](#conditions)"}
TYPES = {"boolean": "true or false", "object": "an object", "number": "a number", "null": ""}


def definitions() -> dict[str, Part]:
    """Return the parts of the JSON Schema by their names."""
    return cast("dict[str, Part]", schema()["$defs"])


def described(part: Part) -> str:
    """Return what a part says of itself."""
    return str(part.get("description", ""))


def kind_of(part: Part) -> str:
    """Return the word that a part is told from others by, or nothing."""
    known = cast("dict[str, Part]", part["properties"])
    return str(known.get("kind", {}).get("const", ""))


def table(part: Part) -> Iterator[str]:
    """Yield the lines of the table of a part's fields; nothing where there are none."""
    known = cast("dict[str, Part]", part["properties"])
    required = cast("list[Json]", part.get("required", []))
    own = {name: field for name, field in known.items() if name not in ELSEWHERE}
    if not own:
        return
    yield "| field | what it takes | if left out |"
    yield "|---|---|---|"
    for name, field in sorted(own.items(), key=lambda pair: pair[0] not in required):
        left_out = "cannot be left out" if name in required else default(field)
        yield f"| `{name}` | {words(field)} | {left_out} |"


def spoken_of(part: Part) -> Iterator[str]:
    """Yield the names of the parts that a part is made of."""
    for name, inside in part.items():
        for each in inside if isinstance(inside, list) else (inside,):
            if isinstance(each, dict):
                yield from spoken_of(each)
            elif name == "$ref":
                yield str(each).rpartition("/")[2]


def default(field: Part) -> str:
    """Return the value of a field that is left out, in words."""
    found = field.get("default")
    if found is None or found in ("", {}, []):
        return "nothing"
    if isinstance(found, bool):
        return "true" if found else "false"
    return f"{found:,}" if isinstance(found, int) else f"`{found}`"


def words(field: Part) -> str:
    """Return in words what a field takes."""
    if "$ref" in field:
        return linked(str(field["$ref"]).rpartition("/")[2])
    if "discriminator" in field:
        mapping = cast("Part", cast("Part", field["discriminator"])["mapping"])
        return next((said for kind, said in TREES.items() if kind in mapping), "a step")
    if "anyOf" in field:
        return ", or ".join(_either(cast("list[Part]", field["anyOf"])))
    if "enum" in field:
        return "one of " + ", ".join(f"`{word}`" for word in cast("list[Json]", field["enum"]))
    return f"`{field['const']}`" if "const" in field else _of_type(field)


def _either(parts: list[Part]) -> Iterator[str]:
    """Yield what each of several ways takes; a list of what may stand alone says so in short."""
    for part in parts:
        inside = part.get("items")
        if isinstance(inside, dict) and inside.get("anyOf") == parts[: parts.index(part)]:
            yield f"a list of {part['minItems']:,} to {part['maxItems']:,} of these"
        elif inside == parts[0]:
            yield "a list of its lines"
        elif said := words(part):
            yield said


def linked(name: str) -> str:
    """Return a link to where a part is described."""
    return f"[{name}](#{name.lower()})" if name != "Operator" else "an [operator](#operators)"


def _of_type(field: Part) -> str:
    match field.get("type"):
        case "string":
            return _text(field)
        case "integer":
            return f"a whole number from {field['minimum']:,} to {field['maximum']:,}"
        case "number" if "maximum" in field:
            return f"a number from {field['minimum']:,} to {field['maximum']:,}"
        case "array":
            fewest = f"{field['minItems']} to " if "minItems" in field else "up to "
            most = f"{fewest}{field['maxItems']:,}"
            return f"a list of {most}: {words(cast('Part', field['items']))}"
        case "object" if isinstance(field.get("additionalProperties"), dict):
            inside = words(cast("Part", field["additionalProperties"]))
            return f"an object of up to {field['maxProperties']:,} names, each with {inside}"
        case other:
            return TYPES[str(other)]


def _text(field: Part) -> str:
    if field.get("pattern") == VARIABLE.pattern:
        return "a variable, such as `customer.first_name`"
    if field.get("pattern") == IDENTIFIER:
        return "an id"
    if field.get("pattern") == f"^{PATTERN}$":
        return "a duration such as `PT1H`"
    if field.get("pattern") == f"^{CLOCK}$":
        return "a time of day such as `09:00`"
    if "maxLength" not in field and "examples" in field:
        return f"text such as `{cast('list[Json]', field['examples'])[0]}`"
    fewest = f"{field['minLength']} to " if "minLength" in field else "up to "
    return f"text of {fewest}{field['maxLength']:,} characters"
