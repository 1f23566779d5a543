"""Keeps everything a workspace holds, and reads the files customers and events come in."""
