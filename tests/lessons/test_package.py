"""Every problem of a package is found, with its file and key, and all of them at once."""

import shutil
from pathlib import Path

import pytest

from quizapp.lessons.catalogue import bundled_folders
from quizapp.lessons.package import read_package
from quizapp.lessons.problems import WARNINGS
from quizapp.lessons.wording import SENTENCES
from tests.lessons.sample_lesson import FOLDER, copy_to, problems_of, rewrite

L, MK, SQ = "lesson.toml", "mk.toml", "sq.toml"
Q = "steps.q_single.question"
# Code, file to spoil, what stands there, what stands there instead, where the problem is told.
SPOILT = [
    ("bad_toml", L, "format = 1", "format = ", f"{L}:"),
    ("unknown_format", L, "format = 1", "format = 2", f"{L}:format"),
    ("id_not_folder", L, 'id = "sample"', 'id = "other"', f"{L}:id"),
    ("missing_key", L, "version = 1\n", "", f"{L}:version"),
    ("missing_key", MK, 'd1 = "Што играте?"', "", f"{MK}:guide.discuss.d1"),
    ("missing_key", SQ, "multiple.choices.ball]", "multiple.choices.bal]",
     f"{SQ}:steps.q_multiple.choices.ball"),
    ("missing_key", SQ, 'b1 = "Mila', 'b2 = "Mila', f"{SQ}:steps.story.bubbles.b1"),
    ("missing_key", SQ, "[steps.story.bubbles]\nb1 =", "[steps.story.extra]\nb1 =",
     f"{SQ}:steps.story.bubbles"),
    ("missing_key", SQ, 'text = "Mendo."', "", f"{SQ}:steps.q_truefalse.text"),
    ("missing_key", MK, "[steps.talk]", "[steps.talks]", f"{MK}:steps.talk"),
    ("extra_key", MK, "[steps.talk]", "[steps.talks]", f"{MK}:steps.talks"),
    ("extra_key", L, 'cover = "cake"', 'cover = "cake"\nauthor = "me"', f"{L}:author"),
    ("extra_key", SQ, "[steps.talk]\n", '[steps.talk]\nalt = "x"\n', f"{SQ}:steps.talk.alt"),
    ("extra_key", SQ, '[steps.q_buckets.cards.chess]\n', '[steps.q_buckets.cards.chess]\nalt = "x"\n',
     f"{SQ}:steps.q_buckets.cards.chess.alt"),
    ("not_a_text", MK, 'title = "Заедно играме"', "title = 4", f"{MK}:title"),
    ("not_a_number", L, "minutes = 10", 'minutes = "10"', f"{L}:guide.timing.open.minutes"),
    ("not_a_yes_or_no", L, "right = true", 'right = "true"', f"{L}:steps.q_truefalse.question.right"),
    ("not_a_list", L, 'topics = ["friends"]', 'topics = "friends"', f"{L}:topics"),
    ("not_a_table", MK, "[steps.q_single.choices.ball]\n", "[steps.q_single.choices]\nball = 1\n[steps.x]\n",
     f"{MK}:steps.q_single.choices.ball"),
    ("bad_id", L, 'id = "hello"', 'id = "Hello!"', f"{L}:steps.Hello!.id"),
    ("bad_value", L, 'band = "1-3"', 'band = "1-4"', f"{L}:band"),
    ("bad_value", L, 'topics = ["friends"]', 'topics = ["fiends"]', f"{L}:topics.1"),
    ("step_without_kind", L, 'id = "talk"\nkind = "talk"', 'id = "talk"', f"{L}:steps.talk"),
    ("unknown_step_kind", L, 'kind = "talk"', 'kind = "sing"', f"{L}:steps.talk"),
    ("question_without_kind", L, 'kind = "single"\n', "", f"{L}:{Q}"),
    ("unknown_question_kind", L, 'kind = "single"', 'kind = "essay"', f"{L}:{Q}"),
    ("duplicate_id", L, 'id = "righty"', 'id = "lefty"', f"{L}:steps"),
    ("duplicate_id", L, '["ball", "stone"]', '["ball", "ball"]', f"{L}:{Q}.choices"),
    ("duplicate_id", L, 'right = "umbrella"', 'right = "rain"', f"{L}:steps.q_match.question.pairs"),
    ("reserved_id", L, 'id = "home"', 'id = "finish"', f"{L}:steps.finish.id"),
    ("reserved_id", L, 'id = "chess"', 'id = "again"', f"{L}:steps.q_buckets.question.cards.again"),
    ("unknown_id", L, 'right = "ball"', 'right = "bell"', f"{L}:{Q}.right"),
    ("unknown_id", L, '["rope", "ball"]', '["rope", "bell"]', f"{L}:steps.q_multiple.question.right"),
    ("unknown_id", L, 'bucket = "indoors"', 'bucket = "inside"',
     f"{L}:steps.q_buckets.question.cards.chess.bucket"),
    ("too_few", L, '["ball", "stone"]', '["ball"]', f"{L}:{Q}.choices"),
    ("too_few", L, ', { id = "right", goto = "righty" }', "", f"{L}:steps.crossroads.choices"),
    ("no_right_answer", L, 'right = "ball"\n', "", f"{L}:{Q}.right"),
    ("no_right_answer", L, 'right = ["rope", "ball"]\n', "", f"{L}:steps.q_multiple.question.right"),
    ("no_right_answer", L, "right = true\n", "", f"{L}:steps.q_truefalse.question.right"),
    ("right_on_private", L, 'mode = "private"', 'mode = "private"\nright = "glad"',
     f"{L}:steps.q_picture.question.right"),
    ("mode_not_possible", L, 'mode = "scored"\nitems', 'mode = "private"\nitems',
     f"{L}:steps.q_order.question.mode"),
    ("missing_feedback", MK, 'feedback = "Топката скока."\n', "",
     f"{MK}:steps.q_single.choices.ball.feedback"),
    ("missing_feedback", MK, "Топката скока.", "", f"{MK}:steps.q_single.choices.ball.feedback"),
    ("exits_not_second", L, 'kind = "exits"', 'kind = "talk"', f"{L}:steps"),
    ("unknown_speaker", L, 'speaker = "mila"', 'speaker = "nobody"', f"{L}:steps.story.bubbles.b1.speaker"),
    ("dangling_branch", L, 'goto = "lefty"', 'goto = "nowhere"', f"{L}:steps.crossroads.choices.left.goto"),
    ("dangling_branch", L, 'next = "together"', 'next = "nowhere"', f"{L}:steps.lefty.next"),
    ("unreachable_step", L, 'goto = "righty"', 'goto = "lefty"', f"{L}:steps.righty"),
    ("cyclic_branch", L, 'next = "together"', 'next = "crossroads"', f"{L}:steps.lefty"),
    ("scored_on_branch", L, 'next = "together"', 'next = "q_multiple"', f"{L}:{Q}.mode"),
    ("timing_not_40", L, "minutes = 10", "minutes = 11", f"{L}:guide.timing"),
    ("missing_picture", L, 'cover = "cake"', 'cover = "kake"', f"{L}:cover"),
    ("missing_picture", L, 'picture = "happy"', 'picture = "hapy"', f"{L}:steps.q_picture.choices.glad"),
    ("missing_alt", MK, 'alt = "Кујна"', "", f"{MK}:steps.story.alt"),
    ("missing_alt", MK, 'alt = "Топка на трева"', 'alt = ""', f"{MK}:steps.q_buckets.cards.football.alt"),
    ("missing_picture", L, 'wash = "happy"', 'wash = "hapy"', f"{L}:steps.q_order.items.wash"),
    ("missing_picture", L, 'picture = "park" }', 'picture = "parc" }', f"{L}:steps.crossroads.choices.left"),
    ("missing_alt", MK, 'left = "Река меѓу дрвја"', "", f"{MK}:steps.crossroads.alts.left"),
    ("missing_alt", SQ, 'outdoors = "Park i gjelbër"', 'outdoors = ""',
     f"{SQ}:steps.q_buckets.alts.outdoors"),
    ("extra_key", MK, 'wash = "Чисти раце"', 'wash = "Чисти раце"\neat = "Јаболко"',
     f"{MK}:steps.q_order.alts.eat"),
    ("extra_key", MK, "[steps.talk]\n", '[steps.talk]\nalts = { one = "Река" }\n', f"{MK}:steps.talk.alts"),
    ("unknown_id", L, '{ wash = "happy" }', '{ wash = "happy", sing = "sad" }',
     f"{L}:steps.q_order.question.item_pictures"),
    ("unknown_id", L, '{ outdoors = "park" }', '{ outside = "park" }',
     f"{L}:steps.q_buckets.question.bucket_pictures"),
    ("empty_text", SQ, 'text = "Shiko."', 'text = " "', f"{SQ}:steps.look.text"),
    ("control_character", SQ, 'text = "Shiko."', r'text = "Shiko.\u0000"', f"{SQ}:steps.look.text"),
    ("not_nfc", SQ, 'right = "Djathtas"', r'right = "Djathtas, miku e\u0308"',
     f"{SQ}:steps.crossroads.choices.right"),
    ("mixed_script", MK, "Денес играме.", "Дeнес играме.", f"{MK}:steps.hello.text"),
    ("mixed_script", SQ, "Sot luajmë.", "Ѕot luajmë.", f"{SQ}:steps.hello.text"),
    ("wrong_quotes", MK, "„Ајде!“", "«Ајде!»", f"{MK}:steps.story.bubbles.b1"),
    ("wrong_quotes", SQ, "“Eja!”", "„Eja!“", f"{SQ}:steps.story.bubbles.b1"),
    ("unpaired_quotes", MK, "„Ајде!“", "„Ајде!", f"{MK}:steps.story.bubbles.b1"),
    ("phone_number", SQ, "Shiko.", "Thirr 070 123 456.", f"{SQ}:steps.look.text"),
    ("bare_trafik", SQ, "Shiko.", "Shiko trafikun.", f"{SQ}:steps.look.text"),
    ("demeaning_word", MK, "Погледни.", "Погледни ги просјаците.", f"{MK}:steps.look.text"),
    ("demeaning_word", SQ, "Shiko.", "Shiko lypësin.", f"{SQ}:steps.look.text"),
    ("insulting_word", MK, "Погледни.", "Погледни, циганче.", f"{MK}:steps.look.text"),
    ("insulting_word", SQ, "Shiko.", "Shiko, gabel.", f"{SQ}:steps.look.text"),
    ("word_for_older", MK, "Погледни.", "Тоа е сексуално искористување.", f"{MK}:steps.look.text"),
    ("word_for_older", SQ, "Shiko.", "Ky është shfrytëzim seksual.", f"{SQ}:steps.look.text"),
    ("word_too_early", MK, "Погледни.", "Ова е трговија.", f"{MK}:steps.look.text"),
    ("word_too_early", SQ, "Shiko.", "Ky është trafikim i fëmijëve.", f"{SQ}:steps.look.text"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "file", "old", "new", "place"), SPOILT)
