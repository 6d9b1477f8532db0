"""The generator behind the site: plain functions over plain values, in folders by concern.

Nothing here imports MkDocs or knows what a site is about, so it outlives MkDocs and serves any subject.
Imports go one way: a module imports only from its own folder and from folders on lines before it in `ORDER`.
"""

# From the ground up; folders on one line do not import each other.
ORDER = (
    ("source", "html"),
    ("evidence", "table", "social_card", "content"),
    ("components",),
    ("guide",),
    ("publish", "page"),
    ("preview", "search"),
    ("build",),
)
