"""An invented school to look around in."""

from quizapp.devdata.office import Step, steps
from quizapp.devdata.school import make_demonstration_school
from quizapp.devdata.sign_ins import SignIn, sign_ins
from quizapp.devdata.switching import switch_off_sign_ins

__all__ = ["SignIn", "Step", "make_demonstration_school", "sign_ins", "steps", "switch_off_sign_ins"]
