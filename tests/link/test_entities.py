from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from according.link.entities import Linked, link
from according.link.spellings import compare_spellings
from according.model import Chain, Judgement, Side
from tests.chains import chain, judged, side


def groups(chains: Sequence[Chain], judgements: Sequence[Judgement] = ()) -> set[frozenset[str]]:
    """The names that are found to be one entity, as `name/article`."""
    return _groups(chains, link(chains, judgements))


def _groups(chains: Iterable[Chain], linked: Linked) -> set[frozenset[str]]:
    names = {each.id: f"{each.name}/{each.article}" for each in chains}
    found: dict[str, set[str]] = defaultdict(set)
    for each in linked.links:
        found[each.entity].add(names[each.chain])
    return set(map(frozenset, found.values()))


def people(*names: str, office: str | None = None) -> list[Chain]:
    """One chain a name, each in an article of its own."""
    return [
        chain(name, f"{number}", offices=(office,) if office else ()) for number, name in enumerate(names)
    ]


class TestPeople:
    @pytest.mark.parametrize(
        "names",
        [
            ("Nikol Pashinyan", "Nikol Pachinian", "Никол Пашинян", "Նիկոլ Փաշինյան", "Nikol Paşinyan"),
            ("Sergey Lavrov", "Sergueï Lavrov", "Сергей Лавров", "Serghei Lavrov", "Sergej Lawrow"),
            ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "Реджеп Тайип Эрдоган"),
            ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "Володимир Зеленський", "Wolodymyr Selenskyj"),
        ],
    )
    def test_one_man_in_many_spellings(self, names: tuple[str, ...]) -> None:
        assert len(groups(people(*names))) == 1

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Ilham Aliyev", "Nurlan Aliyev"),
            ("Heydar Aliyev", "Ilham Aliyev"),
            ("Nikol Pashinyan", "Anna Hakobyan"),
            ("Владимир Путин", "Игорь Путин"),
            ("George Bush", "Kate Bush"),
        ],
    )
    def test_two_of_one_surname_are_two(self, one: str, other: str) -> None:
        assert len(groups(people(one, other))) == 2

    def test_two_of_one_article_are_two_however_alike(self) -> None:
        found = groups([chain("Nikol Pashinyan", "a"), chain("Nikol Pachinian", "a")])
        assert len(found) == 2

    def test_a_bare_surname_never_links_alone(self) -> None:
        found = groups([chain("Pashinyan", "a"), chain("Nikol Pashinyan", "b"), chain("Pashinyan", "c")])
        assert len(found) == 3

    def test_with_its_office_it_links_to_the_one_who_holds_it(self) -> None:
        office = ("prime-minister@AM",)
        found = groups(
            [
                chain("Pachinian", "a", offices=office, language="fr"),
                chain("Nikol Pashinyan", "b", offices=office),
                chain("Nikol Pashinyan", "c"),
                chain("Ilham Aliyev", "b", offices=("president@AZ",)),
            ]
        )
        assert frozenset({"Pachinian/a", "Nikol Pashinyan/b", "Nikol Pashinyan/c"}) in found

    def test_with_an_office_that_two_of_that_surname_hold_it_links_to_neither(self) -> None:
        office = ("president@AZ",)
        found = groups(
            [
                chain("Aliyev", "a", offices=office),
                chain("Heydar Aliyev", "b", offices=office),
                chain("Ilham Aliyev", "c", offices=office),
            ]
        )
        assert len(found) == 3

    def test_an_office_of_another_state_is_no_office(self) -> None:
        found = groups(
            [
                chain("Ivanov", "a", offices=("foreign-minister@RU",)),
                chain("Petar Ivanov", "b", offices=("foreign-minister@BG",)),
            ]
        )
        assert len(found) == 2

    def test_what_is_left_apart_is_suggested(self) -> None:
        both = [
            chain("Aliyev", "a", offices=("president@AZ",)),
            chain("Heydar Aliyev", "b", offices=("president@AZ",)),
            chain("Ilham Aliyev", "c", offices=("president@AZ",)),
        ]
        linked = link(both, [])
        ids = {each.name: each.id for each in linked.entities}
        pairs = {frozenset((each.first, each.second)) for each in linked.suggestions}
        assert frozenset((ids["Aliyev"], ids["Ilham Aliyev"])) in pairs
        assert all(each.reason and 0 < each.score < 1 for each in linked.suggestions)

    def test_similarity_does_not_chain(self) -> None:
        names = ("Hasan Mammadov", "Hasan Mammadli", "Hasan Mammadzade", "Hasan Ahmadzade", "Husan Ahmedov")
        found = groups(people(*names))
        assert not any(
            {"Hasan Mammadov/0", "Husan Ahmedov/4"} <= group or {"Hasan Mammadov/0", "Hasan Ahmadzade/3"} <= group
            for group in found
        )  # fmt: skip

    def test_a_garbled_spelling_does_not_keep_two_good_ones_apart(self) -> None:
        spellings = [("Kim Jong Un", "en")] * 6 + [("Kim Yon Un", "az"), ("Kim Jong", "fr")]
        spellings += [("Ким Чен Ыном", "ru")] * 3 + [("Кімом Чен Ином", "uk")]
        chains = [chain(name, str(n), language=language) for n, (name, language) in enumerate(spellings)]
        assert any({"Kim Jong Un/0", "Ким Чен Ыном/8"} <= group for group in groups(chains))

    def test_father_and_son_are_two_in_however_many_articles(self) -> None:
        names = [("Kim Jong Un", "en"), ("Ким Чен Ын", "ru"), ("Kim Jong Il", "en"), ("Ким Чен Ир", "ru")] * 6
        found = groups([chain(name, str(n), language=language) for n, (name, language) in enumerate(names)])
        assert sorted(len({each.split("/")[0] for each in group}) for group in found) == [2, 2]

    def test_two_cases_of_two_languages_agree_in_their_nominatives(self) -> None:
        score = compare_spellings("Ким Чен Ыном", "ru", "Քիմ Յոնգ Ունի", "hy", "person").score
        assert score > compare_spellings("Ким Чен Ыном", "ru", "Քիմ Յոնգ Ունի", "en", "person").score


