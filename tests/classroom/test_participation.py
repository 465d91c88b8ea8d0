"""Who took part: right after every reload, never a step, never on the projector."""

from flask.testing import FlaskClient

from quizapp.learning import assignments
from tests.classroom.room import WRONG, Room, data, statements
from tests.learning.stage import RIGHT


def cells(page: str) -> dict[str, list[str]]:
    """What the table says of each pupil."""
    rows = page.split('data-pupil="')[1:]
    return {row.split('"')[0]: [*data(row, "status"), *data(row, "right"), *data(row, "of")] for row in rows}


def test_the_table_follows_the_answers(room: Room, ana: FlaskClient) -> None:
    fox, bee = str(room.cast.fox.id), str(room.cast.bee.id)
    address = f"{room.path}/participation"
    assert cells(ana.get(address).text) == {fox: ["not_started"], bee: ["not_started"]}
    room.take(room.cast.fox, {"q_single": "ball"}, finish=False)
    assert cells(ana.get(address).text)[fox] == ["taking_part"]
    room.take(room.cast.fox, RIGHT)
    room.take(room.cast.bee, WRONG)
    # Three of the questions are scored; of those, bee got one wrong.
    assert cells(ana.get(address).text) == {fox: ["finished", "3", "3"], bee: ["finished", "2", "3"]}


def test_the_summary_counts_the_class_and_names_nobody(room: Room, ana: FlaskClient) -> None:
    room.take(room.cast.fox, RIGHT)
    for address in (room.path, f"{room.path}/summary"):
        page = ana.get(address).text
        assert (data(page, "finished"), data(page, "pupils")) == (["1"], ["2"])
        assert data(page, "percent") == ["50"]
        assert "animals/" not in page
        assert "data-pupil=" not in page


def test_a_closed_lesson_stays_in_the_summary_and_in_the_table(room: Room, ana: FlaskClient) -> None:
    room.take(room.cast.fox, RIGHT)
    assignments.close(room.assignment)
    page = ana.get(f"{room.path}/summary").text
    assert (data(page, "finished"), data(page, "closed")) == (["1"], ["yes"])
    assert "finished" in cells(ana.get(f"{room.path}/participation").text)[str(room.cast.fox.id)]


def test_how_far_one_pupil_is_shows_nowhere(room: Room, ana: FlaskClient) -> None:
    """Two pupils at different steps look alike."""
    room.take(room.cast.fox, {}, finish=False, reach="q_single")
    room.take(room.cast.bee, {}, finish=False, reach="q_buckets")
    page = ana.get(f"{room.path}/participation").text
    assert list(cells(page).values()) == [["taking_part"], ["taking_part"]]
    sheet = ana.get(f"{room.path}/participation.csv").data.decode("utf-8-sig").splitlines()
    assert sheet[1].split(";")[1:] == sheet[2].split(";")[1:]


def test_the_script_is_told_only_of_changes(room: Room, ana: FlaskClient) -> None:
    for part in ("summary", "participation/table"):
        address = f"{room.path}/{part}"
        first = ana.get(address)
        assert first.headers["ETag"]
        assert "no-store" in first.headers["Cache-Control"]
        seen = {"If-None-Match": first.headers["ETag"]}
        same = ana.get(address, headers=seen)
        assert (same.status_code, same.data) == (304, b"")
        zipped = ana.get(address, headers={"Accept-Encoding": "br"})
        again = {"If-None-Match": zipped.headers["ETag"], "Accept-Encoding": "br"}
        assert ana.get(address, headers=again).status_code == 304
        room.take(room.cast.fox if part == "summary" else room.cast.bee, RIGHT)
        assert ana.get(address, headers=seen).status_code == 200


def test_the_table_stands_on_a_page_of_its_own(room: Room, ana: FlaskClient) -> None:
    room.take(room.cast.fox, RIGHT)
    for page in ("", "/projector", "/poster", "/summary"):
        assert "participation-total" not in ana.get(room.path + page).text


def test_the_number_of_statements_does_not_grow_with_the_class(room: Room, ana: FlaskClient) -> None:
    pages = ("", "/summary", "/participation", "/participation/table", "/participation.csv", "/pupils")
    pages += (f"/understanding/{room.assignment.id}",)
    room.fill(3)
    small = {page: statements(ana, room.path + page) for page in pages}
    room.fill(30)
    large = {page: statements(ana, room.path + page) for page in pages}
    assert large == small
    assert max(large.values()) <= 10
