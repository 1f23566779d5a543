"""The limits of rendering: seconds, memory, and how much goes over the pipe at once."""

SECONDS = 1.0
"""How long one message may take."""

SILENT_SECONDS = 0.5
"""How long nothing may come of many messages given at once; then each is tried by itself."""

FLUSH_SECONDS = 0.002
"""How long a finished message may wait in the worker for others to go with it."""

HARD_SECONDS = 3.0
"""When a worker ends itself, should nobody be there any more to watch it."""

START_SECONDS = 30.0
"""How long a worker may take to start."""

MEMORY = 512 * 2**20
"""Bytes a worker may hold, all in all, where the system keeps to it."""

LONGEST_ANSWER = 32 * 2**20
"""Bytes of one answer."""

JOBS_AT_ONCE = 64
BYTES_AT_ONCE = 256 * 2**10
KNOWN_TEMPLATES = 200
AHEAD = 2_000
"""How many finished messages wait at most for one before them."""
