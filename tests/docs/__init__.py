"""What is written for people is true: the rules, the file format, the reference."""
