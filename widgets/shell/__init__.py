"""What stands around the canvas: top bar, palette, Home, notices, and everything that is asked."""
