"""The panel beside the canvas: what is selected, asked in words, one field after the other."""
