"""Places in a text: Qt counts units, of which an emoji takes two; everyone else counts letters."""

UNITS = "utf-16-le"
KEEPING = "surrogatepass"


def units(text: str, letters: int) -> int:
    """Return how many of Qt's units the first letters of a text take."""
    if text.isascii():
        return letters
    return len(text[:letters].encode(UNITS, KEEPING)) // 2


def letters(text: str, units: int) -> int:
    """Return how many letters the first of Qt's units of a text hold."""
    if text.isascii():
        return units
    return len(text.encode(UNITS, KEEPING)[: 2 * units].decode(UNITS, KEEPING))


def unbroken(text: str) -> str:
    """Return a text of Qt's with line feeds alone; spaces that do not break stay what they are."""
    return text.replace("\N{PARAGRAPH SEPARATOR}", "\n").replace("\N{LINE SEPARATOR}", "\n")
