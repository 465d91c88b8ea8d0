"""The lesson page: the same bytes for everyone, and no key of a scored question in them."""

import gzip
import json
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path

import brotli
import pytest
from flask import Flask

from quizapp.lessons import catalogue
from quizapp.lessons.package import read_package
from quizapp.lessons.page import Page, PageShelf, kept_page, lesson_page, page_key
from quizapp.lessons.questions.question import Choice
from quizapp.lessons.rendering import PageUrls, paragraphs, render_lesson
from quizapp.lessons.results import Said, results_of, summary_of
from quizapp.lessons.sending import send_page
from tests.lessons.sample_lesson import copy_to, rewrite, sample_lesson

URLS = PageUrls(
    hand_in="/hand-in", state="/state", answer="/answer", reach="/reach",
    finish="/finish", private="/private",
    help="/help", exit="/exit", done="/done", languages={"mk": "/mk/here", "sq": "/sq/here"},
)  # fmt: skip


@pytest.fixture
def on_page(rendering: Flask) -> Iterator[Flask]:
    with rendering.test_request_context("/mk/l/sample/1?stray=query"):
        yield rendering


def sections(html: str) -> dict[str, str]:
    """The sections of the page by the id of their step."""
    parts = re.split(r'(?=<section class="step )', html)[1:]
    return {match.group(1): part for part in parts if (match := re.search(r'data-step="([^"]*)"', part))}


def test_one_page_for_everyone(app: Flask) -> None:
    with app.test_request_context("/mk/l/sample/1?stray=query"):
        revision, key = catalogue.publish(sample_lesson()), page_key("sample", 1, "mk")
        page = lesson_page(key, revision, URLS)
        assert lesson_page(key, revision, URLS) is page
    assert kept_page(page_key("sample", 1, "mk")) is page
    assert kept_page(page_key("sample", 1, "sq")) is None
    assert gzip.decompress(page.gzip) == brotli.decompress(page.br) == page.body
    assert b"stray" not in page.body


def test_another_process_renders_the_same(on_page: Flask) -> None:
    pages = [render_lesson(sample_lesson(), 1, "mk", URLS) for _ in range(2)]
    assert pages[0] == pages[1]


def test_every_step_stands_in_the_page(on_page: Flask) -> None:
    for language in ("mk", "sq"):
        html = render_lesson(sample_lesson(), 1, language, URLS)
        found = sections(html)
        assert list(found) == [*(step.id for step in sample_lesson().steps), "finish"]
        assert f'<html lang="{language}"' in html
        for step_id, words in sample_lesson().words[language].steps.items():
            assert words.heading in unescape(found[step_id])


def test_scored_questions_keep_their_secrets(on_page: Flask) -> None:
    html = render_lesson(sample_lesson(), 1, "mk", URLS)
    for step_id, question in sample_lesson().questions().items():
        part = sections(html)[step_id]
        assert ("data-key" in part) == (question.mode == "practice")
        feedbacks = sample_lesson().question_words(step_id, "mk").feedbacks()
        assert part.count("<template data-feedback=") == (0 if question.mode == "scored" else len(feedbacks))
        if question.mode == "scored" and question.kind != "order":
            assert not any(text in html for text in feedbacks.values())


def test_practice_keys_are_json(on_page: Flask) -> None:
    html = render_lesson(sample_lesson(), 1, "mk", URLS)
    for step_id, question in sample_lesson().questions().items():
        if question.mode == "practice":
            written = re.search(r'data-key="([^"]*)"', sections(html)[step_id])
            assert written
            assert json.loads(unescape(written.group(1))) == question.key()


def test_branches_can_be_followed_and_told_apart(on_page: Flask) -> None:
    html = render_lesson(sample_lesson(), 1, "mk", URLS)
    found = sections(html)
    assert 'data-goto="lefty"' in found["crossroads"]
    assert 'data-next="together"' in found["lefty"]
    assert html.count('class="no-js-only branch"') == 2


def test_texts_are_escaped(on_page: Flask, tmp_path: Path) -> None:
    package = copy_to(tmp_path)
    rewrite(package, "mk.toml", 'Топка"', '<script>alert(1)</script>"')
    html = render_lesson(read_package(package), 1, "mk", URLS)
    assert "<script>alert" not in html


def test_grades_1_to_3_are_read_to(on_page: Flask, tmp_path: Path) -> None:
    package = copy_to(tmp_path)
    rewrite(package, "lesson.toml", 'band = "1-3"', 'band = "4-6"')
    assert "read-aloud" in render_lesson(sample_lesson(), 1, "mk", URLS)
    assert "read-aloud" not in render_lesson(read_package(package), 1, "mk", URLS)


