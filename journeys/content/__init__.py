"""Messages: what is said to a customer, and on which channel."""
