"""Tests of the front door: set-up and the command line."""
