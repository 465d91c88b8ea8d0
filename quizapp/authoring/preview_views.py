"""The preview: a draft exactly as a pupil gets it, in either language. Nothing done in it is kept."""

from typing import Any

from flask import Response, jsonify, redirect, render_template, request, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from quizapp import clock
from quizapp.accounts.access import trainer_only
from quizapp.authoring import drafts
from quizapp.authoring.blueprint import authoring
from quizapp.authoring.models import Draft
from quizapp.authoring.notes import notes_on
from quizapp.authoring.trying import CannotBePlayed, on_trial
from quizapp.framing import say_framing
from quizapp.helplines import numbers
from quizapp.languages import PUPIL_LANGUAGES, current_language
from quizapp.learning import documents, sheets
from quizapp.learning.answer_views import NOBODY
from quizapp.learning.bodies import AnswerBody, read_body
from quizapp.learning.documents import Published
from quizapp.learning.marking import mark
from quizapp.learning.refusing import refusing
from quizapp.lessons import catalogue
from quizapp.lessons.questions.question import Choice
from quizapp.lessons.rendering import HelpNumber, PageUrls, render_lesson
from quizapp.lessons.results import feedback_texts, results_of, take_home

SIZES = ("phone", "projector")
TRIAL = "/<lesson_id>/preview/<words>"


@authoring.get("/<lesson_id>/preview")
@trainer_only
def preview(lesson_id: str) -> str:
    """Both languages next to each other."""
    draft, size = drafts.draft_for(lesson_id), request.args.get("size")
    say_framing("around")
    return render_template(
        "authoring/preview.html",
        draft=draft,
        published=catalogue.newest(lesson_id),
        size=size if size in SIZES else SIZES[0],
        previews=PUPIL_LANGUAGES,
        **_title(draft),
    )


@authoring.get(TRIAL)
@trainer_only
def trial(lesson_id: str, words: str) -> str | AnyResponse:
    """The lesson page in one language; that is the page's own language, as it is for pupils."""
    draft = _draft(lesson_id, words)
    if current_language() != words:
        return redirect(url_for("authoring.trial", language=words, **(request.view_args or {})))
    return _lesson_page(draft, words, {})


@authoring.errorhandler(CannotBePlayed)
def cannot_be_played(broken: CannotBePlayed) -> tuple[str, int]:
    draft = drafts.draft_for((request.view_args or {})["lesson_id"])
    notes = notes_on(drafts.structure_of(draft), broken.problems)
    return render_template("authoring/cannot_be_played.html", draft=draft, notes=notes), 409


@authoring.post(TRIAL)
@trainer_only
def trial_hand_in(lesson_id: str, words: str) -> str:
    """Without JavaScript: the result page as visitors get it, or the lesson in the language switched to."""
    draft = _draft(lesson_id, words)
    published = _on_trial(draft)
    with refusing():
        sheet = sheets.read_sheet(published, request.form)
    if sheets.SWITCH in request.form:
        return _lesson_page(draft, words, sheet.all())
    return render_template(
        "learning/result.html",
        lesson=published.lesson,
        results=results_of(published.lesson, words, sheet.all()),
        take_home=take_home(published.lesson, words),
        urls=_urls(lesson_id, words),
        kept="visitor",
    )


@authoring.get(f"{TRIAL}/state")
@trainer_only
def trial_state(lesson_id: str, words: str) -> Response:
    """Whoever tries a draft is nobody, as a visitor is."""
    _draft(lesson_id, words)
    return jsonify(NOBODY)


@authoring.post(f"{TRIAL}/answer")
@trainer_only
def trial_answer(lesson_id: str, words: str) -> Response:
    """Mark a choice, as for a visitor."""
    published = _on_trial(_draft(lesson_id, words))
    body = read_body(AnswerBody)
    with refusing():
        _choice, marked = mark(published, body.question, body.choice)
    texts = feedback_texts(published.lesson, body.question, words, marked)
    return jsonify(saved=False, right=marked.right, feedback=texts, again=marked.again)


@authoring.post(f"{TRIAL}/nothing")
@trainer_only
def trial_nothing(lesson_id: str, words: str) -> Response:
    """Where everything else goes that a page sends for pupils: nobody keeps it."""
    _draft(lesson_id, words)
    return Response(status=204)


@authoring.get(f"{TRIAL}/help")
@trainer_only
def trial_help(lesson_id: str, words: str) -> str:
    """The help page as a pupil sees it whose class has named no adult."""
    _draft(lesson_id, words)
    return render_template(
        "helplines/help.html",
        numbers=numbers.for_pupils(words),
        school_adult=None,
        back=_address("trial", lesson_id, words),
        urls=_urls(lesson_id, words),
    )


@authoring.get(f"{TRIAL}/left")
@trainer_only
def trial_left(lesson_id: str, words: str) -> str:
    """Where the quick exit leads here: a real one would sign the trainer out and forget unsent texts."""
    _draft(lesson_id, words)
    return render_template("authoring/left.html", back=_address("trial", lesson_id, words))


def _title(draft: Draft) -> dict[str, str]:
    """In the reader's language if there is one, else in the other; with the language it is in."""
    texts = drafts.plain(drafts.texts_of(draft))
    order = sorted(PUPIL_LANGUAGES, key=lambda one: one != current_language())
    spoken = next((one for one in order if texts[one].get("title")), order[0])
    return {"title": texts[spoken].get("title", ""), "title_language": spoken}


def _draft(lesson_id: str, words: str) -> Draft:
    """The draft behind an address below a preview; such pages may stand in a frame of ours."""
    if words not in PUPIL_LANGUAGES:
        raise NotFound
    draft = drafts.draft_for(lesson_id)
    say_framing("inside")
    return draft


def _on_trial(draft: Draft) -> Published:
    unwritten = {}
    for language in PUPIL_LANGUAGES:
        with force_locale(language):
            # Translators: stands in the preview of a lesson where a text is still missing.
            unwritten[language] = _("[no text yet]")
    # What a browser remembers of a lesson it keeps by its number: another one after every change.
    changed = clock.now() if "again" in request.args else draft.changed_at
    return documents.of_lesson(on_trial(draft, unwritten), 0, int(changed.timestamp()))


def _lesson_page(draft: Draft, words: str, answers: dict[str, Choice]) -> str:
    published = _on_trial(draft)
    lines = [HelpNumber(line.words["name"], line.number, line.dial) for line in numbers.for_pupils(words)]
    urls = _urls(draft.lesson_id, words)
    return render_lesson(published.lesson, published.number, words, urls, answers, lines)


def _urls(lesson_id: str, words: str) -> PageUrls:
    nothing = _address("trial_nothing", lesson_id, words)
    return PageUrls(
        hand_in=_address("trial_hand_in", lesson_id, words),
        state=_address("trial_state", lesson_id, words),
        answer=_address("trial_answer", lesson_id, words),
        reach=nothing,
        finish=nothing,
        private=nothing,
        help=_address("trial_help", lesson_id, words),
        exit=_address("trial_left", lesson_id, words),
        done=_address("trial", lesson_id, words, again=1),
        languages={one: _address("trial_hand_in", lesson_id, one) for one in PUPIL_LANGUAGES},
        trial=True,
    )


def _address(endpoint: str, lesson_id: str, words: str, **others: Any) -> str:
    return url_for(f"authoring.{endpoint}", language=words, lesson_id=lesson_id, words=words, **others)