class TestPlacesAndStates:
    def test_a_key_is_one_entity_in_any_language(self) -> None:
        found = groups(
            [
                chain("Haut-Karabagh", "a", "place", key="place:wikidata:Q234966"),
                chain("Artsakh", "b", "place", key="place:wikidata:Q234966"),
                chain("Dağlıq Qarabağ", "c", "place", key="place:wikidata:Q234966"),
                chain("Armenia", "a", "state", key="state:AM"),
                chain("Армения", "b", "state", key="state:AM"),
                chain("Azerbaijan", "b", "state", key="state:AZ"),
            ]
        )
        assert sorted(map(len, found)) == [1, 2, 3]

    def test_a_city_and_the_government_in_it_are_two(self) -> None:
        found = groups(
            [
                chain("Ankara", "a", "place", key="place:geonames:323786"),
                chain("Ankara", "b", "state", key="state:TR"),
            ]
        )
        assert len(found) == 2

    def test_a_state_has_its_codes_and_its_point(self) -> None:
        (entity,) = link([chain("Arménie", "a", "state", key="state:AM")], []).entities
        assert (entity.kind, entity.key, entity.country, entity.precision) == (
            "state", "state:AM", "AM", "country",
        )  # fmt: skip
        assert entity.wikidata
        assert entity.latitude is not None

    def test_keys_that_nobody_knows_are_no_trouble(self) -> None:
        keys = (
            "state:XX", "state:", "place:", "place:geonames:x", "own:Q12", "own:x",
            "outlet:x", ":", "", "institution:x@y",
        )  # fmt: skip
        chains = [chain("Name", str(n), "place", key=key) for n, key in enumerate(keys)]
        assert len(link(chains, []).links) == len(keys)


