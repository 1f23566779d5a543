"""The drawing a marketer works on: cards, the paths between them, and the picture of it all."""
