"""Everything a marketer sees and touches: the canvas, the forms, the results."""
