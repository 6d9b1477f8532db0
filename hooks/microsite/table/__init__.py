"""A declared data set: its declaration, its rows, values derived from them, downloads.

Must not know what a row stands for, nor how a table is drawn: that is the component `table`.
Imports from source and html.
"""
