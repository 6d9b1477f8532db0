"""A data set as a table."""
