"""What fields are made of: tokens, lists to pick from, switches, lines of text."""
