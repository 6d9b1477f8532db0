"""Each factual sentence of the site carries its evidence, says no more than it, and leads to it and back."""

import re
from pathlib import Path
from typing import Any

from collections import Counter, defaultdict
from dataclasses import replace

import pytest
from bs4 import Tag
from ruamel.yaml import YAML

from microsite.content.assertions import page_assertions
from microsite.content.page_source import PageSource, read_page
from support import evidence_rules
from support.article import missing_claims, read_article
from support.built_site import BuiltPage, BuiltSite
from support.html import read_html
from support.marks import claim_of, claims_of
from support.needs import ROOT

DATA = ROOT / "docs" / "data"
EVIDENCE = "evidence/index.html"
SUBJECT_PAGES = [
    "index.html",
    *(
        f"{name}/index.html"
        for name in (
            "how-it-works",
            "defenses",
            "fiber",
            "foods",
            "nutrients",
            "food-groups",
            "warning-signs",
            "fiber-day",
            "habits",
            "medicines",
        )
    ),
]
# Sections that speak of the guide or of measured figures, which no claim judges.
NO_CLAIMS = {
    "index.html#what-you-will-find": "says what the guide holds",
    "index.html#contents": "is the contents",
    "index.html#how-sure-we-are": "says what the marks mean",
    "defenses/index.html#what-this-means": "leads to other pages",
    "how-it-works/index.html#what-this-means": "leads to other pages",
    "fiber-day/index.html#not-known": "says what guidelines leave open",
    "fiber/index.html#plates": "draws foods",
    "food-groups/index.html#not-known": "says what trials leave open",
    "nutrients/index.html#not-known": "says what trials leave open",
    "nutrients/index.html#figures": "says where measured figures come from",
    "nutrients/index.html#figures-limits": "says what was not measured",
    "nutrients/index.html#fiber-chart": "draws measured figures",
}
# What the `check` of a source forbids to say of it.
UNCONFIRMED = {
    "makrgeorgou-2018": ["39", "2,600", "2600"],
    "vasant-2021": ["soluble", "built up"],
    "efsa-vite-2010": ["cause and effect", "established", "deficiency"],
    "nice-ng12-2023": ["years", "aged", " age"],
    "sharif-2023-cochrane": [" trials (", "%", "per cent", "Sharif S"],
    "endocrine-2024": ["and others"],
}


def read_data(name: str) -> dict[str, dict[str, Any]]:
    """The records of a data file as an editor wrote them, by id."""
    records = YAML(typ="safe").load((DATA / name).read_text(encoding="utf-8"))
    return {record["id"]: record for record in records}


CLAIMS = read_data("claims.yml")
REFERENCES = read_data("references.yml")
HIDDEN = [(source, field) for source in REFERENCES.values() for field in source.get("hide", ()) if source.get(field)]
# A name or an address tells of its source wherever it stands; a number only where a volume or a page would.
TELLING = [pair for pair in HIDDEN if pair[1] in ("authors", "doi", "url")]
NUMBERS = [pair for pair in HIDDEN if pair not in TELLING]


def guide_pages() -> dict[str, PageSource]:
    """The pages on the subject as an editor wrote them, by name; how-it-works, for example."""
    names = [path.removesuffix("index.html").rstrip("/") or "index" for path in SUBJECT_PAGES]
    return {name: read_page((ROOT / f"docs/{name}.md").read_text(encoding="utf-8"), file=name) for name in names}


def _name(value: Any) -> str:
    return value if isinstance(value, str) else value["id"]


def plant(built: BuiltSite, html: str) -> BuiltSite:
    """Return a site of one page, which says nothing of the subject, with this at its end."""
    page = built.by_path["about/index.html"]
    assert "</main>" in page.html
    return BuiltSite(
        built.address, (BuiltPage(page.path, page.html.replace("</main>", f"{html}</main>")),), built.files
    )


def plant_sentence(built: BuiltSite, sentence: str, claim: str) -> BuiltSite:
    """Return that site with a marked sentence."""
    return plant(built, f'<p>{sentence} <a class="mark" href="../evidence/#claim-{claim}">strong evidence</a></p>')


def test_there_are_all_claims_and_sources() -> None:
    """The whole ledger is here: 65 claims of the source, 33 additions, 164 sources."""
    kinds = [claim["kind"] for claim in CLAIMS.values()]
    assert (kinds.count("claim"), kinds.count("addition"), len(REFERENCES)) == (65, 33, 164)


def test_every_claim_is_used(built: BuiltSite) -> None:
    """No claim lies unused."""
    assert not evidence_rules.unused_claims(built, CLAIMS)


