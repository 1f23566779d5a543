"""What can be done with a value in a message: filters, one room for each sort of value."""
