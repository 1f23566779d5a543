"""A value that is not there: it stays so, is false in tests, and is never shown."""

from typing import NoReturn

from jinja2 import Undefined


class MissingError(Exception):
    """A message needs a variable that is missing; `path` names it."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Missing(Undefined):
    """Bears the full name of the variable that is missing."""

    __slots__ = ("path",)

    def __init__(
        self, hint: str | None = None, obj: object = None, name: str | None = None, *_: object
    ) -> None:
        super().__init__(hint, obj, name)
        self.path = name or hint or "a value"

    def _refuse(self, *_: object) -> NoReturn:
        raise MissingError(self.path)

    def _never(self, *_: object) -> bool:
        return False

    __str__ = __html__ = __iter__ = __len__ = __getitem__ = __call__ = _refuse
    __int__ = __float__ = __complex__ = __index__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _never  # type: ignore[assignment] # Jinja's own refuse, and never return
    __contains__ = __bool__ = _never

    def __hash__(self) -> int:
        return id(type(self))


def there(value: object) -> object:
    """Return a value; raises MissingError where it is missing."""
    if type(value) is Missing:
        raise MissingError(value.path)
    return value
