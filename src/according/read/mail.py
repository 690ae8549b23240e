"""Mail: single messages (.eml) and mailboxes (.mbox). The body is a Document, attachments are sources of their own."""

from __future__ import annotations

import base64
import codecs
import dataclasses
import email
import email.errors
import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.header import decode_header
from email.message import Message
from email.policy import compat32
from io import BytesIO
from typing import BinaryIO

from according.model import Document, Given, Notice
from according.read.given import edtf_day
from according.read.page import charset_in
from according.read.render import titled_text
from according.read.source import CHUNK, Source, member_uri
from according.read.text import Decoded, decode, is_text, without_surrogates
from according.settings import MIB, Settings

POSTMARK = re.compile(rb"From \S.{0,300}\d:\d{2}.{0,60}$")
"""The line before a message of a mailbox (RFC 4155): sender and time."""
HEADER = re.compile(rb"(?:[!-9;-~]+:|>From )")
ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
"""Lines of a body that began with "From " and were escaped for the mailbox ("mboxrd")."""
NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
FOLD = re.compile(r"\s*[\r\n]+\s*")
SUBSTANTIAL = 0.3
"""Share of the words of the HTML version that a plain version must have to be preferred: some only say "your
program does not show HTML"."""
SIGNATURES = {
    "application/pgp-signature",
    "application/pgp-keys",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
}
ENCRYPTED = {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
MANGLED = (
    email.errors.InvalidBase64CharactersDefect,
    email.errors.InvalidBase64LengthDefect,
    email.errors.InvalidBase64PaddingDefect,
)
CUT_OFF = (email.errors.CloseBoundaryNotFoundDefect, email.errors.StartBoundaryNotFoundDefect)


@dataclass(slots=True)
class _Body:
    """What is collected from the parts of a message."""

    texts: list[str] = field(default_factory=list)
    encodings: list[str] = field(default_factory=list)
    html: bool = False
    attached: list[Message] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def take(self, other: _Body, with_text: bool) -> None:
        """Add what `other` collected; of alternatives only one gives its text."""
        self.attached += other.attached
        if with_text:
            self.texts += other.texts
            self.encodings += other.encodings
            self.notices += other.notices
            self.html = self.html or other.html


def read(source: Source, settings: Settings) -> Iterator[Document | Source | Notice]:
    """Yield one Document for each message with a text, and its attachments as sources.

    A mailbox is read message by message; nothing of it is kept. A digest in a mail is split later like any text.
    """
    source.stream.seek(0)
    if not POSTMARK.match(source.stream.readline(CHUNK).rstrip()):
        source.stream.seek(0)
        yield from _message(source.stream.read(), source.uri)
        return
    source.stream.seek(0)
    for number, data in enumerate(_messages(source.stream, settings.document_bytes), start=1):
        uri = member_uri(source.uri, f"message-{number}")
        if data is None:
            message = f"The message is larger than {settings.document_bytes // MIB or 1} MiB. Save its parts as files."
            yield Notice(uri, "too-large", message, lost=True)
        else:
            yield from _message(data, uri, ESCAPED.sub(rb"\1", data))


def _messages(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Yield the messages of a mailbox as they stand there, None for one above `limit` bytes."""
    pieces: list[bytes] = []
    size = 0
    after_blank, whole_before, begun = True, True, False
    line = stream.readline(CHUNK)
    while line:
        following = stream.readline(CHUNK)
        if after_blank and whole_before and POSTMARK.match(line.rstrip()) and HEADER.match(following):
            if begun:
                yield None if size > limit else b"".join(pieces)
            begun, pieces, size = True, [], 0
        else:
            size += len(line)
            if size <= limit:
                pieces.append(line)
        after_blank = not line.strip(b"\r\n") and whole_before
        whole_before = line.endswith(b"\n")
        line = following
    yield None if size > limit else b"".join(pieces)


def _message(data: bytes, uri: str, unescaped: bytes | None = None) -> Iterator[Document | Source | Notice]:
    raw = (data if unescaped is None else unescaped).removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n")
    # compat32: the newer policies parse addresses and dates while reading, and raise on malformed ones.
    try:
        parsed = email.message_from_bytes(raw, policy=compat32)
        body = _collect(parsed, uri)
    except RecursionError:
        message = "The message has parts in parts without end. Open it in a mail program and save its text."
        yield Notice(uri, "damaged", message, lost=True)
        return
    text = "\n\n".join(body.texts)
    for notice in dict.fromkeys(body.notices):
        yield dataclasses.replace(notice, lost=not text.strip() and not body.attached)
    if text.strip():
        encoding = body.encodings[0]
        yield Document.make(uri, data, "message/rfc822", encoding, text, _given(parsed))
    elif not body.attached and not body.notices:
        yield Notice(uri, "empty", "The message has no text and no attachment.", lost=True)
    yield from _attachments(body.attached, uri)


def _given(message: Message) -> Given:
    """Return what the headers say. The sender is not the author of what a mail passes on."""
    archived = re.search(r"https?://[^\s<>]+", _header(message, "Archived-At") or "")
    return Given(
        title=_header(message, "Subject"),
        published=edtf_day(_header(message, "Date") or ""),
        url=archived[0] if archived else None,
    )


def _header(message: Message, name: str) -> str | None:
    """Return a header's text in one line, None when it is absent or empty."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), None)
    return None if raw is None else _unencoded(str(raw)) or str(raw).strip() or None


def _unencoded(raw: str) -> str:
    """Return the text of a header value: encoded words (RFC 2047) decoded, raw bytes guessed, folds undone."""
    raw = FOLD.sub(" ", raw.strip())
    try:
        raw.encode("ascii")
        pieces = decode_header(raw)
    except UnicodeEncodeError:
        return decode(raw.encode("utf-8", "surrogateescape")).text
    except (email.errors.HeaderParseError, ValueError):
        return raw
    texts = (piece if isinstance(piece, str) else decode(piece, charset).text for piece, charset in pieces)
    return " ".join(without_surrogates("".join(texts)).split())


def _collect(part: Message, uri: str) -> _Body:
    """Collect the text and the attachments of a part and of those inside it."""
    body = _Body()
    kind = part.get_content_type()
    if kind in ENCRYPTED:
        message = "The message is encrypted. Decrypt it in a mail program and save it."
        body.notices.append(Notice(uri, "encrypted", message, lost=True))
    elif kind == "message/rfc822" and part.is_multipart():
        body.attached.append(part)
    elif part.is_multipart():
        children = [_collect(child, uri) for child in part.get_payload() if isinstance(child, Message)]
        chosen = _best(children) if kind == "multipart/alternative" else None
        for child in children:
            body.take(child, with_text=chosen is None or child is chosen)
        if any(isinstance(defect, CUT_OFF) for defect in part.defects):
            message = "The message ends too early; what is left of it was read. Save it again."
            body.notices.append(Notice(uri, "damaged", message, lost=False))
    elif _is_attachment(part, kind):
        if not _is_decoration(part, kind):
            body.attached.append(part)
    else:
        _take_text(body, part, uri)
    return body


def _best(alternatives: list[_Body]) -> _Body | None:
    """Return the alternative to read: the plain one when it says about as much as the HTML one."""
    words = {id(body): sum(len(text.split()) for text in body.texts) for body in alternatives}
    html = max((body for body in alternatives if body.html), key=lambda b: words[id(b)], default=None)
    plain = max((body for body in alternatives if not body.html), key=lambda b: words[id(b)], default=None)
    if html is None or plain is None:
        return html or plain
    return plain if words[id(plain)] and words[id(plain)] >= SUBSTANTIAL * words[id(html)] else html


def _is_attachment(part: Message, kind: str) -> bool:
    if part.get_content_maintype() not in ("text", "multipart"):
        return True
    named = part.get_filename() is not None or part.get_content_disposition() == "attachment"
    return named or kind not in ("text/plain", "text/html", "text/enriched", "text/markdown")


def _is_decoration(part: Message, kind: str) -> bool:
    """Return whether a part says nothing by itself: a signature, a picture shown in the text."""
    picture = kind.startswith("image/") and part.get_content_disposition() != "attachment"
    return kind in SIGNATURES or picture or kind in ("message/delivery-status", "text/calendar")


def _take_text(body: _Body, part: Message, uri: str) -> None:
    data = _content(part)
    if any(isinstance(defect, MANGLED) for defect in part.defects):
        message = "A part of the message is damaged; what could be decoded was read. Save the message again."
        body.notices.append(Notice(uri, "damaged", message, lost=False))
    if not is_text(data):
        body.notices.append(Notice(uri, "binary", "A text part of the message is no text.", lost=False))
        return
    body.html = part.get_content_type() == "text/html"
    decoded = _decoded(part, data, body.html)
    text = titled_text(decoded.text) if body.html else decoded.text
    if text.strip():
        body.texts.append(text)
        body.encodings.append(decoded.encoding)
        if decoded.notice:
            body.notices.append(Notice(uri, "encoding", decoded.notice, lost=False))


def _decoded(part: Message, data: bytes, html: bool) -> Decoded:
    charset = part.get_content_charset() or (charset_in(data) if html else None)
    # Programs that know nothing of encodings declare ASCII whatever they send.
    return decode(data, None if charset in ("us-ascii", "ascii") else charset)


def _content(part: Message) -> bytes:
    """Return the bytes of a part with its transfer encoding undone, of damaged base64 all that is whole."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return b""
    if any(isinstance(defect, email.errors.InvalidBase64LengthDefect) for defect in part.defects):
        letters = NOT_BASE64.sub(b"", data)
        return base64.b64decode(letters[: len(letters) // 4 * 4])
    return data


def _attachments(parts: list[Message], uri: str) -> Iterator[Source | Notice]:
    """Yield attachments as sources under the names that the message gives them."""
    seen: set[str] = set()
    for number, part in enumerate(parts, start=1):
        kind = part.get_content_type()
        name = _name(part, kind, number)
        inner = member_uri(uri, name)
        if inner in seen:
            inner = member_uri(uri, f"{number}-{name}")
        seen.add(inner)
        try:
            data = _carried(part) if part.is_multipart() else _content(part)
        except (LookupError, ValueError):
            message = "The attached message is damaged. Open it in a mail program and save it by itself."
            yield Notice(inner, "damaged", message, lost=True)
            continue
        if any(isinstance(defect, MANGLED) for defect in part.defects):
            message = "The attachment is damaged; what could be decoded was read. Save the message again."
            yield Notice(inner, "damaged", message, lost=False)
        with BytesIO(data) as stream:
            yield Source(inner, stream, len(data), declared=_declared(part, kind))


def _carried(part: Message) -> bytes:
    """Return the message that a part carries; LookupError or ValueError when it cannot be written out again."""
    carried = part.get_payload(0)
    return carried.as_bytes(policy=compat32) if isinstance(carried, Message) else b""


def _declared(part: Message, kind: str) -> str:
    charset = part.get_content_charset()
    return f'{kind}; charset="{charset}"' if charset else kind


def _name(part: Message, kind: str, number: int) -> str:
    name = part.get_filename()
    if name:
        return _unencoded(name)
    ending = ".eml" if kind == "message/rfc822" else mimetypes.guess_extension(kind) or ""
    return f"part-{number}{ending}"
