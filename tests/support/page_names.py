"""The pages of the guide, known before the site is built, so that each can be a test of its own."""

import re

from support.needs import ROOT

_DOCS = ROOT / "docs"
_DRAFT = re.compile(r"^status: *draft\b", re.M)

# As MkDocs names them: ``foods``, ``sheets/index``. Drafts stay out.
PAGES = sorted(
    file.relative_to(_DOCS).with_suffix("").as_posix()
    for file in _DOCS.rglob("*.md")
    if not _DRAFT.search(file.read_text(encoding="utf-8"))
)
# 404 is made by the theme.
PAGES_AND_404 = ["404.html", *PAGES]


def address(name: str) -> str:
    """Return where MkDocs puts a page: ``foods`` at ``foods/``, ``index`` at the start of its folder."""
    if name.endswith(".html"):
        return name
    return (name.removesuffix("index") if name.split("/")[-1] == "index" else f"{name}/") or "./"
