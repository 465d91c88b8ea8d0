"""Private questions: nowhere, in no count, whatever the teacher opens."""

from flask.testing import FlaskClient

from quizapp.db import db
from quizapp.learning import documents, private_counts
from tests.classroom.room import Room
from tests.learning.stage import RIGHT

PRIVATE = "q_picture"


def test_a_private_question_shows_nowhere(room: Room, ana: FlaskClient) -> None:
    pages = ("", "/summary", "/participation", "/participation.csv", f"/understanding/{room.assignment.id}")
    room.take(room.cast.fox, RIGHT)
    before = [ana.get(room.path + page).data for page in pages[1:4]]
    published = documents.by_id(room.revision.id)
    private_counts.count(private_counts.school_of(room.cast.fox.id), published, PRIVATE, "glad")
    db.session.commit()
    assert [ana.get(room.path + page).data for page in pages[1:4:2]] == before[::2]
    for language in ("mk", "sq", "en"):
        address = room.path.replace("/en/", f"/{language}/")
        for page in pages:
            text = ana.get(address + page).text
            assert PRIVATE not in text
            for words in ("mk", "sq"):
                assert room.words(words, PRIVATE).heading not in text
