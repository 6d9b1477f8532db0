"""What the steps of one build share: a single typed object.

Must not know which generator runs the steps.
Imports from every folder.
"""
