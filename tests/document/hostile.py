"""Files that no one should send: broken, truncated, hostile, newer, or full of nonsense."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

Tree = dict[str, Any]

REMOVED = object()

WRONG: tuple[object, ...] = (
    None,
    True,
    7,
    -1.5,
    "nonsense",
    [],
    {},
    [[]],
    {"a": 1},
    2**53,
    "x" * 400,
)

ODD_NUMBERS = (
    "NaN", "Infinity", "-Infinity", "1e999", "1" * 5_000, "0." + "1" * 60, "1e-999", "01", "+1",
    ".5", "1.", "0x10", "--1", "tru", "nil", "'a'", "undefined",
)  # fmt: skip

OBJECTS = (
    "", "entry", "exits/0", "exits/0/where", "exits/1/condition", "exits/1/condition/of", "goals/0",
    "goals/0/where/of/1", "loops", "unprompted", "nodes/hour", "nodes/cart", "nodes/cart/where",
    "nodes/cart/where/of/1", "nodes/who", "nodes/who/branches/0",
    "nodes/who/branches/1/condition/of/1", "nodes/test", "nodes/test/arms/0", "nodes/mail",
    "nodes/mail/responses", "edges/0", "notes/why",
)  # fmt: skip


def broken_texts(golden: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield (what is wrong, file) for files that break before they are a tree."""
    text = golden.decode()
    heading = '"format": "throughline-journey"'
    for share in range(1, 30):
        yield f"cut at {share}/30", golden[: len(golden) * share // 30]
    yield "empty", b""
    yield "blank", b" \n\t "
    yield "nothing but a mark", b"\xef\xbb\xbf"
    yield "UTF-16", text.encode("utf-16")
    yield "Latin-1", '{"title": "Körbe"}'.encode("latin-1")
    yield "NULs", b"\x00" * 1_000
    yield "noise", Random(5).randbytes(4_000)
    for whole in ("[]", "1", "null", '"text"', "NaN", "{}", "{} {}", "[{}]", "true", "1e999"):
        yield f"holds {whole}", whole.encode()
    for odd in ODD_NUMBERS:
        yield f"priority {odd[:20]}", text.replace('"priority": -3', f'"priority": {odd}').encode()
        kept = f'"extensions": {{"a": {odd}}}, {heading}'
        yield f"extension {odd[:20]}", _without_extensions(text).replace(heading, kept).encode()
    for half in ("\\ud800", "\\udc00", "\\ud800x", "\\udfff\\ud800"):
        yield f"half {half}", text.replace("Has paid", half).encode()
        yield f"half name {half}", text.replace('"planner"', f'"{half}"').encode()
    for bad in ("\\x41", "\\u12", "\n", "\t", "\x00", "\x1f", "\\"):
        yield f"escape {bad!r}", text.replace("Has paid", f"Has{bad}paid").encode()
    for depth in (101, 500, 1_000, 20_000, 500_000):
        for opening, closing in (("[", "]"), ('{"a":', "}")):
            nested = opening * depth + "1" + closing * depth
            kept = f'"extensions": {{"a": {nested}}}, {heading}'
            yield f"{depth} deep", _without_extensions(text).replace(heading, kept).encode()
            yield f"{depth} deep alone", nested.encode()
            yield f"{depth} deep open", (opening * depth).encode()
    for name in ("format", "id", "version", "nodes", "cart", "kind"):
        yield f"twice {name}", text.replace(f'"{name}":', f'"{name}": 1, "{name}":', 1).encode()
    for mark in ",:{}[]":
        yield f"one {mark} more", text.replace(mark, mark * 2, 1).encode()
    yield "a comment", f"// a journey\n{text}".encode()
    yield "a comma at the end", text.replace('"version": 1', '"version": 1,').encode()


def broken_trees(golden: bytes) -> Iterator[tuple[str, Tree]]:
    """Yield (what is wrong, tree) for files that are JSON but no journeys."""
    for path in OBJECTS:
        yield f"a surprise in {path}", changed(golden, f"{path}/surprise".lstrip("/"), 1)
    for path in ("format", "version", "id", "nodes/hour/kind", "nodes/hour/duration",
                 "nodes/cart/event", "edges/0/from", "edges/0/to", "edges/0/port", "goals/0/event",
                 "goals/0/id", "nodes/test/arms/0/weight", "nodes/who/branches/0/condition",
                 "exits/0/event", "notes/why/text", "unprompted/share",
                 "nodes/cart/where/kind"):  # fmt: skip
        yield f"without {path}", changed(golden, path, REMOVED)
    for path, content in WRONG_VALUES:
        yield f"{path} is {str(content)[:40]}", changed(golden, path, content)


WRONG_VALUES: tuple[tuple[str, object], ...] = (
    ("format", "journey"), ("version", 0), ("version", "1"), ("version", 1.5), ("version", True),
    ("id", "9lives"), ("id", ""), ("id", "a b"), ("id", "a\n"), ("id", "x" * 65), ("id", "ä"),
    ("title", "x" * 201), ("description", "x" * 501),
    ("priority", 1.0), ("priority", 1_000_001), ("priority", "1"),
    ("entry", {"mode": "after_exit", "when_active": "restart"}), ("entry/mode", "sometimes"),
    ("entry/cooldown", "24h"),
    ("entry/cooldown", "P1.5D"), ("entry/cooldown", "P"), ("entry/cooldown", "PT"),
    ("entry/cooldown", "P999999Y"), ("entry/maximum", 0), ("entry/key", ""),
    ("exits/0/condition", {"kind": "all", "of": []}), ("exits/1/id", "paid"),
    ("goals/0/window", "P1M"), ("goals/0/window", "PT0S"), ("goals/1/id", "order"),
    ("goals/0/carries", ["x"] * 21), ("loops/maximum_visits", 0), ("unprompted/share", 10_001),
    ("nodes/hour/kind", "wiat"), ("nodes/hour/kind", "Wait"), ("nodes/hour/id", "hour"),
    ("nodes/a b", {"kind": "finish"}), ("nodes/__class__", {"kind": "finish"}),
    ("nodes/hour/duration", "-PT1H"), ("nodes/hour/takes_time", False),
    ("nodes/cart/where", {"kind": "attribute", "name": "x", "operator": "is_present"}),
    ("nodes/cart/where/of/1/value", "many"), ("nodes/cart/where/of/1/value", 1e15),
    ("nodes/cart/where/of/1/value", None), ("nodes/cart/where/of/1/value", [1]),
    ("nodes/cart/where/of/0/name", ""), ("nodes/cart/where/of/0/exactly", 1),
    ("nodes/who/branches/0/id", "else"), ("nodes/who/branches/0/id", "spender"),
    ("nodes/who/branches/0/condition/within", "P1M"),
    ("nodes/who/branches/0/condition/value", "one"),
    ("nodes/who/branches/2/condition/value", "yesterday"),
    ("nodes/who/branches/1/condition/of/1/of/0/value", "2000-01-01"),
    ("nodes/who/branches/1/condition/of/1/of/0/value", "long ago"),
    ("nodes/test/arms/0/id", "holdout"), ("nodes/test/arms/0/id", "text"),
    ("nodes/test/arms/0/weight", 10_001), ("nodes/test/arms/0/weight", -1),
    ("nodes/test/unit", "visitor"), ("nodes/mail/responses/opened", 101.5),
    ("edges/0/source", "cart"),
    ("edges/0", {"source": "bell", "port": "sent", "target": "hour"}),
    ("edges/0/port", ""), ("layout/cart", [1]),
    ("layout/cart", [1, 2, 3]), ("layout/cart", [1.5, 2]), ("layout/cart", [10**8, 0]),
    ("layout/no place", [1, 2]), ("notes/why/width", 4), ("notes/why/id", "why"),
    ("notes/why/text", "x" * 10_001), ("extensions", []), ("extensions", None),
)  # fmt: skip


def changed(golden: bytes, path: str, content: object) -> Tree:
    """Return the golden tree with one place replaced, or taken away."""
    tree: Tree = json.loads(golden)
    *parents, last = path.split("/")
    inside: Any = tree
    for part in parents:
        inside = inside[_key(inside, part)]
    if content is REMOVED:
        del inside[_key(inside, last)]
    else:
        inside[_key(inside, last)] = deepcopy(content)
    return tree


def mutated(golden: bytes, seed: int) -> bytes:
    """Return the file with something changed by chance: bytes, places in the tree, names."""
    draw = Random(seed)
    ways: tuple[Callable[[bytes, Random], bytes], ...] = (
        _flip, _flip, _shorten, _swap, _wrong, _wrong, _rename, _graft
    )  # fmt: skip
    return draw.choice(ways)(golden, draw)


def _flip(content: bytes, draw: Random) -> bytes:
    flipped = bytearray(content)
    for _ in range(draw.randint(1, 4)):
        flipped[draw.randrange(len(flipped))] = draw.randrange(256)
    return bytes(flipped)


def _shorten(content: bytes, draw: Random) -> bytes:
    begin = draw.randrange(len(content))
    return content[:begin] + content[begin + draw.randint(1, 200) :]


def _swap(content: bytes, draw: Random) -> bytes:
    lines = content.split(b"\n")
    one, other = draw.randrange(len(lines)), draw.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _wrong(content: bytes, draw: Random) -> bytes:
    tree = json.loads(content)
    inside, key = draw.choice(list(_all_places(tree)))
    inside[key] = deepcopy(draw.choice(WRONG))
    return json.dumps(tree).encode()


def _rename(content: bytes, draw: Random) -> bytes:
    tree = json.loads(content)
    inside, key = draw.choice([each for each in _all_places(tree) if isinstance(each[0], dict)])
    inside[draw.choice(("kind", "id", "of", "value", f"{key}s", ""))] = inside.pop(key)
    return json.dumps(tree).encode()


def _graft(content: bytes, draw: Random) -> bytes:
    tree = json.loads(content)
    places = list(_all_places(tree))
    inside, key = draw.choice(places)
    there, other = draw.choice(places)
    inside[key] = deepcopy(there[other])
    return json.dumps(tree).encode()


def _all_places(tree: dict[str, Any] | list[Any]) -> Iterator[tuple[Any, Any]]:
    parts = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, part in list(parts):
        yield tree, key
        if isinstance(part, (dict, list)):
            yield from _all_places(part)


def _without_extensions(text: str) -> str:
    tree = json.loads(text)
    del tree["extensions"]
    return json.dumps(tree)


def _key(inside: object, part: str) -> str | int:
    return int(part) if isinstance(inside, list) else part
