"""What every piece of HTML shares: addresses, templates, styles and scripts, headings.

Must not know what a page is about.
Imports from no other folder.
"""