def test_finds(tmp_path: Path, code: str, file: str, old: str, new: str, place: str) -> None:
    package = copy_to(tmp_path)
    rewrite(package, file, old, new)
    found = problems_of(package)
    assert (code, place) in {(problem.code, f"{problem.file}:{problem.key}") for problem in found}, found


def test_missing_and_unreadable_files(tmp_path: Path) -> None:
    package = copy_to(tmp_path)
    (package / MK).unlink()
    (package / SQ).write_bytes(b'title = "\xff"')
    assert {(problem.code, problem.file) for problem in problems_of(package)} == {
        ("missing_file", MK),
        ("unreadable_file", SQ),
    }


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    package = copy_to(tmp_path)
    for file, old, new in [
        (L, 'kind = "talk"', 'kind = "sing"'),
        (L, 'right = "ball"\n', ""),
        (L, "minutes = 10", "minutes = 11"),
        (MK, 'alt = "Кујна"', ""),
        (SQ, "“Eja!”", '\\"Eja!\\"'),
    ]:
        rewrite(package, file, old, new)
    assert sorted(problem.code for problem in problems_of(package)) == [
        "missing_alt", "no_right_answer", "timing_not_40", "unknown_step_kind", "wrong_quotes",
    ]  # fmt: skip


def test_a_step_that_cannot_be_read_hides_nothing_about_the_ways(tmp_path: Path) -> None:
    """As in lesson A4: an unknown question, and behind it a way that goes round in a circle."""
    package = Path(shutil.copytree(bundled("a4"), tmp_path / "a4"))
    rewrite(package, L, 'next = "cards"', 'next = "choice"')
    rewrite(package, L, 'kind = "truefalse"', 'kind = "riddle"')
    found = {(problem.code, problem.key) for problem in problems_of(package)}
    assert found == {
        ("unknown_question_kind", "steps.ends.question"),
        ("cyclic_branch", "steps.choice"),
        ("cyclic_branch", "steps.tells"),
    }


