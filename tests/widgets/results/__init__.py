"""Tests of what shows the outcome of a run."""
