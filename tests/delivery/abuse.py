"""Templates that mean harm, each with a name; none of them may be rendered."""

from collections.abc import Mapping

KNOWN = {
    "name": "Maya",
    "long": "x" * 100_000,
    "number": 7,
    "many": [*range(20_000)],
    "lines": [{"name": "Boots", "price": 12.5}, {"name": "Hat", "price": 3}],
    "object": {"a": {"b": {"c": 1}}},
}

LOOPS = {
    "loops over loops": "{% for a in range(9999) %}" * 4 + "x" + "{% endfor %}" * 4,
    "two long loops": "{% for a in many %}{% for b in many %}{{ b }}{% endfor %}{% endfor %}",
    "empty loops": "{% for a in many %}{% for b in many %}{% endfor %}{% endfor %}",
    "a loop of constants": "{% for a in many %}" + "abc" * 50 + "{% endfor %}",
    "a loop with a test": (
        "{% for a in many %}{% for b in many if b == a %}{% endfor %}{% endfor %}"
    ),
    "a loop of sums": (
        "{% for a in many %}{% for b in many %}{% set c = a * b %}{% endfor %}{% endfor %}"
    ),
    "a loop of sorts": "{% for a in many %}{% set b = many|sort %}{% endfor %}",
    "a loop of searches": "{% for a in many %}{% if 'no' in long %}{% endif %}{% endfor %}",
    "a loop of replacing": "{% for a in many %}{% set b = long|replace('x', 'y') %}{% endfor %}",
    "a loop of tests in lists": "{% for a in many %}{% if -1 in many %}{% endif %}{% endfor %}",
    "a loop of lower": "{% for a in many %}{% if long|lower == name %}{% endif %}{% endfor %}",
    "a loop of cuts": "{% for a in many %}{% set b = long[1:] %}{% endfor %}",
    "a loop of lists": "{% for a in many %}{% set b = many + [1] %}{% endfor %}",
    "a loop of joins": "{% for a in many %}{% set b = many|join %}{% endfor %}",
    "long texts compared": "{% for a in many %}{% if long == long[:] %}{% endif %}{% endfor %}",
    "long texts in an order": "{% for a in many %}{% if long < long %}{% endif %}{% endfor %}",
}
SIZES = {
    "a range without end": "{% for a in range(10**12) %}x{% endfor %}",
    "a long range": "{% for a in range(999999999999) %}x{% endfor %}",
    "a range of ranges": "{{ range(999999999)|list|length }}",
    "a range by halves": "{{ range(1, 9, 0.5)|length }}",
    "a range of no step": "{{ range(1, 9, 0)|length }}",
    "a list of a range": "{{ range(900000)|join }}",
    "a text times a number": "{{ 'A' * 1000000000 }}",
    "a number times a text": "{{ 1000000000 * 'A' }}",
    "a list times a number": "{{ ([1] * 1000000000)|length }}",
    "a power of powers": "{{ 9**(9**9) }}",
    "a power in a loop": "{% set x = 2 %}{% for i in range(99) %}{% set x = x ** x %}{% endfor %}",
    "products": "{{ " + " * ".join(["999999999"] * 50) + " }}",
    "a hexadecimal number": "{{ 0x" + "f" * 5_000 + " }}",
    "a long number": "{{ " + "9" * 5_000 + " }}",
    "a number without end": "{{ 1e999 }}",
    "nothing to divide by": "{{ 1 / 0 }}",
    "no rest": "{{ 1 % 0 }}",
    "in the middle of much": "{{ 'a'|center(1000000000) }}",
    "far to the right": "{{ 'a'|indent(1000000000) }}",
    "a width": "{{ '%1000000000d' % 1 }}",
    "a width by format": "{{ '{:>1000000000}'.format(1) }}",
    "a width by filter": "{{ '%1000000000d'|format(1) }}",
    "words wrapped": "{{ long|wordwrap(1) }}",
    "a text for every letter": "{{ long|replace('x', long) }}",
    "a text between all": "{{ many|join(long) }}",
    "texts doubled": "{% set a = long ~ long %}" + "{% set a = a ~ a %}" * 40 + "{{ a|length }}",
    "texts added": "{% set a = long + long %}" + "{% set a = a + a %}" * 40 + "{{ a|length }}",
    "lists added": "{% set a = many + many %}" + "{% set a = a + a %}" * 40 + "{{ a|length }}",
    "lists in lists": "{% set a = [1, 1] %}" + "{% set a = [a, a] %}" * 60 + "{{ a }}",
    "lists in lists compared": (
        "{% set a = [1] %}{% set b = [1] %}"
        + "{% set a = [a, a] %}{% set b = [b, b] %}" * 40
        + "{% if a == b %}x{% endif %}"
    ),
    "lists in lists joined": "{% set a = [1] %}" + "{% set a = [a, a] %}" * 40 + "{{ a|join }}",
    "a block doubled": (
        "{% set a %}xx{% endset %}"
        + "{% set a %}{{ a }}{{ a }}{% endset %}" * 60
        + "{{ a|length }}"
    ),
    "a namespace doubled": (
        "{% set n = namespace(x='a') %}{% for i in range(60) %}"
        "{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x|length }}"
    ),
    "much shown": "{% for a in range(500) %}{{ long }}{% endfor %}",
    "a long template": "x" * 300_000,
    "a template of many parts": "{{ name }}" * 10_000,
    "a wide text": "{{ " + "long ~ " * 30 + "long }}",
}
ESCAPES = {
    "the classes of a text": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "the classes by name": "{{ ''['__class__']['__mro__'] }}",
    "a name in pieces": "{{ name['__cl' ~ 'ass__'].x }}",
    "the filter attr": "{{ ''|attr('__class__') }}",
    "map with an attribute": "{{ ['']|map(attribute='__class__')|list }}",
    "map with a filter": "{{ ['']|map('attr', '__class__')|join }}",
    "the globals of a function": "{{ range.__globals__ }}",
    "the loop's own": "{% for a in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "the loop shown": "{% for a in [1] %}{{ loop }}{% endfor %}",
    "the loop gone through": "{% for a in [1] %}{% for b in loop %}{% endfor %}{% endfor %}",
    "a loop in itself": "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "self": "{{ self.__init__.__globals__ }}",
    "self as it is": "{{ self }}",
    "lipsum": "{{ lipsum(100000) }}",
    "the globals of lipsum": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "cycler": "{% set c = cycler('a', 'b') %}{{ c.next() }}",
    "the globals of cycler": "{{ cycler.__init__.__globals__.os }}",
    "joiner": "{{ joiner(', ') }}",
    "namespace": "{% set n = namespace(a=1) %}{{ n.a }}",
    "dict": "{{ dict(a=1) }}",
    "a format that looks inside": "{{ '{0.__class__}'.format(name) }}",
    "format_map": "{{ '{a.__class__}'.format_map({'a': 1}) }}",
    "a method": "{{ name.upper() }}",
    "a method that changes": "{{ lines.append(lines) }}",
    "safe": "{{ name|safe }}",
    "escaping turned off": "{% autoescape false %}{{ name }}{% endautoescape %}",
    "another template": "{% include 'secret' %}",
    "another template by name": "{% include name %}",
    "a parent": "{% extends 'secret' %}",
    "an import": "{% import 'os' as os %}{{ os }}",
    "a from": "{% from 'os' import system %}",
    "a macro that calls itself": "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(9) }}",
    "a call": "{% call name() %}x{% endcall %}",
    "the context": "{{ context }}",
    "the environment": "{{ environment.globals }}",
    "python in the template": "{{ __import__('os').system('id') }}",
    "what Jinja calls itself": "{{ reach(name) }}{{ name|reach }}",
    "filters of ours": "{{ name|show('x') }}",
    "many arguments": "{{ name|truncate(*many) }}",
    "named arguments": "{{ name|truncate(**object) }}",
    "debug": "{% debug %}",
    "pprint": "{{ object|pprint }}",
    "tojson": "{{ object|tojson }}",
    "random": "{{ many|random }}",
    "xmlattr": "{{ object|xmlattr }}",
    "urlize": "{{ long|urlize }}",
    "groupby": "{{ lines|groupby('__class__') }}",
}
SPELLING = {
    "wide letters": "{{ \uff4eame }}",
    "a wide underscore": "{{ name.\uff3f\uff3fclass\uff3f\uff3f }}",
    "mathematical letters": "{{ name.\U0001d41c\U0001d425\U0001d41a\U0001d42c\U0001d42c }}",
    "brackets in brackets": "{{ " + "(" * 500 + "1" + ")" * 500 + " }}",
    "lists without end": "{{ " + "[" * 300 + "]" * 300 + " }}",
    "not not not": "{{ " + "not " * 5_000 + "1 }}",
    "minus minus": "{{ " + "-" * 5_000 + "1 }}",
    "if if if": "{% if 1 %}" * 300 + "{% endif %}" * 300,
    "for for for": "{% for a in [1] %}" * 25 + "{% endfor %}" * 25,
    "else else": "{{ " + "1 if 1 else " * 2_000 + "1 }}",
    "a chain": "{{ object" + ".a" * 5_000 + " }}",
    "a sum": "{{ 1" + " + 1" * 5_000 + " }}",
    "filters on filters": "{{ name" + "|upper" * 2_000 + " }}",
    "a long name": "{{ " + "a" * 50_000 + " }}",
    "a long attribute": "{{ name." + "a" * 50_000 + " }}",
    "braces": "{{" * 5_000,
    "a comment without end": "{#" * 5_000,
    "a text without end": "{{ '" + "a" * 5_000,
    "raw without end": "{% raw %}" * 500,
    "tags without names": "{% %}" * 500,
    "an escape of half a sign": "{{ '\\ud800'.x }}",
    "an unknown escape": "{{ '\\x' }}",
}
VALUES = {
    "an object shown": "{{ object }}",
    "a list shown": "{{ lines }}",
    "what is missing": "{{ nobody.knows.this }}",
    "what is missing in a loop": "{% for a in nobody %}x{% endfor %}",
    "what is missing in an entry": "{% for a in lines %}{{ a.colour }}{% endfor %}",
    "what is missing in a list": "{{ [nobody]|join }}",
    "what is missing in a filter": "{{ name|truncate(nobody) }}",
    "a text as a number": "{{ name * 2 }}",
    "text in order with numbers": "{% if name < 3 %}x{% endif %}",
    "a list sorted by nothing": "{{ lines|sort|length }}",
    "a date that is none": "{{ name|date }}",
    "a date out of time": "{{ 999999999999999|date }}",
    "a date of patterns": "{{ 0|date('%d' * 1) }}",
    "money of no country": "{{ number|money('x') }}",
    "letters gone through": "{% for a in long %}{{ a }}{% endfor %}",
}

ABUSE: Mapping[str, str] = LOOPS | SIZES | ESCAPES | SPELLING | VALUES

UNBOUNDED = (
    "loops over loops",
    "a power of powers",
    "a text times a number",
    "a macro that calls itself",
)
"""Some that no limit of ours would stop, were they given to Jinja as they are."""
