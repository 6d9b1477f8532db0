"""The picture that is shown where a page is shared.

Must not know more of a page than its title.
Imports from source.
"""
