"""One widget for each sort of field, one file each; none knows what it is used for."""
