"""The trainers' desk: every bundled lesson taken in from a package, the editor opened, one text saved.

Beside them the least that each needs: the same lessons read from their folders, the templates of the page,
and opening the page for saving.
"""

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from flask import Flask, before_render_template, template_rendered

from bench.shelf import milliseconds
from bench.statements import counted
from quizapp.accounts import sessions
from quizapp.accounts.models import Person
from quizapp.authoring import arranging, drafts
from quizapp.authoring.exchange import bringing, package_zip, taking
from quizapp.authoring.exchange.source import of_lesson
from quizapp.authoring.models import Draft
from quizapp.config import PACKAGE
from quizapp.db import db
from quizapp.lessons.models import Revision
from quizapp.lessons.package import read_package
from tests.authoring.sent_form import SentForm
from tests.cast import a_trainer
from tests.visitor import Visitor

ROUNDS = 15
STEPS = 16
FIELD = "guide.goal"


@dataclass(frozen=True)
class Opened:
    """Milliseconds; alone: of its templates. few, many: statements for a new draft and for a long one."""

    opening: float
    alone: float
    saving: float
    few: int
    many: int


def importing() -> tuple[float, float]:
    """Milliseconds of taking in all bundled lessons from packages, and of the same from their folders."""
    trainer = a_trainer("imports@example.org")
    folders = [folder for folder in (PACKAGE / "content").iterdir() if folder.is_dir()]
    sources = [of_lesson(read_package(folder)) for folder in folders]
    packages = [package_zip.written(one.structure, one.texts, {}) for one in sources]
    db.session.commit()

    def bring() -> None:
        for data in packages:
            parcel = bringing.package(data).parcel
            assert parcel
            taking.take_package(None, trainer, parcel)

    def read() -> None:
        for folder in folders:
            source = of_lesson(read_package(folder))
            drafts.take_in(trainer, source.structure, source.texts)

    return in_turns(lambda: undone(bring), lambda: undone(read))


def undone(work: Callable[[], object]) -> float:
    """How long something takes of which nothing stays."""
    took = milliseconds(work)
    db.session.rollback()
    return took


def in_turns(first: Callable[[], float], second: Callable[[], float]) -> tuple[float, float]:
    """The medians of two that are measured by turns; the first round only warms both up."""
    rounds = [(first(), second()) for _ in range(1 + ROUNDS)][1:]
    return statistics.median(one for one, _ in rounds), statistics.median(two for _, two in rounds)


def at_the_desk(app: Flask, revision: Revision) -> Opened:
    """Open the editor of a long lesson, and save one text as its script does."""
    trainer = a_trainer("desk@example.org")
    small, long = drafts.begin(trainer, "1-3", {"mk": "Нова"}), a_long_draft(trainer, revision)
    client = Visitor(app, app.response_class)
    client.set_cookie("staff", sessions.start(trainer))
    few, many = (f"/mk/staff/desk/{draft.lesson_id}" for draft in (small, long))
    db.session.commit()
    client.get(few)
    counts = []
    for address in (few, many):
        with counted() as seen:
            page = client.get(address)
        assert page.status_code == 200, page.status
        counts.append(seen["statements"])
    saved = Saving(client, many, page.text)
    rounds = [(*opened(app, client, many), milliseconds(saved.again)) for _ in range(1 + ROUNDS)][1:]
    opening, alone, saving = (statistics.median(one) for one in zip(*rounds, strict=True))
    return Opened(opening, alone, saving, *counts)


def a_long_draft(trainer: Person, revision: Revision) -> Draft:
    """A lesson as long as lessons may become."""
    draft = drafts.adapt(trainer, revision)
    while len(steps := drafts.structure_of(draft).steps) < STEPS:
        arranging.copy_step(draft, trainer, next(step.id for step in steps if step.kind == "question"))
    return draft


def opened(app: Flask, client: Visitor, address: str) -> tuple[float, float]:
    """Milliseconds of opening the page, and how many of them its templates took."""
    moments: list[float] = []

    def note(_app: Flask, **_more: object) -> None:
        moments.append(perf_counter())

    with before_render_template.connected_to(note, app), template_rendered.connected_to(note, app):
        whole = milliseconds(lambda: client.get(address))
    return whole, (moments[-1] - moments[0]) * 1000


class Saving:
    """One text, another one each time, sent as the editor's script does."""

    def __init__(self, client: Visitor, address: str, page: str) -> None:
        fields = SentForm(page).fields
        self.client, self.address, self.count = client, address, 0
        self.sent = {"csrf_token": fields["csrf_token"], f"v.mk.{FIELD}": fields[f"v.mk.{FIELD}"]}

    def again(self) -> None:
        """Save."""
        self.count += 1
        self.sent[f"t.mk.{FIELD}"] = f"Ова е текст со број {self.count}."
        answer = self.client.post(
            self.address,
            data=self.sent,
            headers={"Accept": "application/json", "Sec-Fetch-Site": "same-origin"},
        )
        assert answer.status_code == 200, answer.status
        self.sent[f"v.mk.{FIELD}"] = (answer.json or {})["saved"][f"t.mk.{FIELD}"]
