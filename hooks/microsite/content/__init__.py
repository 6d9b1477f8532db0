"""What an editor writes of pages and of the search: front matter, words that mean the same.

Must not know the other pages of the site.
Imports from source.
"""
