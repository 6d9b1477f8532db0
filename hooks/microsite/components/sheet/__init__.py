"""A page to print and to fill in."""
