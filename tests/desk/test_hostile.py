"""Nothing that stands in a document runs, loads or leads anywhere: it is shown as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Route, expect

from according import Record
from tests.api.conftest import Desk, opened
from tests.desk.conftest import Reader, reading
from tests.desk.hostile import CLASSES, FILES, PAYLOADS, write

WATCH = """
window.__violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.__violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => { window.__broken = name; };
window.__asking = 0;
const asked = window.fetch;
window.fetch = (...all) => {
  window.__asking += 1;
  return asked(...all).finally(() => { window.__asking -= 1; });
};
"""
"""Set before anything of the page runs: what may not be called, and who hears that the browser refused something."""

TURN = """async (path) => {
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  history.pushState(null, "", path);
  dispatchEvent(new PopStateEvent("popstate"));
  // Typing is followed with a delay, and what is asked for may make the page ask for more.
  await pause(path.startsWith("/search") ? 150 : 20);
  for (let quiet = 0; quiet < 2; quiet += 1) {
    while (window.__asking || document.querySelector("main p.faint[role=status]")) {
      quiet = 0;
      await pause(10);
    }
    await pause(10);
  }
}"""
"""Go to another address as the back button does, and wait until nothing is asked for any more."""

WRONG = """() => {
  const wrong = window.__violations.map((each) => `refused: ${each}`);
  if (window.__broken !== undefined) wrong.push(`it ran: ${window.__broken}`);
  if ({}.broken !== undefined) wrong.push("every object is broken");
  const never =
    "iframe, frame, object, embed, base, portal, marquee, math, template, style, script:not([src]), meta[http-equiv]";
  for (const each of document.querySelectorAll(never)) wrong.push(`it is there: ${each.outerHTML.slice(0, 90)}`);
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      const said = `${element.localName} ${name}=${value.slice(0, 90)}`;
      if (name.startsWith("on") || name === "srcdoc" || name === "ping") wrong.push(said);
      if (!/^(xlink:)?(href|src|srcset|action|formaction|poster|data|background)$/.test(name)) continue;
      const address = new URL(value, location.href);
      const ours = address.origin === location.origin;
      const followed = element.localName === "a" && /^https?:$/.test(address.protocol);
      if (!ours && !(followed && element.relList.contains("noreferrer"))) wrong.push(said);
    }
    if (/url\\(/.test(element.getAttribute("style") ?? "")) wrong.push(element.getAttribute("style"));
  }
  return wrong;
}"""

ALL = "show=statement,figure,event,date,commitment,name"
"""Every layer of an article: names are hidden at first."""

SPILT = """() => {
  const turning = /[\\u202a-\\u202e\\u2066-\\u2069]/g;
  const wrong = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const open = (style) => style.display === "inline" && style.unicodeBidi !== "isolate";
  while (walker.nextNode()) {
    const text = walker.currentNode.data;
    let around = walker.currentNode.parentElement;
    // What an article says, or a part of it, is its own paragraph; every text in a drawing stands alone.
    if (text.search(turning) < 0 || around.closest(".text, svg")) continue;
    while (open(getComputedStyle(around))) around = around.parentElement;
    const behind = around.textContent.slice(around.textContent.lastIndexOf(text) + text.length);
    if (/\\p{L}|\\d/u.test(behind.replace(turning, ""))) wrong.push(around.outerHTML.slice(0, 200));
  }
  return wrong;
}"""
"""Texts that turn the direction of writing, and what stands behind them without a wall between."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk on a record of nothing but hostile documents, judgements and kept searches."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "news").mkdir()
    write(folder / "news")
    with Record.open(folder / "record.according", create=True) as record:
        record.read([str(folder / "news")])
    for desk in opened(folder / "record.according"):
        desk.enter()
        yield desk


@pytest.fixture(scope="module")
def at(browser: Browser, hostile: Desk) -> Iterator[Reader]:
    """Somebody who reads them."""
    for reader in reading(browser, hostile):
        watch(reader)
        yield reader


def watch(reader: Reader) -> None:
    """Count it as an error when something runs, asks or opens a window."""

    def dismiss(dialog: Dialog) -> None:
        reader.errors.append(dialog.message)
        dialog.dismiss()

    reader.page.add_init_script(WATCH)
    reader.page.on("dialog", dismiss)
    reader.page.context.on("page", lambda page: reader.errors.append(f"a window: {page.url}"))


