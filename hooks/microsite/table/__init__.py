"""A declared data set as a table: values, derived values, cells, filters, charts, downloads.

Must not know what a row stands for.
Imports from source and html.
"""
