"""The lesson page is the same bytes for everyone; the form handed in is one pupil's."""

import gzip
import re

import brotli
import pytest
from flask import Flask

from quizapp.learning import playing
from quizapp.learning.models import Answer, PrivateCount
from tests.learning.stage import PAGE, Stage, again, counted_statements, post, rows, said

SHEET = {
    "q_single": "ball",
    "q_multiple": ["ball", "rope"],
    "q_truefalse": "false",
    "q_picture": "glad",
    "q_order.wash": "1",
    "q_order.eat": "2",
    "q_order.rest": "3",
    "q_match.rain": "umbrella",
    "q_match.cold": "scarf",
    "q_buckets.chess": "indoors",
    "q_buckets.football": "outdoors",
}


def results(text: str) -> dict[str, str]:
    return dict(re.findall(r'data-question="(\w+)" data-right="(\w+)"', text))


def test_same_bytes_for_everyone_and_no_cookie(stage: Stage) -> None:
    replies = [client.get(PAGE) for client in (stage.browser(), stage.fox(), stage.browser("nobody's"))]
    assert len({reply.data for reply in replies}) == 1
    for reply in replies:
        assert reply.headers["Cache-Control"] == "no-cache"
        assert "Set-Cookie" not in reply.headers
        assert "Cookie" not in reply.headers["Vary"]
    assert stage.browser().get("/sq/l/sample/1").data != replies[0].data


def test_not_sent_again_to_who_has_it(stage: Stage) -> None:
    client = stage.browser()
    etag = client.get(PAGE).headers["ETag"]
    reply = client.get(PAGE, headers={"If-None-Match": etag})
    assert (reply.status_code, reply.data) == (304, b"")
    assert client.get("/sq/l/sample/1", headers={"If-None-Match": etag}).status_code == 200


def test_sent_as_small_as_the_browser_takes_it(stage: Stage) -> None:
    client = stage.browser()
    plain = client.get(PAGE).data
    for coding, unpack in {"gzip": gzip.decompress, "br": brotli.decompress}.items():
        reply = client.get(PAGE, headers={"Accept-Encoding": coding})
        assert reply.headers["Content-Encoding"] == coding
        assert unpack(reply.data) == plain


def test_no_statement_once_it_is_rendered(stage: Stage) -> None:
    stage.browser().get(PAGE)
    with counted_statements() as seen:
        assert stage.fox().get(PAGE).status_code == 200
    assert seen == []


def test_handed_in_is_kept_finished_and_shown(stage: Stage) -> None:
    reply = stage.fox().post(PAGE, data=SHEET)
    assert reply.status_code == 200
    assert reply.headers["Cache-Control"] == "no-store"
    assert 'data-kept="saved"' in reply.text
    shown = results(reply.text)
    assert (shown["q_single"], shown["q_truefalse"], shown["q_picture"]) == ("yes", "no", "none")
    assert len(shown) == 7
    attempt = again(stage.attempt)
    assert attempt.finished_on is not None
    assert len(playing.choices_of(attempt)) == 6
    assert rows(PrivateCount) == 1


def test_handed_in_twice_counts_once(stage: Stage) -> None:
    client = stage.fox()
    client.post(PAGE, data=SHEET)
    reply = client.post(PAGE, data=SHEET | {"q_single": "stone", "q_picture": "low"})
    assert 'data-kept="practice"' in reply.text
    assert results(reply.text)["q_single"] == "no"
    assert playing.choices_of(again(stage.attempt))["q_single"] == "ball"
    assert rows(PrivateCount) == 1


def test_first_answer_counts_in_the_form_too(stage: Stage) -> None:
    client = stage.fox()
    post(client, "answer", said(stage.attempt, choice="stone"))
    assert results(client.post(PAGE, data=SHEET).text)["q_single"] == "no"
    assert playing.choices_of(again(stage.attempt))["q_single"] == "stone"


def test_visitor_sees_the_result_and_leaves_nothing(stage: Stage) -> None:
    reply = stage.browser().post(PAGE, data=SHEET)
    assert 'data-kept="visitor"' in reply.text
    assert results(reply.text)["q_single"] == "yes"
    assert (rows(Answer), rows(PrivateCount)) == (0, 0)
    assert stage.browser(stage.cast.turtle_token).post(PAGE, data=SHEET).status_code == 200
    assert (rows(Answer), rows(PrivateCount)) == (0, 0)


