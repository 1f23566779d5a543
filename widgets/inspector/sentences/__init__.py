"""Conditions and filters as sentences of tokens that can be changed one by one."""
