"""What is seen on the screen and in pictures."""
