"""The words of each food are its own: nothing is stamped, no term stands unexplained, amounts are as measured."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from ruamel.yaml import YAML

from support.needs import ROOT

DATA = ROOT / "docs" / "data"
FOODS: list[dict[str, Any]] = YAML(typ="safe").load((DATA / "foods.yml").read_text(encoding="utf-8"))
# Fields that a reader sees in a row, in words that are no one else's.
WORDS = ("helps", "try", "good_to_know", "bloat_why")
PHRASE, FOODS_WITH_IT = 5, 3  # A phrase of so many words may stand in so many foods.
LONGEST = 25  # words of a sentence
TERMS = re.compile(r"\b(?:GOS|FODMAPs?|fructans?|polyols?|oligosaccharides?)\b", re.I)
FIBER = re.compile(r"\b(\d+) g of fiber")
# Parts of a daily value as a row says them, from and up to which percent each may be said.
PARTS = {
    "covers a": (100, None),
    "a full": (100, None),
    "two cover a": (50, None),
    "most of a": (70, 100),
    "much of a": (70, 100),
    "over half a": (50, 70),
    "half a": (50, 65),
}
PART_OF_A_DAY = re.compile(rf"\b({'|'.join(PARTS)}) day's (vitamin \w|\w+)", re.I)


def repeated(foods: list[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The phrases of five words that stand in more foods than three, with those foods."""
    found: dict[str, list[str]] = defaultdict(list)
    for food in foods:
        for phrase in {phrase for field in WORDS for phrase in _phrases(food.get(field, ""))}:
            found[phrase].append(food["id"])
    return {phrase: ids for phrase, ids in found.items() if len(ids) > FOODS_WITH_IT}


def wrong_amounts(food: Mapping[str, Any], per_100_g: Mapping[str, str], days: Mapping[str, Any]) -> Iterator[str]:
    """Grams of fiber and parts of a day in the words of a food that its figures do not give in a serving."""

    def in_serving(field: str) -> float:
        return float(per_100_g[field]) * food["portion_g"] / 100

    for said in FIBER.finditer(food["helps"]):
        if int(said[1]) != round(amount := in_serving("fiber_g")):
            yield f"{food['id']}: {said[0]}, and {amount:.1f} g in a serving"
    for said in PART_OF_A_DAY.finditer(food["helps"]):
        field, daily = days[said[2].lower()]
        low, high = PARTS[said[1].lower()]
        if not low <= (percent := 100 * in_serving(field) / daily) < (high or percent + 1):
            yield f"{food['id']}: {said[0]}, and {percent:.0f}% in a serving"


def test_no_phrase_is_stamped_on_many_foods() -> None:
    """What many rows say alike is said once, above the table or as a flag of a few words."""
    assert repeated(FOODS) == {}


def test_a_phrase_on_a_fourth_food_is_found() -> None:
    """Case and signs between the words do not hide it; three foods may share it."""
    foods = [{"id": str(n), "helps": "Its fiber, probably, helps your bowels."} for n in range(FOODS_WITH_IT)]
    assert repeated(foods) == {}
    fourth = {"id": "last", "good_to_know": "its fiber probably helps your"}
    assert repeated([*foods, fourth]) == {"its fiber probably helps your": ["0", "1", "2", "last"]}


@pytest.mark.parametrize("food", FOODS, ids=lambda food: food["id"])
def test_a_food_is_told_in_plain_short_sentences(food: dict[str, Any]) -> None:
    """Terms of dietitians are explained above the table and are no words of a row."""
    for field in WORDS:
        assert not TERMS.search(food.get(field, "")), field
        assert all(len(said.split()) <= LONGEST for said in re.split(r"(?<=[.!?:;])\s", food.get(field, ""))), field


@pytest.mark.parametrize("food", FOODS, ids=lambda food: food["id"])
def test_the_flag_says_how_often_a_food_causes_gas(food: dict[str, Any]) -> None:
    """What the filter hides as bloating often is what its row calls so, and what seldom does has no flag."""
    said = food["bloat_why"]
    assert {"none": not said, "some": said and "often" not in said, "much": said.startswith("often (")}[food["bloat"]]


def test_amounts_in_words_are_those_of_the_figures() -> None:
    """Grams of fiber, and parts of the daily value of a vitamin or mineral, in the serving that the row names."""
    rows, days = _figures(), _days()
    said = [food for food in FOODS if FIBER.search(food["helps"]) or PART_OF_A_DAY.search(food["helps"])]
    assert len(said) >= 20
    assert [wrong for food in said for wrong in wrong_amounts(food, rows[food["id"]], days)] == []


@pytest.mark.parametrize(
    ("helps", "wrong"),
    [
        ("A cup gives 9 g of fiber.", "9 g of fiber, and 8.0 g in a serving"),
        ("Half a day's vitamin C.", "Half a day's vitamin C, and 36% in a serving"),
        ("A full day's copper.", "A full day's copper, and 12% in a serving"),
    ],
)
def test_an_amount_that_the_figures_do_not_give_is_found(helps: str, wrong: str) -> None:
    """Raspberries, with other words."""
    food = next(food for food in FOODS if food["id"] == "raspberries") | {"helps": helps}
    assert list(wrong_amounts(food, _figures()["raspberries"], _days())) == [f"raspberries: {wrong}"]


def _phrases(text: str) -> Iterator[str]:
    words = re.findall(r"[\w'-]+", text.lower())
    return (" ".join(words[at : at + PHRASE]) for at in range(len(words) - PHRASE + 1))


def _figures() -> dict[str, dict[str, str]]:
    with (DATA / "food-figures.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def _days() -> dict[str, tuple[str, float]]:
    """The field and the daily value of each nutrient, by its title in small letters."""
    tables = YAML(typ="safe").load((DATA / "tables.yml").read_text(encoding="utf-8"))
    fields = tables["foods"]["files"][1]["schema"]["fields"]
    return {each["title"].lower(): (each["name"], each["dailyValue"]) for each in fields if "dailyValue" in each}
