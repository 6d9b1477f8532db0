"""The ledger: what claims.yml and references.yml may hold, what is hidden, and how uses are counted."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.evidence.ledger import Mark, PageMarks, Use, collect_uses, load_ledger, mark_id, unused_claims
from microsite.evidence.records import Person, parse_name
from microsite.source.problems import ProblemsFound

CLAIM = """\
- id: tea-is-warm
  kind: claim
  page: tea
  section: Tea
  where: sentence 1
  claim: Tea cures the cold.
  verdict: overstated
  kinds:
  - people
  evidence_type:
  - cohort
  strength: limited
  nuance: Nobody has counted.
  say_instead: Tea may warm you.
  references:
  - potter-2020
"""
SOURCE = """\
- id: potter-2020
  type: article-journal
  title: Tea & warmth <in> cups
  authors:
  - Potter AB
  - Saucer C
  container: Cups
  year: 2020
  volume: '3'
  pages: 1-9
  doi: 10.1000/cups.3
  pmid: '123'
  pmcid: PMC9
  url: https://doi.org/10.1000/cups.3
  study_design: cohort
  found: Warm tea is warm.
  record: confirmed
"""


@pytest.fixture
def folder(tmp_path: Path):
    """Write the two files, each with one text changed, and return their folder."""

    def write(old: str = "", new: str = "") -> Path:
        for name, text in {"claims.yml": CLAIM, "references.yml": SOURCE}.items():
            (tmp_path / name).write_text(text.replace(old, new) if old else text, encoding="utf-8")
        assert not old or old in CLAIM + SOURCE, f"nothing to change: {old}"
        return tmp_path

    return write


def test_claims_are_joined_with_their_sources(folder) -> None:
    """A claim holds its sources in the order it names them, and knows its anchor."""
    ledger = load_ledger(folder(), name="data")
    claim = ledger.claims["tea-is-warm"]
    assert (claim.anchor, [source.title for source in claim.sources]) == (
        "claim-tea-is-warm",
        ["Tea & warmth <in> cups"],
    )
    assert list(ledger.sources) == ["potter-2020"]


def test_a_site_without_evidence_has_an_empty_ledger(tmp_path: Path) -> None:
    """Evidence is not asked of a site that declares none."""
    assert load_ledger(tmp_path, name="data").claims == {}


def test_one_file_without_the_other_is_a_problem(folder) -> None:
    """Claims without sources cannot be checked."""
    here = folder()
    (here / "references.yml").unlink()
    with pytest.raises(ProblemsFound, match=r"data/references.yml:1: file: expected a file that can be read"):
        load_ledger(here, name="data")


# What is changed into what, and the whole message.
FAULTS = [
    ("verdict: overstated", "verdict: doubtful", "data/claims.yml:7: tea-is-warm.verdict: expected 'well supported'"),
    ("strength: limited", "strength: weak", "data/claims.yml:12: tea-is-warm.strength: expected 'strong'"),
    ("kinds:\n  - people", "kinds:\n  - plants", "data/claims.yml:9: tea-is-warm.kinds.0: expected 'people'"),
    ("kind: claim", "kind: rumor", "data/claims.yml:2: tea-is-warm.kind: expected 'claim' or 'addition'"),
    ("  where: sentence 1\n", "", "data/claims.yml:1: tea-is-warm.where: expected a value, found nothing"),
    (
        "  where: sentence 1\n",
        "  wher: x\n  where: y\n",
        "data/claims.yml:5: tea-is-warm.wher: expected the name of a field (perhaps 'where')",
    ),
    (
        "  - potter-2020",
        "  - porter-2020",
        "data/claims.yml:16: tea-is-warm.references: expected the id of a source in references.yml, found",
    ),
    (
        "  - potter-2020",
        "  - porter-2020",
        "data/references.yml:1: potter-2020: expected a claim that uses it, found none",
    ),
    (
        "  - potter-2020",
        "  - potter-2020\n  - potter-2020",
        "data/claims.yml:17: tea-is-warm.references: expected each source once, found 'potter-2020'",
    ),
    ("doi: 10.1000/cups.3\n", "doi: cups.3\n", "data/references.yml:11: potter-2020.doi: expected"),
    ("pmid: '123'", "pmid: PM123", "data/references.yml:12: potter-2020.pmid: expected"),
    ("pmcid: PMC9", "pmcid: '9'", "data/references.yml:13: potter-2020.pmcid: expected"),
    ("url: https", "url: http", "data/references.yml:14: potter-2020.url: expected"),
    (
        "url: https://doi.org/10.1000/cups.3",
        "url: https://doi.org/10.1000/cups.4",
        "data/references.yml:14: potter-2020.url: expected https://doi.org/ with the doi '10.1000/cups.3', found",
    ),
    (
        "url: https://doi.org/10.1000/cups.3",
        "url: https://pubmed.ncbi.nlm.nih.gov/124/",
        "data/references.yml:14: potter-2020.url: expected https://pubmed.ncbi.nlm.nih.gov/ with the pmid '123', found",
    ),
    (
        "url: https://doi.org/10.1000/cups.3",
        "url: https://pmc.ncbi.nlm.nih.gov/articles/PMC8/",
        "potter-2020.url: expected https://pmc.ncbi.nlm.nih.gov/articles/ with the pmcid 'PMC9', found",
    ),
    ("  container: Cups\n", "", "potter-2020.container: expected a value, found nothing"),
    ("  year: 2020\n", "", "potter-2020.year: expected a year, as for every article-journal, found nothing"),
    (
        "doi: 10.1000/cups.3",
        "doi: 10.1000/cups.3}\\input{x}",
        "potter-2020.doi: expected text like '10.1016/j.cell.2014.03.011', found",
    ),
    (
        "url: https://doi.org/10.1000/cups.3",
        "url: https://cups.example/\\write18{x}",
        "potter-2020.url: expected an address such as https://www.who.int/, found",
    ),
    (
        "  container: Cups\n",
        "  container: Cups website\n",
        "data/references.yml:2: potter-2020.type: expected webpage, because it stands in 'Cups website', found",
    ),
    (
        "  container: Cups\n",
        "  organizations: [Cup UK]\n  container: Cups\n",
        "potter-2020.organizations: expected only names under authors that look like a person's, such as Coeliac UK",
    ),
    ("  - Saucer C", "  - et al.", "potter-2020.authors: expected names only, and `others: true`"),
    ("  - Potter AB\n  - Saucer C\n", "", "potter-2020.authors: expected a list, found nothing"),
    ("record: confirmed", "record: partly confirmed", "potter-2020.check: expected what could not be confirmed"),
    ("record: confirmed", "record: confirmed\n  hide:\n  - pages", "potter-2020.check: expected the reason for `hide`"),
    ("record: confirmed", "record: confirmed\n  hide:\n  - title", "potter-2020.hide.0: expected 'authors'"),
    (
        "record: confirmed",
        "record: confirmed\n  check: DOI not seen\n  hide:\n  - doi",
        "potter-2020.url: expected an address without the hidden doi, or `url` in hide, found",
    ),
    ("  url: https://doi.org/10.1000/cups.3\n", "", "potter-2020.url: expected an address, or `see_instead`"),
    (
        "record: confirmed",
        "record: confirmed\n  see_instead: kettle-1",
        "potter-2020.see_instead: expected the id of another",
    ),
    ("record: confirmed", "record: confirmed\n  see_instead: potter-2020", "expected the id of another source"),
    ("  - Saucer C", "  - Saucer C\n  others: yes", "potter-2020.others: expected true or false, found 'yes'"),
]


@pytest.mark.parametrize(("old", "new", "says"), FAULTS)
def test_a_fault_is_named_with_its_line(folder, old: str, new: str, says: str) -> None:
    """Each mistake of an editor is told with file, line, field, what was expected and what was found."""
    with pytest.raises(ProblemsFound) as raised:
        load_ledger(folder(old, new), name="data")
    assert any(says in str(problem) for problem in raised.value.problems), str(raised.value)


def test_all_faults_of_both_files_come_at_once(folder) -> None:
    """An editor mends once."""
    here = folder("verdict: overstated", "verdict: doubtful")
    (here / "references.yml").write_text(SOURCE.replace("pmcid: PMC9", "pmcid: '9'").replace("  year: 2020\n", ""))
    with pytest.raises(ProblemsFound) as raised:
        load_ledger(here, name="data")
    assert {problem.file for problem in raised.value.problems} == {"data/claims.yml", "data/references.yml"}


@pytest.mark.parametrize("second", [CLAIM, SOURCE], ids=["claims", "references"])
def test_an_id_stands_once(folder, second: str) -> None:
    """Two records of one id would share one anchor."""
    here = folder()
    name = "claims.yml" if second is CLAIM else "references.yml"
    (here / name).write_text(second + second, encoding="utf-8")
    with pytest.raises(ProblemsFound, match="each id once"):
        load_ledger(here, name="data")


def test_what_could_not_be_confirmed_is_not_in_the_ledger(folder) -> None:
    """A hidden field is gone, the mark of a cut list with the list."""
    hide = "check: none of it seen\n  hide:\n  - authors\n  - volume\n  - doi\n  - url"
    here = folder("record: confirmed", f"record: partly confirmed\n  {hide}")
    (here / "references.yml").write_text(
        (here / "references.yml").read_text().replace("  container", "  others: true\n  container")
    )
    source = load_ledger(here, name="data").sources["potter-2020"]
    assert (source.authors, source.others, source.volume, source.doi, source.url) == ((), False, None, None, None)
    assert (source.pages, source.pmid) == ("1-9", "123")


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Potter AB", Person("Potter", ("A", "B"))),
        ("van der Kamp JW", Person("van der Kamp", ("J", "W"))),
        ("Del Bo\u2019 C", Person("Del Bo\u2019", ("C",))),
        ("Camargo CA Jr", Person("Camargo", ("C", "A"), "Jr")),
        ("Ärnlöv J", Person("Ärnlöv", ("J",))),
        ("Sartre J-P", Person("Sartre", ("J", "P"))),
        ("World Health Organization", "World Health Organization"),
        ("NHS", "NHS"),
        ("National Center (NIH)", "National Center (NIH)"),
        ("Committee on Fetus and Newborn", "Committee on Fetus and Newborn"),
    ],
)
def test_names_are_taken_apart(author: str, name: Person | str) -> None:
    """A person has a family name and initials; an organization stays as it is written."""
    assert parse_name(author) == name


@given(st.text())
def test_any_name_is_a_person_or_itself(author: str) -> None:
    """No text breaks the reading of names."""
    name = parse_name(author)
    assert name == author or isinstance(name, Person)


def test_a_claim_knows_every_place_that_uses_it() -> None:
    """In reading order; a row of a table that marks it twice is one place."""
    tea = PageMarks("Tea", "tea/", (Mark("a", "mark-1"), Mark("b", "mark-2"), Mark("a", "mark-3")))
    cups = PageMarks("Cups", "cups/", (Mark("a", "cup-blue"), Mark("a", "cup-blue"), Mark("a", "cup-red")))
    uses = collect_uses([tea, cups])
    assert uses["a"] == (
        Use("Tea", "tea/", "mark-1"),
        Use("Tea", "tea/", "mark-3"),
        Use("Cups", "cups/", "cup-blue"),
        Use("Cups", "cups/", "cup-red"),
    )
    assert uses["b"] == (Use("Tea", "tea/", mark_id(2)),)


def test_a_claim_that_no_page_marks_is_found(folder) -> None:
    """A claim without a use is named."""
    ledger = load_ledger(folder(), name="data")
    assert [claim.id for claim in unused_claims(ledger, {})] == ["tea-is-warm"]
    assert not unused_claims(ledger, collect_uses([PageMarks("Tea", "tea/", (Mark("tea-is-warm", "mark-1"),))]))


def test_select_keeps_each_claim_once(folder) -> None:
    """A page that marks a claim twice lists it once."""
    assert len(load_ledger(folder(), name="data").select(["tea-is-warm", "tea-is-warm"])) == 1
