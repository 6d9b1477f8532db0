"""A drawing that a reader steps through."""