# What no form of ours can send, and how it is refused.
ODD: list[tuple[dict[str, object], int]] = [
    ({"q_single": "moon"}, 400),
    ({"q_picture": "moon"}, 400),
    ({"q_multiple": ["ball", "moon"]}, 400),
    ({"q_multiple": [""]}, 400),
    ({"q_truefalse": ["true", "false"]}, 400),
    ({"q_truefalse": "maybe"}, 400),
    ({"q_order.rest": "9" * 5000}, 400),
    ({"q_match.rain": "moon", "q_match.cold": ""}, 400),
    ({"q_buckets.chess": "moon"}, 400),
    ({"crossroads": "up"}, 400),
    ({"q_single": "\ud800".encode("utf-8", "surrogatepass")}, 400),
    ({"nothing": "at all"}, 404),
    ({"q_match": "umbrella"}, 404),
    ({"q_buckets.golf": "outdoors"}, 404),
    ({"hello": "ball"}, 404),
]


@pytest.mark.parametrize(("odd", "code"), ODD)
@pytest.mark.parametrize("switch", [{}, {"switch": "mk"}])
def test_what_cannot_be_chosen_is_refused_and_changes_nothing(
    stage: Stage, odd: dict[str, object], code: int, switch: dict[str, str]
) -> None:
    for client in (stage.fox(), stage.browser()):
        reply = client.post(PAGE, data={"q_single": "ball", "q_picture": "glad"} | odd | switch)
        assert reply.status_code == code
        assert '<html lang="mk">' in reply.text
        assert ("не може да се избере" in reply.text) == (code == 400)
    assert again(stage.attempt).finished_on is None
    assert (rows(Answer), rows(PrivateCount)) == (0, 0)
    assert 'data-kept="saved"' in stage.fox().post(PAGE, data=SHEET).text


def test_a_question_may_be_left_open(stage: Stage) -> None:
    left = {
        "crossroads": "left",
        "q_order.wash": "1",
        "q_order.eat": "1",
        "q_order.rest": "",
        "q_match.rain": "umbrella",
        "q_match.cold": "",
        "q_buckets.chess": "indoors",
    }
    assert 'data-kept="saved"' in stage.fox().post(PAGE, data=left).text
    assert again(stage.attempt).finished_on is not None
    assert playing.choices_of(stage.attempt) == {}


def test_switching_the_language_keeps_what_was_chosen(stage: Stage) -> None:
    reply = stage.fox().post("/sq/l/sample/1", data=SHEET | {"switch": "sq"})
    assert reply.status_code == 200
    assert reply.headers["Cache-Control"] == "no-store"
    assert '<html lang="sq">' in reply.text
    # single, multiple (2), truefalse, picture and two cards; order and match are lists to choose from
    assert len(re.findall(r"\bchecked\b", reply.text)) == 7
    assert len(re.findall(r"\bselected\b", reply.text)) == 5
    assert again(stage.attempt).finished_on is None
    assert (rows(Answer), rows(PrivateCount)) == (0, 0)
    assert stage.browser().get("/sq/l/sample/1").data.count(b"checked") == 0


def test_form_from_elsewhere_or_too_long(stage: Stage) -> None:
    client = stage.fox()
    assert client.post(PAGE, data={"q_single": "b" * 300_000}).status_code == 413
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-site"
    assert client.post(PAGE, data=SHEET).status_code == 403
    assert client.put(PAGE).status_code in (403, 405)
    assert again(stage.attempt).finished_on is None


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_help_begins_with_the_adult_of_the_class(stage: Stage, app: Flask) -> None:
    stage.cast.ana_class.adult_role = "pedagogue"
    stage.cast.ana_class.adult_place = "соба 4"
    assert "соба 4" in stage.fox().get("/mk/help").text
    page = stage.fox().get("/sq/help").text
    assert 'class="school-adult"' in page
    assert '<span lang="mk">соба 4</span>' in page
    for client in (stage.browser(), stage.browser(stage.cast.turtle_token)):
        page = client.get("/mk/help")
        assert page.status_code == 200
        assert "соба 4" not in page.text
        assert page.headers["Cache-Control"] == "no-store"
