from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.content.page_source import PageFacts
from microsite.page.feedback import read_feedback_settings
from microsite.page.sharing import Corrections, correction_link, share_links
from microsite.source.problems import ProblemsFound

URL = "https://site.example/a-page/"


def make_facts(title: str = "Salt & pepper") -> PageFacts:
    day = date(2026, 1, 31)
    return PageFacts(
        title=title,
        summary="What a page is about, in one sentence.",
        published=day,
        updated=day,
        last_review=day,
        next_review=day,
        written_by="the Spice team",
    )


def test_every_share_link_carries_the_address() -> None:
    links = share_links(make_facts(), url=URL, site_name="Spices")
    assert parse_qs(urlsplit(links.x).query) == {"url": [URL]}
    assert parse_qs(urlsplit(links.facebook).query) == {"u": [URL]}
    assert parse_qs(urlsplit(links.mail).query) == {"subject": ["Salt & pepper"], "body": [URL]}


def test_a_citation_names_author_title_site_day_and_address() -> None:
    links = share_links(make_facts(), url=URL, site_name="Spices")
    assert links.citation == f"Spice team. Salt & pepper. Spices. Updated January 31, 2026. {URL}"


def test_a_correction_goes_to_an_issue_or_a_mailbox() -> None:
    issue = correction_link(make_facts(), url=URL, to=Corrections(issues="https://code.example/new"))
    mail = correction_link(make_facts(), url=URL, to=Corrections(mail="a@b.example"))
    assert issue.startswith("https://code.example/new?title=Correction:%20Salt%20%26%20pepper&body=")
    assert mail.startswith("mailto:a@b.example?subject=Correction:%20Salt%20%26%20pepper&body=")


@pytest.mark.parametrize("to", [Corrections(issues="https://code.example/new"), Corrections(mail="a@b.example")])
def test_a_correction_has_page_section_and_version(to: Corrections) -> None:
    body = parse_qs(urlsplit(correction_link(make_facts(), url=URL, to=to)).query)["body"][0]
    lines = [f"Page: {URL}", "Section: whole page", "Version: updated 2026-01-31"]
    assert body.splitlines() == [*lines, "", "What is wrong, and how do you know?"]


@given(title=st.text(st.characters(exclude_characters="?", exclude_categories=("Cs", "Cc")), min_size=3, max_size=65))
def test_no_title_breaks_a_link(title: str) -> None:
    """Whatever a title holds comes back as it was, and nothing of it becomes a part of the address."""
    facts = PageFacts.model_construct(**(make_facts().model_dump() | {"title": title}))
    links = share_links(facts, url=URL, site_name="Spices")
    assert parse_qs(urlsplit(links.mail).query, keep_blank_values=True)["subject"] == [title]
    assert not urlsplit(links.mail).fragment


@pytest.mark.parametrize(
    ("extra", "says"),
    [
        ({"corrections": {"mail": "nobody"}}, "mkdocs.yml:1: extra.corrections.mail: "),
        ({"corrections": {"issues": "http://code.example"}}, "mkdocs.yml:1: extra.corrections.issues: "),
        (
            {"corrections": {"issues": "https://code.example", "mail": "a@b.example"}},
            "mkdocs.yml:1: extra.corrections: expected either issues or mail",
        ),
        ({"comments": {"server": "http://comments.example"}}, "mkdocs.yml:1: extra.comments.server: "),
        ({"comments": {"server": "https://comments.example/"}}, "mkdocs.yml:1: extra.comments.server: "),
        ({"comments": True}, "mkdocs.yml:1: extra.comments: expected a mapping"),
    ],
)
def test_a_setting_that_is_wrong_is_named(extra: dict[str, object], says: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        read_feedback_settings(extra)
    assert str(found.value).startswith(says)


@pytest.mark.parametrize(
    "extra", [{}, {"comments": {"server": ""}}, {"comments": {"server": None}}, {"comments": None}]
)
def test_comments_are_off_without_a_server(extra: dict[str, object]) -> None:
    assert read_feedback_settings(extra).comments is None


@pytest.mark.parametrize("server", ["https://comments.example", "https://a.example/isso", "http://127.0.0.1:8080"])
def test_comments_are_on_with_a_server(server: str) -> None:
    comments = read_feedback_settings({"comments": {"server": server}}).comments
    assert comments and comments.server == server
