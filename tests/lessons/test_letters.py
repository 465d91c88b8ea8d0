"""Which texts are written with the right characters, and which say what they may not."""

import pytest

from quizapp.lessons.checks import letters, phone_numbers


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Сè е добро", "mk"),  # a Latin è
        ("Mилa", "mk"),
        ("Лео o Мила", "mk"),
        ("Мила", "sq"),
        ("Shkоlla", "sq"),
    ],
)
def test_other_alphabet(text: str, language: str) -> None:
    assert "mixed_script" in [code for code, _ in letters.findings(text, language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Сѐ е добро и нѐ има, ѝ рече.", "mk"),
        ("Порака на Viber или SMS од А4", "mk"),
        ("Таа рече: „Ајде!“ А тој: „Не.“", "mk"),
        ("Ajo tha: “Eja!” Ai tha: “Jo.”", "sq"),
        ("S’ka gjë, çdo fëmijë është i rëndësishëm.", "sq"),
        ("Од 8 до 14 часот, 112. страна", "mk"),
    ],
)
def test_good_letters(text: str, language: str) -> None:
    assert list(letters.findings(text, language)) == []


@pytest.mark.parametrize(
    "text", ["070 390 632", "02 2465 316", "Ѕвони 112!", "0800-11111", "+38970390632", "116 111"]
)
def test_phone_numbers(text: str) -> None:
    assert [code for code, _ in phone_numbers.findings(text)] == ["phone_number"]


@pytest.mark.parametrize(
    "text", ["во 2026", "од 10 до 12 часот", "1200 денари", "12.000 денари", "18 октомври 2025"]
)
def test_other_numbers(text: str) -> None:
    assert list(phone_numbers.findings(text)) == []
