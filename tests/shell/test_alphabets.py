"""Names in the order of each language's own alphabet."""

import random

import pytest

from quizapp.languages import ALPHABETS, STAFF_LANGUAGES, alphabetical

ORDERED = {
    "mk": [
        "Змеј",
        "Ѕвезда",
        "Ибис",
        "Јаболко",
        "Којот",
        "Лисица",
        "Љубица",
        "Мечка",
        "Таралеж",
        "Ќе",
        "Уво",
        "Џем",
        "Шал",
    ],
    "sq": [
        "Cici",
        "Çanta",
        "Dallëndyshja",
        "Dhelpra",
        "Elefanti",
        "Ëndrra",
        "Gata",
        "Gushti",
        "Gjirafa",
        "Lumi",
        "Llamba",
        "Nata",
        "Njeriu",
        "Rosa",
        "Rrota",
        "Sorra",
        "Shalli",
        "Zebra",
        "Zhaba",
    ],
    "en": ["Bee", "Bee with a book", "Beetle", "Zebra"],
}


@pytest.mark.parametrize("language", STAFF_LANGUAGES)
def test_names_stand_in_the_order_of_the_alphabet(language: str) -> None:
    names = ORDERED[language]
    mixed = random.Random(1).sample(names, len(names))
    assert sorted(mixed, key=lambda name: alphabetical(name, language)) == names


@pytest.mark.parametrize("language", STAFF_LANGUAGES)
def test_every_letter_of_the_alphabet_is_one(language: str) -> None:
    for place, letter in enumerate(ALPHABETS[language].split()):
        assert alphabetical(letter.upper(), language) == [(place, letter)]


def test_a_letter_in_two_signs_is_the_same_letter() -> None:
    assert alphabetical("e\u0308", "sq") == alphabetical("ë", "sq")
    assert alphabetical("г\u0301", "mk") == alphabetical("ѓ", "mk")


def test_what_is_no_letter_goes_first() -> None:
    assert sorted(["2", "а", " "], key=lambda text: alphabetical(text, "mk")) == [" ", "2", "а"]
