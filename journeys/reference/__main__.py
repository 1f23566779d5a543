"""Writes the page about steps and conditions: `python -m journeys.reference > steps.md`."""

import sys

from journeys.reference.page import steps_page

if __name__ == "__main__":
    sys.stdout.buffer.write(steps_page().encode())
