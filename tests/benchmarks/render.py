"""Rendering in worker processes against Jinja as it is; progress, cancel, reading a text."""

import time
from collections.abc import Iterator
from itertools import count

from jinja2 import Environment

from app.delivery.message import Job, Outcome, Part, Rendered, Sort, Template
from app.delivery.renderer import Renderer
from journeys.content.reading import read
from tests.benchmarks.line import Line, paired, seconds

SUBJECT = "{{ customer.first_name|default('Hello')|title }}, your cart waits"
HTML = """<p>Hi {{ customer.first_name|default('there')|title }},</p>
{% if event.platform == 'web' %}<p>You saw {{ before.product_view[0].category }}.</p>{% endif %}
<ul>{% for line in cart.lines %}
<li><a href="https://shop.example/{{ line.sku }}">{{ line.name }}</a>: {{ line.quantity }}</li>
{% endfor %}</ul>
<p>{{ customer.city|upper }} is where it goes, with {{ session.source|default('us') }}.</p>
<p>Yours, {{ journey.sender|default('the shop') }}</p>
"""
TEXT = "Hi {{ customer.first_name|default('there') }}, {{ cart.lines|length }} things wait."
MESSAGE = Template(
    (
        Part("subject", Sort.LINE, SUBJECT),
        Part("html", Sort.HTML, HTML),
        Part("text", Sort.TEXT, TEXT),
    )
)
LONG_TEXT = 5_000
LINT_LIMIT = 20.0
REPORT_LIMIT = 500.0


def lines(*, is_quick: bool) -> Iterator[Line]:
    """Yield the cases: messages a second, 100,000 messages with progress, and reading."""
    many = 20_000 if is_quick else 100_000
    repetitions = 3 if is_quick else 5
    with Renderer() as renderer:
        renderer.render(Job(MESSAGE, context(0)))
        yield batch(renderer, 4_000 if is_quick else 20_000, repetitions)
        yield from progress(renderer, many)
    yield reading(repetitions)


def context(number: int) -> dict[str, object]:
    """Return what is known of one customer."""
    lines = [("b1", "Boots & more", 1), ("h2", "Hat", 2), ("s3", "Socks", 3)]
    return {
        "customer": {
            "first_name": "maya",
            "city": "Zürich",
            "orders": number % 7,
            "id": f"customer_{number}",
            "email": f"c{number}@shop.example",
        },
        "event": {"platform": "web", "id": number, "time": 1_700_000_000 + number},
        "session": {"source": "newsletter", "pages": 4, "campaign": "autumn"},
        "before": {"product_view": [{"category": "boots", "sku": "b1"}, {"category": "hats"}]},
        "cart": {
            "lines": [
                {"sku": sku, "name": name, "quantity": quantity} for sku, name, quantity in lines
            ]
        },
        "journey": {"name": "Cart rescue"},
    }


def batch(renderer: Renderer, messages: int, repetitions: int) -> Line:
    """Render messages of three parts in the workers, and with Jinja in this process."""
    contexts = [context(number) for number in range(messages)]
    compiled = [
        Environment(autoescape=part.sort is Sort.HTML, keep_trailing_newline=True).from_string(  # noqa: S701 # texts are not escaped by ours either
            part.source
        )
        for part in MESSAGE.parts
    ]
    ours: list[Outcome] = []

    def mine() -> None:
        ours.clear()
        jobs = (Job(MESSAGE, each) for each in contexts)
        for _ in renderer.batch(jobs, messages, ours.append):
            pass

    def theirs() -> list[list[str]]:
        return [[each.render(known) for each in compiled] for known in contexts]

    fast, slow = paired(mine, theirs, repetitions)
    for outcome, words in zip(ours, theirs(), strict=True):
        if not isinstance(outcome, Rendered) or [each for _, each in outcome.parts] != words:
            raise AssertionError(f"not the same words: {outcome}, {words}")
    return Line(
        benchmark="render",
        case=f"batch: {messages:,} messages of three parts in {renderer.workers} workers",
        subject="rendered in worker processes, with limits",
        value=messages / fast,
        unit="messages/s",
        against="Jinja2 as it is, in this process",
        against_value=messages / slow,
        ratio=slow / fast,
    )


def progress(renderer: Renderer, messages: int) -> Iterator[Line]:
    """Render many messages and note the longest silence; then cancel in the middle of them."""
    jobs = [Job(MESSAGE, context(number)) for number in range(messages)]
    silences = []
    last = time.perf_counter()
    for _ in renderer.batch(jobs, messages, lambda _: None):
        now = time.perf_counter()
        silences.append(now - last)
        last = now
    yield _limited(
        f"{messages:,} messages, with {len(silences):,} reports",
        "the longest silence between two reports",
        1_000 * max(silences),
    )
    running = renderer.batch(jobs, messages, lambda _: None)
    for _ in range(len(silences) // 2):
        next(running)
    yield _limited(
        f"{messages:,} messages", "to cancel in the middle", 1_000 * seconds(running.close)
    )


def _limited(case: str, subject: str, value: float) -> Line:
    return Line(
        benchmark="render",
        case=case,
        subject=subject,
        value=value,
        unit="ms",
        against="limit",
        against_value=REPORT_LIMIT,
        ratio=REPORT_LIMIT / value,
    )


def reading(repetitions: int) -> Line:
    """Read a long message, as after each key: it is another one each time."""
    source = HTML * (LONG_TEXT // len(HTML) + 1)
    source = source[: source.rindex("<p>Hi", 0, LONG_TEXT)]
    keys = count()
    spent, _ = paired(
        lambda: read(f"{source}{next(keys)}", Sort.HTML), lambda: None, 5 * repetitions
    )
    return Line(
        benchmark="render",
        case=f"lint: {len(source):,} letters of HTML",
        subject="read after a key",
        value=1_000 * spent,
        unit="ms",
        against="limit",
        against_value=LINT_LIMIT,
        ratio=LINT_LIMIT / (1_000 * spent),
    )
