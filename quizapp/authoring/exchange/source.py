"""What goes out: a draft as it stands, or a published revision. Both are a structure and texts."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.accounts.scope import NotYours
from quizapp.authoring import drafts
from quizapp.authoring.models import Draft, DraftText
from quizapp.lessons import catalogue
from quizapp.lessons.document import Lesson, Structure
from quizapp.lessons.texts import flat


@dataclass(frozen=True)
class Source:
    """texts: language -> key -> text; rows: the same with versions, empty where nothing can be changed."""

    structure: Structure
    texts: Mapping[str, Mapping[str, str]]
    rows: Mapping[str, Mapping[str, DraftText]]
    draft: Draft | None = None

    @property
    def id(self) -> str:
        return self.structure.id

    def text(self, language: str, key: str) -> str:
        """Empty where nobody has written it yet."""
        return self.texts.get(language, {}).get(key, "")


def source_for(lesson_id: str, published: bool = False) -> Source:
    """The draft of a lesson, or its newest revision where there is no draft or it is asked for.

    Raises NotYours.
    """
    if not published:
        try:
            return of_draft(drafts.draft_for(lesson_id))
        except NotYours:
            pass
    revision = catalogue.newest(lesson_id)
    if revision is None:
        raise NotYours
    return of_lesson(catalogue.lesson_of(revision))


def of_draft(draft: Draft) -> Source:
    rows = drafts.texts_of(draft)
    return Source(drafts.structure_of(draft), drafts.plain(rows), rows, draft)


def of_lesson(lesson: Lesson) -> Source:
    structure = Structure(**{name: getattr(lesson, name) for name in Structure.model_fields})
    texts = {language: flat(words.model_dump()) for language, words in lesson.words.items()}
    return Source(structure, texts, {})
