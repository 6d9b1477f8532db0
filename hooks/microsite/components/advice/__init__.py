"""What to do, and what not."""
