"""Sending a lesson page: in the shortest form the browser takes, and not at all when it has it already."""

from flask import Response, request

from quizapp.lessons.page import Page


def send_page(page: Page) -> Response:
    """The answer to a GET of a lesson page."""
    response = Response(mimetype="text/html")
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Vary"] = "Accept-Encoding"
    # Weak, as one page has three encodings.
    response.set_etag(page.etag, weak=True)
    if request.if_none_match.contains_weak(page.etag):
        response.status_code = 304
        return response
    accepted = request.accept_encodings
    if accepted["br"] > 0:
        response.headers["Content-Encoding"] = "br"
        response.set_data(page.br)
    elif accepted["gzip"] > 0:
        response.headers["Content-Encoding"] = "gzip"
        response.set_data(page.gzip)
    else:
        response.set_data(page.body)
    return response
