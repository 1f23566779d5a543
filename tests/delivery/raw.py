"""A worker with no limit but the process: it gives templates to Jinja as they are."""

from collections.abc import Mapping

from jinja2 import Environment, TemplateError, Undefined
from jinja2 import Template as Compiled

from app.delivery.worker import serve
from journeys.values import Json


class Raw:
    """Compiles and renders with nothing in between; a broken limit of ours would look like this."""

    def __init__(self) -> None:
        self._environment = Environment(autoescape=True, undefined=Undefined)
        self._templates: dict[int, list[tuple[str, Compiled | None]]] = {}

    def forget(self) -> None:
        self._templates.clear()

    def learn(self, key: int, parts: list[list[str]]) -> None:
        self._templates[key] = [(name, self._compiled(source)) for name, _, source in parts]

    def _compiled(self, source: str) -> Compiled | None:
        try:
            return self._environment.from_string(source)
        except (TemplateError, ValueError, RecursionError, SyntaxError):
            return None

    def render(self, key: int, context: Mapping[str, object], zone: str) -> dict[str, Json]:
        try:
            parts: list[Json] = [
                [name, compiled.render(context)[:1_000]]
                for name, compiled in self._templates[key]
                if compiled
            ]
        except (TemplateError, ArithmeticError, ValueError, TypeError, LookupError, RecursionError):
            parts = []
        if len(parts) < len(self._templates[key]):
            return {"reason": "unfit", "words": f"It cannot be rendered in {zone}."}
        return {"parts": parts, "used": [], "fallbacks": [], "blanks": [], "changes": []}


class Garbling(Raw):
    """Answers with anything but an answer, where it is asked to."""

    def render(self, key: int, context: Mapping[str, object], zone: str) -> dict[str, Json]:
        return {"parts": "nonsense"} if "garble" in context else super().render(key, context, zone)


def main() -> None:
    """Be such a worker."""
    serve(Raw())
