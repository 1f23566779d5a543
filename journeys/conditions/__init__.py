"""Conditions: what must be true of a customer, in a form that can be asked, said and explained."""
