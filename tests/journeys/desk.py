"""The trainers' desk in a real browser: a draft of its own for each journey, and what the server has."""

from dataclasses import dataclass
from uuid import uuid4

from playwright.sync_api import BrowserContext, Locator, Page, expect
from sqlalchemy import delete

from quizapp.accounts import sessions
from quizapp.accounts.models import Person, StaffSession
from quizapp.authoring import drafts
from quizapp.db import db
from tests.cast import a_trainer
from tests.lessons.sample_lesson import sample_lesson

SAVED = "saved"


@dataclass(frozen=True)
class Draft:
    """A draft as the server has it now."""

    lesson_id: str

    def text(self, name: str) -> str:
        """What a text says; `name` is the name of its field."""
        return self._row(name)[0]

    def version(self, name: str) -> int:
        """How often a text was changed."""
        return self._row(name)[1]

    def steps(self) -> list[str]:
        """The steps by id."""
        structure = drafts.structure_of(drafts.draft_for(self.lesson_id))
        db.session.close()
        return [step.id for step in structure.steps]

    def right(self, step_id: str) -> str:
        """The right answer of a question."""
        structure = drafts.structure_of(drafts.draft_for(self.lesson_id))
        db.session.close()
        (step,) = [step for step in structure.steps if step.id == step_id]
        return str(step.model_dump()["question"]["right"])

    def _row(self, name: str) -> tuple[str, int]:
        _t, language, key = name.split(".", 2)
        row = drafts.texts_of(drafts.draft_for(self.lesson_id))[language].get(key)
        found = (row.text, row.version) if row else ("", 0)
        db.session.close()
        return found


@dataclass(frozen=True)
class Trainer:
    """Somebody who writes lessons."""

    id: int
    email: str

    def draft(self, whole: bool = False) -> Draft:
        """A new draft: with the steps that every lesson has, or (whole) with every kind of step."""
        person = db.session.get_one(Person, self.id)
        if whole:
            lesson = sample_lesson()
            draft = drafts.take_in(person, drafts.structure_in(lesson), drafts.texts_in(lesson))
        else:
            draft = drafts.begin(person, "4-6", {"mk": "Нова", "sq": "E re"})
        made = Draft(draft.lesson_id)
        db.session.commit()
        return made

    def sign_in(self, context: BrowserContext, address: str) -> None:
        """Without a password to check, which takes long."""
        token = sessions.start(db.session.get_one(Person, self.id))
        db.session.commit()
        context.add_cookies([{"name": "staff", "value": token, "url": address}])

    def run_out(self) -> None:
        """Every session of the person ends, as it does after half an hour."""
        db.session.execute(delete(StaffSession).where(StaffSession.person_id == self.id))
        db.session.commit()


def trainer() -> Trainer:
    """A new one."""
    person = a_trainer(f"{uuid4().hex[:8]}@example.org")
    made = Trainer(person.id, person.email)
    db.session.commit()
    return made


@dataclass(frozen=True)
class Desk:
    """The editor's page. complaints: what the browser's console said."""

    page: Page
    address: str
    complaints: list[str]

    def load(self) -> None:
        """Ask for the page anew."""
        self.page.goto(self.address)
        self.expect()

    def field(self, name: str) -> Locator:
        """The field of a text."""
        return self.page.locator(f'[id="{name}"]')

    def write(self, name: str, text: str) -> None:
        """Type as a person does, key by key, in place of what stands there."""
        self.field(name).click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def press(self, do: str) -> None:
        """Press a button of the form and wait for the page that follows."""
        with self.page.expect_navigation():
            self.page.click(f'button[value="{do}"]')
        self.expect_loaded()

    def expect(self, state: str = SAVED) -> None:
        """The page says that all is saved, or what else is going on."""
        status = self.page.locator("#saved")
        expect(status).to_have_attribute("data-state", state, timeout=15_000)
        expect(status).not_to_be_empty()

    def expect_loaded(self) -> None:
        """The script is at work, whatever it found."""
        self.page.wait_for_selector("#saved[data-state]")


def at_desk(context: BrowserContext, site_address: str, draft: Draft, language: str = "mk") -> Desk:
    """A page with the editor."""
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.extend([message.text] * (message.type == "error")))
    desk = Desk(page, f"{site_address}/{language}/staff/desk/{draft.lesson_id}", complaints)
    desk.load()
    return desk
