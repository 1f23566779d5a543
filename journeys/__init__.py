"""The hearth: journeys as values, and everything that can be said of them without a screen."""
