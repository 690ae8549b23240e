import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.read.given import edtf_day


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2023-12-08", "2023-12-08"),
        (" 2023-12-08 ", "2023-12-08"),
        ("2023-12-08T23:30:00-05:00", "2023-12-08"),
        ("2023-12-08t23:30:00z", "2023-12-08"),
        ("2023-12-08 09:05", "2023-12-08"),
        ("2023-12-08T0905", "2023-12-08"),
        ("20231208", "2023-12-08"),
        ("20231208T090500Z", "2023-12-08"),
        ("2023/12/08", "2023-12-08"),
        ("2023.12.8", "2023-12-08"),
        ("Fri, 08 Dec 2023 23:30:00 +0400", "2023-12-08"),
        ("8 Dec 2023 23:30 GMT", "2023-12-08"),
        ("Fri,8 Dec 2023 23:30:00 +0400 (Erivan)", "2023-12-08"),
        ("Friday, 8 December 2023", "2023-12-08"),
        ("08-Dec-2023", "2023-12-08"),
        ("December 8, 2023", "2023-12-08"),
        ("Sept. 8, 2023", "2023-09-08"),
        ("Fri Dec  8 23:30:00 2023", "2023-12-08"),
        ("Fri Dec  8 23:30:00 UTC 2023", "2023-12-08"),
        ("1702071000", "2023-12-08"),
        ("1702071000.25", "2023-12-08"),
        ("1702071000000", "2023-12-08"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("25.12.2023 10:00", "2023-12-25"),
        ("12/12/2023", "2023-12-12"),
    ],
)
def test_a_stated_day_is_found(stated: str, day: str) -> None:
    assert edtf_day(stated) == day


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "yesterday",
        "08/12/2023",
        "12-08-2023",
        "2023-13-08",
        "2023-02-30",
        "0001-01-01",
        "9999-12-31",
        "1799-12-31",
        "2023",
        "2023-12",
        "31/02/2023",
        "8 Foo 2023",
        "2023-12-08/2023-12-10",
        "2023-12-08 to 2023-12-10",
        "123",
        "99999999999999",
        "٢٠٢٣-١٢-٠٨",
    ],
)
def test_what_states_no_single_day_gives_none(stated: str) -> None:
    assert edtf_day(stated) is None


@given(st.dates().filter(lambda day: 1800 <= day.year <= 2200))
def test_every_iso_day_comes_back(day: object) -> None:
    assert edtf_day(str(day)) == str(day)


@settings(max_examples=300)
@given(st.text(max_size=40) | st.from_regex(r"[0-9]{1,14}([-/. ][0-9]{1,4}){0,3}"))
def test_any_text_gives_a_day_or_none(value: str) -> None:
    day = edtf_day(value)
    assert day is None or edtf_day(day) == day
