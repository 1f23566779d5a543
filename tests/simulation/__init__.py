"""The engine, held against the rules and against itself."""