def test_a_claim_that_no_page_uses_is_found(built: BuiltSite) -> None:
    """Taking away the marks of a claim is noticed."""
    unmarked = (BuiltPage(p.path, p.html.replace("#claim-sign-acne", "#claim-x")) for p in built.pages)
    bare = BuiltSite(built.address, tuple(unmarked), built.files)
    assert evidence_rules.unused_claims(bare, CLAIMS) == ["sign-acne"]


def test_every_claim_stands_on_its_own_page(built: BuiltSite) -> None:
    """The page that claims.yml names for a claim marks it."""
    wrong = [
        claim["id"]
        for claim in CLAIMS.values()
        if claim["id"] not in claims_of(built.by_path[_path(claim["page"])].tree)
    ]
    assert not wrong


def test_every_section_of_the_subject_carries_marks(built: BuiltSite) -> None:
    """A section without a mark says nothing of the subject; an exception that is not needed any more fails."""
    assert sorted(evidence_rules.unmarked_sections(built, SUBJECT_PAGES)) == sorted(NO_CLAIMS)


def test_each_factual_sentence_is_covered() -> None:
    """Sentences with a figure or an effect have a mark, at their end or that of their run; see the rule for the rest."""
    assert not (found := evidence_rules.uncovered(guide_pages())), "\n".join(found)


@pytest.mark.parametrize("mark", ["[[claim: exercise-150-minutes]]", "[[claim: enough-not-extra-nutrients]]"])
def test_a_sentence_without_its_mark_is_found(mark: str) -> None:
    """Taking one mark away leaves its sentences uncovered."""
    page = guide_pages()["habits"]
    bare = replace(page, body=page.body.replace(mark, ""))
    assert bare.body != page.body
    assert evidence_rules.uncovered({"habits": bare})


def test_no_sentence_is_said_twice_on_a_page() -> None:
    """The key message may be restated once; nothing else is."""
    for name, page in guide_pages().items():
        counted = Counter(said.text for said in page_assertions(page) if len(said.text.split()) > 4)
        key = {said.says for said in page.facts.key_statements}
        assert not [text for text, times in counted.items() if times > (2 if text in key else 1)], name


@pytest.mark.parametrize("item", [item for item in read_article() if item.claims], ids=lambda item: item.id)
def test_a_section_without_its_mark_is_found(built: BuiltSite, item) -> None:
    """For each item of the source article: without its marks, its section is not covered."""
    page = read_html(built.by_path[item.path].html)
    for mark in page.select("a.mark"):
        mark.decompose()
    assert missing_claims(item, page) == list(item.claims)


def test_no_verb_is_stronger_than_its_evidence(built: BuiltSite) -> None:
    """Strong "helps", moderate "probably helps", limited "may help", early "might" or "not yet known"."""
    assert not (found := evidence_rules.overstatements(built, CLAIMS)), "\n".join(found)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Whole grains help your bowels.", "whole-grains-help-gut-and-immunity"),
        ("Fermented foods can protect you from colds.", "fermented-foods-help-gut-and-immunity"),
        ("Exercise may improve immunity through the gut.", "exercise-helps-the-microbiome"),
        ("Good sleep supports gut microbes.", "sleep-supports-the-microbiome"),
        ("Microbes may help keep the mucus layer thick.", "bacteria-prompt-mucus"),
        ("Butyrate boosts the barrier in mice.", "scfa-strengthen-barrier"),
    ],
)
def test_a_verb_that_is_too_strong_is_found(built: BuiltSite, sentence: str, claim: str) -> None:
    """A sentence that says more than its evidence is named."""
    found = evidence_rules.overstatements(plant_sentence(built, sentence, claim), CLAIMS)
    assert len(found) == 1
    assert sentence in found[0]


def test_the_guide_s_own_sentence_of_each_claim_keeps_the_rule(built: BuiltSite) -> None:
    """`say_instead`, which every note prints, is no stronger than its evidence either."""
    for claim in CLAIMS.values():
        found = evidence_rules.overstatements(
            plant_sentence(built, claim["say_instead"].replace(". ", "; "), claim["id"]), CLAIMS
        )
        assert not found, found


def test_no_page_prints_what_is_not_well_supported(built: BuiltSite) -> None:
    """The source's version of a doubtful claim stands on the evidence page, beside its verdict, and nowhere else."""
    assert not (found := evidence_rules.original_versions(built, CLAIMS, allowed=[EVIDENCE])), "\n".join(found)


