"""What the panel shows: one page for a step, one for several, for a note, and for the journey."""
