"""Problems as sentences an author understands."""

from flask_babel import lazy_gettext as _

from quizapp.lessons.problems import Problem


def sentence(problem: Problem) -> str:
    """What is wrong, and mostly what to do about it. Raises KeyError for an unknown code."""
    return str(SENTENCES[problem.code]) % problem.parameters


def line(problem: Problem) -> str:
    """The sentence with its place in front, for a list of problems."""
    place = f"{problem.file}: {problem.key}" if problem.key else problem.file
    return f"{place}: {sentence(problem)}"


# Placeholders are filled in by sentence().
SENTENCES: dict[str, object] = {
    # Translators: all of these are for authors of lessons; file and key stand in front of the sentence.
    "missing_file": _("This file is missing."),
    "unreadable_file": _("This file can't be read. Save it as text in UTF-8."),
    "bad_toml": _("This isn't valid TOML: %(detail)s"),
    "unknown_format": _("Format %(format)s is unknown; this app reads format %(known)s."),
    "id_not_folder": _("The lesson calls itself %(id)s, but its folder is %(folder)s."),
    "missing_key": _("This is missing."),
    "extra_key": _("This doesn't belong here. Is it misspelt, or left over?"),
    "not_a_text": _("A text in quotation marks is expected here."),
    "not_a_number": _("A whole number is expected here."),
    "not_a_yes_or_no": _("Either true or false is expected here, without quotation marks."),
    "not_a_list": _("A list in square brackets is expected here."),
    "not_a_table": _("A table with keys of its own is expected here."),
    "bad_id": _("An id is short, begins with a Latin letter and has only small letters, digits and _."),
    "bad_value": _("This value isn't possible here; expected: %(expected)s"),
    "step_without_kind": _("This step doesn't say what kind it is."),
    "unknown_step_kind": _("There is no kind of step called %(kind)s."),
    "question_without_kind": _("This question doesn't say what kind it is."),
    "unknown_question_kind": _("There is no kind of question called %(kind)s."),
    "duplicate_id": _("The id %(id)s stands here more than once."),
    "reserved_id": _("The app itself uses the id %(id)s; take another one."),
    "unknown_id": _("%(id)s isn't one of the ids of this question."),
    "too_few": _("At least %(least)s are needed here."),
    "no_right_answer": _("This question has no right answer."),
    "right_on_private": _("A private question has no right answer; remove it."),
    "mode_not_possible": _("A question of the kind %(kind)s can't be %(mode)s."),
    "missing_feedback": _("There is no feedback for this choice. Every choice has one."),
    "exits_not_second": _("The second step, and no other, must be of the kind exits."),
    "unknown_speaker": _("Nobody in the stories is called %(speaker)s."),
    "dangling_branch": _("This leads to %(id)s, but there is no such step."),
    "unreachable_step": _("No way leads to this step."),
    "cyclic_branch": _("From this step one can come back to it: the story never ends."),
    "scored_on_branch": _("Not every pupil comes to this scored question. Move it out of the branch."),
    "timing_not_40": _("The parts take %(total)s minutes together; a lesson has %(minutes)s."),
    "missing_picture": _("There is no picture called %(picture)s."),
    "missing_alt": _("Say in words what the picture shows, for those who can't see it."),
    "empty_text": _("This text is empty."),
    "control_character": _("There is an invisible character in this text: %(detail)s"),
    "not_nfc": _("Letters and accents stand apart here (not NFC); type this again: %(detail)s"),
    "mixed_script": _("Letters of the other alphabet are in this word: %(detail)s"),
    "wrong_quotes": _("This isn't a quotation mark or apostrophe of this language: %(detail)s"),
    "unpaired_quotes": _("The quotation marks don't open and close in turn: %(detail)s"),
    "phone_number": _("Phone numbers change and don't belong into lessons: %(detail)s"),
    "bare_trafik": _("Alone this word means road traffic; write “trafikim i fëmijëve”: %(detail)s"),
    "word_too_early": _("Grades 1 to 3 don't meet this word: %(detail)s"),
    "word_for_older": _("Only grades 7 to 9 meet this word: %(detail)s"),
    "demeaning_word": _("This word hurts a child's dignity; write “%(instead)s”: %(detail)s"),
    "insulting_word": _("This is an insult, or singles out a people: %(detail)s"),
    # Translators: about a picture that somebody uploads. MB is megabytes.
    "picture_empty": _("This file is empty. Please choose a picture."),
    "picture_kind": _("This is no picture of the kinds PNG, JPEG or WebP."),
    "picture_broken": _("This picture is damaged and can't be opened. Save it anew and try again."),
    "picture_too_heavy": _("This file is too large: a picture may have 5 MB at most."),
    "picture_too_large": _("This picture is too large: 12 megapixels at most, for example 4000 × 3000."),
    "picture_too_small": _("This picture is too small or too narrow to be seen on a phone."),
    # Translators: from here on there are warnings. An author may keep the text and give a reason.
    "teasing_animal": _("Children are teased with this animal; take another one: %(detail)s"),
    "frightening_image": _(
        "This may frighten; say it without chains, cages, tears or sold children: %(detail)s"
    ),
    "blames_child": _("This puts the blame on the child; adults are responsible: %(detail)s"),
    "good_children": _("This praises obedience; a child needn't be “good” to be helped: %(detail)s"),
    "be_brave": _("This asks for courage; being afraid and freezing are normal: %(detail)s"),
    "blames_strangers": _("Name the tricky behaviour, not strangers; it may be somebody known: %(detail)s"),
    "false_promise": _("Nobody can promise this; promise knowledge and a way to help: %(detail)s"),
    "asks_own_story": _(
        "Don't ask for children's own stories; ask about the people of the lesson: %(detail)s"
    ),
    "says_wrong": _("Feedback doesn't say that it is wrong; it invites to think again: %(detail)s"),
    "other_word": _("In the lessons this is called “%(instead)s”: %(detail)s"),
    "guest_or_in_law": _("Locally this is a guest or an in-law; write “%(instead)s”: %(detail)s"),
    "does_not_dare": _("This says that somebody doesn't dare; write “%(instead)s”: %(detail)s"),
    "not_standard": _("This isn't standard Albanian; write “%(instead)s”: %(detail)s"),
    "gendered_form": _("This speaks to a boy or to a girl only; say it for both: %(detail)s"),
    "term_for_older": _("This term belongs to the lessons of older pupils: %(detail)s"),
    "unknown_word": _("The dictionary doesn't know this word: %(detail)s"),
    "many_commas": _("This sentence has more than two commas; make two of it: %(detail)s"),
    "double_negative": _("Two negations cancel each other out here; say it directly: %(detail)s"),
    "passive": _("Say who does it, instead of what is done: %(detail)s"),
    "long_sentence": _(
        "This sentence has %(words)s words; at most %(most)s are good for these grades: %(detail)s"
    ),
    "crowded_screen": _(
        "There are %(detail)s words on this screen; at most %(most)s are good for these grades."
    ),
    "long_on_average": _(
        "The sentences have %(detail)s words on average; at most %(most)s are good for these grades."
    ),
    "hard_to_read": _(
        "The text is hard to read (LIX %(detail)s); at most %(most)s is good for these grades."
    ),
    "many_long_words": _(
        "%(detail)s of 100 words have more than 8 letters; at most %(most)s are good for these grades."
    ),
    "many_terms": _("Many new terms for one lesson; at most %(most)s are good for these grades: %(detail)s"),
    "ends_without_message": _(
        "A way through the lesson ends after this step, without a message to take home."
    ),
}

LICENCE_NAMES: dict[str, object] = {
    # Translators: under which licence somebody's picture may be used.
    "own": _("Own work, under the licence of the lessons (CC BY-SA 4.0)"),
    "cc_by": _("Creative Commons Attribution (CC BY 4.0)"),
    "cc_by_sa": _("Creative Commons Attribution-ShareAlike (CC BY-SA 4.0)"),
    "cc0": _("Free of rights (CC0 or public domain)"),
    "permission": _("With the permission of who made it"),
}