@pytest.mark.parametrize(
    "claim",
    [c for c in CLAIMS.values() if c["kind"] == "claim" and c["verdict"] != "well supported"],
    ids=lambda claim: claim["id"],
)
def test_a_page_that_prints_it_is_found(built: BuiltSite, claim: dict[str, Any]) -> None:
    """Each doubtful claim, planted on a page, is named."""
    planted = plant(built, f"<p>{claim['claim']}</p>")
    found = evidence_rules.original_versions(planted, CLAIMS, allowed=[EVIDENCE])
    assert any(claim["id"] in text for text in found), claim["claim"]


def test_every_mark_says_the_strength_of_its_claim(built: BuiltSite) -> None:
    """Attribute and words agree with the data, whatever page the mark is on."""
    words = {"strong": "strong", "moderate": "moderate", "limited": "limited", "preliminary": "early"}
    for page in built.pages:
        for mark in page.tree.select("a.mark"):
            strength = CLAIMS[claim_of(mark)]["strength"]
            assert mark["data-strength"] == strength
            assert re.match(rf"{words[strength]} evidence\b", mark.get_text())


def test_every_mark_leads_to_its_claim_and_back(built: BuiltSite) -> None:
    """A mark leads to the claim's row; the row leads to every mark, or to the row of a table that holds it."""
    evidence = built.by_path[EVIDENCE]
    for page in built.pages:
        for mark in page.tree.select("a.mark"):
            assert built.resolve(page, mark["href"]) == (EVIDENCE, f"claim-{claim_of(mark)}")
    places = _places(built)
    for claim in CLAIMS:
        links = evidence.tree.find(id=f"claim-{claim}").select(".backlinks a")
        back = [built.resolve(evidence, link["href"]) for link in links]
        assert len(back) == len(set(back))
        assert set(back) == places[claim], claim


def test_each_page_lists_the_sources_of_its_claims(built: BuiltSite) -> None:
    """ "Sources on this page" has a line for each claim of the page, with all of its sources, and nothing else."""
    for page in built.pages:
        section = page.first("section.sources")
        if section is None:
            continue
        listed = {}
        for line in section.select("li"):
            links = [built.resolve(page, link["href"]) for link in line.select("a")]
            claim = next(target[1].removeprefix("claim-") for target in links if target and target[0] == EVIDENCE)
            listed[claim] = [target[1].removeprefix("source-") for target in links if target and "source-" in target[1]]
        assert set(listed) == set(claims_of(page.tree)), page.path
        assert all(sources == CLAIMS[claim]["references"] for claim, sources in listed.items()), page.path


def test_every_page_with_marks_has_sources_or_is_the_evidence(built: BuiltSite) -> None:
    """No page marks claims without saying where they come from."""
    bare = [page.path for page in built.pages if page.first("a.mark") and not page.first("section.sources")]
    assert bare in ([], [EVIDENCE])


def test_the_notes_of_a_page_are_a_file_beside_it(built: BuiltSite, site: Path) -> None:
    """Each mark of a page has its note in the file the page names, with both sides and the sources."""
    for page in built.pages:
        for path in page.values("[data-notes]", "data-notes"):
            target = built.resolve(page, path)
            assert target is not None
            script = (site / target[0]).read_text(encoding="utf-8")
            for claim in set(claims_of(page.tree)):
                assert f'"claim-{claim}": "<div class=' in script, (page.path, claim)


def test_the_verdict_picture_counts_the_claims(built: BuiltSite) -> None:
    """The numbers drawn, the numbers in words and the data are the same."""
    figure = built.by_path[EVIDENCE].first(".verdicts")
    assert figure is not None
    verdicts = [claim["verdict"] for claim in CLAIMS.values() if claim["kind"] == "claim"]
    caption = figure.select_one("figcaption").get_text()
    for verdict in set(verdicts):
        shown = "shown mostly in animals or the lab" if verdict.startswith("mostly") else verdict
        assert f"{verdicts.count(verdict)} {shown}" in caption
    assert len(figure.select("use")) == len(verdicts) == 65


@pytest.mark.parametrize(("source", "field"), TELLING, ids=_name)
def test_what_could_not_be_confirmed_is_published_nowhere(
    built: BuiltSite, site: Path, source: dict[str, Any], field: str
) -> None:
    """No page, download, note or search entry holds a hidden name, identifier or address."""
    telling = _telling(source, field)
    for file in built.files:
        if file.endswith((".html", ".js", ".json", ".bib", ".ris", ".csv", ".xml")) and "javascripts/" not in file:
            text = (site / file).read_text(encoding="utf-8")
            assert not [word for word in telling if word in text], file


def test_the_search_for_hidden_values_can_fail(built: BuiltSite, site: Path) -> None:
    """What is hidden of one source is found where it is not: the value of a source that hides nothing."""
    text = (site / "sources/index.html").read_text(encoding="utf-8")
    assert all(word in text for word in _telling(REFERENCES["hooper-2012"], "authors"))
    assert all(word in text for word in _telling(REFERENCES["hooper-2012"], "doi"))


