"""The words of messages: what is read in them, and what the filters make."""
