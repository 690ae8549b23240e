"""Mail and mailboxes: which part is the text, what is attached, what the headers state."""

import base64
from email.message import EmailMessage
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.model import Document, Notice
from according.pipeline import articles
from according.read.mail import read
from according.read.source import Source
from according.settings import Settings

HEADERS = (
    b"From: Press office <press@valley.example>\r\n"
    b"Subject: =?utf-8?q?Ge=CC=81ne=CC=81ral?= =?utf-8?b?IGzDoC1iYXM=?=\r\n and a second line\r\n"
    b"Date: Tue, 11 May 2021 23:30:00 +0400\r\n"
    b"Archived-At: <https://lists.valley.example/msg/7>\r\n"
    b"MIME-Version: 1.0\r\n"
)
LONG = "The delegations met on Tuesday and agreed on a second round of talks. "


def items(data: bytes, name: str = "a.eml", limits: Settings = Settings()) -> list[object]:
    """Read a mail; sources are replaced by (uri, declared, bytes), for their streams close behind them."""
    return [
        (item.uri, item.declared, item.stream.read()) if isinstance(item, Source) else item
        for item in read(Source(name, BytesIO(data), len(data)), limits)
    ]


def text_of(data: bytes) -> str:
    (document,) = (item for item in items(data) if isinstance(item, Document))
    return document.text


def kinds(data: bytes) -> list[tuple[str, bool]]:
    return [(item.kind, item.lost) for item in items(data) if isinstance(item, Notice)]


def message(plain: str | None = None, html: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "Weekly digest"
    if plain is not None:
        made.set_content(plain)
    if html is not None:
        (made.add_alternative if plain is not None else made.set_content)(html, subtype="html")
    return made


def test_headers_say_what_they_state_and_no_more() -> None:
    (document,) = items(HEADERS + b"\r\nText.\r\n")
    assert isinstance(document, Document)
    assert document.given.title == "Ge\u0301ne\u0301ral là-bas and a second line"
    assert document.given.published == "2021-05-11"
    assert document.given.url == "https://lists.valley.example/msg/7"
    assert document.given.author is None
    assert document.given.outlet is None
    assert document.article is None
    assert document.text == "Text.\r\n"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (b"=?nonsense?q?abc?=", "abc"),
        (b"=?utf-8?b?!!!?=", "=?utf-8?b?!!!?="),
        ("Grüße".encode(), "Grüße"),
        (b"=?koi8-r?B?79TXxdQ=?=", "Ответ"),
        (b"", None),
    ],
)
def test_subjects_of_all_kinds(subject: bytes, title: str | None) -> None:
    (document,) = items(b"Subject: " + subject + b"\n\nText.\n")
    assert isinstance(document, Document)
    assert document.given.title == title


def test_signature_and_quoted_text_stay() -> None:
    body = "> What was said before.\n\nNew text.\n-- \nNora\n"
    assert text_of(message(body).as_bytes()) == body


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("quoted-printable", b"M=C3=B6glich ist =\nalles.\n"),
        ("base64", base64.b64encode("Möglich ist alles.\n".encode())),
    ],
)
def test_transfer_encodings_are_undone(encoding: str, body: bytes) -> None:
    head = f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n".encode()
    assert text_of(head + body) == "Möglich ist alles.\n"


@pytest.mark.parametrize("charset", ["windows-1251", "x-unknown", "us-ascii"])
def test_wrong_and_unknown_charsets_are_mended(charset: str) -> None:
    text = "Переговоры продолжаются на границе, стороны обменялись пленными. " * 3
    assert (
        text_of(f"Content-Type: text/plain; charset={charset}\n\n".encode() + text.encode("cp1251")) == text
    )


def test_the_plain_version_is_read_when_it_says_as_much() -> None:
    assert text_of(message(LONG, f"<p>{LONG}<p>Unsubscribe here").as_bytes()).strip() == LONG.strip()


def test_the_html_version_is_read_when_the_plain_one_says_nothing() -> None:
    html = f"<style>p {{}}</style><p>{LONG * 5}</p><p>The end.</p>"
    assert (
        text_of(message("Your program does not show HTML.", html).as_bytes())
        == (LONG * 5).strip() + "\n\nThe end."
    )


def test_html_alone_is_read_as_it_is_seen() -> None:
    assert text_of(message(html="<p>One</p><p hidden>No</p><p>Two</p>").as_bytes()) == "One\n\nTwo"


