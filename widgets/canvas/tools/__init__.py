"""What the mouse can do on the canvas, one small machine for each."""
