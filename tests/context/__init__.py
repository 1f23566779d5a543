"""Proofs of what is known at each step."""