def looked(reader: Reader, path: str, *, anew: bool = True) -> None:
    """Open a screen, or turn to it where one is; everything in it is ours, and all is well."""
    page = reader.page
    if anew:
        reader.open(path)
    else:
        page.evaluate(TURN, path)
    expect(page.locator("main h1, main h2").first).to_be_visible()
    assert page.get_by_role("alert").count() == 0, path
    assert page.evaluate(WRONG) == [], path
    assert page.evaluate(SPILT) == [], path
    assert len(page.frames) == 1, path
    assert reader.errors == [], path
    assert reader.outside == [], path


def plain(text: str) -> str:
    """Return a text with its white space as one line has it."""
    return " ".join(text.split())


def screens(desk: Desk) -> list[str]:
    """Return an address of every screen, those of single things for several of them."""
    stories = desk.json("stories?single=true&limit=6")
    actors = desk.json("actors?limit=500")
    things = desk.json("things?limit=4")
    places = desk.json("actors?kind=place&limit=4")
    assert stories
    assert len(actors) > 10
    assert things
    assert places
    strange = [
        each for each in actors if re.search(r"alert|onerror|script|proto|src", each["name"], re.IGNORECASE)
    ]
    assert len({each["name"] for each in strange}) >= 5
    return [
        *(
            "/",
            "/timeline",
            "/map",
            *(
                f"/map?place={each['id']}&what={what}"
                for each in places
                for what in ("mentions", "happenings")
            ),
            "/stories",
            "/stories?single=1",
            "/actors",
            "/figures",
            "/agreements",
            "/search",
            "/documents",
            "/documents?about=notices",
        ),
        *(
            "/review",
            "/review?what=names",
            "/review?what=finding",
            "/review?what=difference",
            "/review/audit",
        ),
        *(f"/story/{each['id']}{brief}" for each in stories for brief in ("", "?brief=1")),
        *(f"/actor/{each['id']}" for each in [*strange[:6], *actors[:2]]),
        *(f"/document/{each['id']}?all=1" for each in desk.json("documents?limit=200")[-len(FILES) :]),
        *(f"/figures?of={quote(each['id'])}" for each in things),
        *("/search?q=Flood", "/search?q=script", "/search?q=broken&names=1"),
    ]


def test_there_are_enough_and_they_bite(browser: Browser) -> None:
    """In a page that takes them for markup, payloads of most classes run or ask somebody for something."""
    assert len(set(PAYLOADS)) >= 50
    context = browser.new_context()
    page = context.new_page()
    bitten: set[int] = set()

    def asked(route: Route) -> None:
        frame = route.request.frame
        while frame.parent_frame and frame.parent_frame != page.main_frame:
            frame = frame.parent_frame
        bitten.add(int(frame.name))
        route.abort()

    page.route(re.compile("^https?:"), asked)
    page.on(
        "console", lambda said: bitten.add(int(said.text[7:])) if said.text.startswith("broken ") else None
    )
    page.add_init_script(
        "Object.defineProperty(window, '__broken', { set: () => console.log(`broken ${window.name}`) })"
    )
    page.add_init_script("window.alert = () => { window.__broken = 1; }")
    page.goto("about:blank")
    frames = (
        f'<iframe name={number} srcdoc="{escape(f"<base href=http://page.example/><p>{payload}</p>")}"></iframe>'
        for number, payload in enumerate(PAYLOADS)
    )
    page.set_content("".join(frames))
    page.wait_for_load_state("networkidle")
    context.close()
    classes = {
        name for name, payloads in CLASSES.items() if {PAYLOADS.index(each) for each in payloads} & bitten
    }
    assert classes >= {
        "script tags",
        "event handlers",
        "svg and math",
        "closing tags",
        "styles",
        "frames",
        "page",
    }
    assert len(bitten) >= 35, sorted(bitten)


def test_a_reading_session_runs_nothing_and_asks_nobody(at: Reader, hostile: Desk) -> None:
    seen: set[str] = set()
    for path in screens(hostile):
        screen = re.split(r"[/?]", path)[1]
        looked(at, path, anew=screen not in seen)
        seen.add(screen)
    assert at.outside == []


