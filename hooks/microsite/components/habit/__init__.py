"""One thing to do, and how to start."""
