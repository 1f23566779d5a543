"""The journey as an outline: the same steps as a tree, to read, to hear and to work on."""
