"""What happens to a finished page and beside it: styles pruned, HTML tidied, policy, generated files.

Must not change what a page says.
Imports from guide and what guide imports.
"""