@pytest.mark.parametrize("source", UNCONFIRMED)
def test_what_a_check_forbids_to_say_is_not_said(built: BuiltSite, source: str) -> None:
    """Numbers and conclusions that were not confirmed are not in the entry of their source."""
    assert REFERENCES[source]["check"]
    entry = built.by_path["sources/index.html"].first(f"[id='source-{source}']")
    assert entry is not None
    assert not [words for words in UNCONFIRMED[source] if words in entry.get_text()]


@pytest.mark.parametrize(("source", "field"), NUMBERS, ids=_name)
def test_a_hidden_number_is_not_in_its_entry(built: BuiltSite, source: dict[str, Any], field: str) -> None:
    """Volume, issue and pages are looked for where they would stand."""
    entry = built.by_path["sources/index.html"].first(f"[id='source-{source['id']}'] p")
    assert entry is not None
    place = entry.get_text().split(source["container"])[1].split("DOI")[0]
    numbers = re.findall(r"[\w.-]*\w", place)
    assert source[field] not in numbers
    assert str(source["year"]) in numbers


def test_every_source_is_in_the_bibliography(built: BuiltSite) -> None:
    """120 entries, each with its title as text and every identifier that may be shown, linked."""
    page = built.by_path["sources/index.html"]
    assert len(page.tree.select(".bibliography li[id]")) == len(REFERENCES)
    for source in REFERENCES.values():
        entry = page.first(f"[id='source-{source['id']}']")
        assert entry is not None
        assert entry.select_one("cite").get_text() == source["title"]
        links = {link["href"] for link in entry.select("a")}
        hidden = source.get("hide", ())
        expected = {
            f"{start}{source[field]}{end}"
            for field, start, end in (
                ("doi", "https://doi.org/", ""),
                ("pmid", "https://pubmed.ncbi.nlm.nih.gov/", "/"),
                ("pmcid", "https://pmc.ncbi.nlm.nih.gov/articles/", "/"),
            )
            if field in source and field not in hidden
        }
        assert expected <= links, source["id"]
        assert (", and others. " in entry.get_text()) == bool(source.get("others") and "authors" not in hidden), source[
            "id"
        ]


def test_warning_signs_are_never_told_without_the_urgent_ones(built: BuiltSite, site: Path) -> None:
    """Whatever says when to see a doctor also says when that would be too late: pages, notes, the claim itself."""
    files = [file for file in built.files if re.search(r"\.html$|^assets/notes/.*\.js$", file)]
    telling = [
        text for file in files if "See a doctor about blood" in (text := (site / file).read_text(encoding="utf-8"))
    ]
    assert telling
    for text in [*telling, CLAIMS["red-flag-symptoms"]["say_instead"]]:
        assert "Call emergency services for bleeding that will not stop" in text
        assert "Get urgent help for black or dark red poop" in text


def test_no_page_says_et_al(built: BuiltSite) -> None:
    """A cut list of authors ends in plain words."""
    assert not [page.path for page in built.pages if re.search(r"\bet al\b", page.html)]


def _places(built: BuiltSite) -> dict[str, set[tuple[str, str]]]:
    """Where each claim is marked: page and id of each mark, or of the row of a table that the mark stands in."""
    places: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for page in built.pages:
        for mark in page.tree.select("a.mark"):
            places[claim_of(mark)].add((page.path, mark.get("id") or mark.find_parent("tr")["id"]))
    return places


def _path(page: str) -> str:
    return "index.html" if page == "index" else f"{page}/index.html"


def _telling(source: dict[str, Any], field: str) -> list[str]:
    """What would give a hidden value away, in each of the ways in which the site writes it."""
    value = source[field]
    if field == "authors":
        shown = {
            name
            for other in REFERENCES.values()
            if "authors" not in other.get("hide", ())
            for name in other.get("authors", ())
        }
        names = [name for name in value if name not in shown]
        return [
            *names,
            *(f"{name.split(' ')[0]}, " for name in names),
            *(f'"family": "{name.split(" ")[0]}"' for name in names),
        ]
    return [value]


def test_a_cell_of_a_table_holds_one_mark(built: BuiltSite) -> None:
    """Two in a row look like one claim said twice; each text has its own cell, with what carries it."""
    cells = [
        (page.path, cell.get_text(" ", strip=True)[:80], len(cell.select("a.mark")))
        for page in built.pages
        for cell in page.tree.select("main td, main th dd")
    ]
    assert len(cells) > 100
    assert [found for found in cells if found[2] > 1] == []
