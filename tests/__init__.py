"""The proof that Throughline does what it says; `python3 -m tests` runs all of it."""
