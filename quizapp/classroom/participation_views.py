"""Who took part, and what the class understood."""

from flask import Response, render_template
from werkzeug.wrappers import Response as AnyResponse

from quizapp import clock
from quizapp.accounts.access import polled, teacher_only
from quizapp.classroom.blueprint import classroom
from quizapp.classroom.library import lesson_language
from quizapp.classroom.own import own_assignment, own_class
from quizapp.classroom.sheet import participation_sheet
from quizapp.classroom.sheet_name import disposition
from quizapp.classroom.table import table_of
from quizapp.classroom.understood import pictures_of
from quizapp.classroom.watched import watched
from quizapp.learning.documents import by_id


@classroom.get("/classes/<int:class_id>/summary")
@teacher_only
@polled
def summary(class_id: int) -> AnyResponse:
    """The top of the class page, for its script: totals, no pupils."""
    return watched("classroom/summary.html", **_seen(class_id))


@classroom.get("/classes/<int:class_id>/participation")
@teacher_only
def participation_page(class_id: int) -> str:
    """Pupils and lessons as a table: a page of its own, so that it gets onto no projector by accident."""
    return render_template("classroom/participation.html", **_seen(class_id))


@classroom.get("/classes/<int:class_id>/participation/table")
@teacher_only
@polled
def participation_table(class_id: int) -> AnyResponse:
    """The same table alone, for the page's script."""
    return watched("classroom/table.html", **_seen(class_id))


@classroom.get("/classes/<int:class_id>/participation.csv")
@teacher_only
def participation_csv(class_id: int) -> Response:
    school_class = own_class(class_id)
    language = lesson_language(school_class)
    sheet = participation_sheet(school_class, table_of(school_class), language)
    named = disposition(school_class, clock.today())
    return Response(
        sheet,
        mimetype="text/csv",
        headers={"Content-Disposition": named},
    )


@classroom.get("/classes/<int:class_id>/understanding/<int:assignment_id>")
@teacher_only
def understanding_page(class_id: int, assignment_id: int) -> str:
    assignment = own_assignment(class_id, assignment_id)
    school_class = own_class(class_id)
    language = lesson_language(school_class)
    pictures = pictures_of(assignment, language)
    return render_template(
        "classroom/understanding.html",
        school_class=school_class,
        assignment=assignment,
        title=by_id(assignment.revision_id).lesson.words[language].title,
        questions=pictures,
        scored=sum(picture.scored for picture in pictures),
        lesson_language=language,
    )


def _seen(class_id: int) -> dict[str, object]:
    school_class = own_class(class_id)
    return {
        "school_class": school_class,
        "table": table_of(school_class),
        "lesson_language": lesson_language(school_class),
    }
