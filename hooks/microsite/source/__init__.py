"""Files in: YAML, CSV and Markdown as checked values that know their lines.

Must not know what a value means, nor that pages are HTML.
Imports from no other folder.
"""
