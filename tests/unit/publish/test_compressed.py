"""Texts are compressed once, by the build, and the same content gives the same bytes."""

import gzip
from pathlib import Path

import brotli
import pytest

from microsite.publish.compressed import compress_files

TEXT = "Tea may warm you. " * 200


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "teas/a.js", "a.png", "assets/javascripts/lunr/lunr.de.min.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "short.css").write_text("a{}", encoding="utf-8")
    return tmp_path


def packed(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.suffix in (".gz", ".br")
    }


def test_each_text_that_becomes_smaller_has_both_forms_beside_it(site: Path) -> None:
    """No picture, nothing that would grow, and nothing that no page asks for."""
    compress_files(site, thorough=False)
    found = packed(site)
    assert sorted(found) == ["index.html.br", "index.html.gz", "teas/a.js.br", "teas/a.js.gz"]
    assert gzip.decompress(found["index.html.gz"]) == brotli.decompress(found["teas/a.js.br"]) == TEXT.encode()


def test_the_same_content_gives_the_same_bytes(site: Path) -> None:
    compress_files(site, thorough=True)
    before = packed(site)
    compress_files(site, thorough=True)
    assert packed(site) == before


def test_a_site_that_will_be_published_is_packed_as_small_as_can_be(site: Path) -> None:
    page = "".join(f"<p>{number * 7919 % 1000} of {number}</p>" for number in range(2000))
    (site / "index.html").write_text(page, encoding="utf-8")
    sizes = []
    for thorough in (False, True):
        compress_files(site, thorough=thorough)
        sizes.append((site / "index.html.br").stat().st_size)
    assert sizes[1] < 0.95 * sizes[0]
