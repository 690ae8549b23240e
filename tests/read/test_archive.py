"""Archives, unpacked within limits."""

import gzip
import io
import struct
import warnings
import zipfile
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.read.conftest import zipped

ENTRIES = {
    "a.txt": b"The first article.",
    "sub/b.txt": b"The second article.",
    "c.txt": b"The third article.",
}


def streamed(entries: dict[str, bytes]) -> bytes:
    """A zip as programs write it that cannot seek: sizes follow the members."""

    class Pipe(io.RawIOBase):
        written = b""

        def writable(self) -> bool:
            return True

        def write(self, data: Any) -> int:
            self.written += bytes(data)
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return pipe.written


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_members_are_read_in_order(method: int, read: Any) -> None:
    outcome = read("n.zip", zipped(ENTRIES, method))
    assert outcome.uris == ["n.zip!/a.txt", "n.zip!/sub/b.txt", "n.zip!/c.txt"]
    assert outcome.texts == [data.decode() for data in ENTRIES.values()]
    assert not outcome.notices


def test_a_zip_in_a_zip_is_read_to_the_limit(read: Any) -> None:
    data = b"The article."
    for _ in range(5):
        data = zipped({"x": data, "note.txt": b"A note."})
    outcome = read("n.zip", data, nesting=3)
    assert outcome.uris == ["n.zip!/x!/x!/note.txt", "n.zip!/x!/note.txt", "n.zip!/note.txt"]
    assert outcome.kinds == ["nested"]
    assert outcome.notices[0].uri == "n.zip!/x!/x!/x"


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("/etc/passwd", "n.zip!/etc/passwd"),
        ("../../x/y.txt", "n.zip!/x/y.txt"),
        ("C:\\x\\y.txt", "n.zip!/x/y.txt"),
        ("x!/y.txt", "n.zip!/x%21/y.txt"),
        ("a\nb\x1b.txt", "n.zip!/a%0Ab%1B.txt"),
        ("..", "n.zip!/unnamed"),
        ("статья.txt", "n.zip!/статья.txt"),
    ],
)
def test_names_stay_inside_the_archive(name: str, uri: str, read: Any) -> None:
    assert read("n.zip", zipped({name: b"Text."})).uris == [uri]


def test_utf8_names_without_their_flag_are_read(read: Any) -> None:
    name = "статья.txt"
    data = zipped({name.encode().decode("cp437"): b"Text."}).replace(
        name.encode().decode("cp437").encode(), b"?"
    )
    raw = bytearray(zipped({"x" * len(name.encode()): b"Text."}))
    data = bytes(raw).replace(b"x" * len(name.encode()), name.encode())
    assert read("n.zip", data).uris == [f"n.zip!/{name}"]


