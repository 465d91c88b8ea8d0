"""What holds for every page. Each check says what is amiss on the page as it stands now."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE: str = Axe().axe_script
OPTIONS: dict[str, Any] = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
    },
    "rules": {"target-size": {"enabled": True}},  # off by default: 24 px, or as much room around
    "resultTypes": ["violations"],
}
MISSING_PICTURES = """async () => {
  const shown = [...document.images].filter((image) => image.checkVisibility());
  for (const image of shown) image.loading = "eager";
  await Promise.all(shown.map((image) => image.decode().catch(() => {})));
  return shown.filter((image) => !image.naturalWidth).map((image) => image.src);
}"""
WIDER_THAN_THE_SCREEN = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((el) =>
    el.getBoundingClientRect().right > clientWidth + 1);
  return [`${scrollWidth} px wide: ${wide.slice(-1).map((el) => el.outerHTML.slice(0, 120))}`];
}"""
# Text that its own box hides; what is meant for screen readers only is a pixel large.
CUT_OFF = """() => [...document.body.querySelectorAll("*")].filter((el) => {
  const { overflowX, overflowY } = getComputedStyle(el);
  const hides = (overflow) => ["hidden", "clip"].includes(overflow);
  if (!el.checkVisibility() || el.clientWidth < 2 || !el.textContent.trim()) return false;
  return (hides(overflowX) && el.scrollWidth > el.clientWidth + 1)
    || (hides(overflowY) && el.scrollHeight > el.clientHeight + 1);
}).map((el) => `cut off: ${el.outerHTML.slice(0, 120)}`)"""
# Words in pieces, and words outside the box they stand in. Letters that are twice as large may break a word
# that is longer than so many times their size, since no phone is wide enough.
SQUEEZED = """(longest) => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const [range, amiss] = [document.createRange(), []];
  while (texts.nextNode()) {
    const { parentElement: holder, data } = texts.currentNode;
    if (!data.trim() || !holder.checkVisibility()) continue;
    if (holder.closest("script, template, select, .unseen")) continue;
    const [size, boxes] = [parseFloat(getComputedStyle(holder).fontSize), []];
    for (let el = holder; el !== document.body; el = el.parentElement) {
      const { display, position, borderLeftWidth, overflowX } = getComputedStyle(el);
      const { left, right } = el.getBoundingClientRect();
      if (overflowX === "auto") break;
      const border = parseFloat(borderLeftWidth) - 1;
      if (display !== "inline") boxes.push({ left: left + border, right: right - border });
      if (position === "absolute") break;
    }
    for (const { 0: word, index } of data.matchAll(/[^\\s\u00ad\\/@.-]+/g)) {
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      const pieces = [...range.getClientRects()];
      const broken = new Set(pieces.map(({ top }) => Math.round(top))).size > 1;
      const long = pieces.reduce((sum, { width }) => sum + width, 0) / size;
      const outside = pieces.some((one) => boxes.some((box) => one.right > box.right || one.left < box.left));
      if (outside || (broken && long <= longest)) amiss.push(`squeezed: ${word} in ${holder.outerHTML}`);
    }
  }
  return amiss;
}"""
ANY_LENGTH = 1000
EVEN_IF_LARGE = 5  # times the size of the letters: eight of them or nine
# What stays in its place while the page scrolls must leave room for the page; a column at the side does.
CROWDED = """() => {
  const stays = [...document.body.querySelectorAll("*")].filter((el) =>
    ["fixed", "sticky"].includes(getComputedStyle(el).position) && el.checkVisibility());
  const across = stays.map((el) => el.getBoundingClientRect()).filter(({ width }) => width > innerWidth / 2);
  const taken = across.reduce((sum, { height }) => sum + height, 0);
  return taken > innerHeight * 0.6 ? [`${taken} of ${innerHeight} px never scroll away`] : [];
}"""
# Letters of the other script, outside a part that says so.
MIXED = """() => {
  const names = new RegExp("Shift|Excel|CSV|EUPL|CC BY(-SA)?( 4.0)?|Twemoji|Andika|SIL|Open Font License|QR"
    + "|[^ ]+@[^ ]+", "g");
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const amiss = [];
  while (texts.nextNode()) {
    const { parentElement: el, data } = texts.currentNode;
    if (["SCRIPT", "TEMPLATE"].includes(el.tagName)) continue;
    const foreign = el.closest("[lang]").lang === "mk" ? /[A-Za-z]{3}/ : /[\\u0400-\\u04ff]/;
    if (foreign.test(data.replace(names, ""))) amiss.push(`another language: ${data.trim()}`);
  }
  return amiss;
}"""


def amiss(page: Page) -> list[str]:
    """What no page may have."""
    return [*shown_amiss(page), *barriers(page)]


def shown_amiss(page: Page) -> list[str]:
    """What is quickly seen: missing pictures, and what makes a page scroll sideways."""
    looked = [*page.evaluate(MISSING_PICTURES), *page.evaluate(WIDER_THAN_THE_SCREEN)]
    return [f"{page.url}: {one}" for one in looked]


def barriers(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    # English stands in the colours of the other two languages, and looking at colours takes longest.
    plain = {"color-contrast": {"enabled": page.locator("html").get_attribute("lang") != "en"}}
    options = OPTIONS | {"rules": OPTIONS["rules"] | plain}
    found: dict[str, Any] = page.evaluate("(options) => axe.run(document, options)", options)
    return [
        f"{page.url}: {one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in found["violations"]
        for node in one["nodes"]
        # What lies under the player's buttons now comes out from there by scrolling.
        if "obscured" not in node["failureSummary"]
    ]


def languages(page: Page, language: str) -> list[str]:
    """Whether the page says which language it speaks, and speaks no other where it doesn't say so."""
    said = page.locator("html").get_attribute("lang")
    wrong = [] if said == language else [f"lang={said}"]
    return [f"{page.url}: {one}" for one in (*wrong, *page.evaluate(MIXED))]


def squeezed(page: Page, longest: float = ANY_LENGTH) -> list[str]:
    """Words that have too little room."""
    return [f"{page.url}: {one}" for one in page.evaluate(SQUEEZED, longest)]


def large_text(page: Page) -> list[str]:
    """What is lost when all text is twice as large; in a lesson a word in pieces, too."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    lost = [one for check in (WIDER_THAN_THE_SCREEN, CUT_OFF, CROWDED) for one in page.evaluate(check)]
    narrow = squeezed(page, EVEN_IF_LARGE) if "/l/" in page.url else []
    page.evaluate("document.documentElement.style.fontSize = ''")
    return [*(f"{page.url}: {one}" for one in lost), *narrow]
