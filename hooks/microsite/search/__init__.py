"""The search index, made from finished pages.

Must not know how a page was made.
Imports from page and content.
"""
