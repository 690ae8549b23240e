"""Which encoding, with what losses."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.read.text import charset, decode, is_text, stream_encoding, without_surrogates

RUSSIAN = (
    "Министерство иностранных дел сообщило, что встреча делегаций пройдёт на следующей неделе в приграничном городе. "
    "Стороны обсудят обмен пленными, разминирование полей и возвращение жителей в свои сёла до зимы."
)
FRENCH = (
    "Le ministère a annoncé que les deux délégations se retrouveraient près de la frontière dès la semaine prochaine. "
    "L'échange de prisonniers, le déminage des forêts et le retour des réfugiés seront évoqués à cette occasion."
)
TURKISH = (
    "Dışişleri Bakanlığı, iki heyetin gelecek hafta sınır kentinde yeniden görüşeceğini açıkladı. "
    "Görüşmede esir değişimi, mayınların temizlenmesi ve köylülerin kış gelmeden evlerine dönüşü ele alınacak."
)
ARMENIAN = (
    "Արտաքին գործերի նախարարությունը հայտնեց, որ երկու պատվիրակությունները կհանդիպեն հաջորդ շաբաթ քաղաքում։ "
    "Կողմերը կքննարկեն գերիների փոխանակումը և բնակիչների վերադարձը։"
)
ENGLISH = "The ministry said the delegations would meet “next week” — in the border town, near the café."

ENCODED = [
    (RUSSIAN, "windows-1251"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "ibm866"),
    (RUSSIAN, "iso-8859-5"),
    (TURKISH, "windows-1254"),
    (FRENCH, "windows-1252"),
    (FRENCH, "macintosh"),
    (ENGLISH, "windows-1252"),
    *(
        (text, encoding)
        for text in (RUSSIAN, FRENCH, TURKISH, ARMENIAN, ENGLISH)
        for encoding in (
            "utf-8",
            "utf-8-sig",
            "utf-16",
            "utf-16le",
            "utf-16be",
            "utf-32",
            "utf-32le",
            "utf-32be",
        )
    ),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_short_texts_are_read_as_they_were_written(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.notice) == (text, encoding, None)


def test_latin_5_is_read_as_its_windows_superset() -> None:
    assert decode(TURKISH.encode("iso-8859-9")).text == TURKISH


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_the_encoding_is_told_as_open_understands_it(text: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(f"{text}\r\n{text}\n{text}\r".encode(encoding))
    decoded = decode(path.read_bytes())
    with path.open(encoding=decoded.encoding, newline="") as file:
        assert decoded.text == file.read()


@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, TURKISH, ARMENIAN])
def test_a_few_broken_bytes_do_not_unseat_utf8(text: str) -> None:
    decoded = decode(text[:20].encode() + b"\xff" + text[20:60].encode() + b"\xc3(" + text[60:].encode())
    assert decoded.encoding == "utf-8"
    assert decoded.notice is not None
    assert decoded.text == f"{text[:20]}\ufffd{text[20:60]}\ufffd({text[60:]}"


def test_a_declared_charset_beats_the_guess_but_not_valid_utf8() -> None:
    assert decode(b"caf\xe9 \xe0", "iso-8859-2").text == "café ŕ"
    assert decode("café".encode(), "windows-1251").text == "café"


@pytest.mark.parametrize(
    "declared", ["rot13", "punycode", "unicode_escape", "utf-7", "no-such", "x\0y", "base64", ""]
)
def test_a_declared_charset_that_is_none_is_ignored(declared: str) -> None:
    assert decode(FRENCH.encode("windows-1252"), declared).text == FRENCH


def test_western_names_mean_their_windows_supersets() -> None:
    decoded = decode(b"\x93caf\xe9\x94", "iso-8859-1")
    assert (decoded.text, decoded.encoding) == ("“café”", "windows-1252")


def test_a_doubtful_guess_is_told() -> None:
    assert decode(b"\xe9\xe8\xf0\xfe\xfd").notice is not None


@pytest.mark.parametrize("codec", ["cp1252", "cp1251"])
@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, TURKISH, ARMENIAN, "It’s “his” word — they’re gone."])
def test_text_that_is_encoded_twice_is_told_and_kept(text: str, codec: str) -> None:
    garbled = "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode())
    for mark in (b"", b"\xef\xbb\xbf"):
        decoded = decode(mark + garbled.encode())
        assert decoded.text == garbled
        assert decoded.notice is not None
        assert "encoded twice" in decoded.notice
    assert stream_encoding(BytesIO(garbled.encode()))[1] == decoded.notice


@pytest.mark.parametrize(
    "text", [RUSSIAN, FRENCH, TURKISH, ARMENIAN, ENGLISH, f"{FRENCH} Ã© is a garbled é."]
)
def test_text_that_is_encoded_once_is_not_told(text: str) -> None:
    assert decode(text.encode()).notice is None


def test_nuls_and_newlines_stay() -> None:
    assert decode(b"a\0b\r\nc\rd\n").text == "a\0b\r\nc\rd\n"


def test_encoded_surrogates_are_replaced() -> None:
    decoded = decode(RUSSIAN.encode() + b"\xed\xa0\x80")
    assert "\ufffd" in decoded.text
    assert decoded.notice


@given(
    st.binary(max_size=400),
    st.none() | st.sampled_from(["utf-8", "koi8-r", "utf-16", "gb18030", "shift_jis"]),
)
def test_any_bytes_become_text_that_can_be_written(data: bytes, declared: str | None) -> None:
    decode(data, declared).text.encode("utf-8")
    is_text(data)


@given(st.text(max_size=300))
def test_utf8_comes_back_whole(text: str) -> None:
    decoded = decode(b"\xef\xbb\xbf" + text.encode("utf-8", "replace"))
    assert decoded.text == text.encode("utf-8", "replace").decode()
    assert decoded.encoding == "utf-8-sig"


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_a_stream_is_judged_to_its_end(text: str, encoding: str) -> None:
    late = ("plain words only\n" * 200_000).encode(encoding) + text.encode(encoding.replace("-sig", ""))
    found, notice = stream_encoding(
        BytesIO(late if encoding not in ("utf-16", "utf-32") else text.encode(encoding))
    )
    assert (found, notice) == (encoding, None)


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_text_is_no_binary(text: str, encoding: str) -> None:
    assert is_text(text.encode(encoding))


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\0" * 500,
        b"\x00\x01\x02\xff\xfe" * 50,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x08\x02",
    ],
)
def test_binary_is_no_text(data: bytes) -> None:
    assert not is_text(data)


def test_surrogates_are_joined_or_replaced() -> None:
    assert without_surrogates("a\ud83d\ude00b\udc80c") == "a😀b\ufffdc"
    assert without_surrogates("plain") == "plain"


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("text/plain; charset=KOI8-R", "koi8-r"),
        ('text/html; charset="windows-1251"; x=y', "windows-1251"),
        ("text/plain", None),
        ("text/plain; charset=", None),
        (None, None),
        ("text/plain;\r\n charset=utf-8", "utf-8"),
    ],
)
def test_charsets_are_found_in_media_types(declared: str | None, expected: str | None) -> None:
    assert charset(declared) == expected


@pytest.mark.parametrize(
    ("name", "kind"), [("a.txt", "text/plain"), ("a.md", "text/markdown"), ("a", "text/plain")]
)
def test_plain_text_and_markdown_stay_as_they_are(name: str, kind: str, read: Any) -> None:
    data = b"# Talks\r\n\r\n* one\n<b>two</b>\0"
    (document,) = read(name, data).documents
    assert (document.text, document.media_type, document.original) == (data.decode(), kind, data)
    assert document.article is None


def test_the_declared_charset_of_a_part_counts(read: Any) -> None:
    outcome = read("part", "Жду. ы".encode("koi8-r"), declared="text/plain; charset=koi8-r")
    assert outcome.texts == ["Жду. ы"]
