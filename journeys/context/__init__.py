"""What is known of a customer at each step, where it comes from, and where it may be missing."""
