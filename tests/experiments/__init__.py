"""The statistics of tests, held against others and against trying."""
