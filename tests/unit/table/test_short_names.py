"""A short name is the beginning of a name, and still tells the row from all others."""

from microsite.table.short_names import short_names


def test_a_name_is_cut_at_the_first_comma_or_bracket() -> None:
    assert short_names(["Oats, dry", "Prunes (dried plums)", "Apple"]) == {
        "Oats, dry": "Oats",
        "Prunes (dried plums)": "Prunes",
        "Apple": "Apple",
    }


def test_names_that_begin_alike_keep_what_tells_them_apart() -> None:
    names = short_names(["Salmon, Atlantic, cooked", "Salmon, sockeye, cooked", "Salmon"])
    assert list(names.values()) == ["Salmon, Atlantic", "Salmon, sockeye", "Salmon"]
