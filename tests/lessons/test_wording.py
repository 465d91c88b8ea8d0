"""Every problem can be said as a sentence."""

from pathlib import Path

import pytest
from flask import Flask
from flask_babel import force_locale

from quizapp.lessons.wording import line
from tests.lessons.sample_lesson import copy_to, problems_of, rewrite
from tests.lessons.test_package import SPOILT


@pytest.mark.parametrize("language", ["mk", "sq", "en"])
def test_every_problem_becomes_a_sentence(rendering: Flask, tmp_path: Path, language: str) -> None:
    with rendering.app_context(), force_locale(language):
        for number, (code, file, old, new, _place) in enumerate(SPOILT):
            package = copy_to(tmp_path / str(number))
            rewrite(package, file, old, new)
            for problem in problems_of(package):
                said = line(problem)
                assert said.startswith(problem.file), code
                assert "%(" not in said, code
