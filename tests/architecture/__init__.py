"""The contracts of the house: its layers, its tools, and what may stand in its files."""
