import re

import pytest

from microsite.source import schema
from microsite.source.files import parse_yaml
from microsite.source.problems import ProblemsFound
from microsite.source.schema import Model, Several, Slug, load_list, load_one


class Drink(Model):
    """A record for these tests."""

    id: str
    sodium_mg: float | None = None
    tags: Several[str] = ()


def problems(text: str) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        load_list(parse_yaml(text, name="d.yml"), Drink)
    return [str(problem) for problem in found.value.problems]


def test_records_that_fit_come_back_in_order_and_frozen():
    drinks = load_list(parse_yaml("- id: tea\n- id: ale\n  sodium_mg: 4\n  tags: [cold]\n", name="d.yml"), Drink)
    assert [(drink.id, drink.sodium_mg, drink.tags) for drink in drinks] == [("tea", None, ()), ("ale", 4.0, ("cold",))]
    with pytest.raises(ValueError, match="frozen"):
        drinks[0].id = "gin"


def test_every_mistake_of_every_record_is_told_with_its_line():
    assert problems("- id: tea\n  sodium_mg: lots\n- sodium_mg: 1\n- id: ale\n  color: red\n- id: tea\n") == [
        "d.yml:2: tea.sodium_mg: expected a number, found 'lots'",
        "d.yml:3: 1.id: expected a value, found nothing",
        "d.yml:5: ale.color: expected the name of a field, found 'color'",
        "d.yml:6: tea.id: expected each id once, found 'tea' again (first on line 1)",
    ]


def test_a_number_in_quotes_is_a_text():
    assert problems("- id: tea\n  sodium_mg: '4'\n") == ["d.yml:2: tea.sodium_mg: expected a number, found '4'"]


def test_an_item_of_a_list_is_named_by_its_place():
    assert problems("- id: tea\n  tags:\n  - hot\n  - 7\n") == [
        "d.yml:4: tea.tags.1: expected a text: put quotes around it, found 7"
    ]


@pytest.mark.parametrize(("text", "found"), [("id: tea", "{'id': 'tea'}"), ("", "nothing"), ("tea", "'tea'")])
def test_a_file_that_is_no_list_is_refused(text: str, found: str):
    assert problems(text) == [f"d.yml:1: file: expected a list, found {found}"]


def test_a_record_that_is_no_mapping_is_refused():
    assert problems("- tea\n") == ["d.yml:1: 0: expected a mapping, found 'tea'"]


def test_one_mapping_inside_a_document_can_be_checked_alone():
    document = parse_yaml("drinks:\n  tea:\n    id: tea\n    sodium_mg: x\n", name="d.yml")
    with pytest.raises(ProblemsFound, match=r"d\.yml:4: drinks\.tea\.sodium_mg: expected a number, found 'x'"):
        load_one(document, Drink, address=("drinks", "tea"))


@pytest.mark.parametrize(("pattern", "example"), schema._EXAMPLES.items())
def test_an_example_fits_its_pattern(pattern: str, example: str):
    assert re.search(pattern, example)


def test_a_text_of_the_wrong_form_is_told_by_an_example_and_no_pattern():
    class Tea(Model):
        id: Slug

    with pytest.raises(ProblemsFound) as found:
        load_list(parse_yaml("- id: Green Tea\n", name="teas.yml"), Tea)
    assert str(found.value) == "teas.yml:1: Green Tea.id: expected text like 'green-tea', found 'Green Tea'"
