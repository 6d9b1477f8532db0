"""When to seek help, and how soon."""
