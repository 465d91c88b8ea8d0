"""A lesson as a document: structure and right answers once, words in every language."""

import json
from hashlib import sha256
from typing import Any, Literal, Self, get_args

from pydantic import Field, SerializeAsAny

from quizapp.lessons.guide import Guide, GuideWords
from quizapp.lessons.questions.question import Question
from quizapp.lessons.shape import Id, Listed, PictureId, Value
from quizapp.lessons.steps import AnyStep, QuestionStep, Step
from quizapp.lessons.words import QuestionWords, StepWords

FORMAT = 1
Band = Literal["1-3", "4-6", "7-9"]
Topic = Literal[
    "rights", "feelings", "trusted_adults", "secrets", "asking_first", "offers", "work", "online",
    "pressure", "helpers", "trafficking", "relationships", "law", "friends",
]  # fmt: skip
BANDS: tuple[str, ...] = get_args(Band)
TOPICS: tuple[str, ...] = get_args(Topic)


class Structure(Value):
    """What lesson.toml says."""

    format: Literal[1]
    id: Id = Field(max_length=20)
    version: int = Field(ge=1)
    band: Band
    topics: Listed[Topic]
    objectives: Listed[Id]
    cover: PictureId
    guide: Guide
    steps: Listed[AnyStep]


class WordsHead(Value):
    """What a words file says besides the steps."""

    title: str
    summary: str
    objectives: dict[str, str]
    guide: GuideWords


class LessonWords(WordsHead):
    """What a words file says."""

    steps: dict[str, SerializeAsAny[StepWords]]


class Lesson(Structure):
    """A whole lesson. It is valid when it comes out of package.read_package."""

    words: dict[str, LessonWords]

    @classmethod
    def build(cls, structure: Structure, words: dict[str, LessonWords]) -> Self:
        """A lesson from its parts."""
        return cls(**dict(structure), words=words)

    @classmethod
    def from_json(cls, document: str) -> Self:
        """The lesson that to_json wrote. Raises pydantic's ValidationError."""
        raw = json.loads(document)
        words = raw.pop("words")
        structure = Structure.model_validate(raw)
        return cls.build(structure, {language: read_words(structure, words[language]) for language in words})

    def to_json(self) -> str:
        """One document, the same text for the same lesson."""
        return _canonical(self.model_dump(mode="json", exclude_none=True))

    def step(self, step_id: str) -> Step:
        """Raises KeyError."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    def questions(self) -> dict[str, Question]:
        """Every question by the id of its step, in the order of the lesson."""
        return {step.id: step.question for step in self.steps if isinstance(step, QuestionStep)}

    def question_words(self, question_id: str, language: str) -> QuestionWords:
        """Raises KeyError."""
        words = self.words[language].steps[question_id]
        if not isinstance(words, QuestionWords):
            raise KeyError(question_id)
        return words

    def fingerprint(self, question_id: str) -> str:
        """The meaning of a question: what is asked, offered and right, whatever the feedback and pictures.

        Results of two revisions belong together where it is the same. Raises KeyError.
        """
        words = {
            language: _asked(self.question_words(question_id, language).model_dump())
            for language in self.words
        }
        structure = _asked(self.questions()[question_id].model_dump(mode="json"))
        return sha256(_canonical([structure, words]).encode()).hexdigest()[:32]


def read_words(structure: Structure, raw: dict[str, Any]) -> LessonWords:
    """The words of one language, each step's in the shape its kind asks for. Raises ValidationError."""
    steps = {step.id: step.words_class().model_validate(raw["steps"][step.id]) for step in structure.steps}
    return LessonWords.model_validate({**raw, "steps": steps})


NOT_ASKED = ("feedback", "picture", "alt", "alts", "item_pictures", "bucket_pictures")


def _asked(part: Any) -> Any:
    """The same without feedback, pictures and alternative texts."""
    if isinstance(part, dict):
        return {key: _asked(value) for key, value in part.items() if key not in NOT_ASKED}
    return [_asked(one) for one in part] if isinstance(part, list | tuple) else part


def _canonical(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
