"""Served by a real nginx with what the build writes for it: compressed beforehand, kept as long as is right, 404 as 404."""

import gzip
import re
from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import brotli
import pytest

from support.built_site import BuiltSite
from support.nginx import serve_with_nginx

A_YEAR = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def nginx(site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site behind nginx."""
    with serve_with_nginx(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def ask(address: str, **headers: str):
    return urlopen(Request(address, headers={name.replace("_", "-"): value for name, value in headers.items()}))


def test_every_page_is_sent_as_it_was_compressed_by_the_build(nginx: str, built: BuiltSite) -> None:
    for page in built.pages:
        if page.is_not_found_page:
            continue
        answer = ask(nginx + page.url, Accept_Encoding="gzip")
        assert answer.headers["Content-Encoding"] == "gzip", page.path
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert answer.read() == (built.folder / f"{page.path}.gz").read_bytes()
        assert ask(nginx + page.url).read().decode() == page.html


def test_what_is_compressed_is_the_file_and_is_smaller(built: BuiltSite) -> None:
    texts = [path for path in built.files if re.search(r"\.(html|css|js|json|svg|xml|csv|bib|ris)$", path) and "lunr/" not in path]
    assert len(texts) > 40
    for path in texts:
        content = (built.folder / path).read_bytes()
        packed = {ending: built.folder / f"{path}{ending}" for ending in (".gz", ".br")}
        for ending, unpack in ((".gz", gzip.decompress), (".br", brotli.decompress)):
            if packed[ending].exists():
                assert unpack(packed[ending].read_bytes()) == content, path
                assert packed[ending].stat().st_size < len(content), path
        if path.endswith(".html"):
            assert packed[".br"].stat().st_size < packed[".gz"].stat().st_size, path


def test_only_what_its_name_tells_apart_is_kept_unasked(nginx: str, built: BuiltSite) -> None:
    """A page that was mended is seen at once; the browser asks, and is told in a few bytes that it has it still."""
    named = {path for path in built.files if re.search(r"\.[0-9a-f]{8}\.min\.(css|js)(\.map)?$", path)}
    assert named
    for path in named:
        assert ask(nginx + path).headers["Cache-Control"] == A_YEAR
    for path in ("", "about/", "assets/on-demand/controls.js", "downloads/foods.csv", "assets/favicon.svg"):
        answer = ask(nginx + path)
        assert answer.headers["Cache-Control"] == "no-cache", path
        with pytest.raises(HTTPError) as again:
            ask(nginx + path, If_None_Match=answer.headers["ETag"])
        assert again.value.code == 304


@pytest.mark.parametrize("path", ["nowhere", "foods/nowhere/", "assets/nowhere.js"])
def test_what_is_not_there_is_answered_by_the_page_for_it_and_its_status(nginx: str, built: BuiltSite, path: str) -> None:
    with pytest.raises(HTTPError) as answer:
        ask(nginx + path)
    assert answer.value.code == 404
    assert answer.value.read().decode() == built.by_path["404.html"].html
    assert "default-src 'none'" in answer.value.headers["Content-Security-Policy"]
    assert answer.value.headers["Cache-Control"] is None
