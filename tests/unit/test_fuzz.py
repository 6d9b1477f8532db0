"""Whatever is typed into a file of a small site, a build makes a site or tells problems: no traceback, 2 s, 500 MB."""

import os
import resource
import time

from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from support import small_site
from support.small_guide import FILES

# More of them: FUZZ_EXAMPLES=1000 python -m pytest tests/unit/test_fuzz.py
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "12"))
SECONDS, MEGABYTES = 2, 500
# What a hand slips into: signs of YAML, Markdown, HTML and markers, and what is long, deep, hidden, or no text.
SCRAPS = [
    *(
        "\n",
        "\n\n",
        "    ",
        "\t",
        "  ",
        " ",
        ":",
        ": ",
        "- ",
        "-",
        "#",
        "## ",
        "---\n",
        "...",
        "&a ",
        "*a",
        "!x ",
        "|",
        ">",
        "%",
        "@",
        "`",
    ),
    *(
        "{",
        "}",
        "[",
        "]",
        "[[",
        "]]",
        "[[claim: tea-is-warm]]",
        "[[table: claims]]",
        "[[contents]]",
        "[[care: x]]",
        "(",
        ")",
        "](",
        "![",
        "<",
    ),
    *(
        "<b>",
        "</div>",
        "<!--",
        "-->",
        "<script>",
        "<![",
        "&amp;",
        "```",
        "~~~",
        "**",
        "*",
        "_",
        "\\",
        '"',
        "'",
        "{#a}",
        "{: .b}",
        "{{ x }}",
    ),
    *(
        "null",
        "true",
        "no",
        "2026-02-30",
        "12:30",
        "010",
        "1e999",
        "-1",
        "0",
        "9" * 400,
        "x" * 20_000,
        "[" * 2_000,
        "- " * 500,
        "> " * 500,
    ),
    *(
        "\x00",
        "\ufeff",
        "\u202e",
        "\u00e9",
        "\U0001f375",
        "\ud800",
        "\r",
        "\r\n",
        "https://",
        "javascript:x",
        "../..",
        "index.md#",
        "id: ",
        "title: ",
    ),
]
EDIT = st.tuples(st.floats(0, 1), st.integers(0, 40), st.lists(st.sampled_from(SCRAPS), max_size=4).map("".join))
TEXT = st.text(max_size=80)


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    file=st.sampled_from(sorted(FILES)), edits=st.lists(EDIT, min_size=1, max_size=4), tail=st.one_of(st.just(""), TEXT)
)
def test_a_build_makes_a_site_or_tells_problems(tmp_path_factory, file: str, edits: list, tail: str) -> None:
    folder = tmp_path_factory.mktemp("fuzz")
    config = small_site.settings(folder)
    path = folder / "docs" / file
    path.write_bytes(_edited(path.read_text(encoding="utf-8"), edits, tail).encode("utf-8", errors="surrogatepass"))
    before, start = _megabytes(), time.process_time()
    try:
        build(config)
    except Abort:
        assert not (folder / "site").exists(), "a build that fails leaves nothing"
    else:
        assert (folder / "site/index.html").is_file()
    assert time.process_time() - start < SECONDS
    assert _megabytes() - before < MEGABYTES


@settings(max_examples=EXAMPLES, deadline=None)
@given(file=st.sampled_from(sorted(FILES)), content=st.binary(max_size=300))
def test_bytes_of_any_kind_in_the_place_of_a_file(tmp_path_factory, file: str, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("fuzz")
    config = small_site.settings(folder)
    (folder / "docs" / file).write_bytes(content)
    try:
        build(config)
    except Abort:
        assert not (folder / "site").exists()


def _edited(text: str, edits: list[tuple[float, int, str]], tail: str) -> str:
    """A text in which, at some places, some letters are gone and others stand."""
    for place, gone, put in edits:
        at = int(place * len(text))
        text = text[:at] + put + text[at + gone :]
    return text + tail


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
