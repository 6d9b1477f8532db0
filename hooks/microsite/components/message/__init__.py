"""Where the key message stands, on a page that has something more urgent."""
