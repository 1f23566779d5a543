"""Names from the data as people say them: 'add_to_cart' is read as 'add to cart'."""

from collections import Counter
from collections.abc import Iterable, Mapping

JOINS = str.maketrans("_-", "  ")


def spoken(name: str) -> str:
    """Return a name with its words apart; one that has no words in it stays what it is."""
    return " ".join(name.translate(JOINS).split()) or name


def told_apart(names: Iterable[str]) -> Mapping[str, str]:
    """Return what each name is called where all of them are offered: no two sound the same."""
    said = {name: spoken(name) for name in names}
    counts = Counter(said.values())
    return {name: name if counts[words] > 1 else words for name, words in said.items()}
