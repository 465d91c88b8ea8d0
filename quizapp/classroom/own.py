"""What the teacher at the browser may touch. Whatever is somebody else's is 404, like what isn't there."""

from flask import abort

from quizapp.accounts import roster
from quizapp.accounts.access import signed_in
from quizapp.accounts.models import Pupil, SchoolClass
from quizapp.accounts.scope import class_for
from quizapp.learning import assignments
from quizapp.learning.models import Assignment


def own_class(class_id: int) -> SchoolClass:
    """A class of this teacher. Raises NotYours."""
    return class_for(signed_in(), class_id)


def class_at_work(class_id: int) -> SchoolClass:
    """The same, for what makes sense only while the class isn't put away; 409 afterwards. Raises NotYours."""
    school_class = own_class(class_id)
    if school_class.archived_on:
        abort(409)
    return school_class


def class_put_away(class_id: int) -> SchoolClass:
    """The same, for what is only done to a class put away before; 409 until then. Raises NotYours."""
    school_class = own_class(class_id)
    if not school_class.archived_on:
        abort(409)
    return school_class


def own_pupil(class_id: int, pupil_id: int) -> Pupil:
    """A pupil of such a class. Raises NotYours."""
    return roster.pupil_in(own_class(class_id), pupil_id)


def own_assignment(class_id: int, assignment_id: int) -> Assignment:
    """A lesson given to such a class. Raises NotYours."""
    return assignments.one_of(own_class(class_id), assignment_id)
