"""Tests of the tidy layout."""
