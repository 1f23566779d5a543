"""Turns files of events and customers into a data set, and says what it did with every row."""
