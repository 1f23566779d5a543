"""How large a template and what it makes may be; beyond it a message is refused in words."""

LONGEST_TEMPLATE = 200_000
"""Letters of one part of a message."""

LONGEST_LINE = 1_000
"""Letters of a part that is one line, such as a subject."""

LONGEST_NAME = 100
"""Letters of a name in a template."""

DEEPEST_BRACKETS = 40
"""Brackets inside each other."""

DEEPEST_PARTS = 120
"""Parts of an expression inside each other, with the blocks around it."""

MOST_PARTS = 4_000
"""Parts of one template, each name, operator, value and piece of text counted."""

DEEPEST_BLOCKS = 16
"""Blocks ({% if %}, {% for %}, {% with %}) inside each other."""

DEEPEST_LOOPS = 5
"""Loops inside each other."""

LONGEST_TEXT = 200_000
"""Letters of one text that is made while a message is rendered."""

LONGEST_LIST = 20_000
"""Entries of a list that is made, or gone through."""

LARGEST_NUMBER = 10**18
"""The largest number that may be calculated with."""

FUEL = 400_000
"""What one part of a message may use up: a unit a step in a loop, and one a letter made."""
