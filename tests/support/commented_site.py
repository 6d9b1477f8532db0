"""The site with comments switched on, as an owner has it who named a comment server."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from support.building import build_site
from support.built_site import read_site
from support.comment_server import CommentServer, free_port, run_comment_server
from support.server import serve_folder


@dataclass(frozen=True)
class CommentedSite:
    """Its address, its comment server, and the path that threads are named by."""

    address: str
    comments: CommentServer
    root: str

    def thread(self, page: str) -> str:
        """What the server calls the thread of a page."""
        return self.root + page


@contextmanager
def commented_site(folder: Path) -> Iterator[CommentedSite]:
    """Build it into ``folder``, serve it, and run a comment server beside it."""
    port = free_port()
    with pytest.MonkeyPatch.context() as outside:
        outside.setenv("COMMENTS_SERVER", f"http://127.0.0.1:{port}")
        build = build_site(folder / "site")
    assert not build.failed, build.log
    root = urlsplit(read_site(build.folder).address).path
    with (
        serve_folder(build.folder, root) as address,
        run_comment_server(folder, port=port, site=address.removesuffix(root) + "/") as comments,
    ):
        yield CommentedSite(address, comments, root)
