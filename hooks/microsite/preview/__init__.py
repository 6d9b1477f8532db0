"""What only editors see: their page, the problem page, reading grades, overdue reviews.

Must not be needed by a build.
Imports from every folder but search and publish.
"""
