"""National numbers are found however they are written, and other numbers are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eletdesk.domain.national_number import find_national_numbers, without_national_numbers

VALID = ["85.07.30-033.28", "93.05.18-223.61", "17.07.30-033.84", "98.47.28-997.65", "01.49.07-001.85"]


@pytest.mark.parametrize("number", VALID)
@pytest.mark.parametrize("between", [".", "-", " ", "", " - ", "\u00a0", "/", "–", "\u200b"])
def test_all_usual_ways_of_writing_are_found(number: str, between: str) -> None:
    parts = number.replace("-", ".").split(".")
    written = between.join(parts)
    text = f"INSZ: {written}, zie mail"
    assert find_national_numbers(text) == [(6, 6 + len(written))]


@pytest.mark.parametrize(
    ("number", "is_one"),
    [
        ("85.07.30-033.28", True),  # born before 2000: 97 - (9 digits mod 97)
        ("17.07.30-033.84", True),  # born in 2017: a 2 before the 9 digits
        ("98.47.28-997.65", True),  # BIS number: month + 40, sex known
        ("01.49.07-001.85", True),  # BIS number, born after 2000
        ("66.04.10-666.00", False),  # printed as valid in a public list; the formula gives 60
        ("12345678901", False),
    ],
)
def test_rule_18_check_digits_decide(number: str, is_one: bool) -> None:
    """Rule 18: 97 - (n mod 97), prefix 2 from 2000 on, BIS + 20 or + 40 (Act of 8 August 1983, art. 8)."""
    assert bool(find_national_numbers(number)) is is_one


@pytest.mark.parametrize("number", VALID)
def test_what_a_spreadsheet_makes_of_it_is_found(number: str) -> None:
    value = int(number.replace("-", "").replace(".", ""))
    for cell in (
        str(float(value)),
        str(value),
        f"{value:.10E}",
        f"{value:,}",
        f"{value:,}".replace(",", "."),
    ):
        assert without_national_numbers(cell) == ("…", 1), cell


def test_the_printed_form_between_letters_and_twice_is_found() -> None:
    text = "RR85.07.30-033.28/Noor en 12 17.07.30-033.84."
    assert without_national_numbers(text, "") == ("RR/Noor en 12 .", 2)


@pytest.mark.parametrize(
    "text",
    [
        "12345678901",
        "66.04.10-666.00",
        "85.07.30-033.29",
        "0470 12 34 56",
        "+32 470 12 34 56",
        "BE68 5390 0754 7034",
        "BE68539007547034",
        "+++085/0730/03328+++",
        "2600000",
        "van 20-11-2026 tot 27-11-2026",
        "1850730033281",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert without_national_numbers(text) == (text, 0)


def test_mobile_numbers_are_never_taken_for_a_national_number() -> None:
    for last in range(5_000):
        mobile = f"470{last:06d}"
        for written in (
            f"+32{mobile}",
            f"32{mobile}",
            f"0032{mobile}",
            f"0{mobile}",
            f"+32 {mobile[:3]} {mobile[3:]}",
        ):
            assert find_national_numbers(written) == [], written


@given(
    st.integers(0, 99),
    st.integers(1, 12),
    st.integers(1, 28),
    st.integers(1, 998),
    st.sampled_from([0, 20, 40]),
)
def test_every_number_that_the_rule_makes_is_found(
    year: int, month: int, day: int, order: int, bis: int
) -> None:
    stem = f"{year:02d}{month + bis:02d}{day:02d}{order:03d}"
    control = 97 - int(("2" if year <= 26 else "") + stem) % 97
    if stem[:4] not in {"3245", "3246", "3247", "3248", "3249"}:
        assert find_national_numbers(f"x {stem}{control:02d}") == [(2, 13)]


@given(st.text(alphabet="0123456789 .-/,+eE'\n", max_size=60))
def test_spans_are_in_order_and_replacing_leaves_the_rest(text: str) -> None:
    spans = find_national_numbers(text)
    ends = [0] + [end for _, end in spans]
    assert all(start >= end for (start, _), end in zip(spans, ends, strict=False))
    left, count = without_national_numbers(text, "")
    assert count == len(spans)
    assert len(left) == len(text) - sum(end - start for start, end in spans)
