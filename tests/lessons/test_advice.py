"""Every warning: a text that raises it and one that doesn't, in both languages."""

import copy
from typing import Any

import pytest
from flask import Flask
from flask_babel import force_locale
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.lessons.catalogue import bundled_folders
from quizapp.lessons.checking import advice, read_parts
from quizapp.lessons.package import advice_on, parts_of
from quizapp.lessons.problems import WARNINGS, Problem
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.wording import SENTENCES, line
from tests.lessons.sample_lesson import FOLDER

TEXT, FEEDBACK = "steps.look.text", "steps.q_single.choices.ball.feedback"
# Code, band, language, where it is written, what raises it, what doesn't.
SAID = [
    ("asks_own_story", "1-3", "mk", TEXT, "Дали ти се случило ова?", "Дали на Мила ѝ се случило ова?"),
    ("asks_own_story", "1-3", "sq", TEXT, "A të ka ndodhur kjo?", "A i ka ndodhur kjo Milës?"),
    ("be_brave", "1-3", "mk", TEXT, "Биди храбар!", "Мила е храбра."),
    ("be_brave", "1-3", "sq", TEXT, "Bëhu trim!", "Mila është trime."),
    ("blames_child", "4-6", "mk", TEXT, "Зошто не ми кажа?", "Зошто Мила не кажа?"),
    ("blames_child", "4-6", "mk", TEXT, "Ти си сама крива.", "Ти не си крива, Мила."),
    ("blames_child", "4-6", "mk", TEXT, "Твоја вина е.", "Вината не е твоја."),
    ("blames_child", "4-6", "mk", TEXT, "Требаше да одбиеш.", "Требаше да заврне."),
    ("blames_child", "4-6", "sq", TEXT, "Pse nuk më tregove?", "Pse nuk tregoi Mila?"),
    ("blames_child", "4-6", "sq", TEXT, "Duhej të refuzoje.", "Duhej të pushonte."),
    ("blames_strangers", "1-3", "mk", TEXT, "Чувај се од непознати!", "Непознат човек прашува."),
    ("blames_strangers", "1-3", "sq", TEXT, "Ruaju nga të panjohurit!", "Një i panjohur pyet."),
    ("does_not_dare", "4-6", "sq", TEXT, "Fëmija nuk guxon të punojë.", "Fëmija nuk duhet të punojë."),
    ("double_negative", "4-6", "mk", TEXT, "Не може да не каже.", "Никој не кажува ништо."),
    ("double_negative", "4-6", "sq", TEXT, "Nuk mund të mos tregojë.", "Askush nuk tregon asgjë."),
    ("false_promise", "7-9", "mk", TEXT, "Ќе добиеш адвокат.", "Адвокатот помага."),
    ("false_promise", "7-9", "sq", TEXT, "Do të marrësh avokat.",
     "Nuk mund të premtoj se do të mbetet sekret."),
    ("frightening_image", "4-6", "mk", TEXT, "Детето има синџири.", "Детето има играчки."),
    ("frightening_image", "4-6", "sq", TEXT, "Fëmija ka zinxhirë.", "Fëmija ka lodra."),
    ("gendered_form", "1-3", "mk", TEXT, "Дали си видела торта?", "Мила видела торта."),
    ("gendered_form", "1-3", "sq", TEXT, "A je i sigurt?", "Mila është e sigurt."),
    ("good_children", "1-3", "mk", TEXT, "Добрите деца молчат.", "Децата се добри."),
    ("good_children", "1-3", "sq", TEXT, "Fëmijët e mirë heshtin.", "Fëmijët luajnë mirë."),
    ("guest_or_in_law", "1-3", "sq", TEXT, "Viktori ka një mik.", "Viktori ka një shok."),
    ("long_sentence", "1-3", "mk", TEXT, "Мила денес оди со Беса во паркот зад новото училиште.",
     "Мила оди."),
    ("long_sentence", "1-3", "sq", TEXT, "Mila sot shkon me Besën në parkun pas shkollës së re.",
     "Mila ecën."),
    ("many_commas", "7-9", "mk", TEXT, "Мила, Беса, Лео, и баба играат.", "Мила, Беса и Лео играат."),
    ("many_commas", "7-9", "sq", TEXT, "Mila, Besa, Leo, dhe gjyshja luajnë.", "Mila, Besa dhe Leo luajnë."),
    ("not_standard", "4-6", "sq", TEXT, "Çka po bën?", "Çfarë po bën?"),
    ("not_standard", "4-6", "sq", TEXT, "Do me shkuar.", "Do të shkojë me Milën."),
    ("other_word", "4-6", "mk", TEXT, "Детето е принудено.", "Детето е присилено."),
    ("passive", "4-6", "mk", TEXT, "Детето е измамено од човек.", "Човекот го измами детето."),
    ("passive", "4-6", "sq", TEXT, "Oferta është kontrolluar.", "Mësuesja e kontrolloi ofertën."),
    ("says_wrong", "1-3", "mk", FEEDBACK, "Погрешно.", "Размисли пак."),
    ("says_wrong", "1-3", "sq", FEEDBACK, "Gabim.", "Mendo edhe një herë."),
    ("teasing_animal", "1-3", "mk", TEXT, "Мила има куче.", "Мила има мачка."),
    ("teasing_animal", "1-3", "sq", TEXT, "Mila ka një qen.", "Mila ka qenë këtu dhe luan."),
    ("term_for_older", "1-3", "mk", TEXT, "Тоа е искористување.", "Тоа е изненадување."),
    ("term_for_older", "1-3", "sq", TEXT, "Ky është shfrytëzim.", "Kjo është surprizë."),
    ("unknown_word", "1-3", "mk", TEXT, "Мила има изненадувнје.", "Мила има изненадување од Дритон."),
    ("unknown_word", "1-3", "sq", TEXT, "Mila është fmijë.", "S’ka fëmijë, t’i themi SMS: www.abc.mk."),
]  # fmt: skip
# Code, band, what of the sample's texts is overwritten in both languages, with what.
MEASURED: list[tuple[str, str, dict[str, str]]] = [
    ("crowded_screen", "1-3", {"mk": "Мила оди. " * 13, "sq": "Mila ecën. " * 13}),
    ("long_on_average", "1-3", {"mk": "Мила денес оди во малиот парк таму. " * 200,
                                "sq": "Mila sot shkon në parkun e vogël. " * 200}),
    ("hard_to_read", "1-3", {"mk": "Наставничката објаснува. " * 40, "sq": "Mësuesja shpjegonte. " * 40}),
    ("many_long_words", "1-3", {"mk": "Наставничката оди. " * 40, "sq": "Shpjegimet mbarojnë. " * 40}),
    ("many_terms", "4-6", {"mk": "Згрозување, уцена, жртва и сторител.",
                           "sq": "Rekrutim, shantazh, viktimë dhe kryerës."}),
]  # fmt: skip