def test_attachments_and_forwarded_messages_are_sources() -> None:
    outer = message(LONG)
    outer.add_attachment(b"%PDF-1.4 first", maintype="application", subtype="pdf", filename="Ärger/../a.pdf")
    outer.add_attachment(b"%PDF-1.4 second", maintype="application", subtype="pdf", filename="Ärger/../a.pdf")
    outer.add_attachment("a,b\n1,2\n", subtype="csv", filename="t.csv")
    outer.add_attachment(message("inner text"))
    first, *rest = items(outer.as_bytes())
    assert isinstance(first, Document)
    found = {item[0]: (item[1], item[2]) for item in rest if isinstance(item, tuple)}
    assert list(found) == ["a.eml!/Ärger/a.pdf", "a.eml!/2-Ärger/a.pdf", "a.eml!/t.csv", "a.eml!/part-4.eml"]
    assert found["a.eml!/Ärger/a.pdf"] == ("application/pdf", b"%PDF-1.4 first")
    assert found["a.eml!/t.csv"][0] == 'text/csv; charset="utf-8"'
    assert b"inner text" in found["a.eml!/part-4.eml"][1]
    assert found["a.eml!/part-4.eml"][0] == "message/rfc822"


def test_pictures_in_the_text_and_signatures_are_left_out() -> None:
    outer = message(html="<p>Look: <img src='cid:x'></p>")
    outer.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<x>")
    outer.make_mixed()
    outer.add_attachment(b"sig", maintype="application", subtype="pgp-signature", filename="s.asc")
    (document,) = items(outer.as_bytes())
    assert isinstance(document, Document)
    assert document.text == "Look:"


def test_text_parts_after_an_attachment_belong_to_the_body() -> None:
    outer = message("First part.")
    outer.add_attachment(b"x", maintype="application", subtype="pdf", filename="a.pdf")
    outer.add_attachment("List footer.", disposition="inline")
    assert text_of(outer.as_bytes()) == "First part.\n\n\nList footer.\n"


def test_damaged_base64_is_told_and_read_as_far_as_it_goes() -> None:
    whole = base64.b64encode(LONG.encode() * 4)
    data = b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + whole[:101]
    assert kinds(data) == [("damaged", False)]
    assert text_of(data).startswith("The delegations met")


def test_a_message_that_ends_too_early_is_told() -> None:
    outer = message(LONG)
    outer.add_attachment(b"x" * 500, maintype="application", subtype="pdf", filename="a.pdf")
    data = outer.as_bytes()
    assert ("damaged", False) in kinds(data[: len(data) - 100])
    assert text_of(data[: len(data) - 100]).strip() == LONG.strip()


def test_a_mail_is_lost_when_none_of_its_parts_is_read() -> None:
    head = b"Subject: Talks\nContent-Type: multipart/mixed; boundary=b\n\n"
    binary = b"--b\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nAAECAwQFBgcICQ==\n"
    text = b"--b\nContent-Type: text/plain\n\nThey met.\n"
    assert kinds(head + binary + b"--b--\n") == [("binary", True)]
    assert kinds(head + binary + text + b"--b--\n") == [("binary", False)]


def test_encrypted_mail_is_told() -> None:
    data = b'Content-Type: multipart/encrypted; boundary=b; protocol="x"\n\n--b\nContent-Type: text/plain\n\nx\n--b--\n'
    assert kinds(data) == [("encrypted", True)]


def test_empty_mail_is_told() -> None:
    assert kinds(HEADERS + b"\r\n  \r\n") == [("empty", True)]


def test_parts_in_parts_without_end_are_told() -> None:
    data = b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (i, i) for i in range(3000))
    assert [lost for _, lost in kinds(data)]


def box(*messages: bytes) -> bytes:
    return b"".join(b"From a@b.example Tue May 11 23:30:00 2021\n" + one + b"\n" for one in messages)


