from collections.abc import Callable
from pathlib import Path

import pytest

from microsite.components.care.component import COMPONENT as CARE
from microsite.components.glossary.component import COMPONENT as GLOSSARY
from microsite.guide.checks import check_anchors, check_ledger_pages, check_pages
from microsite.guide.guide import Guide, load_guide
from support.small_guide import FILES, FRONT, write_guide

Problems = Callable[..., list[str]]


def everything(folder: Path, **changes: str | None) -> tuple[Guide, list[str]]:
    """A small guide with changes, read and checked as a build does."""
    guide, found = load_guide(folder, pages=write_guide(folder, **changes), name="docs")
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    found.add(*check_pages(guide, files=files))
    return guide, sorted(map(str, found))


@pytest.fixture
def problems(tmp_path: Path) -> Problems:
    """What is wrong with a small guide that has some changes."""
    return lambda **changes: everything(tmp_path, **changes)[1]


def test_a_guide_in_order_has_no_problems(problems: Problems):
    assert problems() == []


def test_a_guide_holds_all_that_the_folder_has(tmp_path: Path):
    guide, _ = everything(tmp_path)
    assert sorted(guide.pages) == ["evidence.md", "index.md", "sources.md", "teas.md"]
    assert list(guide.ledger.claims) == ["tea-is-warm"]
    assert list(CARE.data(guide.site)) == ["too-hot"]
    assert [term.slug for term in GLOSSARY.data(guide.site)] == ["tannins"]


def test_files_that_a_site_does_not_need_may_be_left_out(problems: Problems):
    bare = FRONT.format(title="The kinds of tea") + "\nText.\n"
    assert problems(care=None, habits=None, questions=None, pictures=None, glossary=None, teas=bare) == []


def test_problems_of_pages_and_data_are_told_together(problems: Problems):
    assert problems(
        care="- id: too-hot\n",
        teas=FRONT.format(title="Tea?") + "\n[[tabel: x]]\n",
        index=FILES["index.md"].replace("[[contents]]", "[[content]] [a](none.md)"),
    ) == [
        "docs/data/care.yml:1: too-hot.action: expected a value, found nothing",
        "docs/data/care.yml:1: too-hot.claims: expected a value, found nothing",
        "docs/data/care.yml:1: too-hot.heading: expected a value, found nothing",
        "docs/data/care.yml:1: too-hot.lead: expected a value, found nothing",
        "docs/data/care.yml:1: too-hot.signs: expected a value, found nothing",
        "docs/data/care.yml:1: too-hot.urgency: expected a value, found nothing",
        "docs/data/care.yml:1: too-hot.why: expected a value, found nothing",
        "docs/index.md:15: [[content]]: expected a marker named contents, owner, picture or 16 more, found 'content'",
        "docs/index.md:15: link 'none.md': expected a file under docs/, found 'none.md'",
        "docs/teas.md:2: title: expected a statement, not a question, found 'Tea?'",
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"index": FILES["index.md"].replace("[[claim: tea-is-warm]]", "[[claim: tea-is-worm]]")},
            "docs/index.md:13: [[claim: tea-is-worm]]: expected tea-is-warm, found 'tea-is-worm'",
        ),
        (
            {"care": FILES["data/care.yml"].replace("tea-is-warm", "no-such")},
            "docs/data/care.yml:10: too-hot.claims.0: expected ids in claims.yml, found 'no-such'",
        ),
        (
            {"questions": FILES["data/questions.yml"].replace("right: false", "right: true")},
            "docs/data/questions.yml:4: is-it-warm.answers: expected one right answer, found 2",
        ),
        (
            {"cup": None},
            "docs/data/pictures.yml:2: cup.file: expected a drawing under docs/, found 'assets/pictures/cup.svg'",
        ),
    ],
)
def test_a_name_of_something_that_is_not_there_is_told_with_its_line(changes, message: str, problems: Problems):
    assert problems(**changes) == [message]


def test_an_anchor_that_is_not_on_the_rendered_page_is_told(tmp_path: Path):
    guide, _ = everything(tmp_path)
    found = check_anchors(guide, {"index.md": {"cold"}, "teas.md": set()})
    assert [str(problem) for problem in found] == [
        "docs/teas.md:13: link 'index.md#warm': expected an anchor on index.md, found '#warm'"
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("[[message]]\n\n## Kinds\n", []),
        ("## Kinds\n\n[[message]]\n", ["expected a place before the first section, found one after it"]),
        ("[[message]]\n\n[[message]]\n\n## Kinds\n", ["expected one place, found a second one"]),
    ],
)
def test_the_key_message_has_one_place_before_the_sections(problems: Problems, body: str, told: list[str]):
    message = "key_message: {says: Tea is warm.}\nkey_points: [{says: A.}, {says: B.}, {says: C.}]\npublished:"
    found = problems(teas=FRONT.format(title="The kinds of tea").replace("published:", message, 1) + "\n" + body)
    assert [line.split("[[message]]: ")[1] for line in found] == told


def test_a_sign_rests_on_sources_that_its_card_cites(problems: Problems):
    care = FILES["data/care.yml"].replace("white & dry, sources: [kettle-2001]", "white & dry, sources: [cup-1999]")
    (told,) = problems(care=care)
    where = "docs/data/care.yml:7: too-hot.signs.1.sources: "
    assert told == where + "expected sources that a claim of the card cites, found 'cup-1999'"


def test_a_site_without_claims_needs_no_page_for_them(tmp_path: Path):
    guide, _ = everything(tmp_path, claims=None, references=None)
    assert check_ledger_pages(guide) == []


def test_a_site_with_claims_and_no_page_for_them_is_told(tmp_path: Path):
    guide, _ = everything(tmp_path, evidence=FRONT.format(title="How sure we are") + "\nText.\n")
    (told,) = check_ledger_pages(guide)
    assert str(told).startswith("docs/data/claims.yml:1: file: expected a page with [[table: ...]] of them")
    assert guide.evidence_page is None


def test_a_page_that_is_not_utf_8_is_told(tmp_path: Path):
    pages = write_guide(tmp_path)
    (tmp_path / "teas.md").write_bytes(b"\xff")
    assert [str(each) for each in load_guide(tmp_path, pages=pages)[1]] == [
        "docs/teas.md:1: text: expected UTF-8, found byte 0xff"
    ]
