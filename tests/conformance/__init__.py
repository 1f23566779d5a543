"""The rules, one by one: cases worked by hand that the engine and the oracle must both keep.

Every case is run by the engine compiled and plain and by the oracle, and held against rows that
were written by hand from the page.
"""
