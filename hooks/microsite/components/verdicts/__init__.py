"""How the claims divide by verdict."""
