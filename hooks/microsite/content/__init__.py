"""What an editor writes beside claims and tables: pages, cards, habits, questions, pictures, terms, sheets, changes.

Must not know the other pages of the site.
Imports from source, html and table.
"""
