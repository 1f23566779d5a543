"""How near two names are: in how many letters they differ."""

FEW = 4
"""One letter of so many may be another one, and one more."""


def is_near(name: str, other: str) -> bool:
    """Say whether a name may be another one mistyped: one letter in four differs, and one more."""
    longest = max(len(name), len(other))
    most = 1 + longest // FEW
    return abs(len(name) - len(other)) <= most and apart(name, other) <= most


def apart(name: str, other: str) -> int:
    """Return the fewest letters to write, leave out, change or swap with the next for the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(name, 1):
        longer = [place]
        for column, wanted in enumerate(other, 1):
            steps = min(row[column] + 1, longer[-1] + 1, row[column - 1] + (letter != wanted))
            is_swapped = (
                place > 1
                and column > 1
                and (name[place - 2], letter)
                == (
                    wanted,
                    other[column - 2],
                )
            )
            longer.append(min(steps, before[column - 2] + 1) if is_swapped else steps)
        before, row = row, longer
    return row[-1]
