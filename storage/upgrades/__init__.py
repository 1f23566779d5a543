"""Brings workspaces of older versions up to date, one step for each version."""