def sample(band: str = "1-3") -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    raw, words, _ = parts_of(FOLDER)
    assert raw
    return {**copy.deepcopy(raw), "band": band}, copy.deepcopy(words)


def with_text(band: str, language: str, key: str, text: str) -> list[Problem]:
    """Everything told of the sample with one text written anew."""
    raw, words = sample(band)
    *path, last = key.split(".")
    part: Any = words[language]
    for name in path:
        part = part[name]
    part[last] = text
    return advice(raw, words) + read_parts("sample", raw, words, lambda _: True)[1]


@pytest.mark.parametrize(("code", "band", "language", "key", "bad", "good"), SAID)
def test_said(code: str, band: str, language: str, key: str, bad: str, good: str) -> None:
    place = (code, f"{language}.toml", key)
    assert place in [(one.code, one.file, one.key) for one in with_text(band, language, key, bad)]
    assert [one for one in with_text(band, language, key, good) if one.key == key] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "band", "texts"), MEASURED)
def test_measured(code: str, band: str, texts: dict[str, str], language: str) -> None:
    found = with_text(band, language, TEXT, texts[language].strip())
    assert (code, f"{language}.toml") in [(one.code, one.file) for one in found]
    assert code not in [one.code for one in advice(*sample(band))]


def test_an_end_without_a_message() -> None:
    raw, words = sample()
    assert raw["steps"][-1]["kind"] == "take_home"
    raw["steps"][-1]["kind"] = "text"
    assert [(one.code, one.key) for one in advice(raw, words)] == [
        ("ends_without_message", f"steps.{raw['steps'][-1]['id']}")
    ]


def test_every_warning_is_raised_by_some_test() -> None:
    told = {code for code, *_ in SAID} | {code for code, *_ in MEASURED} | {"ends_without_message"}
    assert told == WARNINGS


