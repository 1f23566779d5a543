"""The canvas, worked on with real mouse and key events."""
