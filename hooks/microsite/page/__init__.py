"""One page as its template draws it: head, structured data, neighbors, sharing, feedback.

Must not know what happens to its HTML afterward.
Imports from guide and what guide imports.
"""
