"""Whose site it is."""
