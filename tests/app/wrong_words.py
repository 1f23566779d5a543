"""Words of messages that are wrong, each with what a person is told of them."""

from collections.abc import Mapping

Slips = Mapping[str, tuple[str, str]]

SLIPS: Slips = {
    "a value cut off": ("{{ event.platform", "ends in the middle of a {{ … }}"),
    "a condition left open": ("{% if event.platform %}x", "Close it with {% endif %}."),
    "an end of nothing": ("{% endif %}", "Take it out, or open what it closes."),
    "a tag that is none": ("{% while true %}x{% endwhile %}", "There is no tag {% while %}."),
    "a text left open": ("{{ 'a }}", "Write ' at its end."),
    "a remark left open": ("{# never", "Close it with #}."),
    "brackets crossed": ("{{ (event.platform] }}", "Write ) here."),
    "a sign of nothing": ("{{ event.platform ? }}", "The sign ? cannot stand here."),
    "braces around nothing": ("{{ }}", "Write a name or a text."),
    "a filter misspelled": ("{{ event.platform|uper }}", "Did you mean 'upper'?"),
    "a filter given too much": ("{{ event.platform|upper(3) }}", "It takes: nothing."),
    "markup from data": ("{{ event.platform|safe }}", "Write markup in the message itself."),
    "attributes by filter": ("{{ ''|attr('__class__') }}", "Write customer.name"),
    "the classes of a text": ("{{ ''.__class__.__mro__ }}", "as '__class__' does"),
    "the inside of an event": ("{{ event['__class__'] }}", "Use the names offered here."),
    "the globals": ("{{ range.__globals__ }}", "No name begins with _, as '__globals__' does."),
    "the system": ("{{ __import__('os').system('id') }}", "Nothing can be called here"),
    "a method": ("{{ event.platform.upper() }}", "Write |upper after the value."),
    "another template": ("{% include 'secret' %}", "Write all words of the message in one text."),
    "another module": ("{% import 'os' as os %}", "{% import %} cannot be used."),
    "a macro in itself": ("{% macro m() %}{{ m() }}{% endmacro %}", "Use {% for %} to repeat"),
    "plain text turned off": (
        "{% autoescape false %}{{ event.platform }}{% endautoescape %}",
        "data is always shown as plain text",
    ),
    "a loop in itself": ("{% for a in [1] recursive %}{% endfor %}", "Use a loop in a loop."),
    "a power of powers": ("{{ 9**(9**9) }}", "Powers cannot be used. Multiply instead."),
    "a number without end": ("{{ 1e999 }}", "This number is too large."),
    "brackets without end": ("{{ " + "(" * 500 + "1" + ")" * 500 + " }}", "More than 40 brackets"),
    "conditions without end": ("{% if 1 %}" * 300 + "{% endif %}" * 300, "Make it simpler."),
    "values without end": ("{{ a }}" * 10_000, "has more than 4,000 parts"),
    "letters of another alphabet": ("{{ \uff4eame }}", "Type the name anew."),
    "chance": ("{{ ['a']|random }}", "Use an experiment, or first."),
    "itself": ("{{ self }}", "'self' means nothing in a message."),
}
"""What cannot be read: it keeps the journey from running."""

MARKUP: Slips = {
    "a value in a script": ("<script>{{ event.platform }}</script>", "Choose with {% if %}"),
    "a value without quotation marks": ("<a href={{ event.platform }}>x</a>", "Put quotation"),
    "a value as an attribute": ("<p {{ event.platform }}='x'>x</p>", "cannot stand in a tag"),
    "a link that runs": ("<a href='javascript:{{ event.platform }}'>x</a>", "that runs something"),
    "a link made of a value": ("<a href='{{ event.platform }}://x'>x</a>", "and a colon"),
}
"""What cannot be read as HTML."""

LATE: Slips = {
    "nothing to divide by": ("{{ 1 / 0 }}", "Nothing can be divided by 0."),
    "an endless loop": (
        "{% for a in range(20000) %}{% for b in range(20000) %}x{% endfor %}{% endfor %}",
        "takes too many steps, or makes too much text. Make the message simpler",
    ),
    "a long range": ("{% for a in range(999999999999) %}x{% endfor %}", "more than 20,000 entries"),
    "a text that doubles": (
        "{% set a = 'xx' %}" + "{% set a = a ~ a %}" * 40 + "{{ a|length }}",
        "A text has more than 200,000 letters.",
    ),
    "lists that double": (
        "{% set a = [1, 1] %}" + "{% set a = a + a %}" * 40 + "{{ a|length }}",
        "A list has more than 20,000 entries.",
    ),
    "much to show": (
        "{% for a in range(19000) %}" + "x" * 100 + "{% endfor %}",
        "takes too many steps, or makes too much text.",
    ),
    "a text as often": ("{{ 'A' * 1000000000 }}", "Only numbers can be calculated with"),
    "an event as it is": ("{{ event }}", "An object cannot be shown as it is."),
    "a currency of no country": ("{{ 3|money('x') }}", "written like EUR"),
    "a date that is none": ("{{ event.platform|date }}", "is no date"),
    "money that is text": ("{{ event.platform|money('EUR') }}", "A number is needed"),
    "text in order with a number": ("{% if event.platform < 3 %}x{% endif %}", "be compared with"),
    "a loop over a number": ("{% for a in 3 %}x{% endfor %}", "A list is needed"),
}
"""What shows only as it is rendered: it fails where it stands, and all others are right."""

CLASHES: Mapping[str, str] = {
    "a text as often": "“A” is text and the other value is a number",
    "an event as it is": "event is several things at once, which cannot be shown as it is",
    "a date that is none": "event.platform is text, and the filter 'date' needs a time",
    "money that is text": "To mend it: Show it as it is.",
    "text in order with a number": "neither is more than the other",
    "a loop over a number": "This value is a number, and a loop goes through a list",
}
"""What is told of some of these beforehand, beside data."""

LACKING: Mapping[str, tuple[str, str, str]] = {
    "a name nothing provides": ("{{ event.colour }}", "event.colour", "nobody gets it"),
    "a name misspelled": ("{{ event.platfrom }}", "event.platfrom", "Write event.platform instead"),
    "a world that is not there": ("{{ nobody.knows }}", "nobody.knows", "nothing of that name"),
    "a loop through nothing": ("{% for a in nobody %}x{% endfor %}", "nobody", "nobody gets it"),
    "what not everyone did": (
        "{{ before.page_view[0].platform }}",
        "before.page_view[0].platform",
        "To mend it: Add a fallback.",
    ),
}
"""What asks for what some or all have not: the words, the variable, and what is told."""
