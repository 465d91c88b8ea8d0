"""What people read in our spreadsheets."""

from collections.abc import Callable

from flask_babel import force_locale
from flask_babel import gettext as _

from quizapp.authoring.exchange import question_sheet, translation_sheet
from quizapp.authoring.exchange.question_sheet import CHOICES, KINDS
from quizapp.authoring.exchange.source import Source
from quizapp.authoring.exchange.where import where
from quizapp.authoring.kind_words import MODES, QUESTIONS
from quizapp.languages import NAMES, STAFF_LANGUAGES
from quizapp.lessons.shape import LANGUAGES


def for_translators(source: Source, language: str) -> translation_sheet.Labels:
    """language: that of the texts quoted to find one's way."""
    return translation_sheet.Labels(
        # Translators: the heads of the columns of a spreadsheet for those who translate a lesson.
        headers=[_("Key"), _("Where"), *(NAMES[one] for one in LANGUAGES), _("Note")],
        instructions=_in_every_language(_translating),
        instructions_sheet="mk-sq-en",
        where=lambda key: where(source, key, language),
    )


def for_questions() -> question_sheet.Labels:
    names = {words.question: str(words.name) for words in QUESTIONS}
    return question_sheet.Labels(
        headers=_question_headers(),
        kinds=[f"{kind}: {names[kind]}" for kind in KINDS],
        modes=[f"{mode}: {words[0]}" for mode, words in MODES.items()],
        instructions_sheet="mk-sq-en",
        instructions=_in_every_language(_filling_in),
        examples=EXAMPLES,
    )


def _translating() -> list[str]:
    return [
        _("Each row of the sheet “texts” is one text of the lesson, in both languages."),
        _("Write in the white and yellow cells. Yellow: the other language has changed since; please check."),
        _("Leave the grey columns and the order of the columns. What you don't change stays as it is."),
        _("Send the file back as XLSX. Before anything changes in the lesson, every change is shown."),
    ]


def _filling_in() -> list[str]:
    return [
        _("Each row of the sheet “questions” becomes one question. The sheet “examples” shows how."),
        _("One is right: write its number. Several are right: write their numbers with commas."),
        _("True or not true: write true or false. Feedback 1 is for “True”, feedback 2 for “Not true”."),
        _("Put in order: write the choices in the right order."),
        _("Pairs, sorting cards: write = between what belongs together, for example: rain = umbrella"),
        _("A language may stay empty; it can be written later, in the editor."),
    ]


def _in_every_language(lines: Callable[[], list[str]]) -> list[str]:
    found: list[str] = []
    for language in STAFF_LANGUAGES:
        with force_locale(language):
            found += [NAMES[language], *lines(), ""]
    return found


def _question_headers() -> list[str]:
    choices = [
        header
        for number in range(1, CHOICES + 1)
        # Translators: the heads of columns; n is a number.
        for name in (_("Choice %(n)s", n=number), _("Feedback %(n)s", n=number))
        for header in _in_both(name)
    ]
    return [
        _("Kind"),
        _("How the answer counts"),
        *_in_both(_("Question")),
        _("Right"),
        *choices,
        *_in_both(_("Feedback when all of it is right")),
        *_in_both(_("Feedback when something isn't right yet")),
    ]


def _in_both(name: str) -> list[str]:
    return [f"{name} ({language})" for language in LANGUAGES]


# Examples are about nothing that frightens anybody.
EXAMPLES = (
    {
        "kind": "single",
        "mode": "practice",
        "question.mk": "Што носиме кога врне?",
        "question.sq": "Çfarë mbajmë kur bie shi?",
        "right": "1",
        "choice1.mk": "Чадор",
        "choice1.sq": "Çadër",
        "feedback1.mk": "Чадорот нѐ чува суви.",
        "feedback1.sq": "Çadra na mban të thatë.",
        "choice2.mk": "Очила за сонце",
        "choice2.sq": "Syze dielli",
        "feedback2.mk": "Тие се за сончев ден. Размисли уште еднаш.",
        "feedback2.sq": "Ato janë për ditë me diell. Mendo edhe një herë.",
    },
    {
        "kind": "truefalse",
        "mode": "practice",
        "question.mk": "Зимата е топла.",
        "question.sq": "Dimri është i ngrohtë.",
        "right": "false",
        "feedback1.mk": "Размисли: што облекуваме зиме?",
        "feedback1.sq": "Mendo: çfarë veshim në dimër?",
        "feedback2.mk": "Да, зимата е студена.",
        "feedback2.sq": "Po, dimri është i ftohtë.",
    },
    {
        "kind": "match",
        "mode": "practice",
        "question.mk": "Што оди со што?",
        "question.sq": "Çfarë shkon me çfarë?",
        "choice1.mk": "дожд = чадор",
        "choice1.sq": "shi = çadër",
        "choice2.mk": "студ = шал",
        "choice2.sq": "ftohtë = shall",
        "all_right.mk": "Точно така.",
        "all_right.sq": "Pikërisht ashtu.",
        "again.mk": "Размисли уште еднаш.",
        "again.sq": "Mendo edhe një herë.",
    },
)
