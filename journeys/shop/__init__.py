"""A made-up shop: its catalogue, its customers and ninety days of what they did, from a seed."""
