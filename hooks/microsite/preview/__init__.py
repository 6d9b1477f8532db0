"""What only editors see: their page, the problem page, reading grades, overdue reviews.

Must not change a build for readers, which asks only whether a preview runs.
Imports from every folder but search and publish.
"""
