"""Words to begin with, made from what there is at the step of a message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from journeys.context.lineage import Verdict
from widgets.content.offers import Offer

FIRST_NAMES = ("customer.first_name", "customer.firstname", "customer.given_name", "customer.name")
PRODUCTS = ("event.product_name", "event.product", "event.title", "event.item")
NAMES = ("product_name", "product", "title", "name")
LINES = "cart.lines"


@dataclass(frozen=True, slots=True)
class Start:
    """Something to begin with: what it is called, what it says, and the words part by part."""

    title: str
    says: str
    words: Mapping[str, str]


def starts(channel: str, offers: Sequence[Offer]) -> tuple[Start, ...]:
    """Return what a message of a channel can begin with; each can be sent to everyone."""
    there = {each.variable.name: each for each in offers if each.verdict is not Verdict.IMPOSSIBLE}
    greeting = _greeting(there)
    product = next((there[name] for name in PRODUCTS if name in there), None)
    made = [_short(channel, greeting)]
    if product is not None:
        made.append(_about(channel, greeting, product))
    if LINES in there and channel == "email":
        fields = [name for name in NAMES if f"event.{name}" in there]
        made.append(_list(greeting, fields[0] if fields else "product_id"))
    return tuple(made)


def _greeting(there: Mapping[str, Offer]) -> str:
    name = next((each for each in FIRST_NAMES if each in there), "")
    hello = QCoreApplication.translate("Content", "Hi")
    other = QCoreApplication.translate("Content", "there")
    return f'{hello} {{{{ {name}|default("{other}") }}}},' if name else f"{hello},"


def _short(channel: str, greeting: str) -> Start:
    translate = QCoreApplication.translate
    title = translate("Content", "A short reminder")
    says = translate("Content", "A greeting and one sentence.")
    line = translate("Content", "We kept everything as you left it.")
    subject = translate("Content", "Still thinking it over?")
    return Start(title, says, _parts(channel, subject, greeting, line))


def _about(channel: str, greeting: str, product: Offer) -> Start:
    translate = QCoreApplication.translate
    title = translate("Content", "About what they looked at")
    says = translate("Content", "Names {}, with a fallback.").format(product.meaning)
    other = translate("Content", "what you chose")
    shown = f'{{{{ {product.name}|default("{other}") }}}}'
    line = translate("Content", "You had a look at {}. It is still there for you.").format(shown)
    subject = translate("Content", "A second look?")
    return Start(title, says, _parts(channel, subject, greeting, line))


def _list(greeting: str, field: str) -> Start:
    translate = QCoreApplication.translate
    title = translate("Content", "What is in the cart")
    says = translate("Content", "A list, one line for each thing.")
    line = translate("Content", "This is still in your cart:")
    item = f'{{{{ line.{field}|default("\N{HORIZONTAL ELLIPSIS}") }}}}'
    each = f"{{% for line in {LINES}|default([]) %}}"
    html = (
        f"<p>{greeting}</p>\n<p>{line}</p>\n<ul>\n{each}\n  <li>{item}</li>\n{{% endfor %}}\n</ul>"
    )
    text = f"{greeting}\n\n{line}\n\n{each}\n- {item}\n{{% endfor %}}"
    subject = translate("Content", "Your cart is waiting")
    return Start(title, says, {"subject": subject, "html": html, "text": text})


def _parts(channel: str, subject: str, greeting: str, line: str) -> Mapping[str, str]:
    match channel:
        case "email":
            html = f"<p>{greeting}</p>\n<p>{line}</p>"
            return {"subject": subject, "html": html, "text": f"{greeting}\n\n{line}"}
        case "push" | "in_app":
            return {"heading": subject, "text": line}
        case _:
            return {"text": f"{greeting} {line[:1].lower()}{line[1:]}"}
