"""The contents of the whole guide."""
