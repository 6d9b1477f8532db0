"""Claims and their sources: read and checked, graded in words, marked on pages, listed and exported.

Must not know where on a page a claim stands, nor that tables exist.
Imports from source and html.
"""
