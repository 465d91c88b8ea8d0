"""The editor as a browser without JavaScript has it: a page read, fields changed, the whole form sent."""

from html.parser import HTMLParser

from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

SILENT = ("submit", "button")


class SentForm(HTMLParser):
    """Everything that the form with this id would send, but for its buttons."""

    def __init__(self, page: str, form_id: str = "desk") -> None:
        super().__init__(convert_charrefs=True)
        self.form_id, self.inside = form_id, False
        self.fields: MultiDict[str, str] = MultiDict()
        self.buttons: list[str] = []
        self.ids: list[str] = []
        self.select: str | None = None
        self.first_option: str | None = None
        self.area: str | None = None
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "form":
            self.inside = given.get("id") == self.form_id
        if not self.inside:
            return
        name = given.get("name", "")
        if tag == "button" and given.get("type") == "submit":
            self.buttons.append(given.get("value", ""))
        elif tag == "input" and name and given.get("type") not in SILENT:
            if given.get("type") not in ("radio", "checkbox") or "checked" in given:
                self.fields.add(name, given.get("value", "on"))
        elif tag == "textarea":
            self.area, self.text = name, ""
        elif tag == "select":
            self.select, self.first_option = name, None
        elif tag == "option" and self.select:
            self.first_option = given["value"] if self.first_option is None else self.first_option
            if "selected" in given:
                self.fields.add(self.select, given["value"])

    def handle_data(self, data: str) -> None:
        if self.area is not None:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.area:
            self.fields.add(self.area, self.text.removeprefix("\n"))
            self.area = None
        elif tag == "select" and self.select:
            if self.select not in self.fields and self.first_option is not None:
                self.fields.add(self.select, self.first_option)
            self.select = None
        elif tag == "form":
            self.inside = False


def opened(client: FlaskClient, lesson_id: str, language: str = "mk") -> SentForm:
    """The editor's form as a browser gets it."""
    answer = client.get(f"/{language}/staff/desk/{lesson_id}")
    assert answer.status_code == 200, answer.text
    return SentForm(answer.text)


def send(
    client: FlaskClient, lesson_id: str, form: SentForm, do: str = "save", **more: object
) -> TestResponse:
    """Press a button of the form."""
    fields = MultiDict([*form.fields.items(multi=True), ("do", do)])
    return client.post(f"/mk/staff/desk/{lesson_id}", data=fields, **more)
