"""What a journey is compiled to: integer operations, and the names of everything in them."""
