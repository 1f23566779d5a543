"""Writes a page of the reference: `python -m journeys.reference steps > steps.md`."""

import sys

from journeys.reference.messages import messages_page
from journeys.reference.page import steps_page

PAGES = {"steps": steps_page, "messages": messages_page}

if __name__ == "__main__":
    sys.stdout.buffer.write(PAGES[sys.argv[1] if sys.argv[1:] else "steps"]().encode())
