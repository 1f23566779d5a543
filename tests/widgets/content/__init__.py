"""Tests of the room of messages: written and seen."""
