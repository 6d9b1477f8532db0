"""What the preview keeps from one build to the next is never stale: its site is that of a build from nothing, to the byte."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from support.bad_input import copy_tea
from support.projects import QUIET

# More of them: KEPT_EXAMPLES=100 python -m pytest tests/site/test_kept_results.py
EXAMPLES = int(os.environ.get("KEPT_EXAMPLES", "3"))
# What a person saves: the file, and how its text becomes another. Some edits change what other pages show, some nothing.
EDITS: dict[str, tuple[str, Callable[[str], str]]] = {
    "prose": ("docs/index.md", lambda text: text.replace("## More", "Cups are many.\n\n## More")),
    "more-prose": ("docs/teas.md", lambda text: text.replace("## Seeing", "Tea is drunk. " * 300 + "\n\n## Seeing")),
    "heading": ("docs/teas.md", lambda text: text.replace("## Kinds {", "## Sorts {")),
    "id": ("docs/evidence.md", lambda text: text + "\n\n## Doubts {#doubts}\n\nNone.\n"),
    "title": ("docs/teas.md", lambda text: text.replace("nav_title: Teas", "nav_title: All teas")),
    "summary": ("docs/sources.md", lambda text: text.replace("summary: ", "summary: In short, ")),
    "mark": ("docs/teas.md", lambda text: text.replace("## Drinking", "Tea is warm. [[claim: tea-is-warm]]\n\n## Drinking")),
    "claim": ("docs/data/claims.yml", lambda text: text.replace("say_instead: ", "say_instead: So far, ", 1)),
    "source": ("docs/data/references.yml", lambda text: text.replace("title: What tea is", "title: What tea was")),
    "row": ("docs/data/teas.yml", lambda text: text.replace("name: Black", "name: Black and hot")),
    "figure": ("docs/data/tea-figures.csv", lambda text: text.replace("black,20", "black,21")),
    "term": ("docs/data/glossary.yml", lambda text: text.replace("bitter.", "rather bitter.")),
    "drawing": ("docs/assets/pictures/cup.svg", lambda text: text.replace("<title", "<!-- a cup --><title")),
    "style": ("docs/assets/styles/care.css", lambda text: text + ".care { color: red }\n"),
    "template": ("overrides/components/draft-banner.html", lambda text: text + "<p>New.</p>\n"),
    "name": ("mkdocs.yml", lambda text: text.replace("site_name: Tea & more", "site_name: Much tea")),
    "menu": ("mkdocs.yml", lambda text: text.replace("  - evidence.md\n  - sources.md", "  - sources.md\n  - evidence.md")),
}
BUILD = """
import json, sys
from pathlib import Path
from mkdocs.commands import serve
from mkdocs.config import load_config

ADDRESS = "http://127.0.0.1:8000/"
for line in sys.stdin:
    for path, text in json.loads(line).items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8") if text else Path(path).unlink(missing_ok=True)
    config = load_config("mkdocs.yml", site_dir=sys.argv[1])
    config.site_url = ADDRESS
    if serve.LiveReloadServer.__module__.startswith("mkdocs"):
        config.plugins.on_startup(command="serve", dirty=False)
    serve.build(config, serve_url=ADDRESS)
"""


@settings(max_examples=EXAMPLES, deadline=None)
@given(steps=st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=4))
def test_the_preview_shows_what_a_build_from_nothing_would(tmp_path_factory, steps: list[str]) -> None:
    """After some edits in any order; one that is made twice is taken back."""
    _compare(tmp_path_factory.mktemp("kept"), steps)


def test_every_edit_is_seen(tmp_path: Path) -> None:
    """One after the other, all in one preview."""
    _compare(tmp_path, sorted(EDITS))


def test_the_list_of_pages_shows_how_long_a_page_is_now(tmp_path: Path) -> None:
    """By this edit alone: after most others that page is drawn anew anyway."""
    _compare(tmp_path, ["more-prose"])


def _compare(folder: Path, steps: list[str]) -> None:
    site = copy_tea(folder)
    original = {path: _read(site / path) for path, _ in EDITS.values()}
    states, made = [original], list[str]()
    for step in steps:
        made = [each for each in made if each != step] if step in made else [*made, step]
        state = dict(original)
        for name in made:
            path, edit = EDITS[name]
            state[path] = edit(state[path])
            assert state[path] != original[path], f"{name}: {path} is no longer what it was: change this test"
        states.append(state)
    kept, cold = _built(site, folder / "kept", states), _built(site, folder / "cold", states[-1:])
    assert kept.keys() == cold.keys()
    assert [path for path, content in kept.items() if cold[path] != content] == []


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _built(site: Path, target: Path, states: list[dict[str, str]]) -> dict[str, bytes]:
    """The files of a site after a build of each state, all by one process as in the preview."""
    lines = "".join(json.dumps(state) + "\n" for state in states)
    environment = QUIET | {"SOURCE_DATE_EPOCH": "1790000000"}
    done = subprocess.run(
        [sys.executable, "-c", BUILD, target], cwd=site, env=environment, input=lines, text=True, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "to mend" not in done.stderr, done.stderr
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}
