"""What happens to one customer, in plain integers: the same source is machine code and Python."""