def bundled(lesson_id: str) -> Path:
    return next(folder for folder in bundled_folders() if folder.name == lesson_id)


# What makes a step unreadable, what stands there instead, and the code that tells it.
UNREADABLE = [
    ('id = "talk"\nkind = "talk"', 'id = "talk"\nkind = "sing"', "unknown_step_kind"),
    ('id = "talk"\nkind = "talk"', 'id = "talk"', "step_without_kind"),
    ('id = "talk"\nkind = "talk"', 'id = "talk"\nkind = "talk"\nloud = 1', "extra_key"),
    ('id = "talk"\nkind = "talk"', 'kind = "talk"', "missing_key"),
    ('id = "crossroads"\nkind = "decision"', 'id = "crossroads"\nkind = "decison"', "unknown_step_kind"),
    ('id = "righty"', 'id = "lefty"', "duplicate_id"),
    ('goto = "righty"', 'goto = "nowhere"', "dangling_branch"),
]


@pytest.mark.parametrize(("old", "new", "code"), UNREADABLE)
def test_a_circle_is_told_beside_it(tmp_path: Path, old: str, new: str, code: str) -> None:
    package = copy_to(tmp_path)
    rewrite(package, L, 'id = "home"\n', 'id = "home"\nnext = "q_single"\n')
    rewrite(package, L, old, new)
    codes = {problem.code for problem in problems_of(package)}
    assert {code, "cyclic_branch"} <= codes