def test_advice_is_warnings_and_refusals_are_none() -> None:
    for folder in (FOLDER, *bundled_folders()):
        raw, words, _ = parts_of(folder)
        assert all(one.is_warning for one in advice(raw, words))
        assert not any(one.is_warning for one in read_parts(folder.name, raw, words, lambda _: True)[1])


def test_bundled_lessons_need_hardly_a_reason() -> None:
    """Sorting six cards takes some words in any language; the teacher reads them out."""
    told = {(folder.name, one.code) for folder in bundled_folders() for one in advice_on(folder)}
    assert told <= {("a4", "crowded_screen")}


def test_the_guide_may_name_what_not_to_say() -> None:
    raw, words = sample()
    words["mk"]["guide"]["avoid"] = dict.fromkeys(words["mk"]["guide"]["avoid"], "„Зошто не кажа порано?“")
    assert advice(raw, words) == []


def test_a_word_the_author_vouches_for() -> None:
    raw, words = sample()
    words["mk"]["title"] = "Чукчуклар"
    assert [one.code for one in advice(raw, words)] == ["unknown_word"]
    assert advice(raw, words, {"mk": {"чукчуклар"}}) == []


def test_a_text_in_another_language_is_told_of_by_its_first_words() -> None:
    raw, words = sample()
    letters = "абвгдежзик"
    made_up = [f"чук{one}{two}чук" for one in letters for two in letters]
    words["mk"]["steps"]["look"]["text"] = f"Ова се случи. Биди храбар! {' '.join(made_up)}"
    found = [one.code for one in advice(raw, words)]
    assert found.count("unknown_word") == 20
    assert "be_brave" in found
    assert "long_sentence" in found
    vouched = advice(raw, words, {"mk": set(made_up[:90])})
    assert [one.parameters["detail"] for one in vouched if one.code == "unknown_word"] == made_up[90:]


def test_a_reason_is_kept_for_what_was_said() -> None:
    one = Problem("unknown_word", "mk.toml", "title", {"detail": "Чукчук"})
    assert one.identity == Problem("unknown_word", "mk.toml", "title", {"detail": "Чукчук"}).identity
    assert one.identity != Problem("unknown_word", "mk.toml", "title", {"detail": "Чакчак"}).identity
    assert one.identity != Problem("unknown_word", "mk.toml", "summary", {"detail": "Чукчук"}).identity


@pytest.mark.parametrize("language", ["mk", "sq", "en"])
def test_every_warning_becomes_a_sentence(rendering: Flask, language: str) -> None:
    parameters = {"detail": "x", "instead": "y", "words": 1, "most": 2}
    with rendering.app_context(), force_locale(language):
        said = [line(Problem(code, "mk.toml", "title", parameters)) for code in sorted(WARNINGS)]
        source = [str(SENTENCES[code]) for code in sorted(WARNINGS)]
    assert not any("%(" in one for one in said)
    with rendering.app_context(), force_locale("en"):
        english = [str(SENTENCES[code]) for code in sorted(WARNINGS)]
    assert language == "en" or not set(source) & set(english)


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(), max_size=300), band=st.sampled_from(["1-3", "7-9"]))
def test_no_text_is_too_odd(text: str, band: str) -> None:
    for language in LANGUAGES:
        for one in with_text(band, language, TEXT, text):
            assert one.identity


PIECES = [
    "Мила",
    "Mila",
    "не",
    "да не",
    "nuk",
    "të mos",
    "“",
    "„",
    ".",
    "?!",
    "…",
    ":",
    ",",
    "\n",
    " ",
    "’",
    "-",
    "и/а",
]


@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=60))
def test_no_sentence_is_too_odd(pieces: list[str]) -> None:
    for language in LANGUAGES:
        with_text("4-6", language, TEXT, "".join(pieces))
        with_text("4-6", language, TEXT, " ".join(pieces))


@pytest.mark.parametrize("junk", [None, {}, {"band": ["1-3"]}, {"band": "9", "steps": [1, {"id": 2}]}])
def test_no_structure_is_too_odd(junk: dict[str, Any] | None) -> None:
    assert advice(junk, {"mk": {"title": "Игра", "steps": {"x": 1, "y": {"text": ["z"]}}}, "sq": {}}) == []
