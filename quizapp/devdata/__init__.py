"""An invented school to look around in."""

from quizapp.devdata.school import make_demonstration_school
from quizapp.devdata.sign_ins import SignIn, sign_ins

__all__ = ["SignIn", "make_demonstration_school", "sign_ins"]
