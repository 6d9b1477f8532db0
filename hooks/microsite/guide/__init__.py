"""Everything read and checked as one whole, and what a marker on a page becomes.

Must not know how a page is laid out, nor which generator builds it.
Imports from all folders above in `ORDER`.
"""
