"""The rooms: plain functions over plain values.

Nothing here imports MkDocs or knows what a site is about, so the rooms outlive the generator and serve any subject.
Data flows one way: problems, files, schema, then the view models, then markup, then what the doors in ``hooks/`` call.
"""
