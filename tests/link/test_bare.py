"""Bare surnames, across articles: an office, a story and the time of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from according.link.bare import NEARER, TERM
from according.link.entities import Linked, link
from according.model import Chain
from tests.chains import chain

OFFICE = ("president@CG",)
STORY = ("Jane Example", "Abdalla Hamdok", "Salifou Mody", "Rosa Sample")
NOISE = [chain(f"Person Number{n}", f"n{n}") for n in range(30)]
"""Other articles, so that the names of the story are rare."""


def groups(chains: Sequence[Chain], published: dict[str, str]) -> set[frozenset[str]]:
    """The names that are found to be one entity, as `name/article`."""
    names = {each.id: f"{each.name}/{each.article}" for each in chains}
    found: dict[str, set[str]] = defaultdict(set)
    for each in link(chains, [], published).links:
        found[each.entity].add(names[each.chain])
    return {frozenset(group) for group in found.values()}


def reason(linked: Linked, of: Chain) -> str:
    return next(each.reason for each in linked.links if each.chain == of.id)


class TestTimeOfAnOffice:
    """A father and his son of one surname held one office one after the other; articles write the surname alone."""

    FATHER, SON = chain("Paul Example", "f", offices=OFFICE), chain("Marc Example", "s", offices=OFFICE)
    BARE = chain("Example", "b", offices=OFFICE)

    def group(self, *dates: str) -> frozenset[str]:
        published = {article: date for article, date in zip("fsb", dates, strict=True) if date}
        found = groups([self.FATHER, self.SON, self.BARE], published)
        return next(group for group in found if "Example/b" in group)

    def test_the_one_named_so_nearest_in_time(self) -> None:
        assert self.group("1996-03-01", "2005-06-01", "1997-01-01") == {"Example/b", "Paul Example/f"}
        assert self.group("1996-03-01", "2005-06-01", "2006-01-01") == {"Example/b", "Marc Example/s"}

    def test_its_reason_says_that_time_decided(self) -> None:
        dates = {"f": "1996", "s": "2005", "b": "2006"}
        linked = link([self.FATHER, self.SON, self.BARE], [], dates)
        assert "1 years" not in reason(linked, self.BARE)
        assert "a year before or after" in reason(linked, self.BARE)

    def test_none_in_the_years_between(self) -> None:
        assert self.group("2000", f"{2000 + NEARER + 1}", "2001") == {"Example/b"}

    def test_none_when_a_date_is_unknown(self) -> None:
        assert self.group("", "2005", "2005") == {"Example/b"}
        assert self.group("1996", "2005", "") == {"Example/b"}

    def test_the_years_of_one_surname_are_two_persons(self) -> None:
        then, now = chain("Example", "b", offices=OFFICE), chain("Example", "c", offices=OFFICE)
        dates = {"f": "1990", "s": "2006", "b": "1991", "c": "2005"}
        found = groups([self.FATHER, self.SON, then, now], dates)
        assert {
            frozenset({"Example/b", "Paul Example/f"}),
            frozenset({"Example/c", "Marc Example/s"}),
        } <= found


def test_a_holder_of_long_ago_is_suggested_only() -> None:
    holder, bare = chain("Paul Example", "a", offices=OFFICE), chain("Example", "b", offices=OFFICE)
    near = {"a": "1990", "b": f"{1990 + TERM}"}
    far = {"a": "1990", "b": f"{1990 + TERM + 1}"}
    assert len(groups([holder, bare], near)) == 1
    assert len(groups([holder, bare], far)) == 2
    (suggestion,) = link([holder, bare], [], far).suggestions
    assert f"{TERM + 1} years" in suggestion.reason


def test_two_surnames_in_one_office_decades_apart_are_no_contradiction() -> None:
    one = [chain("Paul Example", "a", offices=OFFICE), chain("Paul Exampel", "b", offices=OFFICE)]
    other = chain("Rosa Sample", "c", offices=OFFICE)
    assert len(groups([*one, other], {"a": "1990", "b": "1991", "c": "2020"})) == 2


def test_one_surname_in_one_office_of_which_no_full_name_is_known() -> None:
    bare = [chain("Example", article, offices=OFFICE) for article in "abcd"]
    assert len(groups(bare, {})) == 1
    assert len(groups(bare, {"a": "2001", "b": "2004", "c": "2008"})) == 1, (
        "the one without a date is with them"
    )
    dates = {"a": "1970", "b": "1971", "c": f"{1971 + TERM + 1}"}
    assert sorted(map(len, groups(bare, dates))) == [1, 1, 2], "the one without a date may be of either time"


class TestStory:
    """A surname without an office, and a full name that another article gives."""

    def found(self, *others: str, dates: tuple[str, str] = ("", "")) -> set[frozenset[str]]:
        chains = [chain("Example", "a"), *(chain(name, "a") for name in STORY[1:])]
        chains += [chain("Jane Example", "b"), *(chain(name, "b") for name in others)]
        return groups(
            [*chains, *NOISE], {article: date for article, date in zip("ab", dates, strict=True) if date}
        )

    def test_in_articles_on_one_story_it_is_hers(self) -> None:
        assert {"Example/a", "Jane Example/b"} in self.found(*STORY[1:])

    def test_elsewhere_it_is_nobodys(self) -> None:
        assert {"Example/a"} in self.found("A B", "C D", "E F")

    def test_nor_in_another_year(self) -> None:
        assert {"Example/a"} in self.found(*STORY[1:], dates=("2020-05-01", "2022-05-01"))
        assert {"Example/a", "Jane Example/b"} in self.found(*STORY[1:], dates=("2020-05-01", "2020-05-03"))

    def test_nor_when_two_bear_it_there(self) -> None:
        assert {"Example/a"} in self.found(*STORY[1:], "Paul Example")
