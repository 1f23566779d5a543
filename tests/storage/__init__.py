"""Tests of what keeps a workspace and reads the files customers and events come in."""
