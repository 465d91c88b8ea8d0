"""Every problem of a file has a sentence, and every sentence a problem."""

import re
from pathlib import Path

from flask import Flask
from flask_babel import force_locale

import quizapp.authoring.exchange as exchange
from quizapp.authoring.exchange.wording import SENTENCES, sentence
from quizapp.lessons import wording
from quizapp.lessons.problems import Problem

CODE = re.compile(r'(?:Problem|_Wrong|refuse|problem|_problem)\(\s*"([a-z_]+)"')
PARAMETERS = dict.fromkeys(
    ["most", "name", "id", "lesson", "allowed", "text", "rows", "columns", "detail"], "x"
)  # every placeholder there is
INDIRECT = {"nested_archive", "unexpected_file", "key_twice", "unknown_key", "is_short_answer",
            "pair_without_arrow", "no_answers", "braces", "upload_gone", "nothing_new"}  # fmt: skip


def used() -> set[str]:
    folder = Path(exchange.__file__).parent
    return {code for file in folder.glob("*.py") for code in CODE.findall(file.read_text("utf-8"))}


def test_every_code_has_a_sentence() -> None:
    assert used() - SENTENCES.keys() - wording.SENTENCES.keys() == set()
    assert SENTENCES.keys() - used() <= INDIRECT


def test_sentences_can_be_said_in_every_language(rendering: Flask) -> None:
    for language in ("mk", "sq", "en"):
        with rendering.test_request_context(), force_locale(language):
            for code in SENTENCES:
                assert sentence(Problem(code, "x", "", PARAMETERS))
