"""What a draft says differently from the revision that pupils have."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from quizapp.authoring import drafts
from quizapp.authoring.models import Draft
from quizapp.lessons import catalogue
from quizapp.lessons.document import Structure
from quizapp.lessons.models import Revision
from quizapp.lessons.texts import text_keys

HEAD = ("band", "topics", "objectives", "cover", "guide")


@dataclass(frozen=True)
class Changes:
    """old: by language and key what a changed text said, empty for a new one. Steps and parts by their ids.

    revision: what it was compared with; where there is none, nothing counts as changed though all is new.
    """

    revision: Revision | None
    old: Mapping[tuple[str, str], str]
    added: Collection[str]
    removed: Collection[str]
    changed: Collection[str]
    head: Collection[str]
    moved: bool

    @property
    def is_empty(self) -> bool:
        """Whether pupils have just this already."""
        some = self.old or self.added or self.removed or self.changed or self.head or self.moved
        return self.revision is not None and not some


def since_published(draft: Draft) -> Changes:
    """What is different from the newest revision."""
    revision = catalogue.newest(draft.lesson_id)
    if revision is None:
        return Changes(None, {}, (), (), (), (), False)
    lesson = catalogue.lesson_of(revision)
    old, new = drafts.structure_in(lesson), drafts.structure_of(draft)
    texts = _texts(old, drafts.texts_in(lesson)), _texts(new, drafts.plain(drafts.texts_of(draft)))
    return _between(revision, (old, new), texts)


Texts = Mapping[tuple[str, str], str]


def _between(
    revision: Revision, structures: tuple[Structure, Structure], texts: tuple[Texts, Texts]
) -> Changes:
    before, after = ({step.id: step for step in one.steps} for one in structures)
    old, new = texts
    kept = [one for one in before if one in after]
    return Changes(
        revision,
        {place: old.get(place, "") for place, text in new.items() if text != old.get(place, "")},
        added=[one for one in after if one not in before],
        removed=[one for one in before if one not in after],
        changed=[one for one in kept if before[one] != after[one]],
        head=[part for part in HEAD if getattr(structures[0], part) != getattr(structures[1], part)],
        moved=kept != [one for one in after if one in before],
    )


def _texts(structure: Structure, texts: drafts.PlainTexts) -> Texts:
    """Those that have a place in the structure."""
    keys = text_keys(structure)
    return {(language, key): said.get(key, "") for language, said in texts.items() for key in keys}
