"""Web pages: what is seen, what of it is the article, what the page states about it."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.model import Document, Notice
from according.read.page import read, visible_text
from according.read.render import without_swollen_tags
from according.read.source import Source
from according.settings import Settings

SENTENCES = (
    "The two delegations met on Tuesday in the border town and agreed on a second round of talks.",
    "Officials of both sides said that the exchange of prisoners would go on until the end of the month.",
    "A monitoring mission counted eleven violations of the truce in the last week, fewer than in the week before.",
    "The next meeting is planned for the first days of June, although the agenda has not been published yet.",
)
PAGE = """<!DOCTYPE html><html lang="fr_FR"><head><meta charset="utf-8">
<title>Talks resume at the border - The Valley Post</title>
<meta property="og:title" content="Talks resume at the border | The Valley Post">
<meta property="og:site_name" content="The Valley Post">
<link rel="canonical" href="https://valley.example/talks">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "NewsArticle",
 "datePublished": "2021-05-11T23:30:00+04:00", "author": [{{"@type": "Person", "name": "Nora Example"}}]}}]}}</script>
<style>p {{ color: red }}</style></head><body>
<nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Talks resume at the border</h1><p class="byline">By Nora Example</p>
<div class="share-bar"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
<p>{}</p><figure><img src="x.jpg"><figcaption>The bridge at the border crossing, seen in May</figcaption></figure>
<p>{}</p><div class="newsletter-box"><p>Get our newsletter every morning</p><input type="text" value="mail"></div>
<p>{}</p><p hidden>Nobody sees this line.</p><p>{}</p></article>
<aside class="related"><a href="/1">An older story about the bridge</a></aside>
<footer>© The Valley Post 1999-2026</footer><script>var tracker = "not text";</script></body></html>""".format(
    *SENTENCES
)


def page(html: str | bytes, declared: str | None = None) -> Document:
    data = html.encode() if isinstance(html, str) else html
    (document,) = (
        item
        for item in read(Source("page.html", BytesIO(data), len(data), declared), Settings())
        if isinstance(item, Document)
    )
    return document


def marked(document: Document) -> dict[str, str]:
    return {document.text[mark.span.start : mark.span.end]: mark.kind for mark in document.marks}


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one  two\n three<p>four", "one two three\n\nfour"),
        ("<div>one<div>two</div>three</div>", "one\ntwo\nthree"),
        ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
        ("<p>a<b>b</b> <i> c</i></p>", "ab c"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td"),
        ("<pre>a\n  b\r\n\n c</pre>d", "a\n  b\n\n c\n\nd"),
        (
            "a<!-- b --><script>c</script><style>d</style><template>e</template><p style='display: none'>f</p>g",
            "ag",
        ),
        ("<textarea>a</textarea><select><option>b</select><p hidden>c</p>d", "d"),
        ("&lt;b&gt; &amp;&nbsp;&eacute;&#x416;", "<b> &\N{NO-BREAK SPACE}éЖ"),
        ("", ""),
        ("<p> </p><!-- -->", ""),
        ("</div></p>broken <b>markup <p>stays", "broken markup\n\nstays"),
        ("\ud800a\0b", "?ab"),
    ],
)
def test_text_is_laid_out_as_a_browser_does(html: str, text: str) -> None:
    assert visible_text(html) == text


def test_nothing_is_lost_in_deep_nesting() -> None:
    html = "<div>" * 10_000 + "deep <p>inside" + "</div>" * 10_000 + "after <script>no</script>&amp; end"
    assert visible_text(html).split() == ["deep", "inside", "after", "&", "end"]


@pytest.mark.parametrize("attribute", ["a{}", "a{}='<'", 'a{}=">"', "a{}=it's"])
def test_a_tag_of_very_many_attributes_loses_them(attribute: str) -> None:
    swollen = " ".join(attribute.format(i) for i in range(1000))
    html = f"<p id=x title='a > b'>One</p><div {swollen}><p>Two</p></div>"
    assert without_swollen_tags(html) == "<p id=x title='a > b'>One</p><div><p>Two</p></div>"
    assert page(f"<html>{html}").text == "One\n\nTwo"


@given(st.text(alphabet="<a \"'=>/\n", max_size=400))
def test_tags_of_few_attributes_stay_as_they_are(html: str) -> None:
    assert without_swollen_tags(html) == html


def test_entity_declarations_are_not_expanded() -> None:
    declared = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert "aaaa" not in visible_text(declared + "<p>&b;&b;</p>")


def test_article_runs_from_headline_to_last_paragraph() -> None:
    document = page(PAGE)
    assert document.article is not None
    article = document.text[document.article.start : document.article.end]
    assert article.startswith("Talks resume at the border\n")
    assert article.endswith(SENTENCES[-1])
    assert all(sentence in article for sentence in SENTENCES)


def test_whole_visible_page_stays_in_the_text() -> None:
    document = page(PAGE)
    assert "World" in document.text
    assert "An older story about the bridge" in document.text
    assert "© The Valley Post" in document.text
    assert "tracker" not in document.text
    assert "Nobody sees" not in document.text
    assert document.original == PAGE.encode()


def test_what_is_not_the_article_is_marked_with_its_kind() -> None:
    assert marked(page(PAGE)) == {
        "By Nora Example": "header",
        "Facebook Twitter": "share",
        "The bridge at the border crossing, seen in May": "caption",
        "Get our newsletter every morning": "newsletter",
    }


def test_metadata_is_what_the_page_states() -> None:
    given = page(PAGE).given
    assert given.title == "Talks resume at the border"
    assert given.outlet == "The Valley Post"
    assert given.author == "Nora Example"
    assert given.published == "2021-05-11"
    assert given.url == "https://valley.example/talks"
    assert given.language == "fr"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2021-05-11T08:00:00Z">', "2021-05-11"),
        ('<meta name="DC.date.issued" content="2021-05-11">', "2021-05-11"),
        ('<time datetime="2021-05-11" pubdate>11 May</time>', "2021-05-11"),
        ('<span itemprop="datePublished" content="2021-05-11">11 May</span>', "2021-05-11"),
        ('<meta name="date" content="04/05/2021">', None),
        ('<time datetime="2021-05-11">11 May</time>', None),
        ('<meta property="article:modified_time" content="2021-05-11">', None),
        ('<time pubdate datetime="2021-05-11"></time><time pubdate datetime="2020-01-01"></time>', None),
        ("<p>11 May 2021 © 2020 <a href='/2021/05/11/story'>link</a></p>", None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>', None),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", None),
        (
            '<script type="application/ld+json">{"@type": "WebSite", "datePublished": "2021-05-11"}</script>',
            None,
        ),
    ],
)
def test_publication_day_is_stated_or_absent(head: str, published: str | None) -> None:
    html = f"<html><head>{head}</head><body>{''.join(f'<p>{s}</p>' for s in SENTENCES)}</body></html>"
    assert page(html).given.published == published


@pytest.mark.parametrize(
    "author",
    [
        "Nora Example",
        "N. Example",
        "J.-P. Example",
        "Jean-Pierre van der Example",
        "Zoë O’Example Sample",
        "Nora Example and Paul Sample",
        "Example, Nora",
        "Нора Пример",
        "محمد المثال",
        "नीलिमा उदाहरण",
    ],
)
def test_people_are_authors(author: str) -> None:
    head = f'<meta name="author" content="{author}">'
    assert page(f"<html><head>{head}</head><body><p>{SENTENCES[0]}</p>").given.author == author


@pytest.mark.parametrize(
    "author",
    [
        "admin",
        "Nora Example. Valley International",
        "The Valley Post News Desk Team",
        "editor@valley.example",
        "Share on Facebook",
        "the valley desk",
        "https://valley.example/nora",
        "Nora Example 2021",
    ],
)
def test_what_is_no_person_is_no_author(author: str) -> None:
    person = '<meta name="dc.creator" content="Paul Sample">'
    head = f'<meta name="author" content="{author}">'
    assert page(f"<html><head>{head}</head><body><p>{SENTENCES[0]}</p>").given.author is None
    assert page(f"<html><head>{head}{person}</head><body><p>{SENTENCES[0]}</p>").given.author == "Paul Sample"


def test_a_page_without_article_is_its_own_article() -> None:
    document = page("<p>Short.</p>")
    assert document.article == (0, len("Short."))
    assert document.marks == ()


def test_repeated_teaser_does_not_widen_the_article() -> None:
    teaser = f"<ul class='latest'><li>{SENTENCES[0]}</li></ul>"
    document = page(PAGE.replace("<article>", teaser + "<p>Elsewhere</p><article>"))
    assert document.article is not None
    assert document.text[document.article.start :].startswith("Talks resume at the border\n")
    assert "Elsewhere" not in marked(document)


def test_headline_is_the_heading_that_the_title_names() -> None:
    html = PAGE.replace("<h1>Talks resume at the border</h1>", "<h2>Talks resume at the border</h2>")
    html = html.replace("<nav", "<h1>The Valley Post, since 1901</h1><nav")
    for element in ('<meta property="og:title" content="Talks resume at the border | The Valley Post">', ""):
        with_title = html.replace(
            '<meta property="og:title" content="Talks resume at the border | The Valley Post">', element
        )
        document = page(with_title)
        assert document.article is not None
        assert document.given.title == "Talks resume at the border"
        assert document.text[document.article.start :].startswith("Talks resume at the border\n")


def test_menus_above_the_headline_of_a_table_layout_are_no_article() -> None:
    html = (
        "<html><head><title>Talks resume at the border</title></head><body><table><tr><td><a href='/'>Post</a> | "
        "<a href='/w'>World</a></td></tr><tr><td><b>Countries</b><br><a href='/a'>Here</a><br>There</td><td>"
        "<h2>Talks resume at the border</h2>"
        + "".join(f"<p>{s}</p>" for s in SENTENCES)
        + "</td></tr></table></body></html>"
    )
    document = page(html)
    assert document.article is not None
    assert document.text[document.article.start :].startswith("Talks resume at the border\n")


@pytest.mark.parametrize("declare", ["meta", "header"])
def test_declared_encoding_is_used(declare: str) -> None:
    text = "Переговоры продолжаются на границе. " * 5
    head = (
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
        if declare == "meta"
        else ""
    )
    declared = "text/html; charset=windows-1251" if declare == "header" else None
    document = page(f"<html><head>{head}</head><body><p>{text}</p></body></html>".encode("cp1251"), declared)
    assert document.text.startswith("Переговоры продолжаются")
    assert document.encoding == "windows-1251"


def test_a_page_without_text_gives_a_notice() -> None:
    data = b"<html><body><script>only()</script></body></html>"
    (notice,) = read(Source("app.html", BytesIO(data), len(data)), Settings())
    assert isinstance(notice, Notice)
    assert (notice.kind, notice.lost, notice.uri) == ("empty", True, "app.html")


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div class='share'>", "</div>", "<br>", "<table>", "<td>", "<pre>", "</pre>", "<li>", "<nav>",
     "<script>", "</script>", "<!--", "-->", "<b>", "<a href=x>", "</a>", "<h1>", "</h1>", "&amp;", "&#0;", "<![CDATA["]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(TAGS | st.text(max_size=8) | st.sampled_from(SENTENCES), max_size=40).map("".join)
    | st.binary(max_size=400)
)
def test_any_bytes_give_valid_spans(html: str | bytes) -> None:
    data = html.encode("utf-8", "surrogatepass") if isinstance(html, str) else html
    for item in read(Source("x.html", BytesIO(data), len(data)), Settings()):
        if isinstance(item, Document):
            assert item.article is not None
            assert 0 <= item.article.start < item.article.end <= len(item.text)
            at = item.article.start
            for mark in item.marks:
                assert at <= mark.span.start < mark.span.end <= item.article.end
                at = mark.span.end
            item.text.encode()
