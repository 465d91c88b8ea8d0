"""The lesson page: the same bytes for everyone, read without any cookie; and the whole form handed in."""

from typing import Any

from flask import Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.db import db
from quizapp.helplines import numbers
from quizapp.languages import PUPIL_LANGUAGES, current_language
from quizapp.learning import documents, playing, sheets
from quizapp.learning.answer_views import attempt_here, count_privately
from quizapp.learning.blueprint import LESSON, learning
from quizapp.learning.break_views import break_page
from quizapp.learning.documents import NoSuchRevision, Published
from quizapp.learning.models import Attempt
from quizapp.learning.refusing import refusing
from quizapp.learning.sheets import Sheet
from quizapp.lessons import catalogue
from quizapp.lessons import page as pages
from quizapp.lessons.questions.question import Choice
from quizapp.lessons.rendering import HelpNumber, PageUrls, render_lesson
from quizapp.lessons.results import results_of, take_home
from quizapp.lessons.sending import send_page
from quizapp.lessons.withdrawing import Withdrawn, is_withdrawn

Page = str | tuple[str, int]


@learning.get("/l/<lesson_id>")
def newest(lesson_id: str) -> AnyResponse:
    with refusing():
        revision = catalogue.newest(lesson_id) if documents.is_lesson_id(lesson_id) else None
        if revision is None:
            raise NoSuchRevision
    if revision.row.withdrawn_at:
        raise Withdrawn
    return redirect(lesson_address(lesson_id, revision.number))


@learning.get(LESSON)
def lesson_page(lesson_id: str, number: int) -> Response:
    key = pages.page_key(lesson_id, number, current_language())
    return send_page(pages.kept_page(key) or _rendered(key))


def _rendered(key: pages.PageKey) -> pages.Page:
    lesson_id, number, *_when = key
    with refusing():
        revision = documents.is_lesson_id(lesson_id) and catalogue.find_revision(lesson_id, number)
        if not revision:
            raise NoSuchRevision
    if revision.row.withdrawn_at:
        raise Withdrawn
    return pages.lesson_page(key, revision, page_urls(lesson_id, number), _help_numbers())


@learning.post(LESSON)
def hand_in(lesson_id: str, number: int) -> Page:
    """Without JavaScript: the whole lesson at once, answered by a page that is this pupil's alone."""
    with refusing():
        published = documents.numbered(lesson_id, number)
        sheet = sheets.read_sheet(published, request.form)
    switch = sheets.SWITCH in request.form
    withdrawn = is_withdrawn(lesson_id)
    if switch and not withdrawn:
        return _filled_in(published, sheet)
    try:
        if withdrawn:
            return break_page(kept=_kept_before_the_break(published, sheet, finish=not switch))
        return _handed_in(published, sheet)
    except playing.Closed:
        db.session.rollback()
        return break_page(kept=False) if withdrawn else (_result(published, sheet.all(), "closed"), 410)


def _kept_before_the_break(published: Published, sheet: Sheet, finish: bool) -> bool:
    """Keep what a pupil chose before the lesson was withdrawn; whether there is a pupil. Raises Closed."""
    attempt = attempt_here(published, "change")
    if attempt is None:
        return False
    if attempt.finished_on is None and finish:
        _keep_all(attempt, published, sheet)
    elif attempt.finished_on is None:
        sheets.keep(attempt, sheet)
        db.session.commit()
    return True


def _filled_in(published: Published, sheet: Sheet) -> str:
    """The lesson in the language switched to, with what was chosen so far."""
    lesson = published.lesson
    urls = page_urls(lesson.id, published.number)
    return render_lesson(lesson, published.number, current_language(), urls, sheet.all(), _help_numbers())


def _handed_in(published: Published, sheet: Sheet) -> str:
    attempt = attempt_here(published, "change")
    if attempt is None:
        return _result(published, sheet.all(), "visitor")
    if attempt.finished_on is not None:
        return _result(published, sheet.all(), "practice")
    kept = _keep_all(attempt, published, sheet)
    return _result(published, kept | sheet.private, "saved")


def _keep_all(attempt: Attempt, published: Published, sheet: Sheet) -> dict[str, Choice]:
    """Finish with what is on the sheet, and commit; what the attempt has answered by then."""
    pupil_id = attempt.pupil_id
    sheets.hand_in(attempt, sheet)
    kept = playing.choices_of(attempt)
    db.session.commit()
    count_privately(pupil_id, published, sheet.private)
    return kept


def _result(published: Published, choices: dict[str, Choice], kept: str) -> str:
    """kept: what became of the answers, one of "saved", "practice", "visitor" and "closed"."""
    lesson = published.lesson
    return render_template(
        "learning/result.html",
        lesson=lesson,
        results=results_of(lesson, current_language(), choices),
        take_home=take_home(lesson, current_language()),
        urls=page_urls(lesson.id, published.number),
        kept=kept,
    )


def page_urls(lesson_id: str, number: int) -> PageUrls:
    """Where a lesson page sends and leads, in the language of this request."""
    where: dict[str, Any] = {"lesson_id": lesson_id, "number": number}
    return PageUrls(
        hand_in=url_for("learning.hand_in", **where),
        state=url_for("learning.state", **where),
        answer=url_for("learning.answer", **where),
        reach=url_for("learning.reach", **where),
        finish=url_for("learning.finish", **where),
        private=url_for("learning.private", **where),
        help=url_for("learning.help_page"),
        exit=url_for("helplines.leave"),
        done=url_for("learning.my_lessons"),
        languages={code: url_for("learning.hand_in", language=code, **where) for code in PUPIL_LANGUAGES},
    )


def _help_numbers() -> list[HelpNumber]:
    """What the page offers at once to whoever wants help."""
    lines = numbers.for_pupils(current_language())
    return [HelpNumber(line.words["name"], line.number, line.dial) for line in lines]


def lesson_address(lesson_id: str, number: int) -> str:
    return url_for("learning.lesson_page", lesson_id=lesson_id, number=number)
