"""The engine: what happens to every customer, and why."""
