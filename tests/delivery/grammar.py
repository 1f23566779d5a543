"""Templates made by chance from a grammar, the same for the same seed: sensible, odd and broken."""

from random import Random

NAMES = ("customer", "event", "cart", "session", "nobody", "item", "word")
OWN = ("loop", "self", "_hidden")
STEPS = (
    ".name",
    ".lines",
    ".city",
    ".price",
    ".gone",
    "[0]",
    "[-1]",
    "['name']",
    ".lines[0]",
    "[1:]",
)
FILTERS = (
    *("upper", "lower", "title", "trim", "length", "first", "last", "sort", "reverse", "unique"),
    *("join", "join(', ')", "round", "round(1)", "int", "float", "abs", "sum", "min", "max"),
    *("items", "date", "date('%H:%M')", "money('EUR')", "plural('thing')", "truncate(5)"),
    *("replace('a', 'aa')", "default('there')", "default(0)", "d([])", "map(attribute='name')"),
)
BARRED = ("safe", "attr('x')", "center(10000)", "nothing", "upper(1)")
SELDOM = 0.01
TESTS = (
    "defined",
    "undefined",
    "none",
    "number",
    "string",
    "even",
    "odd",
    "divisibleby(3)",
    "odder",
)
SIGNS = (" + ", " - ", " * ", " / ", " // ", " % ", " ~ ")
ORDERS = (" == ", " != ", " < ", " <= ", " > ", " >= ", " in ", " not in ")
CONSTANTS = ("1", "0", "2.5", "'a'", "''", "'Zürich'", "true", "none", "99999999999")
WORDS = ("Hi ", "<p>", "</p>\n", "  ", "{# a note #}", "{{ '{{' }}", "%", "&amp;", "\u202e", "😀")
BROKEN = ("{{", "}}", "{%", "%}", "'", "(", "|", "_", "\\", "\0", "\ud800", "__class__")

KNOWN = {
    "customer": {"name": "Maya", "city": "Zürich", "price": 3, "lines": []},
    "event": {"name": "left", "price": 12.5, "lines": [1, 2, 3], "city": ""},
    "cart": {"lines": [{"name": "Boots", "price": 5}, {"name": "Hat", "price": 7}], "price": 0},
    "session": {},
}


def template(seed: int) -> str:
    """Return a template of some parts; one in eight is broken somewhere."""
    chance = Random(seed)
    made = "".join(_part(chance, 3) for _ in range(chance.randint(1, 6)))
    if chance.random() < 1 / 8:
        place = chance.randrange(len(made) + 1)
        made = made[:place] + chance.choice(BROKEN) + made[place + chance.randint(0, 3) :]
    return made


def _part(chance: Random, depth: int) -> str:
    match chance.randrange(8 if depth else 3):
        case 0:
            return chance.choice(WORDS)
        case 1 | 2:
            return "{{ " + _value(chance, 3) + " }}"
        case 3 | 4:
            other = "{% else %}" + _part(chance, depth - 1) if chance.random() < 0.5 else ""
            test = _value(chance, 2)
            return "{% if " + test + " %}" + _part(chance, depth - 1) + other + "{% endif %}"
        case 5:
            target = chance.choice(("item", "item", "a, b"))
            inside = _part(chance, depth - 1) + _part(chance, depth - 1)
            return "{% for " + target + " in " + _list(chance) + " %}" + inside + "{% endfor %}"
        case 6:
            return "{% set " + _either(chance, NAMES, OWN) + " = " + _value(chance, 2) + " %}"
        case _:
            inside = _part(chance, depth - 1)
            return "{% with word = " + _value(chance, 1) + " %}" + inside + "{% endwith %}"


def _list(chance: Random) -> str:
    options = ("cart.lines", "event.lines", "customer|items", "range(4)", "nobody|default([])")
    return chance.choice(options) if chance.random() < 0.8 else _value(chance, 1)


def _value(chance: Random, depth: int) -> str:
    if not depth:
        return _name(chance) if chance.random() < 0.7 else _either(chance, CONSTANTS, ("1e300",))
    one, other = _value(chance, depth - 1), _value(chance, depth - 1)
    kinds = (
        lambda: one,
        lambda: f"{one}|{_either(chance, FILTERS, BARRED)}",
        lambda: f"{one}|default({other})",
        lambda: f"({one}{_either(chance, SIGNS, (' ** ',))}{other})",
        lambda: f"({one}{chance.choice(ORDERS)}{other})",
        lambda: f"({one} is {chance.choice(('', 'not '))}{_either(chance, TESTS, ('odder',))})",
        lambda: f"({one} {chance.choice(('and', 'or'))} {other})",
        lambda: f"(not {one})",
        lambda: f"({one} if {other} else {_value(chance, 0)})",
        lambda: f"[{one}, {other}]",
        lambda: f"{_name(chance)}[{one}]",
        lambda: f"{one}.upper()" if chance.random() < SELDOM else f"-{one}",
    )
    return chance.choice(kinds)()


def _name(chance: Random) -> str:
    steps = "".join(chance.choice(STEPS) for _ in range(chance.choice((0, 1, 1, 1, 2))))
    return _either(chance, NAMES, OWN) + steps


def _either(chance: Random, usual: tuple[str, ...], odd: tuple[str, ...]) -> str:
    return chance.choice(odd if chance.random() < SELDOM else usual)
