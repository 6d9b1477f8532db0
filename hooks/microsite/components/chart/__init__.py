"""A bar chart of one field of a data set."""
