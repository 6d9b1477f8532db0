"""What a marker puts on a page: a folder each, with its model, template, styles and test.

Must not know the other pages of the site, nor how a page is laid out.
Imports from source, html, evidence and table; a component may build on others, as a sheet does on cards.
"""
