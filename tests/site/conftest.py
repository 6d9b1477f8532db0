"""Questions to the built site. The fixtures `site`, `built` and `pages` are those of all tests."""
