"""Edits: everything that can be done to a journey, each a value that makes the next one."""
