"""Every way through every lesson in both languages: by day who understands, at night who doesn't."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from quizapp.lessons.catalogue import bundled_folders
from quizapp.lessons.document import Lesson
from quizapp.lessons.package import read_package
from quizapp.lessons.steps import DecisionStep
from tests.journeys.answers import choose, right_or_wrong
from tests.journeys.looks import barriers, shown_amiss
from tests.journeys.player import Player, visitor
from tests.journeys.rooms import lesson_path
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
LESSONS = [read_package(folder) for folder in bundled_folders()]


class Walk:
    """A visitor goes every way of every decision; what is amiss is gathered in every state of every step."""

    def __init__(self, player: Player, lesson: Lesson, understands: bool) -> None:
        self.player, self.lesson, self.understands = player, lesson, understands
        self.seen: set[str] = set()
        self.amiss: list[str] = []

    def to_the_end(self) -> None:
        while self.player.kind != "finish":
            decision = self.decision()
            self.take_step()
            if decision:
                self.other_ways(decision)
        self.look()
        self.amiss += barriers(self.player.page)

    def take_step(self, way: int = 0) -> None:
        """Through the step at hand, by this way if it is a decision."""
        here, player = self.player.step, self.player
        self.look()
        if decision := self.decision():
            player.now.locator(f".choice:has([data-goto={decision.choices[way].goto}])").click()
        elif question := self.lesson.questions().get(here):
            choose(player, question, right_or_wrong(question, self.understands))
            if question.mode != "private":
                self.check()
        self.amiss += barriers(player.page)
        player.on()
        expect(player.now).not_to_have_attribute("data-step", here)

    def check(self) -> None:
        self.player.on()
        tone = "good" if self.understands else "again"
        expect(self.player.now.locator(f".feedback-{tone}")).not_to_be_empty()
        self.look()

    def other_ways(self, decision: DecisionStep) -> None:
        """On the first way by now: to where the ways meet, and back for each of the others."""
        meet = set.intersection(*(set(self.after(way.goto)) for way in decision.choices))
        for way in range(1, len(decision.choices)):
            while self.player.step not in meet:
                self.take_step()
            while self.player.step != decision.id:
                self.step_back()
            self.take_step(way)

    def step_back(self) -> None:
        here = self.player.step
        self.player.press("back")
        expect(self.player.now).not_to_have_attribute("data-step", here)

    def look(self) -> None:
        self.seen.add(self.player.step)
        self.amiss += shown_amiss(self.player.page)

    def decision(self) -> DecisionStep | None:
        step = self.player.step
        found = step != "finish" and self.lesson.step(step)
        return found if isinstance(found, DecisionStep) else None

    def after(self, step_id: str) -> Iterator[str]:
        """The step and what comes behind it, as far as the next decision."""
        ids = [step.id for step in self.lesson.steps]
        while True:
            yield step_id
            step = self.lesson.step(step_id)
            if isinstance(step, DecisionStep) or step_id == ids[-1]:
                return
            step_id = step.next or ids[ids.index(step_id) + 1]


@pytest.mark.parametrize(("language", "understands"), [("mk", True), ("sq", False)])
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_way_leads_well_to_the_end(
    site: Site, device: Callable[..., BrowserContext], lesson: Lesson, language: str, understands: bool
) -> None:
    context = device(color_scheme="light" if understands else "dark", reduced_motion="reduce")
    lost: list[str] = []
    context.on("requestfailed", lambda request: lost.append(f"{request.method} {request.url}"))
    context.on("response", lambda reply: reply.status >= 400 and lost.append(f"{reply.status} {reply.url}"))
    player = visitor(context, f"{site.address}/{language}/{lesson_path(lesson.id)}")
    walk = Walk(player, lesson, understands)
    walk.to_the_end()
    assert walk.amiss == []
    assert player.troubles == lost == []
    assert walk.seen == {step.id for step in lesson.steps} | {"finish"}
