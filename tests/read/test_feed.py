"""RSS and Atom files."""

from typing import Any

import pytest

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>La Gazette &amp; fils</title><link>https://g.example/</link><language>fr-FR</language>
<item><title>Les pourparlers reprennent</title><link>https://g.example/1</link><guid>https://g.example/?p=1</guid>
<pubDate>Fri, 08 Dec 2023 23:30:00 +0400</pubDate><author>a@g.example (A. Plume)</author>
<description>Résumé.</description>
<content:encoded><![CDATA[<p>Les deux délégations se sont retrouvées.</p><script>alert(1)</script>
<p>Elles se reverront &amp; parleront.</p>]]></content:encoded></item>
<item><description>&lt;b&gt;Sans&lt;/b&gt; titre</description><link>javascript:alert(1)</link></item>
</channel></rss>"""
ATOM = b"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Valley Post</title>
<entry><id>urn:1</id><title>Talks &lt;resume&gt;</title><published>2021-01-15T10:00:00Z</published>
<author><name>A. Writer</name></author><link href="https://v.example/1"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They met.</p></div></content></entry>
<entry><id>urn:1</id><title>Second</title><updated>2021-01-16T10:00:00Z</updated><summary>Text.</summary></entry>
</feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_entries_become_articles(encoding: str, read: Any) -> None:
    outcome = read("f.xml", RSS.format(encoding=encoding).encode(encoding))
    first, second = outcome.documents
    assert not outcome.notices
    assert first.text == (
        "Les pourparlers reprennent\n\nLes deux délégations se sont retrouvées.\n\nElles se reverront & parleront."
    )
    assert first.article == (0, len(first.text))
    assert first.uri == "f.xml!/https://g.example/?p=1"
    given = first.given
    assert (given.title, given.outlet, given.published) == (
        "Les pourparlers reprennent",
        "La Gazette & fils",
        "2023-12-08",
    )
    assert (given.url, given.language) == ("https://g.example/1", "fr-FR")
    assert "A. Plume" in (given.author or "")
    assert (second.text, second.uri, second.given.url) == ("Sans titre", "f.xml!/entry-2", None)


def test_atom_is_read(read: Any) -> None:
    outcome = read("f.atom", ATOM)
    first, second = outcome.documents
    assert first.text.endswith("They met.")
    assert (first.given.outlet, first.given.author, first.given.published, first.given.language) == (
        "The Valley Post",
        "A. Writer",
        "2021-01-15",
        "en",
    )
    assert (first.uri, second.uri) == ("f.atom!/urn:1", "f.atom!/entry-2")
    assert second.given.published == "2021-01-16", "the day of the last change where no other is stated"


def test_the_day_of_publication_comes_before_that_of_a_change(read: Any) -> None:
    changed = ATOM.replace(b"</published>", b"</published><updated>2022-02-02T10:00:00Z</updated>")
    assert read("f.atom", changed).documents[0].given.published == "2021-01-15"


def test_dublin_core_states_the_day(read: Any) -> None:
    rss = b"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title></channel>
<item><title>Talks resume</title><description>They met.</description><dc:date>2021-01-15T23:30:00+04:00</dc:date>
</item></rdf:RDF>"""
    assert [item.given.published for item in read("f.rdf", rss).documents] == ["2021-01-15"]


def test_a_broken_feed_gives_what_can_be_saved(read: Any) -> None:
    data = RSS.format(encoding="utf-8").encode()
    outcome = read("f.xml", data[: data.index(b"<item><description>") + 8])
    assert outcome.documents[0].given.title == "Les pourparlers reprennent"
    assert [(notice.kind, notice.lost) for notice in outcome.notices] == [("damaged", False)]


def test_a_feed_without_entries_is_empty(read: Any) -> None:
    assert read("f.xml", b"<rss version='2.0'><channel><title>x</title></channel></rss>").kinds == ["empty"]


def test_an_entry_without_text_is_told(read: Any) -> None:
    data = b"<rss><channel><item><link>https://x/1</link></item><item><title>Talks</title></item></channel></rss>"
    outcome = read("f.xml", data)
    assert outcome.texts == ["Talks"]
    assert [(notice.uri, notice.kind) for notice in outcome.notices] == [("f.xml!/entry-1", "empty")]


def test_entities_neither_grow_nor_reach_out(read: Any, tmp_path: Any) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    laughs = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    doctype = f'<!DOCTYPE rss [<!ENTITY e0 "lol"><!ENTITY x SYSTEM "{secret.as_uri()}">{laughs}]>'
    for entity in ("e11", "x"):
        data = f"{doctype}<rss><channel><item><title>T &{entity};</title></item></channel></rss>".encode()
        outcome = read("f.xml", b'<?xml version="1.0"?>' + data)
        assert all(len(text) < 100 and "secret" not in text for text in outcome.texts)
        assert outcome.documents or outcome.notices
