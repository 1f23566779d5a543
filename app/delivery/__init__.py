"""Messages on their way: rendering their words, apart from everything that must not be harmed."""
