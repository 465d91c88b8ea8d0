"""The map of the story by itself, for an editor's page on which it has changed."""

from flask import render_template

from quizapp.accounts.access import trainer_only
from quizapp.authoring import drafts, kind_words
from quizapp.authoring.blueprint import authoring
from quizapp.authoring.editor import editor_page
from quizapp.authoring.story_map import onward, story_map


@authoring.get("/<lesson:lesson_id>/map", endpoint="map")
@trainer_only
def drawn_map(lesson_id: str) -> str:
    page = editor_page(drafts.draft_for(lesson_id))
    return render_template(
        "authoring/map.html", page=page, map=story_map(page.structure), onward=onward, kind_words=kind_words
    )
