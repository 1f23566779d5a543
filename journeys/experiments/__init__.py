"""What a test can tell, and when: how sure its numbers are, and how many people that takes."""
