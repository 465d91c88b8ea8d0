"""Sort into buckets."""

from quizapp.lessons.questions.buckets.document import Buckets, BucketsWords
from quizapp.lessons.questions.buckets.editing import EDITING
from quizapp.lessons.questions.buckets.marking import mark, normalise, read_form
from quizapp.lessons.questions.buckets.summary import summary
from quizapp.lessons.questions.kind import Kind

KIND = Kind("buckets", Buckets, BucketsWords, normalise, mark, read_form, summary, EDITING)