ONE, OTHER = chain("Ilham Aliyev", "a"), chain("Nurlan Aliyev", "b")
SPELLINGS = (chain("Nikol Pashinyan", "a"), chain("Nikol Pachinian", "b", language="fr"))


class TestJudgements:
    def test_same_joins_what_the_machine_leaves_apart(self) -> None:
        assert len(groups([ONE, OTHER])) == 2
        assert len(groups([ONE, OTHER], [judged("same", side(ONE), side(OTHER))])) == 1

    def test_both_sides_say_that_a_person_judged(self) -> None:
        chains = [chain("Путин", "a", language="ru"), chain("Putin", "b")]
        links = link(chains, [judged("same", side(chains[0]), side(chains[1]))]).links
        assert {(each.score, each.reason) for each in links} == {(1.0, "judged by a person")}

    def test_different_parts_what_the_machine_joins(self) -> None:
        assert len(groups(SPELLINGS)) == 1
        verdict = judged("different", *map(side, SPELLINGS))
        assert len(groups(SPELLINGS, [verdict])) == 2
        assert not link(SPELLINGS, [verdict]).suggestions, "it has been judged"

    def test_of_two_on_one_pair_the_later_wins_whichever_side_comes_first(self) -> None:
        together, apart = (
            judged("same", side(ONE), side(OTHER), 1),
            judged("different", side(OTHER), side(ONE), 2),
        )
        assert len(groups([ONE, OTHER], [together, apart])) == 2
        assert len(groups([ONE, OTHER], [apart, together])) == 1

    def test_they_hold_for_articles_that_are_read_later(self) -> None:
        later = [chain("Nikol Pashinyan", "c"), chain("Nikol Pachinian", "d")]
        verdict = judged("different", *map(side, SPELLINGS))
        assert sorted(map(len, groups([*SPELLINGS, *later], [verdict]))) == [2, 2]
        more = [chain("Ilham Aliyev", "c"), chain("Nurlan Aliyev", "d")]
        assert len(groups([ONE, OTHER, *more], [judged("same", side(ONE), side(OTHER))])) == 1

    def test_they_hold_by_the_names_when_all_chains_have_other_ids(self) -> None:
        then = Side(ONE.name, "person", ("gone",)), Side(OTHER.name, "person", ("gone too",))
        assert len(groups([ONE, OTHER], [judged("same", *then)])) == 1

    def test_two_persons_of_one_name_are_told_apart_by_their_chains(self) -> None:
        speaker, minister, other = (chain("Arayik Harutyunyan", article) for article in "abc")
        verdict = judged("different", side(speaker, other), side(minister))
        found = groups([speaker, minister, other], [verdict])
        assert found == {
            frozenset({"Arayik Harutyunyan/a", "Arayik Harutyunyan/c"}), frozenset({"Arayik Harutyunyan/b"})
        }  # fmt: skip

    def test_one_that_was_joined_and_one_that_was_parted_both_hold(self) -> None:
        third = chain("Никол Пашинян", "c", language="ru")
        verdicts = [
            judged("same", side(ONE), side(OTHER)),
            judged("different", side(SPELLINGS[0]), side(third)),
        ]
        found = groups([ONE, OTHER, *SPELLINGS, third], verdicts)
        assert frozenset({"Ilham Aliyev/a", "Nurlan Aliyev/b"}) in found
        assert not any({"Nikol Pashinyan/a", "Никол Пашинян/c"} <= group for group in found)

    def test_a_judgement_on_what_is_not_there_changes_nothing(self) -> None:
        gone = Side("Nobody Known", "person", ("gone",))
        for verdict in ("same", "different"):
            assert len(groups(SPELLINGS, [judged(verdict, gone, Side("X Y", "person", ()))])) == 1


