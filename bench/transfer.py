"""What a first visit of the lesson page takes over the wire, as a browser counts it."""

import os
import shutil
from collections import Counter

from playwright.sync_api import Response, sync_playwright


def first_visit(address: str) -> Counter[str]:
    """Bytes with headers by kind: document, stylesheet, script, font, image, fetch; and how many requests."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    answers: list[Response] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.on("response", lambda answer: answers.append(answer))
        page.goto(address, wait_until="networkidle")
        seen: Counter[str] = Counter()
        for answer in answers:
            answer.finished()
            sizes = answer.request.sizes()
            seen[answer.request.resource_type] += sizes["responseBodySize"] + sizes["responseHeadersSize"]
            seen["requests"] += 1
            if answer.request.resource_type == "script":
                seen["script bodies"] += sizes["responseBodySize"]
        browser.close()
    return seen
