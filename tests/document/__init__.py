"""Tests of the journey as a document."""
