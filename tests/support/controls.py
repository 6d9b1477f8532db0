"""The controls that pages have, by kind: what each changes when a reader uses it, once, twice, or on the way out.

A kind is found by its selector in the built pages, so that a control of no kind here fails a test.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bs4 import Tag

from support.built_site import BuiltPage
from support.html import read_html

EVERY_CONTROL = (
    "button, input, select, textarea, a.mark, [role=button], [data-do], [data-go], .step-list a, "
    "thead [data-key], tbody th > a[href^='#']"
)
LIST = "foods/?selection=almonds"
TWO = "foods/?selection=almonds,kimchi"
# A row that an address names is open.
OPEN_ROW = "foods/#food-almonds"
FIGURES = "foods/?view=fiber"
Changes = dict[str, object]


@dataclass(frozen=True)
class Control:
    """A kind of control, and what is different on the page (see ``STATE``) after it was used.

    ``at`` is where it is tried; ``ready`` what has to be seen there before; ``value`` what is put into a field.
    ``twice`` is after two uses at once, when that is not the same as one. ``kept`` is what a reader finds who left at
    once and comes back, when that is not what one use changes.
    """

    selector: str
    at: str
    once: Changes
    twice: Changes | None = None
    kept: Changes | None = None
    value: str = ""
    ready: str = ""


FILTERED: Changes = {"filtered": True}
CONTROLS = {
    "colors": Control("[data-theme-switch]", "habits/", {"theme": "dark"}, twice={}),
    "mark": Control("a.mark", "defenses/", {"notes": 1, "expanded": 1}, kept={}),
    "link to the page": Control("[data-do=link]", "habits/", {"copied": 1}, kept={}),
    "citation": Control("[data-do=citation]", "habits/", {"copied": 1}, kept={}),
    "citation of a claim": Control("[data-do=claim]", "evidence/", {"copied": 1}, kept={}),
    "share": Control("[data-do=sheet]", "habits/", {"shared": 1}, kept={}),
    "correction": Control("[data-do=correct]", "habits/", {"lists": 1, "expanded": 1}, twice={}, kept={}),
    "search": Control("[data-search-open]", "habits/", {"searching": True}),
    "end of the search": Control("button[data-search-close]", "habits/", {}),
    "field of the search": Control("#search-query", "habits/", {"asked": "kefir"}, value="kefir", kept={}),
    "step": Control("[data-go=next]", "gut-wall/", {"step": 1}, twice={"step": 2}),
    "step back": Control("[data-go=back]", "gut-wall/#gut-wall-at-seals", {"step": 1}, twice={"step": 0}),
    "list of steps": Control(".step-list li:nth-child(3) a", "gut-wall/", {"step": 2}),
    "row": Control(
        "tbody th > a[href^='#']",
        "cautions/",
        {"copied": 1, "row": "caution-allergy-milk"},
        kept={"row": "caution-allergy-milk"},
    ),
    "row that opens": Control("[data-do=place]", "foods/", {"copied": 1, "row": "food-almonds"}, kept={}),
    "order": Control("[name=sort]", "foods/", {"query": "?view=fiber", "sorted": "-fiber_g"}, value="-fiber_g"),
    "sheet of filters": Control("[name=filters]", "foods/", {"cards": 1}, kept={}),
    "end of the sheet": Control("[name=done]", "foods/", {}),
    "search of a table": Control(
        "data-table [type=search]", "foods/", {"query": "?find=kefir", **FILTERED}, value="kefir"
    ),
    "choice": Control("[name=group]", "foods/", {"query": "?group=legume", **FILTERED}, value="legume"),
    "choice by figures": Control(
        "[data-late][name=source]", "foods/", {"query": "?source=fiber_g", **FILTERED}, value="fiber_g"
    ),
    "switch": Control("[name=gentle]", "foods/", {"query": "?gentle=on", **FILTERED}, twice={}),
    "left out": Control("[data-drop] input", "foods/", {"query": "?out=milk", **FILTERED}, twice={}),
    "view": Control("[name=view][value=fiber]", "foods/", {"query": "?view=fiber"}),
    "measure": Control("[name=per][value='100']", FIGURES, {"query": "?view=fiber&per=100"}),
    "heading": Control("thead [data-key=name]", "foods/", {"sorted": "name"}, twice={"sorted": "-name"}),
    "heading of figures": Control(
        "thead [data-n=figure]", FIGURES, {"sorted": "-fiber_g"}, twice={"sorted": "fiber_g"}
    ),
    "clear": Control("data-table [type=reset]", "foods/?group=legume", {"query": "", "filtered": False}),
    "clear what finds nothing": Control(
        "[name=clear]", "foods/?find=zzz", {"query": "", "filtered": False}, ready="[name=clear]"
    ),
    "all rows": Control("[name=all]", "foods/", {}),
    "link to the view": Control("[name=copy]", "foods/", {"copied": 1}, kept={}),
    "card": Control("[name=card]", OPEN_ROW, {"cards": 1}, kept={}, ready="[name=card]"),
    "selected": Control(".tools input", OPEN_ROW, {"query": "?selection=almonds"}, twice={}, ready=".tools input"),
    "list": Control("[name=plate]", LIST, {"cards": 1}, kept={}),
    "all that are shown": Control("[name=add]", "foods/?find=almonds", {"query": "?find=almonds&selection=almonds"}),
    "side by side": Control("[name=compare]", TWO, {"cards": 1}, kept={}),
    "kept on the device": Control("[name=keep]", LIST, {"stored": "almonds"}, twice={}),
    "print": Control("[name=print]", LIST, {"printed": 1}, kept={}),
    "link to the list": Control("[name=share]", LIST, {"copied": 1}, kept={}),
    "empty": Control("[name=empty]", LIST, {"query": ""}),
}
# Other filters of the same kinds.
ALIKE = {
    "choice": ".chip select:not([data-late])",
    "switch": ".choices:not([data-drop]) > label > [type=checkbox]",
    "view": "[name=view]",
    "measure": "[name=per]",
    "heading": "thead [data-key]:not([data-n])",
    "heading of figures": "thead [data-n]",
    "list of steps": ".step-list a",
}
# What a browser does by itself, whether or not a script comes.
NEEDS_NO_SCRIPT = {
    "#__drawer, #__search": "hidden; they hold what the search's bundle asks for",
    "[name=query] ~ [type=reset]": "empties the field beside it",
    "dialog form button": "closes its dialog",
}

# What a reader could notice, as values of JavaScript.
STATE = """() => {
    const all = (selector) => document.querySelectorAll(selector).length;
    const stored = (storage, name) => storage[Object.keys(storage).find((key) => key.startsWith(name))];
    return {
        theme: document.documentElement.dataset.theme || '',
        query: location.search,
        row: document.querySelector('tr:target')?.id,
        step: [...document.querySelectorAll('.steps > li')].findIndex(({ id }) => location.hash === `#${id}`),
        notes: all('[popover]:popover-open'),
        expanded: all('[aria-expanded=true]'),
        lists: all('#correction-sections'),
        cards: all('dialog[open]'),
        searching: document.getElementById('__search').checked,
        asked: document.getElementById('search-query').value,
        filtered: all('data-table tr.off') > 0,
        sorted: stored(sessionStorage, 'sort:'),
        stored: stored(localStorage, 'selection:'),
        ...window.done,
    };
}"""
# What leaves the page is counted; a link that is copied twice is in the clipboard once.
COUNTED = """
    window.done = { copied: 0, shared: 0, printed: 0 };
    window.print = () => (done.printed += 1);
    navigator.share = () => { done.shared += 1; return new Promise(() => {}); };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { done.copied = 1; } } });
"""


def kinds_of(element: Tag) -> list[str]:
    """The kinds that a control is of."""
    selectors = [(name, ALIKE.get(name, control.selector)) for name, control in CONTROLS.items()]
    selectors += [(name, name) for name in NEEDS_NO_SCRIPT]
    return [name for name, selector in selectors if element.css.match(selector)]


def controls_on(pages: Iterable[BuiltPage]) -> Iterator[tuple[str, Tag]]:
    """Each control with the page that it is on. The first of many alike on a page stands for them."""
    for page in pages:
        seen = set()
        # Scripts take controls out of templates.
        tree = read_html(re.sub(r"(</?)template\b", r"\1div", page.html))
        for element in tree.select(EVERY_CONTROL):
            sign = (
                element.name,
                element.get("name"),
                element.get("type"),
                str(element.get("class")),
                str(element.parent.name),
            )
            if sign not in seen or element.name not in ("a", "input"):
                seen.add(sign)
                yield page.path, element
