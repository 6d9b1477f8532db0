"""Meals made of rows of a table, with the sum of one figure."""