def test_a_way_out_of_a_step_that_cannot_be_read_is_followed(tmp_path: Path) -> None:
    package = copy_to(tmp_path)
    rewrite(package, L, 'kind = "decision"', 'kind = "decison"')
    assert {problem.code for problem in problems_of(package)} == {"unknown_step_kind"}
    rewrite(package, L, 'goto = "righty"', 'goto = "nowhere"')
    assert {problem.code for problem in problems_of(package)} == {"unknown_step_kind", "dangling_branch"}


@pytest.mark.parametrize(("old", "new"), [('id = "talk"', 'id = ""'), ('goto = "righty"', 'goto = ""')])
def test_an_empty_name_is_not_the_end_of_the_story(tmp_path: Path, old: str, new: str) -> None:
    package = copy_to(tmp_path)
    rewrite(package, L, old, new)
    codes = {problem.code for problem in problems_of(package)}
    assert codes
    assert not codes & {"never_ends", "scored_on_branch", "unreachable_step", "cyclic_branch"}


def test_words_are_missed_of_a_step_that_cannot_be_read(tmp_path: Path) -> None:
    package = copy_to(tmp_path)
    rewrite(package, L, 'kind = "talk"', 'kind = "sing"')
    rewrite(package, MK, "[steps.talk]", "[steps.talks]")
    found = {(problem.code, problem.file, problem.key) for problem in problems_of(package)}
    assert ("missing_key", MK, "steps.talk") in found


def test_texts_are_read_even_without_a_structure(tmp_path: Path) -> None:
    package = copy_to(tmp_path)
    rewrite(package, L, "format = 1", "format = ")
    rewrite(package, SQ, "Shiko.", "Thirr 112.")
    assert {problem.code for problem in problems_of(package)} == {"bad_toml", "phone_number"}


def test_every_code_is_found_by_some_test() -> None:
    # Uploaded pictures and warnings have tests of their own.
    told = {code for code in SENTENCES if not code.startswith("picture_")} - WARNINGS
    assert {code for code, *_ in SPOILT} | {"missing_file", "unreadable_file"} == told


def test_the_sample_itself_is_fine() -> None:
    assert problems_of(FOLDER) == []


def test_a_picture_of_the_package_comes_first(tmp_path: Path) -> None:
    package = copy_to(tmp_path)
    rewrite(package, L, 'cover = "cake"', 'cover = "our_own"')
    (package / "media").mkdir()
    (package / "media" / "our_own.svg").write_text("<svg/>")
    assert problems_of(package) == []


@pytest.mark.parametrize("folder", bundled_folders(), ids=lambda folder: folder.name)
def test_bundled_lessons_are_valid(folder: Path) -> None:
    assert read_package(folder).id == folder.name
