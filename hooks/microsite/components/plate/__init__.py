"""Plates: the drawn rows of one group of a table, each with its name."""
