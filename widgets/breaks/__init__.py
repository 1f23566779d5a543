"""The sheet in which pauses of test runs are set."""
