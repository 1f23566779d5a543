"""The manual's pages that are made from the program itself, so that they are always true."""