def test_folders_and_finder_files_are_skipped(read: Any) -> None:
    data = zipped({"sub/": b"", "__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "a.txt": b"Text."})
    outcome = read("n.zip", data)
    assert (outcome.uris, outcome.kinds) == (["n.zip!/a.txt"], [])


def test_members_of_the_same_name_are_both_read(read: Any) -> None:
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("sub/a.txt", "One.")
        archive.writestr("sub/a.txt", "Two.")
    outcome = read("n.zip", target.getvalue())
    assert dict(zip(outcome.uris, outcome.texts, strict=True)) == {
        "n.zip!/sub/a.txt": "One.",
        "n.zip!/sub/a (2).txt": "Two.",
    }


def test_a_bomb_is_stopped_and_its_neighbours_are_read(read: Any) -> None:
    outcome = read("n.zip", zipped({"a.txt": b"One.", "bomb.txt": b"0" * 30_000_000, "b.txt": b"Two."}))
    assert outcome.texts == ["One.", "Two."]
    assert [(notice.uri, notice.kind) for notice in outcome.notices] == [("n.zip!/bomb.txt", "too-large")]


def test_all_members_together_have_a_limit(read: Any) -> None:
    entries = {f"{i}.txt": bytes([65 + i]) * 1000 for i in range(5)}
    outcome = read("n.zip", zipped(entries), archive_bytes=3500)
    assert len(outcome.documents) == 3
    assert outcome.kinds == ["too-large", "too-large"]


def test_nested_archives_share_one_limit(read: Any) -> None:
    inner = zipped({f"{i}.txt": bytes([65 + i]) * 1000 for i in range(3)}, zipfile.ZIP_STORED)
    outcome = read("n.zip", zipped({f"{i}.zip": inner for i in range(3)}), archive_bytes=9000)
    assert 0 < len(outcome.documents) < 9
    assert set(outcome.kinds) == {"too-large"}


def test_too_many_members_are_refused(read: Any) -> None:
    outcome = read("n.zip", zipped({f"{i}.txt": b"x" for i in range(20)}), archive_members=19)
    assert (outcome.documents, outcome.kinds) == ([], ["too-large"])


def test_a_member_with_a_wrong_checksum_is_told(read: Any) -> None:
    data = zipped(ENTRIES, zipfile.ZIP_STORED).replace(b"The second article.", b"The secund article.")
    outcome = read("n.zip", data)
    assert outcome.texts == ["The first article.", "The third article."]
    assert [(notice.uri, notice.kind) for notice in outcome.notices] == [("n.zip!/sub/b.txt", "damaged")]


def test_an_encrypted_member_is_told(read: Any) -> None:
    data = bytearray(zipped(ENTRIES))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + place] |= 1
    outcome = read("n.zip", bytes(data))
    assert outcome.texts == ["The second article.", "The third article."]
    assert [(notice.uri, notice.kind) for notice in outcome.notices] == [("n.zip!/a.txt", "encrypted")]


def test_overlapping_members_are_left_out(read: Any) -> None:
    """Many directory entries for one member: the kernel of a non-recursive bomb."""
    data = zipped({"a.txt": b"Text of the article."})
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    tail = bytearray(data[end:])
    struct.pack_into("<HHI", tail, 8, 3, 3, 3 * len(entry))
    outcome = read("n.zip", data[:start] + entry * 3 + bytes(tail))
    assert len(outcome.documents) == 1
    assert outcome.kinds == ["damaged", "damaged"]


@pytest.mark.parametrize("pack", [zipped, streamed])
@pytest.mark.parametrize("cut", [0.99, 0.75, 0.5])
def test_members_before_a_break_are_read(pack: Any, cut: float, read: Any) -> None:
    entries = {f"{i}.txt": f"Article number {i}. ".encode() * 20 for i in range(10)}
    data = pack(entries)
    outcome = read("n.zip", data[: int(len(data) * cut)])
    assert len(outcome.documents) > 0
    for document in outcome.documents:
        assert entries[document.uri.removeprefix("n.zip!/")] == document.original
    assert [(notice.kind, notice.lost) for notice in outcome.notices] == [("damaged", False)]


def test_gzip_is_read_under_the_name_without_its_ending(read: Any) -> None:
    outcome = read("news/a.csv.gz", gzip.compress(b"title,text\nTalks,They met.\n"))
    assert outcome.uris == ["news/a.csv.gz!/a.csv!/row-1"]


def test_gzip_of_several_parts_and_with_padding_is_read_whole(read: Any) -> None:
    outcome = read("a.gz", gzip.compress(b"One. ") + gzip.compress(b"Two.") + b"\0" * 100)
    assert (outcome.texts, outcome.kinds) == (["One. Two."], [])


@pytest.mark.parametrize("size", [10, 1_500_000])
def test_broken_off_gzip_gives_what_was_there(size: int, read: Any) -> None:
    text = b"".join(b"%d and more words\n" % i for i in range(size // 10))
    data = gzip.compress(text)
    outcome = read("a.txt.gz", data[: len(data) * 2 // 3] if size > 10 else data[:-4])
    assert outcome.kinds == ["damaged"]
    assert text.startswith(outcome.documents[0].original)
    assert len(outcome.documents[0].original) * 3 > len(text)


def test_gzip_with_a_wrong_checksum_is_told(read: Any) -> None:
    data = bytearray(gzip.compress(b"One article."))
    data[-6] ^= 0xFF
    outcome = read("a.gz", bytes(data))
    assert outcome.kinds == ["damaged"]
    assert outcome.texts == ["One article."]


def test_a_gzip_bomb_is_stopped(read: Any) -> None:
    outcome = read("a.gz", gzip.compress(b"0" * 30_000_000))
    assert (outcome.documents, outcome.kinds) == ([], ["too-large"])


def test_an_empty_member_is_told(read: Any) -> None:
    outcome = read("n.zip", zipped({"a.txt": b"", "b.txt": b"Text."}))
    assert [(notice.uri, notice.kind) for notice in outcome.notices] == [("n.zip!/a.txt", "empty")]
    assert read("a.gz", gzip.compress(b"")).kinds == ["empty"]
    assert read("n.zip", zipped({})).kinds == ["empty"]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 400), patch=st.binary(min_size=1, max_size=8), is_gzip=st.booleans())
def test_no_change_to_an_archive_raises(place: int, patch: bytes, is_gzip: bool, read: Any) -> None:
    data = bytearray(gzip.compress(b"The article.") if is_gzip else zipped(ENTRIES))
    place %= len(data)
    data[place : place + len(patch)] = patch
    outcome = read("n", bytes(data))
    assert all("damaged beyond" not in notice.message for notice in outcome.notices)
