"""What came of a run: how far people got, day by day, and one customer's path explained."""
