"""A composed record: what its copies share, and what each has of its own."""

from __future__ import annotations

from pathlib import Path

from according import Record
from benchmarks.large import compose
from tests.conftest import REPOSITORY


def test_copies_have_names_outlets_things_and_judgements_of_their_own(tmp_path: Path) -> None:
    small, large = tmp_path / "small.according", tmp_path / "large.according"
    with Record.open(small, create=True) as record:
        record.read([str(REPOSITORY / "examples" / "clippings.csv")])
        held, before = record.status(), {each.name for each in record.actors(limit=1000)}
        things = {word for each in record.things(limit=1000) for word in each.words}
    copies = 8
    assert compose(small, large, copies * held.articles) == copies * held.articles
    with Record.open(large) as record:
        status, actors = record.status(), record.actors(limit=1000)
        own = [each for each in actors if each.name not in before]
        assert own
        assert {each.kind for each in own} <= {"person", "organization"}
        assert all(each.name.rpartition(" ")[0] in before for each in own)
        # Every list is found by its new names, too.
        assert [each.id for each in record.actors(words=own[0].name)] == [own[0].id]
        assert len({outlet for outlet, _ in status.outlets}) > len({outlet for outlet, _ in held.outlets})
        words = {word for each in record.things(limit=1000) for word in each.words}
        assert words > things
        parties = {each for row in record.happenings() for each in row.happening.source}
        assert parties & {each.id for each in own}
        assert record.judgements(limit=1)