def test_ids_stay_when_an_unrelated_article_is_added() -> None:
    before = [ONE, OTHER, *SPELLINGS, chain("Armenia", "a", "state", key="state:AM"), chain("Lavrov", "q")]
    more = [
        *before,
        chain("Emmanuel Macron", "z"),
        chain("Paris", "z", "place", key="place:geonames:2988507"),
    ]
    first = {each.chain: each.entity for each in link(before, []).links}
    second = {each.chain: each.entity for each in link(sorted(more, key=lambda c: c.id), []).links}
    assert first.items() <= second.items()


@given(st.randoms(use_true_random=False))
def test_the_order_of_chains_changes_nothing(rng: Random) -> None:
    office = ("prime-minister@AM",)
    chains = [
        ONE, OTHER, *SPELLINGS, chain("Pachinian", "d", offices=office), chain("Никол Пашинян", "e", offices=office),
        chain("Sergey Lavrov", "a"), chain("Sergueï Lavrov", "b"), chain("Lavrov", "c"), chain("OSCE Minsk Group", "a",
        "organization"), chain("Minsk Group", "b", "organization"), chain("Shushi", "a", "place", country="AZ"),
    ]  # fmt: skip
    shuffled = rng.sample(chains, len(chains))
    first, second = link(chains, []), link(shuffled, [])
    assert _groups(chains, first) == _groups(chains, second)
    assert {each.id for each in first.entities} == {each.id for each in second.entities}


WORDS = (
    "Ilham",
    "Nurlan",
    "Aliyev",
    "Alijew",
    "Алиев",
    "Pashinyan",
    "Pachinian",
    "Nikol",
    "A.",
    "de",
    "oğlu",
    "李",
    "",
    "0",
)
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join) | st.text(max_size=12)
KEYS = st.sampled_from(
    [
        None,
        None,
        "state:AM",
        "place:geonames:616052",
        "organization:osce",
        "institution:parliament@",
        "own:me",
        "x",
    ]
)
OFFICES = st.lists(
    st.sampled_from(["president@AZ", "president@", "foreign-minister@RU"]), max_size=2, unique=True
).map(tuple)
CHAINS = st.lists(
    st.builds(
        chain,
        NAMES,
        st.sampled_from("abcdef"),
        st.sampled_from(["person", "person", "organization", "state", "place", "other"]),
        key=KEYS,
        offices=OFFICES,
        country=st.sampled_from([None, "AZ", "AM"]),
        language=st.sampled_from([None, "en", "fr", "ru", "hy"]),
    ),
    max_size=14,
    unique_by=lambda each: each.id,
)


@settings(max_examples=150)
@given(CHAINS, st.lists(st.tuples(st.booleans(), st.integers(0, 13), st.integers(0, 13)), max_size=4))
@example([], [])
def test_any_chains(chains: list[Chain], verdicts: list[tuple[bool, int, int]]) -> None:
    pairs = [(same, chains[a], chains[b]) for same, a, b in verdicts if max(a, b) < len(chains) and a != b]
    judgements = [
        judged("same" if same else "different", side(a), side(b), n) for n, (same, a, b) in enumerate(pairs)
    ]
    linked = link(chains, judgements)
    assert sorted(each.chain for each in linked.links) == sorted(each.id for each in chains)
    assert {each.entity for each in linked.links} == {each.id for each in linked.entities}
    assert len({each.id for each in linked.entities}) == len(linked.entities)
    assert all(0 <= each.score <= 1 and each.reason for each in linked.links)
    assert {end for each in linked.suggestions for end in (each.first, each.second)} <= {
        each.id for each in linked.entities
    }
    assert link(chains, judgements) == linked
    if not judgements:
        check_apart(chains, linked)


def check_apart(chains: list[Chain], linked: Linked) -> None:
    """Nothing that cannot be one is one: two keys, two kinds, two names of one article that are not the same name."""
    by_id = {each.id: each for each in chains}
    together: dict[str, list[Chain]] = defaultdict(list)
    for each in linked.links:
        together[each.entity].append(by_id[each.chain])
    for held in together.values():
        assert len({each.kind for each in held}) == 1
        assert len({each.key for each in held if each.key and not each.key.endswith("@")}) <= 1