def test_the_title_leaves_room_for_the_step(on_page: Flask) -> None:
    html = render_lesson(sample_lesson(), 1, "sq", URLS)
    assert re.search(r'data-title="[^"]*SAMPLE[^"]*%\(n\)s[^"]*"', html)
    for word in (sample_lesson().words["sq"].title, "trafik"):
        assert word not in html.split("</head>")[0]


def test_answers_are_filled_in_for_one_pupil_only(on_page: Flask) -> None:
    html = render_lesson(sample_lesson(), 1, "mk", URLS, {"q_single": "ball"})
    assert " checked" in sections(html)["q_single"]
    assert " checked" not in render_lesson(sample_lesson(), 1, "mk", URLS)


def test_the_shelf_has_an_end() -> None:
    shelf = PageShelf(size=2)
    pages = [Page(b"", b"", b"", str(number)) for number in range(3)]
    keys = [("a4", number, "mk", date(2026, 9, 1), 0) for number in range(3)]
    shelf.put(keys[0], pages[0])
    shelf.put(keys[1], pages[1])
    assert shelf.get(keys[0]) is pages[0]
    shelf.put(keys[2], pages[2])
    assert shelf.get(keys[1]) is None
    assert shelf.get(keys[0]) is pages[0]


@pytest.mark.parametrize(("accepted", "encoding"), [("br, gzip", "br"), ("gzip", "gzip"), ("", None)])
def test_sending(app: Flask, accepted: str, encoding: str | None) -> None:
    with app.test_request_context("/mk/l/sample/1", headers={"Accept-Encoding": accepted}):
        page = lesson_page(page_key("sample", 1, "mk"), catalogue.publish(sample_lesson()), URLS)
        response = send_page(page)
        assert response.headers.get("Content-Encoding") == encoding
        assert response.headers["Cache-Control"] == "no-cache"
        etag = response.headers["ETag"]
    with app.test_request_context("/mk/l/sample/1", headers={"If-None-Match": etag}):
        assert send_page(page).status_code == 304


def test_results_tell_choices_and_feedback(on_page: Flask) -> None:
    lesson = sample_lesson()
    results = {
        one.question_id: one for one in results_of(lesson, "mk", {"q_single": "stone", "q_truefalse": "true"})
    }
    assert results["q_single"].chosen == ("Камен",)
    assert results["q_single"].right is False
    assert results["q_single"].feedback == (Said("Каменот е тврд."),)
    assert results["q_truefalse"].right is True
    assert results["q_truefalse"].chosen != ("true",)
    assert results["q_order"].chosen == ()
    assert not results["q_single"].partly


def test_a_right_choice_with_others_missing_is_told_apart(on_page: Flask) -> None:
    for choice, partly in ((["ball"], True), (["ball", "stone"], True), (["stone"], False)):
        results = {one.question_id: one for one in results_of(sample_lesson(), "mk", {"q_multiple": choice})}
        assert results["q_multiple"].right is False
        assert results["q_multiple"].partly is partly


def test_where_several_feedbacks_stand_each_says_what_it_is_about(on_page: Flask) -> None:
    placed = {"chess": "outdoors", "football": "indoors"}
    choices: dict[str, Choice] = {"q_multiple": ["ball", "stone"], "q_buckets": placed, "q_match": {}}
    results = {one.question_id: one for one in results_of(sample_lesson(), "mk", choices)}
    assert [said.about for said in results["q_multiple"].feedback] == ["Топка", "Камен"]
    assert [said.about for said in results["q_buckets"].feedback] == ["Шах", "Фудбал"]
    assert [said.about for said in results["q_match"].feedback] == [""]


def test_a_way_may_have_a_picture(on_page: Flask) -> None:
    crossroads = sections(render_lesson(sample_lesson(), 1, "mk", URLS))["crossroads"]
    assert 'alt="Река меѓу дрвја"' in crossroads
    assert crossroads.count("<img") == 1


def test_a_summary_speaks_the_words_of_the_app(on_page: Flask) -> None:
    summary = summary_of(sample_lesson(), "q_truefalse", "mk", ["false", "false", "true"])
    assert [row.count for row in summary.rows] == [1, 2]
    assert summary.misunderstanding == summary.rows[1].label != "false"


def test_enter_presses_nothing_before_the_script_is_there(on_page: Flask) -> None:
    html = render_lesson(sample_lesson(), 1, "mk", URLS)
    first = re.search(r"<button[^>]*>", html)
    assert first
    assert " disabled" in first.group()


def test_paragraphs() -> None:
    assert paragraphs("one\nstill one\n \n\ntwo\n") == ["one\nstill one", "two"]
