"""The kinds of steps, one file each; a file here is all a kind needs."""