def test_a_mailbox_is_read_message_by_message() -> None:
    first = (
        b"Subject: one\n\nFirst.\n\n>From the border we hear.\n>>From here too.\n\nFrom now on all is well.\n"
    )
    outer = message("Second.")
    outer.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    found = items(box(first, outer.as_bytes(), b"Subject: three\n\nThird.\n"), "b.mbox")
    documents = [item for item in found if isinstance(item, Document)]
    assert [item.uri for item in documents] == [f"b.mbox!/message-{n}" for n in (1, 2, 3)]
    assert (
        documents[0].text
        == "First.\n\nFrom the border we hear.\n>From here too.\n\nFrom now on all is well.\n\n"
    )
    assert documents[0].original == first + b"\n"
    assert [item.given.title for item in documents] == ["one", "Weekly digest", "three"]
    assert [item[0] for item in found if isinstance(item, tuple)] == ["b.mbox!/message-2!/a.pdf"]


def test_a_message_of_a_mailbox_that_is_too_large_costs_only_itself() -> None:
    large = b"Subject: large\n\n" + b"x" * 5000 + b"\n"
    limits = Settings(document_bytes=1000)
    found = items(box(b"Subject: a\n\nA.\n", large, b"Subject: b\n\nB.\n"), "b.mbox", limits)
    assert [item.text.strip() for item in found if isinstance(item, Document)] == ["A.", "B."]
    assert [(item.kind, item.uri) for item in found if isinstance(item, Notice)] == [
        ("too-large", "b.mbox!/message-2")
    ]


PIECES = (
    b"Content-Type: multipart/mixed; boundary=b\n",
    b"Content-Type: multipart/alternative; boundary=c\n",
    b"Content-Type: multipart/digest; boundary=c\n",
    b"Content-Type: text/html; charset=\xff\n",
    b"Content-Type: message/rfc822\n",
    b"Content-Type: text/plain; charset*=utf-8''%ff; name*0*=x''%e9\n",
    b"Content-Type: ;;=\n",
    b"Content-Transfer-Encoding: base64\n",
    b"Content-Transfer-Encoding: x-uuencode\n",
    b"Content-Disposition: attachment; filename=\xe9\n",
    b"Content-Disposition: attachment; filename*=koi8''%00a\n",
    b"Subject: =?utf-8?b?w6k?=\n",
    b"Archived-At: <http://[>\n",
    b"Date: Fri, 1\n",
    b"From a@b Tue May 11 23:30:00 2021\n",
    b"\n",
    b"--b\n",
    b"--c\n",
    b"--b--\n",
    b"<p>x</p>\n",
    b"text w\xf6rds\n",
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=12), max_size=25).map(b"".join))
def test_any_bytes_are_read_without_an_error(data: bytes) -> None:
    for item in items(data):
        if isinstance(item, Document):
            assert item.text.strip()
            item.text.encode()
            (item.given.title or "").encode()
        elif isinstance(item, tuple):
            item[0].encode()


def newsletter(*stories: tuple[str, str, str]) -> bytes:
    rows = "".join(
        f"<tr><td><h2>{title}</h2><p>By {author}</p><p>{text} "
        '<a href="https://v.example/1" style="display: inline-block">Read more</a></p></td></tr>'
        for title, author, text in stories
    )
    message = EmailMessage()
    message["Subject"] = "Morning news"
    message.set_content(f"<table>{rows}</table><p>Unsubscribe</p>", subtype="html")
    return bytes(message)


STORIES = (
    (
        "Talks resume at the border",
        "Nora Example",
        "The delegations met in the border town and agreed on a second round of talks. The exchange of prisoners "
        "will go on until the end of the month, officials said.",
    ),
    (
        "Mission counts fewer violations",
        "Paul Sample",
        "A monitoring mission counted eleven violations of the truce in the last week, fewer than in the week "
        "before. Its head said that the guns had been withdrawn.",
    ),
    (
        "Ministers to meet in June",
        "Anna Muster",
        "The next meeting is planned for the first days of June, although the agenda is not public yet. A "
        "spokeswoman said that both ministers would attend it.",
    ),
)


def test_stories_of_an_html_newsletter_stand_apart() -> None:
    stories = (f"{title}\n\nBy {author}\n\n{text}\nRead more" for title, author, text in STORIES)
    assert text_of(newsletter(*STORIES)) == "\n\n\n".join(stories) + "\n\nUnsubscribe"


def test_stories_of_an_html_newsletter_are_articles() -> None:
    (document,) = (item for item in items(newsletter(*STORIES)) if isinstance(item, Document))
    assert [article.title for article in articles(document)] == [title for title, _, _ in STORIES]


def test_a_single_heading_of_a_mail_gets_no_space() -> None:
    text = text_of(newsletter(STORIES[0]))
    assert "\n\n\n" not in text
