"""What must be true of the made-up shop and of the journeys that come along."""
