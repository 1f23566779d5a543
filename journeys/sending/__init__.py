"""When messages may go out: quiet hours, frequency caps, and what a message says of itself."""
