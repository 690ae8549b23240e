"""What people judge of links: of one origin, of one story, one happening. It wins, survives, and can be taken back."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from according import Record
from according.errors import JudgementError, NotFoundError
from according.model import Change, Correcting, Event, Span
from according.store import review
from according.store.corrected import CORRECTED
from according.store.database import Database, sqlite
from according.views import StoryRow
from tests.conftest import read_again, record_of
from tests.test_cli import Run, objects

FIRE = (
    "Rebels shell the market of Rutshuru\n\nThe Goma Courier, 3 May 2024\n\nRebels of the M23 shelled the market of "
    "Rutshuru in eastern Congo on 2 May 2024 and killed 14 people, the governor of North Kivu said. The wounded were "
    "taken to the hospital of the town, where two more died in the night. Uganda condemned the attack on Friday and "
    "asked both sides to come back to the table in Luanda. Traders who had fled said that their stalls were burning.\n"
)
TEXTS = {
    "first.txt": FIRE,
    "copy.txt": FIRE.replace("The Goma Courier, 3 May", "Radio Bukavu, 4 May"),
    "other.txt": "Panique à Rutshuru\n\nLe Phare du Kivu, 4 mai 2024\n\nLe marché de Rutshuru, dans l'est du Congo, a "
    "été bombardé le 2 mai 2024 par les rebelles du M23. La population a fui vers Goma. À Kinshasa, le Parlement "
    "demande des renforts. L'hôpital de Rutshuru compte 19 morts et manque de sang. L'Ouganda a condamné vendredi ces "
    "tirs.\n",
    "far.txt": "Coffee harvest begins in Huila\n\nBogota Weekly, 20 September 2023\n\nFarmers in the south of Colombia "
    "have begun the coffee harvest two weeks early. The federation expects prices to fall before Christmas.\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return record_of(tmp_path_factory.mktemp("bonds"), TEXTS)


def number(record: Record, name: str) -> str:
    return next(str(each.number) for each in record.articles() if each.uri.endswith(name))


def story(record: Record, name: str) -> StoryRow:
    return record.story(number(record, name))


def members(record: Record, name: str) -> set[str]:
    return {each.row.uri.rpartition("/")[2] for each in story(record, name).members}


def origin(record: Record, name: str) -> str | None:
    found = (each.descent for each in story(record, name).members if each.row.uri.endswith(name))
    return next(each.origin for each in found if each is not None)


def happenings(record: Record) -> set[frozenset[str]]:
    return {frozenset(each.event for each in row.happening.accounts) for row in record.happenings()}


def test_the_texts_are_what_the_tests_take_them_for(record: Record) -> None:
    assert members(record, "first.txt") == {"first.txt", "copy.txt", "other.txt"}
    assert origin(record, "first.txt") == origin(record, "copy.txt") != origin(record, "other.txt")


class TestStory:
    def test_an_article_that_does_not_belong_leaves_and_comes_back(
        self, folder: Path, record: Record
    ) -> None:
        others = [number(record, "first.txt"), number(record, "copy.txt")]
        said = record.bond(
            "different", "story", [number(record, "other.txt")], others, author="Ama", note="hm"
        )
        assert members(record, "other.txt") == {"other.txt"}
        assert members(record, "first.txt") == {"first.txt", "copy.txt"}
        read_again(folder)
        assert members(record, "other.txt") == {"other.txt"}
        (act,) = record.judgements()
        assert (act.what, act.kind, act.verdict, act.author, act.note) == (
            "link",
            "story",
            "different",
            "Ama",
            "hm",
        )
        assert act.about == "Panique à Rutshuru – Rebels shell the market of Rutshuru (+1)"
        assert not act.void
        record.revoke(said.id)
        assert members(record, "other.txt") == {"first.txt", "copy.txt", "other.txt"}

    def test_an_original_leaves_its_story_with_its_copies(self, record: Record) -> None:
        whole = story(record, "first.txt").story.id
        said = record.bond("different", "story", [number(record, "first.txt")], [whole])
        assert [each.text for each in said.second] == ["Panique à Rutshuru"]
        assert members(record, "first.txt") == {"first.txt", "copy.txt"}
        assert origin(record, "first.txt") == origin(record, "copy.txt")

    def test_a_story_on_either_side_is_without_what_the_other_names(self, record: Record) -> None:
        whole, one = story(record, "first.txt").story.id, number(record, "first.txt")
        said = record.bond("different", "story", [whole], [one], later=True)
        turned = record.bond("different", "story", [one], [whole], later=True)
        assert (said.first, said.second) == (turned.second, turned.first)
        assert [each.text for each in said.first] == ["Panique à Rutshuru"]
        with pytest.raises(JudgementError, match="Both sides are the same"):
            record.bond("different", "story", [whole], [whole])

    def test_two_stories_become_one(self, folder: Path, record: Record) -> None:
        far, near = story(record, "far.txt").story.id, story(record, "first.txt").story.id
        record.bond("same", "story", [far], [near])
        assert members(record, "far.txt") == set(TEXTS)
        reasons = {
            each.row.uri.rpartition("/")[2]: each.belonging.reason
            for each in story(record, "far.txt").members
        }
        assert reasons["far.txt"] == "judged by a person"
        read_again(folder)
        assert members(record, "far.txt") == set(TEXTS)

    def test_the_same_as_when_all_is_read_at_once_after_it_was_said(
        self, folder: Path, record: Record
    ) -> None:
        record.bond("same", "story", [number(record, "far.txt")], [number(record, "first.txt")])
        record.bond("different", "origin", [number(record, "copy.txt")], [number(record, "first.txt")])
        before = sorted(record.stories(single=True), key=lambda each: each.story.id)
        with closing(sqlite.connect(folder / "record.according")) as connection, connection:
            connection.execute("DELETE FROM kept")
            connection.execute("UPDATE due SET changes = changes + 1")
        record.settle()
        assert sorted(record.stories(single=True), key=lambda each: each.story.id) == before


class TestOrigin:
    def test_a_copy_that_is_independent(self, folder: Path, record: Record) -> None:
        record.bond("different", "origin", [number(record, "copy.txt")], [number(record, "first.txt")])
        assert origin(record, "copy.txt") != origin(record, "first.txt")
        assert story(record, "copy.txt").story.origins == 3
        read_again(folder)
        assert origin(record, "copy.txt") != origin(record, "first.txt")

    def test_a_copy_that_the_machine_missed_is_of_the_same_story(self, record: Record) -> None:
        record.bond("same", "origin", [number(record, "far.txt")], [number(record, "other.txt")])
        assert origin(record, "far.txt") == origin(record, "other.txt")
        assert {"far.txt", "other.txt"} <= members(record, "far.txt")

    def test_who_tells_another_story_is_no_copy(self, record: Record) -> None:
        record.bond("different", "story", [number(record, "copy.txt")], [number(record, "first.txt")])
        assert origin(record, "copy.txt") != origin(record, "first.txt")
        assert "first.txt" not in members(record, "copy.txt")


class TestHappening:
    def test_an_account_of_another_happening(self, folder: Path, record: Record) -> None:
        row = next(each for each in record.happenings() if len(each.accounts) > 1)
        last = row.accounts[-1].event.id
        others = [each.event.id for each in row.accounts if each.event.id != last]
        record.bond("different", "happening", [last], others)
        assert frozenset([last]) in happenings(record)
        before = happenings(record)
        read_again(folder)
        assert happenings(record) == before

    def test_a_happening_on_either_side_is_without_the_event_that_the_other_names(
        self, record: Record
    ) -> None:
        row = next(each for each in record.happenings() if len(each.accounts) > 1)
        event = row.accounts[0].event.id
        said = record.bond("different", "happening", [row.happening.id], [event], later=True)
        assert [each.id for each in said.second] == [event]
        assert {each.id for each in said.first} == {each.event.id for each in row.accounts[1:]}

    def test_two_that_are_one(self, record: Record) -> None:
        one, other = next(
            (a.happening, b.happening)
            for a in record.happenings(root="ASSAULT")
            for b in record.happenings(root="ACCUSE")
        )
        record.bond("same", "happening", [one.id], [other.id])
        together = {each.event for each in (*one.accounts, *other.accounts)}
        assert any(together <= some for some in happenings(record))

    def test_an_event_that_a_person_corrected_is_still_meant(self, folder: Path, record: Record) -> None:
        row = next(each for each in record.happenings() if len(each.accounts) > 1)
        one, last = row.accounts[0].event, row.accounts[-1].event

        def together() -> bool:
            # The kind stays, the id does not: by itself it would be an account of the same happening.
            return any({one.id, moved().id} <= some for some in happenings(record))

        def moved() -> Event:
            events = (each.event for each in record.events())
            return next(each for each in events if (each.article, each.reason) == (last.article, CORRECTED))

        span = Span(last.trigger.start, last.trigger.end + 1)
        record.correct("boundary", "event", last.id, Change(span=span))
        assert moved().id != last.id
        assert together()
        record.revoke(record.judgements()[0].id)
        record.bond("different", "happening", [last.id], [one.id])
        record.correct("boundary", "event", last.id, Change(span=span))
        assert [act.void for act in record.judgements() if act.what == "link"] == [False]
        assert not together()
        read_again(folder)
        assert not together()


@pytest.mark.parametrize(("root", "void"), [("ASSAULT", False), ("COERCE", True)])
def test_what_was_said_of_an_event_that_has_gone_is_not_of_another_kind_at_its_word(
    folder: Path, record: Record, root: str, void: bool
) -> None:
    row = next(each for each in record.happenings(root="ASSAULT") if len(each.accounts) > 1)
    last = row.accounts[-1].event.id
    record.bond("different", "happening", [last], [row.accounts[0].event.id], later=True)
    with closing(sqlite.connect(folder / "record.according")) as connection, connection:
        connection.execute("UPDATE event_parties SET event = 'newer' WHERE event = ?", [last])
        connection.execute("UPDATE events SET id = 'newer', root = ? WHERE id = ?", [root, last])
    assert [act.void for act in record.judgements()] == [void]


def test_what_is_said_last_counts(record: Record) -> None:
    one, other = number(record, "other.txt"), number(record, "first.txt")
    record.bond("different", "story", [one], [other])
    record.bond("same", "story", [one], [other])
    assert "other.txt" in members(record, "first.txt")
    record.bond("different", "story", [other], [one])
    assert "other.txt" not in members(record, "first.txt")
    record.bond("unsure", "story", [one], [other])
    assert "other.txt" in members(record, "first.txt"), "the machine goes by itself"


def test_who_cannot_tell_the_origin_has_taken_back_nothing_of_the_stories(record: Record) -> None:
    one, other = number(record, "copy.txt"), number(record, "first.txt")
    record.bond("different", "story", [one], [other])
    record.bond("unsure", "origin", [one], [other])
    assert "first.txt" not in members(record, "copy.txt")
    assert origin(record, "copy.txt") != origin(record, "first.txt")
    record.bond("unsure", "story", [one], [other])
    assert "first.txt" in members(record, "copy.txt")


def test_what_is_gone_has_no_effect_and_says_so(folder: Path, record: Record) -> None:
    record.bond("different", "story", [number(record, "other.txt")], [number(record, "first.txt")])
    (folder / "news" / "other.txt").write_text("Nothing is left of it.\n", "utf-8")
    record.read([str(folder / "news")])
    with closing(sqlite.connect(folder / "record.according")) as connection, connection:
        connection.execute('UPDATE bonds SET first = replace(first, \'"document": "\', \'"document": "x\')')
        connection.execute('UPDATE bonds SET first = replace(first, \'{"id": "\', \'{"id": "x\')')
    (act,) = record.judgements()
    assert act.void
    assert act.about.startswith("Panique")


def test_nothing_or_the_same_twice_is_no_link(record: Record) -> None:
    one = number(record, "first.txt")
    with pytest.raises(JudgementError, match="Both sides are the same"):
        record.bond("same", "story", [one], [one])
    with pytest.raises(NotFoundError):
        record.bond("same", "origin", [one], [story(record, "far.txt").story.id])
    with pytest.raises(NotFoundError):
        record.bond("same", "happening", ["feedfeed"], ["deadbeef"])
    assert not record.judgements()


def test_the_export_has_both_sides(folder: Path, record: Record) -> None:
    record.bond("same", "story", [number(record, "far.txt")], [number(record, "first.txt")], author="Ama")
    record.export(folder / "out", format="jsonl")
    (line,) = objects((folder / "out" / "judgements.jsonl").read_text("utf-8"))
    assert (line["what"], line["kind"], line["author"]) == ("link", "story", "Ama")
    assert [each["text"] for each in line["said"]["first"]] == ["Coffee harvest begins in Huila"]


class TestQueue:
    def test_what_is_not_sure_is_asked_with_both_contexts_until_somebody_says_something(
        self, record: Record
    ) -> None:
        queue = record.queue("link")
        assert dict(queue.counts)["link"] == len(queue.tasks) > 0
        task = queue.tasks[0]
        assert {len(side.contexts) for side in task.sides} == {1}
        assert all(side.contexts[0].sentence for side in task.sides)
        one, other = (side.id for side in task.sides)
        act = record.bond("unsure", task.kind, [other], [one], later=True)  # type: ignore[arg-type]
        assert task.id not in {each.id for each in record.queue("link").tasks}
        record.revoke(act.id, later=True)
        assert task.id in {each.id for each in record.queue("link").tasks}

    @pytest.mark.parametrize("verdict", ["value", "wrong"])
    def test_what_has_gone_since_it_was_linked_is_not_asked(
        self, folder: Path, record: Record, verdict: Correcting
    ) -> None:
        ids = sorted(each.event.id for row in record.happenings() for each in row.accounts)
        article = record.article(number(record, "far.txt")).article.id
        with closing(sqlite.connect(folder / "record.according")) as connection, connection:
            add = (
                "INSERT INTO doubts (kind, first, second, joined, score, reason) VALUES (?, ?, ?, 0, 0.5, '')"
            )
            connection.execute(add, ("happening", ids[0], ids[1]))
            connection.execute(add, ("story", article, "an article of before"))
        asked = record.queue("link", limit=100)
        doubt = f"happening.{ids[0]}.{ids[1]}"
        assert doubt in {each.id for each in asked.tasks}
        assert not any("of before" in each.id for each in asked.tasks)
        change = Change(root="COERCE") if verdict == "value" else Change()
        record.correct(verdict, "event", ids[0], change, later=True)
        after = record.queue("link", limit=100)
        assert doubt not in {each.id for each in after.tasks}
        assert dict(after.counts)["link"] == len(after.tasks) < len(asked.tasks)

    def test_of_two_on_one_side_nobody_has_said_anything(self, record: Record) -> None:
        before = record.queue("link", limit=100)
        task = next(each for each in before.tasks if each.kind == "happening")
        asked = {side.id for each in before.tasks for side in each.sides}
        events = [each.event for row in record.happenings() for each in row.happening.accounts]
        one = next(each for each in events if each not in asked)
        record.bond("different", "happening", [side.id for side in task.sides], [one], later=True)
        assert record.queue("link", limit=100) == before

    def test_sides_of_tens_of_thousands_are_not_told_as_pairs(self, record: Record, folder: Path) -> None:
        task = record.queue("link").tasks[0]
        one, other = (side.id for side in task.sides)
        record.bond("unsure", task.kind, [one], [other], later=True)  # type: ignore[arg-type]
        with closing(sqlite.connect(folder / "record.according")) as connection, connection:
            held = connection.execute("SELECT first, second FROM bonds").fetchone()
            many = [json.dumps(json.loads(side) * 30_000) for side in held]
            connection.execute("UPDATE bonds SET first = ?, second = ?", many)
            (before,) = connection.execute("SELECT count(*) FROM doubts").fetchone()
        queue = record.queue("link", limit=100)
        assert task.id not in {each.id for each in queue.tasks}
        assert dict(queue.counts)["link"] == len(queue.tasks) == before - 1

    def test_what_was_said_is_looked_at_once(self, folder: Path, record: Record) -> None:
        far, first = (number(record, name) for name in ("far.txt", "first.txt"))
        record.bond("different", "story", [far], [first], later=True)
        asked: list[str] = []
        with Database(folder / "record.according") as database, database.reading() as connection:

            @event.listens_for(connection, "before_cursor_execute")
            def _(_connection: object, _cursor: object, statement: str, *_: object) -> None:
                asked.append(statement)

            queue = review.queue(connection, None, limit=100, offset=0)
        assert any(each.what == "link" for each in queue.tasks)
        assert sum("FROM bonds" in each for each in asked) == 1

    def test_a_page_begins_where_the_one_before_ended(self, record: Record) -> None:
        every = [each.id for each in record.queue("link", limit=100).tasks]
        assert [each.id for each in record.queue("link", limit=2, offset=1).tasks] == every[1:3]


class TestCommands:
    def test_same_and_different(self, folder: Path, run: Run, record: Record) -> None:
        path = str(folder / "record.according")
        far, first, other = (number(record, each) for each in ("far.txt", "first.txt", "other.txt"))
        code, out, _ = run("same", far, first, "--of", "story", "--record", path)
        assert (code, "Coffee harvest begins in Huila and Rebels shell" in out) == (0, True)
        assert "far.txt" in members(record, "first.txt")
        code, out, _ = run("different", other, f"{first},{far}", "--of", "story", "--json", "--record", path)
        assert (code, len(objects(out)[0]["second"])) == (0, 2)
        assert members(record, "other.txt") == {"other.txt"}
        code, out, _ = run("unsure", other, first, "--of", "origin", "--record", path)
        assert "may be the same or not (origin)" in " ".join(out.split())
        code, out, _ = run("judgements", "--record", path)
        assert out.count("different") == 1
        assert out.count("unsure") == 1
        acts = objects(run("judgements", "--json", "--record", path)[1])
        code, out, _ = run("revoke", acts[1]["id"], "--record", path)
        assert (code, "Taken back" in out) == (0, True)
        assert "other.txt" in members(record, "first.txt")

    def test_an_article_that_is_not_there(self, folder: Path, run: Run) -> None:
        code, _, err = run("same", "999", "1", "--of", "origin", "--record", str(folder / "record.according"))
        assert (code, "999" in err) == (1, True)
