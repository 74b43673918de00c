"""The list of a class."""

import pytest

from argmap.annotation.layers.edits import RefusedError
from argmap.annotation.layers.roster import roster


def test_short_names_and_names_for_people() -> None:
    text = '\ufeff# the class of 2026\nmaya,Maya K.\nben, "Okoro, Ben"\r\n\nli\nZoë Ångström\n李文,Li Wen\n'
    assert roster(text) == {
        "maya": "Maya K.",
        "ben": "Okoro, Ben",
        "li": "",
        "zoë-ångström": "Zoë Ångström",
        "李文": "Li Wen",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("maya\nben\nmaya\n", "line 3: `maya` stands in the list twice"),
        ("maya,Maya\n.!,Ben\n", "line 2: `.!` has `.`"),
        ("\n# nobody yet\n", "the list names nobody"),
        (",Ben\n", "line 1: an annotator needs a name"),
        ('maya,"Maya\n', "line 1: unexpected end of data"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(RefusedError) as caught:
        roster(text)
    assert told in str(caught.value)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_list_is_read_as_spreadsheets_of_any_country_write_it(sign: str) -> None:
    text = f"# short, long\nmaya{sign}Maya K.\nben{sign}Ben O.\n"
    assert roster(text) == {"maya": "Maya K.", "ben": "Ben O."}
    assert roster("maya;K., Maya\nben;O., Ben\n") == {"maya": "K., Maya", "ben": "O., Ben"}
