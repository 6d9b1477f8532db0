"""Packs a site that was built without directory addresses into a zip that opens from a folder: index.html is its start.

One site makes one zip, to the byte. What only a server or another site reads is left out.
"""

import sys
from fnmatch import fnmatch
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# Headers and sitemap are for servers, the index as data is there as a script too, cards are for sites that show links.
# The theme's own styles, workers and languages are never asked for.
LEFT_OUT = (
    *("_headers", "headers.*", "sitemap.xml*", "404.html", "search/search_index.json", "assets/cards/*"),
    *("assets/stylesheets/*", "assets/javascripts/workers/*", "assets/javascripts/lunr/*", "*.map", "*.gz", "*.br"),
)
FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def pack(site: Path, target: Path) -> int:
    """Write the zip. Returns how many files are in it."""
    files = sorted(path for path in site.rglob("*") if path.is_file() and not _is_left_out(path.relative_to(site)))
    with ZipFile(target, "w") as archive:
        for path in files:
            entry = ZipInfo(f"{target.stem}/{path.relative_to(site).as_posix()}", FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes(), compresslevel=9)
    return len(files)


def _is_left_out(path: Path) -> bool:
    return any(fnmatch(path.as_posix(), pattern) for pattern in LEFT_OUT)


if __name__ == "__main__":
    site, target = map(Path, sys.argv[1:])
    print(f"{target}: {pack(site, target)} files, {target.stat().st_size // 1024} KB")
