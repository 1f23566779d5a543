"""Tidy layout: every step finds its place by itself, so that a journey reads from top to bottom."""