def test_every_article_is_shown_as_it_stands(at: Reader, hostile: Desk) -> None:
    articles = hostile.json("articles?limit=1000")
    told = {each["title"]: each for each in articles}
    assert len(articles) == len(PAYLOADS) + len(FILES)
    followed = 0
    for number, payload in enumerate(PAYLOADS):
        article = next(each for title, each in told.items() if title.startswith(f"Flood {number} "))
        looked(at, f"/article/{article['number']}?text=printed&{ALL}", anew=number == 0)
        page = at.page
        assert plain(payload) in plain(page.locator("main h1").text_content() or "")
        assert plain(payload) in plain(page.locator(".masthead").text_content() or "")
        assert plain(payload) in plain(page.locator("main article").text_content() or "")
        links = page.locator("main a[target=_blank]").evaluate_all("all => all.map((each) => each.protocol)")
        followed += len(links)
        assert set(links) <= {"http:", "https:"}
    assert followed > len(PAYLOADS) / 3


def test_corrections_offer_what_stands_there_as_text(at: Reader, hostile: Desk) -> None:
    """Names of whoever is named are offered in each of them, and what was found stands in its fields."""
    layers: set[str] = set()
    for article in hostile.json("articles?limit=1000")[:: len(PAYLOADS) // 5]:
        looked(at, f"/article/{article['number']}?{ALL}")
        for finding in at.page.locator(".margin > li").all()[:8]:
            finding.locator("a, button").first.click()
            correct = at.page.locator("details.correct")
            if correct.count():
                correct.first.locator("summary").click()
                layers.add((finding.get_attribute("class") or "").split()[0])
                assert at.page.evaluate(WRONG) == []
                assert at.errors == []
    assert len(layers) >= 3, layers


def test_names_of_files_are_shown_and_the_folder_is_not(at: Reader, hostile: Desk) -> None:
    held = [each for each in hostile.json("articles?limit=1000") if "table.csv" not in each["uri"]]
    assert len(held) == len(FILES)
    for article in held:
        looked(at, f"/article/{article['number']}", anew=article is held[0])
        shown = at.page.locator(".masthead").text_content() or ""
        # As in every address, what is not printed stands as its bytes.
        assert any(name.replace("%", "%25").replace("\u202e", "%E2%80%AE") in shown for name in FILES)
        assert str(Path(article["uri"]).parent) not in shown


def test_what_the_address_says_is_text_too(at: Reader) -> None:
    at.open("/")
    for payload in [payloads[0] for payloads in CLASSES.values()]:
        told = quote(payload, safe="")
        for path in (
            f"/search?q={told}&outlet={told}&language={told}",
            f"/timeline?outlet={told}&language={told}",
            f"/actors?q={told}",
            f"/stories?words={told}",
            f"/documents?words={told}",
            f"/figures?q={told}#{told}",
            f"/actor/{told}",
            f"/nowhere/{told}",
        ):
            at.page.evaluate(TURN, path)
            assert at.page.evaluate(WRONG) == [], path
            assert at.errors == [], path


@pytest.mark.parametrize("name", ["closing tags", "script tags"])
def test_what_the_first_address_says_is_text_too(at: Reader, name: str) -> None:
    told = quote(CLASSES[name][0], safe="")
    for path in (f"/search?q={told}&outlet={told}", f"/actor/{told}", f"/nowhere/{told}#{told}"):
        at.open(path)
        assert at.page.evaluate(WRONG) == [], path
        assert at.errors == [], path


def test_a_kept_search_and_a_judgement_are_text_too(at: Reader) -> None:
    payload = '"><img src=x onerror=window.__broken=1>'
    page = at.open(f"/search?q={quote(payload)}")
    page.get_by_label("Name of the search").fill(payload)
    page.get_by_role("button", name="Keep this search").click()
    looked(at, "/search")
    expect(page.get_by_role("link", name=payload, exact=True)).to_be_visible()
    page = at.open("/review")
    page.get_by_label("Note").fill(payload)
    page.keyboard.press("Escape")
    page.locator("body").click(position={"x": 2, "y": 2})
    page.keyboard.press("h")
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    looked(at, "/review/audit")
    expect(page.get_by_text(payload).first).to_be_visible()


def test_writing_that_turns_round_turns_nothing_else_round(at: Reader, hostile: Desk) -> None:
    turning = re.compile("[\u202a-\u202e]")
    stories = hostile.json("stories?single=true&limit=500")
    turned = [each["id"] for each in stories if any(map(turning.search, each["outlets"]))]
    assert turned
    for path in ("/stories?single=1", "/search?q=nested", *(f"/story/{each}" for each in turned)):
        looked(at, path, anew=path.startswith("/stories"))
